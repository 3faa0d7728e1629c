"""Filters on the timeline, by mouse, keys and address: what they leave is drawn, listed, counted and said."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.built_site import Site
from browser.filtered import LINES, OpenTimeline, choose, chosen, counts_of, expect_left, value_of
from browser.instrument import drawn
from browser.reader import DESKTOP, PHONE, Device, Settings, make_reader
from browser.seen import faint_in_either_scheme, violations

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


def test_words_narrow_to_what_the_search_finds_by_every_name(open_timeline: OpenTimeline) -> None:
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


def test_words_that_nothing_has_can_be_left_out_and_cleared(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?q=xyzzy&kind=statement")
    note = page.locator(".tl-instrument__note")
    expect(note).to_contain_text("No event fits all filters.")
    note.get_by_role("button", name="Without Text: 2 events").click()
    expect_left(page, "C", "D")
    page.go_back()
    page.get_by_role("button", name="Clear: Text, xyzzy").click()
    expect_left(page, "C", "D")
    assert page.url.endswith("/timeline/?kind=statement")


def test_every_filter_narrows_drawing_and_list_and_is_in_the_address(open_timeline: OpenTimeline) -> None:
    page = open_timeline()
    for filter_name, value, query, left in FILTERS:
        choose(page, filter_name, value)
        expect_left(page, *left)
        assert page.url.endswith(f"/timeline/?{query}")
        expect(page.locator(".tl-instrument").get_by_role("status")).to_contain_text(f"{len(left)} event")
        page.locator(".tl-chosen button").first.click()
        expect(page.locator(".tl-chosen")).to_be_hidden()


def test_what_is_disputed_or_has_counts_is_a_box_to_tick(open_timeline: OpenTimeline) -> None:
    page = open_timeline()
    for flag, query, left in (("Disputed only", "disputed", "C"), ("Has counts", "counts", "A")):
        page.get_by_role("checkbox", name=flag).check()
        expect_left(page, *left)
        assert page.url.endswith(f"?{query}=1")
        page.get_by_role("checkbox", name=flag).uncheck()


def test_an_umbrella_has_its_parts_and_a_region_its_towns(open_timeline: OpenTimeline) -> None:
    page = open_timeline()
    choose(page, "Actor", "Umbrella")
    expect_left(page, "A", "D")
    page.locator(".tl-chosen button").click()
    choose(page, "Place", "Region")
    expect_left(page, "A", "B", "E")


def test_an_actor_has_its_predecessors_where_a_reader_wants_them(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?actor=new")
    expect_left(page, "C")
    choose(page, "Actor", "With predecessors")
    expect_left(page, "B", "C")
    assert page.url.endswith("?actor=new&before=1")
    assert counts_of(page, "Actor")["New"] == 2


def test_numbers_follow_the_other_filters_and_several_values_are_any(open_timeline: OpenTimeline) -> None:
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


def test_one_tap_clears_one_filter_or_all(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?place=region&kind=meeting&disputed=1&from=2019&utm=x")
    page.get_by_role("button", name="Clear: Disputed only").click()
    expect_left(page, "E")
    page.get_by_role("button", name="Clear: Kind, meeting").click()
    expect_left(page, "A", "B", "E")
    choose(page, "Kind", "battle")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".tl-chosen")).to_be_hidden()
    assert page.url.endswith("?utm=x")


def test_clearing_by_keys_leaves_the_focus_on_what_is_next(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?place=region&kind=meeting")
    page.get_by_role("button", name="Clear: Place, Region").press("Enter")
    expect(page.get_by_role("button", name="Clear: Kind, meeting")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".tl-filters__button").first).to_be_focused()


def test_filters_are_opened_ticked_and_left_by_keys(open_timeline: OpenTimeline) -> None:
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


def test_the_address_survives_a_reload_and_going_back(open_timeline: OpenTimeline) -> None:
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


def test_an_empty_result_says_which_filter_to_let_go(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?kind=meeting&actor=umbrella")
    note = page.locator(".tl-instrument__note")
    expect(note).to_contain_text("No event fits all filters.")
    expect(page.locator(".tl-twin__found")).to_have_text("0 of 65 events")
    note.get_by_role("button", name="Without Kind: 2 events").click()
    expect_left(page, "A", "D")
    expect(note).to_be_empty()
    page.go_back()
    expect(note).to_contain_text("Without Kind: 2 events")


def test_where_no_single_filter_helps_several_are_let_go_together(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?actor=army&kind=meeting&from=2020&to=2020")
    page.get_by_role("button", name="Without Actor and Kind: 1 event").click()
    expect_left(page, "A")
    assert page.url.endswith("/timeline/?from=2020&to=2020")


def test_a_value_that_is_not_there_is_shown_and_can_be_cleared(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?actor=nobody")
    expect(page.locator(".tl-instrument__note")).to_contain_text("Without Actor: 65 events")
    assert chosen(page) == ["Actor unknown: nobody"]
    page.get_by_role("button", name="Clear: Actor, unknown: nobody").click()
    expect(page.locator(".tl-chosen")).to_be_hidden()


def test_a_long_list_is_shown_in_pieces(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?thread=peace")
    expect(page.locator(LINES)).to_have_count(50)
    expect(page.locator(".tl-twin h3")).to_have_text(["January 2025", "February 2025"])
    page.locator(".tl-twin").get_by_role("button", name="Show more").click()
    expect(page.locator(LINES)).to_have_count(60)
    expect(page.locator(LINES).nth(50).get_by_role("link")).to_be_focused()
    expect(page.locator(".tl-twin").get_by_role("button", name="Show more")).to_be_hidden()


def test_a_line_of_the_list_leads_to_the_event_and_back_to_the_selection(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?kind=meeting")
    page.locator(LINES).get_by_role("link", name="E").click()
    expect(page.get_by_role("heading", name="E", level=1)).to_be_visible()
    page.go_back()
    expect_left(page, "E")


def test_on_a_phone_filters_are_closed_at_first_and_can_be_hit(open_timeline: OpenTimeline) -> None:
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
def test_nothing_sticks_out_on_a_small_phone_or_in_large_text(open_timeline: OpenTimeline, size: int) -> None:
    page = open_timeline("?place=region&kind=meeting&from=2021", Device("small", 320 * size // 100, 700, mobile=True))
    page.evaluate("size => document.documentElement.style.setProperty('font-size', `${size * 1.25}%`)", size)
    page.locator(".tl-filters__toggle").tap()
    for button in page.locator(".tl-filters__button").all():
        button.tap()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_name_of_a_site_is_whole_in_large_text_on_a_phone(open_timeline: OpenTimeline) -> None:
    page = open_timeline(device=PHONE)
    page.evaluate("document.documentElement.style.setProperty('font-size', '250%')")
    is_whole = """name => {
      name.textContent = "The river below the dam, a sourced chronology";
      const { width, right } = name.getBoundingClientRect();
      return name.scrollHeight <= name.clientHeight && name.scrollWidth <= Math.ceil(width) && right <= innerWidth;
    }"""
    assert page.locator(".md-header__topic .md-ellipsis").first.evaluate(is_whole)


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize("query", ["?kind=battle&place=region", "?kind=meeting&actor=army"], ids=["some", "none"])
def test_axe_reports_nothing_with_filters_open(
    browser: Browser, filtered_site: Site, device: Device, query: str
) -> None:
    page = make_reader(browser, filtered_site.root, Settings(device)).open(f"timeline/{query}")
    drawn(page)
    if device is PHONE:
        page.locator(".tl-filters__toggle").tap()
    for name in ("Kind", "Period"):
        page.locator(".tl-filters__button", has_text=name).click()
        assert violations(page, ".tl") == []
        assert faint_in_either_scheme(page) == []
    page.context.close()


def test_without_scripts_there_is_no_form_and_the_list_is_whole(browser: Browser, filtered_site: Site) -> None:
    page = make_reader(browser, filtered_site.root, Settings(scripts=False)).open("timeline/?kind=meeting")
    assert page.locator(".tl-filters").count() == 0
    assert page.locator(".tl-events > li").count() >= 60
    page.context.close()


def test_a_strip_has_only_the_events_of_its_page(browser: Browser, filtered_site: Site) -> None:
    page = make_reader(browser, filtered_site.root, Settings(DESKTOP)).open("actors/umbrella/")
    page.locator(".tl-timeline").scroll_into_view_if_needed()
    drawn(page)
    expect(page.locator(".tl-instrument__period")).to_have_text("January 2020 to January 2023 · 2 events")
    assert page.locator(".tl-filters").count() == 0
    page.context.close()
