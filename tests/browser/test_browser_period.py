"""What of time is shown, in the address too: a period that is typed or moved, the event with the focus, the lanes."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.filtered import OpenTimeline, chosen, counts_of, expect_left
from browser.instrument import SETTLED, Instrument, drawn


def open_period(page: Page) -> tuple[Locator, Locator]:
    """The fields of the period, in which dates are typed."""
    page.locator(".tl-filters__button", has_text="Period").click()
    return page.get_by_label("From", exact=True), page.get_by_label("To", exact=True)


def test_a_period_is_typed_as_dates_are_written(open_timeline: OpenTimeline) -> None:
    page = open_timeline()
    start, end = open_period(page)
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


@pytest.mark.parametrize(
    ("query", "field", "fault"),
    [
        ("?from=garbage", "From", "From: “garbage” is no date."),
        ("?from=2025&to=2024", "From", "From (2025) is after To (2024)."),
        ("?from=2024-02-31", "From", "From: “2024-02-31” is no date."),
        ("?to=2024-01-01T99:00", "To", "To: “2024-01-01T99:00” is no date."),
    ],
)
def test_an_address_with_a_period_that_is_none_says_why(
    open_timeline: OpenTimeline, query: str, field: str, fault: str
) -> None:
    page = open_timeline(query)
    expect(page.locator(".tl-filters").get_by_text(fault)).to_be_visible()
    expect(page.locator(".tl-instrument").get_by_role("status")).to_have_text(f"{fault} 65 events")
    page.locator(".tl-filters").get_by_role("button", name="Period", exact=True).click()
    expect(page.get_by_label(field, exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label(field, exact=True)).to_have_accessible_description(re.compile(re.escape(fault)))
    expect(page.get_by_label(field, exact=True)).to_have_value(query.split("&")[0].split("=")[1])


def test_a_typed_period_that_is_none_says_why_and_stays_to_be_corrected(open_timeline: OpenTimeline) -> None:
    page = open_timeline()
    start, end = open_period(page)
    start.fill("2026")
    end.fill("2020")
    end.press("Enter")
    fault = page.locator(".tl-filters").get_by_text("From (2026) is after To (2020).")
    expect(fault).to_be_visible()
    expect(page.locator(".tl-instrument").get_by_role("status")).to_have_text("From (2026) is after To (2020).")
    page.get_by_role("checkbox", name="Has counts").check()
    expect(page.locator(".tl-twin")).to_be_visible()
    expect(fault).to_be_visible()
    expect(start).to_have_value("2026")
    start.fill("2019")
    start.press("Enter")
    expect_left(page, "A")
    expect(fault).to_be_hidden()


def test_a_period_is_a_filter_that_one_tap_clears(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?from=2020&to=2021&kind=battle")
    assert chosen(page) == ["Kind battle", "Period 2020 to 2021", "Clear all"]
    page.get_by_role("button", name="Clear: Period, 2020 to 2021").click()
    page.wait_for_function("() => location.search === '?kind=battle'")
    assert chosen(page) == ["Kind battle"]
    page.goto(page.url.partition("?")[0] + "?to=garbage")
    page.get_by_role("button", name="Clear: Period, … to garbage").click()
    expect(page.locator(".tl-filters").get_by_text("is no date")).to_be_hidden()


def test_an_address_that_leaves_nothing_is_read_aloud(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?kind=meeting&actor=umbrella")
    said = "No event fits all filters. Without Kind: 2 events"
    expect(page.locator(".tl-instrument").get_by_role("status")).to_have_text(said)


def test_a_period_in_which_nothing_is_known_says_so(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?from=1900&to=1950")
    note = page.locator(".tl-instrument__note")
    expect(note).to_contain_text("No event is in this period.")
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 0 events")
    note.get_by_role("button", name="Without Period: 65 events").click()
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 65 events")
    expect(page.get_by_role("application")).to_be_focused()


def test_the_window_is_the_period_and_moving_it_makes_no_step_to_go_back(open_timeline: OpenTimeline) -> None:
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


def test_back_leads_to_the_window_before_the_whole_period(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?from=2020-06&to=2021-06")
    page.get_by_role("button", name="Whole period").click()
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 65 events")
    page.wait_for_url(lambda url: "from" not in url)
    page.go_back()
    expect(page.locator(".tl-instrument__period")).to_contain_text("· 1 event")


def test_a_thin_window_that_is_dragged_stays_as_long_as_it_is(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?from=2022-01-01&to=2022-01-10")
    box = page.locator(".tl-instrument__overview .selection").bounding_box()
    seen = page.locator(".tl-instrument__window").bounding_box()
    assert box is not None
    assert seen is not None
    assert seen["width"] < 6
    assert box["width"] >= 24
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=2022-01-01" not in url)
    dates = re.findall(r"(?:from|to)=(\d{4}-\d{2}-\d{2})", page.url)
    first, last = (date.fromisoformat(one) for one in dates)
    assert 9 <= (last - first).days <= 11


def test_an_end_of_a_thin_window_is_moved_by_itself(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?from=2022-01-01&to=2022-01-10")
    box = page.locator(".tl-instrument__overview .handle--e").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=2022-01-01" in url and "to=2022-01-10" not in url)
    expect(page.locator(".tl-instrument__period")).to_contain_text("January 2022 to ")


def test_the_window_in_the_address_stays_when_its_event_gets_the_focus(open_timeline: OpenTimeline) -> None:
    query = "?from=2021-12&to=2023-12&event=2022-01-01-c"
    page = open_timeline(query)
    expect(page.locator(".tl-instrument__caption")).to_contain_text("C")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate("location.search") == query
    expect(page.locator(".tl-instrument__period")).to_contain_text("December 2021 to December 2023")


def test_the_event_in_the_address_has_the_focus(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?event=2022-01-01-c")
    expect(page.locator(".tl-instrument__caption")).to_contain_text("C")
    page.get_by_role("application").press("ArrowRight")
    page.wait_for_function("() => location.search === '?event=2023-01-01-d'")


def test_lanes_are_in_the_address(open_timeline: OpenTimeline) -> None:
    page = open_timeline("?lanes=actor")
    lanes = page.get_by_label("Lanes by")
    expect(lanes).to_have_value("actor")
    lanes.select_option("kind")
    assert page.url.endswith("?lanes=kind")
    page.go_back()
    expect(lanes).to_have_value("actor")


@pytest.mark.parametrize("comes", ["by address", "by keys"])
def test_lanes_of_which_nothing_is_in_sight_leave_their_room_to_others(open_timeline: OpenTimeline, comes: str) -> None:
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
