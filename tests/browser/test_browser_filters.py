"""Filters on the timeline, by mouse, keys and address: what they leave is drawn, listed, counted and said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from building import build
from playwright.sync_api import Browser, Locator, Page, expect
from worlds import write_site

from browser.built_site import SITE_URL, Site, host
from browser.instrument import SETTLED, Instrument, drawn
from browser.reader import DESKTOP, PHONE, Device, Reader, Settings, make_reader
from browser.seen import faint_in_either_scheme, violations

WORLD = """
2020-01-01-a:
  {title: A, kind: battle, importance: major, threads: [war], tags: [drones],
   actors: [{actor: brigade, role: attacker}], places: [{place: town, role: site}],
   claims: [{id: killed, by: army, figures: {army: {killed: 4}}}]}
2021-01-01-b:
  {title: B, kind: battle, threads: [war], actors: [{actor: old, role: attacker}, {actor: army, role: attacked}],
   places: [{place: town, role: site}]}
2022-01-01-c:
  {title: C, kind: statement, actors: [{actor: new, role: speaker}],
   claims: [{id: helped, by: new, topic: support, question: help}, {id: no, by: army, topic: support, denies: helped}]}
2023-01-01-d: {title: D, kind: statement, standing: planned, actors: [{actor: umbrella, role: speaker}]}
2024-01-01-e: {title: E, kind: meeting, places: [{place: region, role: site}]}
actors/umbrella: {name: Umbrella}
actors/brigade: {name: Brigade, parent: umbrella}
actors/army: {name: Army}
actors/old: {name: Old}
actors/new: {name: New, succeeds: [{actor: old, how: renamed, sources: [s]}]}
places/region: {name: Region, precision: unlocated}
places/town: {name: Town, within: region, precision: unlocated}
threads/war: {title: The war}
threads/peace: {title: The peace}
questions/help: {title: "Who helped?"}
"""
MANY = "".join(
    f"2025-{1 + n // 28:02d}-{1 + n % 28:02d}-m{n}: {{title: Many {n}, threads: [peace]}}\n" for n in range(60)
)
LINES = ".tl-twin .tl-event__title"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    theme = "{name: material, font: false, features: [navigation.instant]}"
    folder = tmp_path_factory.mktemp("filters") / "site"
    built = build(write_site(folder, WORLD + MANY, config=f"{{site_url: '{SITE_URL}', theme: {theme}}}"))
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture
def open_timeline(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens the timeline with a query, and finds no fault in any when the test is over."""
    readers: list[Reader] = []

    def open_it(query: str = "", device: Device = DESKTOP) -> Page:
        readers.append(make_reader(browser, site.root, Settings(device)))
        page = readers[-1].open(f"timeline/{query}")
        drawn(page)
        return page

    yield open_it
    for reader in readers:
        assert reader.faults == []
        reader.page.context.close()


def choose(page: Page, filter_name: str, *values: str) -> None:
    """Open a filter, tick values, and close it."""
    button = page.locator(".tl-filters").get_by_role("button", name=filter_name, exact=True)
    button.click()
    for value in values:
        value_of(page, value).click()
    button.click()


def value_of(page: Page, name: str) -> Locator:
    return page.locator(".tl-filters__sheet label", has=page.get_by_text(name, exact=True))


def counts_of(page: Page, filter_name: str) -> dict[str, int]:
    """The values of a filter and their numbers."""
    button = page.locator(".tl-filters").get_by_role("button", name=filter_name, exact=True)
    button.click()
    page.locator(".tl-filters__values li").first.wait_for()
    labels = page.locator(".tl-filters__values label").all_inner_texts()
    button.click()
    return {name: int(number) for name, number in (label.rsplit(maxsplit=1) for label in labels)}


def chosen(page: Page) -> list[str]:
    return page.locator(".tl-chosen li").all_inner_texts()


def expect_left(page: Page, *titles: str) -> None:
    """These events are drawn and listed, and no others."""
    expect(page.locator(LINES)).to_have_text([*titles])
    expect(page.locator(".tl-instrument__period")).to_contain_text(f"· {len(titles)} event")


FILTERS = (
    ("Thread", "The war", "thread=war", "AB"),
    ("Actor", "Army", "actor=army", "B"),
    ("Place", "Town", "place=town", "AB"),
    ("Kind", "statement", "kind=statement", "CD"),
    ("Standing", "planned", "standing=planned", "D"),
    ("Importance", "major", "importance=major", "A"),
    ("Question", "Who helped?", "question=help", "C"),
    ("Tag", "drones", "tag=drones", "A"),
)
"""A value of each filter, how the address names it, and the events that it leaves."""


def test_words_narrow_to_what_the_search_finds_by_every_name(open_timeline: Open) -> None:
    page = open_timeline()
    field = page.get_by_role("searchbox", name="Find events")
    field.fill("Brig")
    expect_left(page, "A")
    assert page.url.endswith("/timeline/?q=Brig")
    assert chosen(page) == ["Text Brig"]
    field.fill("town")
    expect_left(page, "A", "B")
    assert page.url.endswith("/timeline/?q=town")
    assert counts_of(page, "Thread") == {"The war": 2}
    choose(page, "Actor", "Army")
    expect_left(page, "B")
    page.reload()
    expect_left(page, "B")
    expect(field).to_have_value("town")
    page.go_back()
    expect_left(page, "A", "B")
    page.go_back()
    expect(field).to_have_value("")
    expect(page.locator(".tl-chosen")).to_be_hidden()


def test_words_that_nothing_has_can_be_left_out_and_cleared(open_timeline: Open) -> None:
    page = open_timeline("?q=xyzzy&kind=statement")
    note = page.locator(".tl-instrument__note")
    expect(note).to_contain_text("No event fits all filters.")
    note.get_by_role("button", name="Without Text: 2 events").click()
    expect_left(page, "C", "D")
    page.go_back()
    page.get_by_role("button", name="Clear: Text, xyzzy").click()
    expect_left(page, "C", "D")
    assert page.url.endswith("/timeline/?kind=statement")


def test_every_filter_narrows_drawing_and_list_and_is_in_the_address(open_timeline: Open) -> None:
    page = open_timeline()
    for filter_name, value, query, left in FILTERS:
        choose(page, filter_name, value)
        expect_left(page, *left)
        assert page.url.endswith(f"/timeline/?{query}")
        expect(page.locator(".tl-instrument").get_by_role("status")).to_contain_text(f"{len(left)} event")
        page.locator(".tl-chosen button").first.click()
        expect(page.locator(".tl-chosen")).to_be_hidden()


def test_what_is_disputed_or_has_counts_is_a_box_to_tick(open_timeline: Open) -> None:
    page = open_timeline()
    for flag, query, left in (("Disputed only", "disputed", "C"), ("Has counts", "counts", "A")):
        page.get_by_role("checkbox", name=flag).check()
        expect_left(page, *left)
        assert page.url.endswith(f"?{query}=1")
        page.get_by_role("checkbox", name=flag).uncheck()


def test_an_umbrella_has_its_parts_and_a_region_its_towns(open_timeline: Open) -> None:
    page = open_timeline()
    choose(page, "Actor", "Umbrella")
    expect_left(page, "A", "D")
    page.locator(".tl-chosen button").click()
    choose(page, "Place", "Region")
    expect_left(page, "A", "B", "E")


def test_an_actor_has_its_predecessors_where_a_reader_wants_them(open_timeline: Open) -> None:
    page = open_timeline("?actor=new")
    expect_left(page, "C")
    choose(page, "Actor", "With predecessors")
    expect_left(page, "B", "C")
    assert page.url.endswith("?actor=new&before=1")
    assert counts_of(page, "Actor")["New"] == 2


def test_numbers_follow_the_other_filters_and_several_values_are_any(open_timeline: Open) -> None:
    page = open_timeline()
    assert counts_of(page, "Kind") == {"battle": 62, "meeting": 1, "statement": 2}
    choose(page, "Place", "Region")
    assert counts_of(page, "Kind") == {"battle": 2, "meeting": 1}
    choose(page, "Kind", "meeting")
    assert counts_of(page, "Kind") == {"battle": 2, "meeting": 1}
    assert counts_of(page, "Place") == {"Region": 1}
    choose(page, "Kind", "battle")
    expect_left(page, "A", "B", "E")
    assert page.url.endswith("?place=region&kind=meeting&kind=battle")
    assert chosen(page) == ["Place Region", "Kind meeting", "Kind battle", "Clear all"]


def test_one_tap_clears_one_filter_or_all(open_timeline: Open) -> None:
    page = open_timeline("?place=region&kind=meeting&disputed=1&from=2019&utm=x")
    page.get_by_role("button", name="Clear: Disputed only").click()
    expect_left(page, "E")
    page.get_by_role("button", name="Clear: Kind, meeting").click()
    expect_left(page, "A", "B", "E")
    choose(page, "Kind", "battle")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".tl-chosen")).to_be_hidden()
    assert page.url.endswith("?utm=x")


def test_clearing_by_keys_leaves_the_focus_on_what_is_next(open_timeline: Open) -> None:
    page = open_timeline("?place=region&kind=meeting")
    page.get_by_role("button", name="Clear: Place, Region").press("Enter")
    expect(page.get_by_role("button", name="Clear: Kind, meeting")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".tl-filters__button").first).to_be_focused()


def test_filters_are_opened_ticked_and_left_by_keys(open_timeline: Open) -> None:
    page = open_timeline()
    kind = page.locator(".tl-filters__button", has_text="Kind")
    kind.press("Enter")
    expect(kind).to_have_attribute("aria-expanded", "true")
    value_of(page, "meeting").wait_for()
    for _ in range(20):
        page.keyboard.press("Tab")
        if "meeting" in page.evaluate("document.activeElement.parentElement.innerText"):
            break
    page.keyboard.press("Space")
    expect_left(page, "E")
    expect(value_of(page, "meeting").get_by_role("checkbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(kind).to_be_focused()
    expect(kind).to_have_attribute("aria-expanded", "false")


def test_the_address_survives_a_reload_and_going_back(open_timeline: Open) -> None:
    page = open_timeline()
    choose(page, "Thread", "The war")
    choose(page, "Actor", "Army")
    expect_left(page, "B")
    page.reload()
    expect_left(page, "B")
    assert chosen(page) == ["Thread The war", "Actor Army", "Clear all"]
    page.go_back()
    expect_left(page, "A", "B")
    page.go_back()
    expect(page.locator(".tl-twin")).to_be_hidden()
    page.go_forward()
    expect_left(page, "A", "B")


def test_a_period_is_typed_as_dates_are_written(open_timeline: Open) -> None:
    page = open_timeline()
    page.locator(".tl-filters__button", has_text="Period").click()
    start, end = page.get_by_label("From", exact=True), page.get_by_label("To", exact=True)
    start.fill("soon")
    start.press("Enter")
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".tl-twin")).to_be_hidden()
    start.fill("2021")
    end.fill("2022-06")
    end.press("Enter")
    expect_left(page, "B", "C")
    assert page.url.endswith("?from=2021&to=2022-06")
    assert counts_of(page, "Kind") == {"battle": 1, "statement": 1}
    page.go_back()
    expect(page.locator(".tl-twin")).to_be_hidden()
    page.locator(".tl-filters__button", has_text="Period").click()
    start.fill("January 2, 2021")
    end.fill("1 jan 2022")
    end.press("Enter")
    expect_left(page, "C")
    assert page.url.endswith("?from=2021-01-02&to=2022-01-01")
    page.reload()
    expect_left(page, "C")


def test_the_window_is_the_period_and_moving_it_makes_no_step_to_go_back(open_timeline: Open) -> None:
    page = open_timeline("?kind=statement&kind=meeting")
    expect_left(page, "C", "D", "E")
    steps = page.evaluate("history.length")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("() => location.search.includes('from=')")
    page.wait_for_function("() => location.search.includes('to=')")
    assert page.evaluate("history.length") == steps
    query = page.evaluate("location.search")
    expect_left(page, "C", "D")
    page.reload()
    expect_left(page, "C", "D")
    assert page.evaluate("location.search") == query
    page.get_by_role("button", name="Whole period").click()
    page.wait_for_function("() => location.search === '?kind=statement&kind=meeting'")


def test_an_empty_result_says_which_filter_to_let_go(open_timeline: Open) -> None:
    page = open_timeline("?kind=meeting&actor=umbrella")
    note = page.locator(".tl-instrument__note")
    expect(note).to_contain_text("No event fits all filters.")
    expect(page.locator(".tl-twin__found")).to_have_text("0 of 65 events")
    note.get_by_role("button", name="Without Kind: 2 events").click()
    expect_left(page, "A", "D")
    expect(note).to_be_empty()
    page.go_back()
    expect(note).to_contain_text("Without Kind: 2 events")


def test_a_value_that_is_not_there_is_shown_and_can_be_cleared(open_timeline: Open) -> None:
    page = open_timeline("?actor=nobody")
    expect(page.locator(".tl-instrument__note")).to_contain_text("Without Actor: 65 events")
    page.get_by_role("button", name="Clear: Actor, nobody").click()
    expect(page.locator(".tl-chosen")).to_be_hidden()


def test_a_long_list_is_shown_in_pieces(open_timeline: Open) -> None:
    page = open_timeline("?thread=peace")
    expect(page.locator(LINES)).to_have_count(50)
    expect(page.locator(".tl-twin h3")).to_have_text(["January 2025", "February 2025"])
    page.locator(".tl-twin").get_by_role("button", name="Show more").click()
    expect(page.locator(LINES)).to_have_count(60)
    expect(page.locator(LINES).nth(50).get_by_role("link")).to_be_focused()
    expect(page.locator(".tl-twin").get_by_role("button", name="Show more")).to_be_hidden()


def test_a_line_of_the_list_leads_to_the_event_and_back_to_the_selection(open_timeline: Open) -> None:
    page = open_timeline("?kind=meeting")
    page.locator(LINES).get_by_role("link", name="E").click()
    expect(page.get_by_role("heading", name="E", level=1)).to_be_visible()
    page.go_back()
    expect_left(page, "E")


def test_the_event_in_the_address_has_the_focus(open_timeline: Open) -> None:
    page = open_timeline("?event=2022-01-01-c")
    expect(page.locator(".tl-instrument__caption")).to_contain_text("C")
    page.get_by_role("application").press("ArrowRight")
    page.wait_for_function("() => location.search === '?event=2023-01-01-d'")


def test_lanes_are_in_the_address(open_timeline: Open) -> None:
    page = open_timeline("?lanes=actor")
    lanes = page.get_by_label("Lanes by")
    expect(lanes).to_have_value("actor")
    lanes.select_option("kind")
    assert page.url.endswith("?lanes=kind")
    page.go_back()
    expect(lanes).to_have_value("actor")


@pytest.mark.parametrize("comes", ["by address", "by keys"])
def test_lanes_of_which_nothing_is_in_sight_leave_their_room_to_others(open_timeline: Open, comes: str) -> None:
    page = open_timeline("?event=2020-01-01-a" + ("&from=2020&to=2021-06" if comes == "by address" else ""))
    opened = drawn(page)
    expect(opened.caption).to_contain_text("A")
    opened.stage.focus()
    opened.press(*["+"] * (2 if comes == "by keys" else 0))
    expect(opened.period).to_contain_text("to ")
    page.wait_for_timeout(SETTLED)
    # The lane above has most events, and would take most rows.
    assert any(is_on_event(opened, down) for down in (0.1, 0.15, 0.2))


def is_on_event(opened: Instrument, down: float) -> bool:
    """Whether one of many events is at some point of a height of the drawing."""
    for step in range(40):
        opened.page.mouse.move(*opened.point(step / 40, down))
        if opened.stage.evaluate("stage => stage.style.cursor") == "pointer":
            return True
    return False


def test_on_a_phone_filters_are_closed_at_first_and_can_be_hit(open_timeline: Open) -> None:
    page = open_timeline("?kind=meeting&kind=battle", PHONE)
    toggle = page.get_by_role("button", name="Filters (2)")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".tl-filters__row")).to_be_hidden()
    toggle.tap()
    page.locator(".tl-filters__button", has_text="Kind").tap()
    value_of(page, "meeting").tap()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()
    targets = page.locator(".tl-filters").locator("button:visible, label:visible").all()
    assert len(targets) > 10
    for target in targets:
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, target.inner_text()


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_sticks_out_on_a_small_phone_or_in_large_text(open_timeline: Open, size: int) -> None:
    page = open_timeline("?place=region&kind=meeting&from=2021", Device("small", 320 * size // 100, 700, mobile=True))
    page.evaluate("size => document.documentElement.style.setProperty('font-size', `${size * 1.25}%`)", size)
    page.locator(".tl-filters__toggle").tap()
    for button in page.locator(".tl-filters__button").all():
        button.tap()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize("query", ["?kind=battle&place=region", "?kind=meeting&actor=army"], ids=["some", "none"])
def test_axe_reports_nothing_with_filters_open(browser: Browser, site: Site, device: Device, query: str) -> None:
    page = make_reader(browser, site.root, Settings(device)).open(f"timeline/{query}")
    drawn(page)
    if device is PHONE:
        page.locator(".tl-filters__toggle").tap()
    for name in ("Kind", "Period"):
        page.locator(".tl-filters__button", has_text=name).click()
        assert violations(page, ".tl") == []
        assert faint_in_either_scheme(page) == []
    page.context.close()


def test_without_scripts_there_is_no_form_and_the_list_is_whole(browser: Browser, site: Site) -> None:
    page = make_reader(browser, site.root, Settings(scripts=False)).open("timeline/?kind=meeting")
    assert page.locator(".tl-filters").count() == 0
    assert page.locator(".tl-events > li").count() >= 60
    page.context.close()


def test_a_strip_has_only_the_events_of_its_page(browser: Browser, site: Site) -> None:
    page = make_reader(browser, site.root, Settings(DESKTOP)).open("actors/umbrella/")
    page.locator(".tl-timeline").scroll_into_view_if_needed()
    drawn(page)
    expect(page.locator(".tl-instrument__period")).to_have_text("January 2020 to January 2023 · 2 events")
    assert page.locator(".tl-filters").count() == 0
    page.context.close()


def test_a_period_in_which_nothing_is_known_says_so(open_timeline: Open) -> None:
    page = open_timeline("?from=1900&to=1950")
    note = page.locator(".tl-instrument__note")
    expect(note).to_contain_text("No event fits all filters.")
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 0 events")
    note.get_by_role("button", name="Without Period: 65 events").click()
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 65 events")
    expect(page.get_by_role("application")).to_be_focused()


@pytest.mark.parametrize("query", ["?from=garbage", "?from=2025&to=2024", "?from=2024-02-31", "?to=2024-01-01T99:00"])
def test_a_period_that_is_none_is_marked_as_wrong(open_timeline: Open, query: str) -> None:
    page = open_timeline(query)
    page.locator(".tl-filters").get_by_role("button", name="Period", exact=True).click()
    expect(page.get_by_label("From")).to_have_attribute("aria-invalid", "true")


def test_back_leads_to_the_window_before_the_whole_period(open_timeline: Open) -> None:
    page = open_timeline("?from=2020-06&to=2021-06")
    page.get_by_role("button", name="Whole period").click()
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 65 events")
    page.wait_for_url(lambda url: "from" not in url)
    page.go_back()
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 1 event")


def test_a_thin_window_that_is_dragged_stays_as_long_as_it_is(open_timeline: Open) -> None:
    page = open_timeline("?from=2022-01-01&to=2022-01-10")
    box = page.locator(".tl-instrument__overview .selection").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=2022-01-01" not in url)
    dates = re.findall(r"(?:from|to)=(\d{4}-\d{2}-\d{2})", page.url)
    first, last = (date.fromisoformat(one) for one in dates)
    assert 9 <= (last - first).days <= 11
