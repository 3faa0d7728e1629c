"""The search: typing finds records by any of their names, by keys alone too, and under the policy of every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from building import build
from playwright.sync_api import Browser, Page, Route, expect
from worlds import write_site

from browser.built_site import SITE_URL, Site, host
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Reader, Settings, make_reader
from browser.seen import faint_in_either_scheme, violations

WORLD = """
2024-07-27-ambush:
  title: Convoy ambushed near Tin Zaouatine
  kind: ambush
  standing: disputed
  claims: [{id: denial, by: gur, topic: occurrence}]
  places: [{place: tin, role: site}]
2023-11-14-kidal: {title: Kidal captured, kind: battle, actors: [{actor: gur, role: attacker}]}
places/tin: {name: Tin Zaouatine, aliases: [Tinzawatene, تين زواتين, Тін-Зауатін]}
places/near: {name: Hills near Tin Zaouatine}
actors/gur: {name: Ukraine's military intelligence (GUR), aliases: [GUR, HUR]}
actors/gurma: {name: Gurma people}
sources/report: {publisher: Coast Agency, title: Report on Kidal}
"""
AT_A_DESK = Settings(DESKTOP)
INPUT = ".md-search__input"
FOUND = ".tl-found__title"
STATUS = ".md-search-result__meta"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small site with what is called in many ways."""
    folder = tmp_path_factory.mktemp("search")
    many = "\n".join(f"2020-01-{n:02}-many: {{title: Many things {n}}}" for n in range(1, 29))
    config = write_site(folder, f"{WORLD}\n{many}", docs={"method.md": "# Method\n\nHow weighing is done.\n"})
    built = build(config, site_url=SITE_URL)
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture(scope="module")
def read(browser: Browser, site: Site) -> MakeReader:
    """Gives the reader with certain settings, the same each time, on a page that has nothing but the box."""
    readers: dict[Settings, Reader] = {}

    def reader(settings: Settings) -> Reader:
        if settings not in readers:
            readers[settings] = make_reader(browser, site.root, settings)
        readers[settings].open("method/")
        return readers[settings]

    return reader


def type_in(page: Page, words: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.locator(INPUT).fill("")
    page.keyboard.type(words)


def test_what_is_typed_finds_first_what_is_called_so(read: MakeReader) -> None:
    reader = read(AT_A_DESK)
    names = {
        "Tinzawatene": "Tin Zaouatine",
        "Tin-Zaouatine": "Tin Zaouatine",
        "tinzaouatine": "Tin Zaouatine",
        "تين زاوتين": "Tin Zaouatine",
        "тін зауатін": "Tin Zaouatine",
        "tinzauatin": "Tin Zaouatine",
        "GUR": "Ukraine's military intelligence (GUR)",
        "hur": "Ukraine's military intelligence (GUR)",
        "weighing": "Method",
        "coast agency": "Report on Kidal",
    }
    page = reader.page
    page.keyboard.press("/")
    for typed, title in names.items():
        page.locator(INPUT).fill("xyzzy")
        expect(page.locator(FOUND)).to_have_count(0)
        page.locator(INPUT).fill(typed)
        expect(page.locator(FOUND).first).to_have_text(title)
    assert page.evaluate("performance.getEntriesByName('search:results').length") > 0
    assert reader.faults == []


def test_a_result_says_what_it_is_when_it_was_and_how_sure_that_is(read: MakeReader, site: Site) -> None:
    reader = read(AT_A_DESK)
    type_in(reader.page, "convoy")
    result = reader.page.locator(".tl-found")
    expect(result).to_have_count(1)
    for words in ("ambush", "27 July 2024", "disputed", "Convoy ambushed near Tin Zaouatine"):
        expect(result).to_contain_text(words)
    expect(result.locator("mark").first).to_have_text("Convoy")
    expect(reader.page.locator(STATUS)).to_have_text("1 result")
    result.click()
    expect(reader.page).to_have_url(f"{site.root}events/2024-07-27-ambush/")


def test_results_are_chosen_by_kind_and_year(read: MakeReader) -> None:
    reader = read(AT_A_DESK)
    page = reader.page
    type_in(page, "kidal")
    expect(page.locator(FOUND)).to_have_text(["Kidal captured", "Report on Kidal"])
    page.get_by_role("button", name="Sources 1").click()
    expect(page.locator(FOUND)).to_have_text(["Report on Kidal"])
    expect(page.get_by_role("button", name="Sources 1")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="All").click()
    page.get_by_label("Year").select_option("2023")
    expect(page.locator(FOUND)).to_have_text(["Kidal captured"])
    assert reader.faults == []


def test_choices_come_where_somebody_typed_on_before_they_were_there(read: MakeReader) -> None:
    page = read(AT_A_DESK).page
    held: list[Route] = []
    page.route("**/*.pf_filter", lambda route: held.append(route))
    with page.expect_request("**/*.pf_filter"):
        type_in(page, "kidal")
    page.locator(INPUT).fill("tin zaouatine")
    expect(page.locator(FOUND).first).to_have_text("Tin Zaouatine")
    for route in held:
        route.continue_()
    page.unroute("**/*.pf_filter")
    expect(page.get_by_role("button", name="Places 2")).to_be_visible()


def test_everything_can_be_done_by_keys(read: MakeReader, site: Site) -> None:
    reader = read(AT_A_DESK)
    page = reader.page
    page.keyboard.press("s")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("tin zaouatine")
    expect(page.locator(FOUND).first).to_have_text("Tin Zaouatine")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tl-found").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tl-found").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.keyboard.press("f")
    expect(page.locator(FOUND).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.root}places/tin/")


def test_more_than_ten_results_come_when_they_are_asked_for(read: MakeReader) -> None:
    page = read(AT_A_DESK).page
    page.bring_to_front()
    type_in(page, "many things")
    expect(page.locator(FOUND)).to_have_count(10)
    expect(page.locator(STATUS)).to_have_text("28 results")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(FOUND)).to_have_count(28)
    expect(page.locator(".tl-found").nth(10)).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_more_results_have_the_focus_though_what_else_there_is_comes_meanwhile(read: MakeReader) -> None:
    page = read(AT_A_DESK).page
    held: list[Route] = []
    page.route("**/*.pf_filter", lambda route: held.append(route))
    with page.expect_request("**/*.pf_filter"):
        type_in(page, "many things")
    expect(page.locator(FOUND)).to_have_count(10)
    page.get_by_role("button", name="Show more").evaluate("button => button.click()")
    for route in held:
        route.continue_()
    page.unroute("**/*.pf_filter")
    expect(page.locator(FOUND)).to_have_count(28)
    expect(page.locator(".tl-found").nth(10)).to_be_focused()


def test_a_result_can_be_followed_though_the_same_are_found_meanwhile(read: MakeReader, site: Site) -> None:
    page = read(AT_A_DESK).page
    type_in(page, "convoy")
    page.locator(".tl-found").hover()
    page.mouse.down()
    shown = page.evaluate("performance.getEntriesByName('search:results').length")
    page.locator(INPUT).dispatch_event("input")
    page.wait_for_function("shown => performance.getEntriesByName('search:results').length > shown", arg=shown)
    page.mouse.up()
    expect(page).to_have_url(f"{site.root}events/2024-07-27-ambush/")


def test_where_nothing_is_found_the_lists_are_at_hand(read: MakeReader, site: Site) -> None:
    page = read(AT_A_DESK).page
    type_in(page, "Kidals")
    expect(page.locator(FOUND).first).to_contain_text("Kidal")
    # Something has the word that it begins with.
    type_in(page, "tinkerer")
    expect(page.locator(STATUS)).to_contain_text("tinkerer")
    expect(page.locator(FOUND)).to_have_count(0)
    type_in(page, "xyzzy")
    expect(page.locator(STATUS)).to_contain_text("xyzzy")
    page.get_by_role("link", name="All lists").click()
    expect(page).to_have_url(f"{site.root}search/")


def test_nothing_of_the_search_is_fetched_before_somebody_comes_to_it(read: MakeReader) -> None:
    reader = read(AT_A_DESK)
    fetched: list[str] = []
    reader.page.on("request", lambda request: fetched.append(request.url))
    reader.page.reload()
    reader.page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "search" in url or "pagefind" in url] == []
    reader.page.locator(INPUT).focus()
    expect(reader.page.locator(STATUS)).not_to_be_empty()
    assert any("search.js" in url for url in fetched)


def test_on_a_phone_the_sign_opens_the_box(read: MakeReader) -> None:
    page = read(Settings(PHONE)).page
    expect(page.locator(INPUT)).to_be_hidden()
    page.get_by_role("link", name="Search").tap()
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("hur")
    expect(page.locator(FOUND).first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width


def test_without_scripts_the_sign_leads_to_all_lists(browser: Browser, site: Site) -> None:
    for device in (PHONE, DESKTOP):
        reader = make_reader(browser, site.root, Settings(device, scripts=False))
        page = reader.open("method/")
        expect(page.locator(INPUT)).to_be_hidden()
        page.get_by_role("link", name="Search").click()
        expect(page).to_have_url(f"{site.root}search/")
        expect(page.get_by_role("link", name="Actors").last).to_be_visible()


def test_where_the_index_is_not_there_the_box_says_so(read: MakeReader) -> None:
    page = read(AT_A_DESK).page
    page.route("**/pagefind.js", lambda route: route.abort())
    type_in(page, "tin")
    expect(page.locator(STATUS)).to_contain_text("cannot be loaded")
    page.unroute("**/pagefind.js")
    page.keyboard.type("z")
    expect(page.locator(FOUND).first).to_have_text("Tin Zaouatine")


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_axe_reports_nothing_with_results_and_choices(browser: Browser, site: Site, device: Device) -> None:
    reader = make_reader(browser, site.root, Settings(device))
    page = reader.open("method/")
    type_in(page, "kidal")
    page.get_by_role("button", name="Events 1").click()
    expect(page.locator(FOUND)).to_have_count(1)
    assert violations(page) == []
    assert faint_in_either_scheme(page) == []
