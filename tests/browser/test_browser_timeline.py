"""The timeline that is drawn: what it shows, on its own page and as a strip on others."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from browser.built_site import Site
from browser.instrument import SETTLED, Instrument, drawn
from browser.reader import DESKTOP, PHONE, Device, Settings, make_reader
from browser.seen import faint_in_either_scheme, violations
from browser.small_timeline import FIRST, on_both


def test_the_whole_period_is_drawn_in_place_of_the_strip(opened: Instrument) -> None:
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")
    expect(opened.page.locator(".tl-timeline .tl-span")).to_be_hidden()
    expect(opened.button("Whole period")).to_be_disabled()
    expect(opened.button("Zoom out")).to_be_disabled()


def test_what_a_drawing_means_is_open_until_it_is_folded_below_it(opened: Instrument, small_timeline: Site) -> None:
    page = (small_timeline.folder / "timeline" / "index.html").read_text(encoding="utf-8")
    assert '<details class="tl-fold tl-timeline__beside" open>' in page
    [reading] = opened.page.locator(".tl-timeline > .tl-instrument + details").all()
    expect(reading.get_by_text("A mark stands for a day")).to_be_hidden()
    reading.get_by_text("How to read this").click()
    expect(reading.get_by_text("A mark stands for a day")).to_be_visible()
    expect(reading.get_by_text("unreviewed")).to_be_visible()


@on_both
def test_the_drawing_is_as_sharp_as_the_screen(opened: Instrument) -> None:
    sharp = "canvas => canvas.width === Math.round(canvas.clientWidth * devicePixelRatio)"
    canvas = opened.stage.locator("canvas")
    assert canvas.evaluate(sharp)
    opened.page.set_viewport_size({"width": 600, "height": 700})
    expect(canvas).to_have_css("width", "568px")
    assert canvas.evaluate(sharp)


@on_both
def test_a_reader_is_told_to_tap_by_finger_and_to_click_by_mouse(opened: Instrument) -> None:
    by_finger = opened.page.evaluate("matchMedia('(hover: none)').matches")
    expect(opened.caption).to_have_text("Tap an event." if by_finger else "Click an event, or use the arrow keys.")


@on_both
def test_buttons_zoom_and_are_large_enough_for_fingers(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_have_text("December 2020 to January 2023 · 2 events")
    opened.button("Whole period").click()
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")
    for button in opened.whole.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 32


def test_the_links_of_the_event_with_the_focus_are_drawn(opened: Instrument) -> None:
    opened.stage.focus()
    opened.press("ArrowRight", "ArrowRight", "ArrowRight")
    expect(opened.caption).to_contain_text("1 link")
    assert blue_between(opened, 0.2, 0.4) > 20
    opened.press("ArrowLeft")
    expect(opened.caption).to_contain_text("Some time in June")
    opened.page.wait_for_timeout(100)
    assert blue_between(opened, 0.1, 0.3) == 0


def blue_between(opened: Instrument, left: float, right: float) -> int:
    """How many pixels of the colour of links are between two parts of the drawing's width."""
    blue = """(canvas, [left, right]) => {
      const { width, height } = canvas
      const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
      copy.drawImage(canvas, 0, 0)
      const { data } = copy.getImageData(left * width, 0, (right - left) * width, height)
      let found = 0
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] > 200 && data[at + 2] > data[at] + 50) found++
      }
      return found
    }"""
    return int(opened.stage.locator("canvas").evaluate(blue, [left, right]))


def test_lanes_can_be_made_by_actor_by_kind_or_not_at_all(opened: Instrument) -> None:
    pictures = set()
    chooser = opened.whole.get_by_role("combobox")
    for name in ("Actor", "Kind", "None"):
        chooser.select_option(name)
        opened.page.wait_for_timeout(300)
        pictures.add(opened.picture())
    assert len(pictures) >= 2


def test_the_list_of_a_period_draws_a_date_as_the_build_does(opened: Instrument, small_timeline: Site) -> None:
    opened.page.goto(f"{small_timeline.root}timeline/?from=2020&to=2021-06")
    expect(opened.page.locator(".tl-twin .tl-bar")).to_have_count(1)
    drawn_bars = """() => [...document.querySelectorAll(".tl-event .tl-bar")].map(bar => [...bar.children].map(
      part => [part.tagName, part.getAttribute("class"), part.getBBox().x, part.getBBox().width]))"""
    opened.page.evaluate("document.querySelectorAll('[hidden]').forEach(part => { part.hidden = false })")
    ours, theirs = opened.page.evaluate(drawn_bars)
    assert ours == theirs
    assert ours[1][3] > 0
    times = "list => [...list.querySelectorAll('time')].map(({ dateTime, innerText }) => [dateTime, innerText])"
    first = opened.page.locator(".tl-year").filter(has_text="The first day")
    assert [list.evaluate(times) for list in first.all()] == [[["2020-01-01", "1 January 2020"]]] * 2


def test_a_timeline_that_was_hidden_shows_the_same_window_again(opened: Instrument) -> None:
    picture, size = opened.picture(), opened.stage.bounding_box()
    hide = "(part, display) => { part.parentElement.style.display = display; }"
    for display in ("none", ""):
        opened.whole.evaluate(hide, display)
        opened.page.wait_for_timeout(SETTLED)
    assert opened.stage.bounding_box() == size
    assert opened.picture() == picture


def test_another_scheme_repaints_the_drawing(opened: Instrument) -> None:
    light = opened.picture()
    opened.page.locator("label[title=Dark]").click()
    expect(opened.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    opened.page.wait_for_timeout(100)
    assert opened.picture() != light


def test_a_page_that_is_left_and_come_back_to_has_one_instrument(opened: Instrument) -> None:
    page = opened.page
    opened.stage.focus()
    opened.press("ArrowRight")
    expect(opened.caption.get_by_role("link")).to_be_visible()
    opened.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The first day")
    # Who leaves a page at once ends what it still fetches, which would be a fault.
    page.wait_for_load_state("networkidle")
    page.go_back()
    expect(page.locator(".tl-instrument")).to_have_count(1)
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")
    opened.stage.focus()
    opened.press("End")
    expect(opened.status).to_contain_text("The last day")


def test_nothing_is_shown_instead_of_the_strip_where_data_is_missing(browser: Browser, small_timeline: Site) -> None:
    page = make_reader(browser, small_timeline.root, Settings(DESKTOP)).page
    page.route("**/events.json", lambda route: route.abort())
    page.goto(f"{small_timeline.root}timeline/")
    page.wait_for_timeout(500)
    expect(page.locator(".tl-instrument")).to_have_count(0)
    expect(page.locator(".tl-timeline .tl-span")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize(
    ("address", "period"), [("actors/army/", "January 2022 to December 2023 · 2 events"), ("", "2020 to 2023 · 52")]
)
def test_a_strip_shows_the_events_of_its_page_and_moves_nothing_below_it(
    browser: Browser, small_timeline: Site, device: Device, address: str, period: str
) -> None:
    turned: ViewportSize = {"width": device.height, "height": device.width}
    upright: ViewportSize = {"width": device.width, "height": device.height}
    plain, page = (
        make_reader(browser, small_timeline.root, Settings(device, scripts=scripts)).open(address)
        for scripts in (False, True)
    )
    for one in (plain, page):
        # What the build draws is higher where the screen is wide, as it can be where words take more lines.
        one.evaluate("document.styleSheets[0].insertRule('.tl-strip, .tl-span { padding-bottom: 40vw !important }')")
    before = heights_of_strip(plain, turned, upright)
    plain.context.close()
    page.locator(".tl-timeline").scroll_into_view_if_needed()
    expect(drawn(page).period).to_contain_text(period)
    fetched = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not [name for name in fetched if name.endswith("filters.json")]
    assert heights_of_strip(page, turned, upright, turned) == pytest.approx([*before, before[0]], abs=2)
    page.context.close()


def heights_of_strip(page: Page, *sizes: ViewportSize) -> list[float]:
    """How high the place of a strip is on screens of these sizes, one after the other."""
    heights = []
    for size in sizes:
        page.set_viewport_size(size)
        page.wait_for_timeout(100)
        heights.append(page.evaluate("document.querySelector('.tl-timeline').offsetHeight"))
    return heights


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_ten_thousand_events_take_few_elements(browser: Browser, small_timeline: Site, device: Device) -> None:
    page = make_reader(browser, small_timeline.root, Settings(device)).page
    page.route("**/events.json", lambda route: route.fulfill(json=many_events(small_timeline.folder, 10_000)))
    page.goto(f"{small_timeline.root}timeline/")
    opened = drawn(page)
    expect(opened.period).to_contain_text("10,000 events")
    opened.stage.focus()
    for closer in count():
        if closer == 20 or opened.button("Zoom in").is_disabled():
            break
        opened.press("+")
    assert page.evaluate("document.querySelectorAll('.tl-instrument *').length") < 3000
    assert page.evaluate("document.documentElement.scrollWidth") <= device.width
    page.context.close()


def many_events(folder: Path, number: int) -> dict[str, Any]:
    """The columns of this site with so many events, one a day."""
    written: dict[str, Any] = json.loads((folder / "data" / "timeline" / "events.json").read_text(encoding="utf-8"))
    of_one = {name: written[name][0] for name in ("marks", "lane")}
    columns = {name: [value] * number for name, value in of_one.items()}
    return {
        **written,
        **columns,
        "count": number,
        "start": [FIRST, *[1] * (number - 1)],
        "length": [0] * number,
        "ends": [],
    }


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_axe_reports_nothing_of_the_drawing_with_an_event_in_focus(
    browser: Browser, small_timeline: Site, device: Device
) -> None:
    page = make_reader(browser, small_timeline.root, Settings(device)).open("timeline/")
    opened = drawn(page)
    opened.stage.focus()
    opened.press("ArrowRight", "ArrowRight", "+")
    expect(opened.caption.get_by_role("link")).to_be_visible()
    assert violations(page) == []
    assert faint_in_either_scheme(page) == []
    page.context.close()
