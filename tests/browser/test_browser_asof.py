"""A page as of a day: what had been said by then is shown, what came later counted, and the address holds the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from building import build
from playwright.sync_api import Browser, Locator, Page, expect
from worlds import write_site

from browser.addresses import AMBUSH
from browser.built_site import SITE_URL, Site, host
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Reader, Settings, make_reader
from browser.seen import faint_in_either_scheme, open_all, violations

WORLD = """
2024-07-27-ambush:
  threads: [war]
  actors: [{actor: army, role: attacked, standing: disputed}]
  date_note: Why the editors chose this day.
  links: [{type: after, event: 2024-07-26-march, note: What ties one to the other.}]
  summary: What the editors make of it.
  body: The account of the editors.
  unknown: [Who was there.]
  claims:
    - {id: many, by: csp, question: dead, date: 2024-07-28, figures: {army: {killed: 47}}, says: 47 soldiers died.}
    - {id: few, by: army, question: dead, date: 2024-07-30, figures: {army: {killed: 20}}, says: 20 soldiers died.,
       assessment: contradicted, because: Lists name more.}
    - {id: fewer, by: army, question: dead, date: 2024-08-05, figures: {army: {killed: 22}}, revises: few,
       says: 22 soldiers died.}
    - {id: vague, by: paper, date: 2024-07, says: A paper wrote of it.}
    - {id: bare, by: paper, says: Nobody knows when this was said.}
    - {id: alone, by: csp, question: who, date: 2024-07-28, says: The movement was alone.}
    - {id: again, by: csp, question: who, date: 2024-08-03, repeats: alone, says: It was alone indeed.}
    - {id: between, by: paper, question: who, date: 2024-07-30, says: It is not known whether it was alone.}
    - {id: denied, by: army, topic: participation, question: who, date: 2024-08-04, denies: alone,
       says: Others were with it.}
2024-07-26-march: {title: The march, added: 2026-11-20}
2024-08-20-answer: {title: The answer, threads: [war], actors: [{actor: army, role: speaker}]}
2024-09-01-end: {title: The end, date: 2024-09, threads: [war]}
threads/war: {title: The war, summary: Of a war., now: It goes on.}
actors/csp: {name: CSP-DPA}
actors/army: {name: Malian army, type: armed-forces, description: An army of the time.}
actors/paper: {name: A paper, type: media}
questions/dead: {title: How many died}
questions/who: {title: Who was it}
"""
EVENT, QUESTION = "events/2024-07-27-ambush/", "questions/who/"
ON_THE_DAY = "?as-of=2024-07-30"
_NOTES = ("Why the editors chose this day.", "What ties one to the other.")
SHOWN = "element => element.checkVisibility()"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    built = build(write_site(tmp_path_factory.mktemp("asof") / "site", WORLD), site_url=SITE_URL)
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture
def open_page(browser: Browser, small_site: Site) -> Iterator[Open]:
    readers: list[Reader] = []

    def open_one(address: str = EVENT, device: Device = DESKTOP) -> Page:
        readers.append(make_reader(browser, small_site.root, Settings(device)))
        return readers[-1].open(address)

    yield open_one
    for reader in readers:
        reader.page.context.close()
        # Material asks for the sitemap in the wrong folder where the address has changed.
        assert [
            fault for fault in reader.faults if "/sitemap.xml" not in fault and "404 (Not Found)" not in fault
        ] == []


def state(page: Page) -> Locator:
    return page.locator(".tl-asof [role=status]")


def open_choice(page: Page) -> None:
    """Open the choice of a day, and wait until its script has come."""
    page.get_by_text("As of a day").click()
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", re.compile("."))


def claim(page: Page, words: str) -> Locator:
    return page.locator(".tl-claim", has_text=words).first


def rows(page: Page) -> list[str]:
    """What the rows of the charts say that are there."""
    return [row.inner_text() for row in page.locator(".tl-chart li.tl-count").all() if row.is_visible()]


def test_an_address_shows_what_had_been_said_by_its_day(open_page: Open) -> None:
    page = open_page(EVENT + ON_THE_DAY)
    expect(state(page)).to_have_text(
        "On 30 July 2024: 4 of 9 claims had been made. 4 came later. 1 has no date of saying and is shown."
    )
    page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    expect(claim(page, "47 soldiers died.")).to_be_visible()
    expect(claim(page, "Nobody knows when")).to_be_visible()
    for later in ("22 soldiers died.", "A paper wrote of it.", "Others were with it."):
        expect(claim(page, later)).to_be_hidden()
    few = claim(page, "20 soldiers died.")
    expect(few.get_by_text("later revised")).to_be_hidden()
    expect(few.locator(".tl-claim__marks", has_text="disputed")).to_be_visible()
    expect(few.locator(".tl-tie--revised-by")).to_be_hidden()
    expect(page.locator("#part-claims .tl-part__count")).to_have_text("5 claims")


def test_the_charts_show_the_counts_of_the_day(open_page: Open) -> None:
    page = open_page(EVENT + ON_THE_DAY)
    expect(state(page)).not_to_be_empty()
    assert [row.split("\n")[-1] for row in rows(page)] == ["47", "20"]
    assert not any("revised" in row for row in rows(page))
    assert all("disputed" in row for row in rows(page)), "what was taken back later was held against others"
    expect(page.locator(".tl-chart .tl-count--past")).to_have_count(0)
    page.get_by_role("button", name="Show everything").click()
    assert [row.split("\n")[-1] for row in rows(page)] == ["47", "20", "22"]
    expect(page.locator(".tl-chart .tl-count--past")).to_have_count(1)


def test_what_the_editors_wrote_is_folded_until_everything_is_shown(open_page: Open) -> None:
    page = open_page(EVENT)
    before = page.locator(".tl").inner_html()
    open_choice(page)
    page.get_by_label("Day", exact=True).fill("2024-07-30")
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.partition("?")[0] + ON_THE_DAY)
    for written in ("What the editors make of it.", "The account of the editors.", "Who was there.", *_NOTES):
        assert not page.get_by_text(written).first.evaluate(SHOWN), written
    few = claim(page, "20 soldiers died.")
    few.locator("xpath=ancestor::details").evaluate_all("all => all.forEach(fold => (fold.open = true))")
    few.evaluate("fold => (fold.open = true)")
    assert few.locator(".tl-assessment--contradicted").is_hidden()
    assert not few.get_by_text("Lists name more.").evaluate(SHOWN)
    few.get_by_text("Written later").click()
    assert few.get_by_text("Lists name more.").evaluate(SHOWN)
    page.get_by_role("button", name="Show everything").click()
    expect(page).to_have_url(page.url.partition("?")[0])
    expect(page.get_by_text("What the editors make of it.")).to_be_visible()
    expect(page.get_by_text("As of a day")).to_be_focused()
    assert _parts(page, page.locator(".tl").inner_html()) == _parts(page, before)
    for note in _NOTES:
        assert page.get_by_text(note).locator("xpath=ancestor::details").count() == int("day" in note), note
    page.go_back()
    expect(state(page)).to_contain_text("On 30 July 2024")


def _parts(page: Page, html: str) -> str:
    """A page but for the choice of a day, and for what a reader opens and closes."""
    return str(
        page.evaluate(
            """html => {
              const page = document.createElement('template')
              page.innerHTML = html
              page.content.querySelector('.tl-asof').remove()
              for (const fold of page.content.querySelectorAll('details')) {
                fold.open = false
                fold.classList.remove('tl-fold--touched')
              }
              return page.innerHTML
            }""",
            html,
        )
    )


def test_the_arrow_keys_go_from_one_day_to_the_next(open_page: Open) -> None:
    page = open_page(EVENT + "?as-of=2024-07-28&other=1")
    expect(state(page)).to_contain_text("2 of 9")
    open_choice(page)
    slider = page.get_by_role("slider")
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "30 July 2024")
    expect(state(page)).to_contain_text("4 of 9")
    expect(page).to_have_url(page.url.partition("?")[0] + "?other=1&as-of=2024-07-30")
    slider.press("Home")
    expect(state(page)).to_contain_text("On 27 July 2024: 0 of 9 claims had been made. 8 came later. 1 has no date")
    expect(page.locator("#part-counts")).to_be_hidden()
    slider.press("End")
    expect(state(page)).to_contain_text("On 5 August 2024: 8 of 9 claims had been made. 1 has no date")


def test_a_day_that_is_none_is_said_to_be_none(open_page: Open) -> None:
    page = open_page(EVENT)
    open_choice(page)
    field = page.get_by_label("Day", exact=True)
    field.fill("30 July")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(state(page)).to_have_text("This is no day. Write it as 2024-07-30.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(claim(page, "Others were with it.")).to_be_visible()
    for written in ("2024-07", "31 July 2024", "July 31, 2024"):
        field.fill(written)
        field.press("Enter")
        expect(state(page)).to_contain_text("On 31 July 2024: 5 of 9 claims had been made. 3 came later.")
        expect(field).not_to_have_attribute("aria-invalid", "true")
        expect(page).to_have_url(re.compile(r"\?as-of=2024-07-31$"))
    page = open_page(EVENT + "?as-of=yesterday")
    expect(state(page)).to_have_text("This is no day. Write it as 2024-07-30.")
    expect(page.get_by_label("Day", exact=True)).to_have_value("yesterday")


def test_a_ledger_has_no_strand_to_a_denial_that_came_later(open_page: Open) -> None:
    page = open_page(QUESTION + ON_THE_DAY)
    expect(state(page)).to_contain_text("2 of 4 claims")
    assert not any(strand.is_visible() for strand in page.locator(".tl-strand, .tl-joint").all())
    expect(page.locator(".tl-again")).to_be_hidden()
    assert not page.get_by_text("Of each the latest claim").evaluate(SHOWN), "where each stands now came later"
    open_choice(page)
    slider = page.get_by_role("slider")
    slider.press("End")
    assert any(strand.is_visible() for strand in page.locator(".tl-strand").all())
    expect(page.locator(".tl-again > summary")).to_have_text("said again once")


def test_the_events_of_a_thread_are_those_that_had_begun(open_page: Open) -> None:
    page = open_page("threads/war/?as-of=2024-09-02")
    expect(state(page)).to_have_text("On 2 September 2024: 2 of 3 events had begun. 1 came later.")
    titles = page.locator(".tl-event__title")
    expect(titles.filter(visible=True)).to_have_text(["2024-07-27-ambush", "The answer"])
    assert not page.get_by_text("It goes on.").evaluate(SHOWN)
    folded = page.get_by_text("Written later: Summary, Where it stands")
    folded.click()
    assert page.get_by_text("It goes on.").evaluate(SHOWN)
    first = page.locator(".tl-story__fold").first
    expect(first.locator("summary")).to_have_text("Written later", use_inner_text=True)
    expect(page.locator(".tl-instrument__period")).to_contain_text("2 events")
    away = page.locator("a[href*='/method/'], a[href*='.yml']").first
    for link in (away, page.locator("a[href*='/timeline/']").first):
        assert "as-of" not in (link.get_attribute("href") or ""), "a page without the choice was given a day"
    titles.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/events/2024-07-27-ambush/\?as-of=2024-09-02$"))
    expect(state(page)).to_contain_text("On 2 September 2024: 8 of 9 claims")
    page.go_back()
    page.get_by_role("button", name="Show everything").click()
    expect(titles.filter(visible=True)).to_have_count(3)
    expect(first.locator("summary")).to_have_text("What the editors make of it.")
    expect(page.locator(".tl-instrument__period")).to_contain_text("3 events")


def test_an_actor_has_what_it_had_done_and_said(open_page: Open) -> None:
    page = open_page("actors/army/" + ON_THE_DAY)
    expect(state(page)).to_have_text(
        "On 30 July 2024: 1 of 3 claims had been made. 2 came later. 1 of 2 events had begun. 1 came later."
    )
    expect(page.locator(".tl-event__title").filter(visible=True)).to_have_text(["2024-07-27-ambush"])
    expect(page.locator(".tl-claim__says").filter(visible=True)).to_have_text(["20 soldiers died."])
    assert not page.get_by_text("An army of the time.").evaluate(SHOWN)
    facts = page.locator(".tl-event__facts").first
    assert "disputed" not in facts.inner_text(), "the editors found later that its part is disputed"
    page.get_by_role("button", name="Show everything").click()
    expect(facts).to_contain_text("attacked (disputed)")


def test_home_says_what_was_added_since_a_day_and_since_the_last_visit(open_page: Open) -> None:
    page = open_page("")
    place = page.locator(".tl-since")
    expect(place.get_by_role("status")).to_have_text("")
    place.get_by_text("Since a day").click()
    place.get_by_label("Day").fill("2026-11-22")
    place.get_by_label("Day").press("Enter")
    expect(place.get_by_role("status")).to_have_text("Since 22 November 2026: 3 additions")
    expect(place.get_by_role("link", name="The answer")).to_have_attribute("href", "events/2024-08-20-answer/")
    expect(page).to_have_url(re.compile(r"\?since=2026-11-22$"))
    page.reload()
    expect(place.get_by_role("status")).to_have_text("Since 22 November 2026: 3 additions")
    page.goto(page.url.replace("2026-11-22", "2026-12"))
    expect(place.get_by_role("status")).to_have_text("Since 31 December 2026: nothing was added.")
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('tl-visits'))")
    assert [re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} ", visits) is not None for _, visits in kept] == [True]
    page.evaluate("key => localStorage.setItem(key, '2020-02-03 ')", kept[0][0])
    page.goto(page.url.partition("?")[0])
    expect(place.get_by_role("status")).to_have_text("Since your last visit, on 3 February 2020: 4 additions")
    assert violations(page, ".tl") == []
    assert faint_in_either_scheme(page) == []


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_axe_reports_nothing_as_of_a_day(open_page: Open, device: Device) -> None:
    page = open_page(EVENT + ON_THE_DAY, device)
    expect(state(page)).not_to_be_empty()
    open_all(page)
    page.get_by_role("slider").focus()
    assert violations(page, ".tl") == []
    assert faint_in_either_scheme(page) == []


def test_the_choice_costs_no_height_and_stays_in_sight(open_page: Open) -> None:
    page = open_page(EVENT, PHONE)
    expect(page.get_by_role("button", name="Show everything")).to_have_count(0)
    way_back, choice = page.locator(".tl-back").bounding_box(), page.locator(".tl-asof").bounding_box()
    assert way_back is not None
    assert choice is not None
    assert abs(way_back["y"] - choice["y"]) < 10
    assert choice["height"] >= 24
    open_choice(page)
    page.get_by_label("Day", exact=True).fill("2024-07-30")
    page.get_by_role("button", name="Show", exact=True).tap()
    expect(state(page)).to_contain_text("On 30 July 2024")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(state(page)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width


def test_the_real_ambush_is_shown_as_of_a_day(read: MakeReader) -> None:
    page = read(Settings(PHONE)).open(AMBUSH + ON_THE_DAY)
    expect(state(page)).to_contain_text("On 30 July 2024")
    said = page.locator("[data-tl-said]")
    days = [one.get_attribute("data-tl-said") or "" for one in said.all() if one.evaluate("one => !one.hidden")]
    assert days
    assert max(days) <= "2024-07-30"
