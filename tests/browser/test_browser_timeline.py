"""The timeline that is drawn, by wheel, fingers, mouse and keys, and for those who listen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from building import build
from playwright.sync_api import Browser, expect
from worlds import write_site

from browser.built_site import SITE_URL, Site, host
from browser.instrument import Instrument, drawn
from browser.reader import DESKTOP, PHONE, Device, Settings, make_reader
from browser.test_browser_axe import violations
from site_builder import edtf

WORLD = """
2020-01-01-first: {title: The first day, actors: [{actor: csp, role: attacker}]}
2021-06-month: {title: Some time in June, date: 2021-06}
2022-01-01-middle:
  title: The middle of it
  importance: major
  actors: [{actor: army, role: attacker}]
  links: [{type: responds-to, event: 2020-01-01-first}]
2023-12-31-last: {title: The last day, standing: unreviewed, actors: [{actor: army, role: attacked}]}
actors/csp: {name: CSP-DPA}
actors/army: {name: The army}
"""
DENSE = "".join(
    f"2023-03-{day:02d}-dense-{number}: {{title: Dense {number} of {day} March}}\n"
    for day in range(5, 29)
    for number in (1, 2)
)
FIRST, LAST = edtf.day_number(2020, 1, 1), edtf.day_number(2024, 1, 1)
ROOM = (LAST - FIRST) * 0.02
SETTLED = 500
"""Milliseconds after which an instrument has said what its window is."""
ACROSS = {
    title: (day + 0.5 - FIRST + ROOM) / (LAST - FIRST + 2 * ROOM)
    for title, day in (("The middle of it", edtf.day_number(2022, 1, 1)), ("Dense", edtf.day_number(2023, 3, 17)))
}
"""How far across the whole period events are."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("timeline")
    theme = "{name: material, font: false, features: [navigation.instant], palette: "
    theme += "[{scheme: default, toggle: {icon: material/eye, name: Dark}}, "
    theme += "{scheme: slate, toggle: {icon: material/eye, name: Light}}]}"
    built = build(write_site(folder / "site", WORLD + DENSE, config=f"{{site_url: '{SITE_URL}', theme: {theme}}}"))
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture
def opened(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Instrument]:
    """The timeline's page on a desktop, or on the device that a test names, without a fault when the test is over."""
    reader = make_reader(browser, site.root, Settings(getattr(request, "param", DESKTOP)))
    yield drawn(reader.open("timeline/"))
    # Instant navigation asks for the sitemap, and is interrupted where a test goes on before it comes.
    assert [fault for fault in reader.faults if "sitemap.xml" not in fault and "favicon.png" not in fault] == []
    reader.page.context.close()


on_phone = pytest.mark.parametrize("opened", [PHONE], indirect=True)
on_both = pytest.mark.parametrize("opened", [PHONE, DESKTOP], indirect=True, ids=lambda device: device.name)


def test_the_whole_period_is_drawn_in_place_of_the_strip(opened: Instrument) -> None:
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")
    expect(opened.page.locator(".tl-timeline .tl-span")).to_be_hidden()
    expect(opened.button("Whole period")).to_be_disabled()
    expect(opened.button("Zoom out")).to_be_disabled()


@on_both
def test_the_drawing_is_as_sharp_as_the_screen(opened: Instrument) -> None:
    sharp = "canvas => canvas.width === Math.round(canvas.clientWidth * devicePixelRatio)"
    canvas = opened.stage.locator("canvas")
    assert canvas.evaluate(sharp)
    opened.page.set_viewport_size({"width": 600, "height": 700})
    expect(canvas).to_have_css("width", "568px")
    assert canvas.evaluate(sharp)


def test_arrow_keys_lead_from_event_to_event_and_say_title_and_date(opened: Instrument) -> None:
    opened.stage.focus()
    for title, date in (("The first day", "1 January 2020"), ("Some time in June", "June 2021")):
        opened.press("ArrowRight")
        expect(opened.status).to_contain_text(f"{date}. {title}")
        expect(opened.caption).to_contain_text(title)
    opened.press("ArrowLeft")
    expect(opened.status).to_contain_text("The first day")
    opened.press("End")
    expect(opened.status).to_contain_text("The last day")
    expect(opened.caption).to_contain_text("unreviewed")
    opened.press("Home")
    expect(opened.status).to_contain_text("The first day")


def test_enter_opens_the_event_that_has_the_focus(opened: Instrument) -> None:
    opened.stage.focus()
    opened.press("End", "Enter")
    expect(opened.page.get_by_role("heading", level=1)).to_have_text("The last day")


def test_escape_leaves_the_event_and_the_timeline(opened: Instrument) -> None:
    opened.stage.focus()
    before = opened.picture()
    opened.press("ArrowRight")
    expect(opened.caption).to_contain_text("The first day")
    assert opened.picture() != before
    opened.press("Escape")
    expect(opened.stage).not_to_be_focused()
    expect(opened.caption).not_to_contain_text("The first day")


def test_plus_and_minus_zoom_and_say_the_period(opened: Instrument) -> None:
    opened.stage.focus()
    opened.press("+", "+")
    expect(opened.status).to_have_text("June 2021 to July 2022 · 2 events")
    opened.press("-", "-")
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")


def test_steps_that_follow_each_other_quickly_add_up(opened: Instrument) -> None:
    opened.stage.focus()
    opened.press("+", "+", "+", "-", "-")
    expect(opened.period).to_have_text("December 2020 to January 2023 · 2 events")


def test_the_focus_stays_on_a_button_that_has_nothing_left_to_do(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_contain_text("December 2020")
    opened.button("Whole period").press("Enter")
    expect(opened.button("Whole period")).to_be_disabled()
    expect(opened.button("Whole period")).to_be_focused()


def test_keys_with_control_belong_to_the_browser(opened: Instrument) -> None:
    opened.stage.focus()
    opened.page.evaluate("addEventListener('keydown', event => { window.isTaken = event.defaultPrevented })")
    opened.press("Control+Home")
    assert opened.page.evaluate("window.isTaken") is False


def test_the_focus_can_be_seen(opened: Instrument) -> None:
    opened.press("Tab")
    opened.stage.focus()
    assert opened.stage.evaluate("stage => getComputedStyle(stage).outlineStyle") == "solid"


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


def test_the_wheel_zooms_around_the_mouse(opened: Instrument) -> None:
    opened.page.mouse.move(*opened.point(ACROSS["The middle of it"]))
    for _ in range(12):
        opened.page.mouse.wheel(0, -200)
    expect(opened.period).to_have_text("4 December 2021 to 27 January 2022 · 1 event")
    opened.show("The middle of it", ACROSS["The middle of it"])


def test_a_wheel_that_scrolls_the_page_goes_on_doing_so_over_the_drawing(opened: Instrument) -> None:
    # Sent by the page itself: how long a mouse's own turns take, nobody knows.
    turns = """stage => [document.body, stage].map(
      one => one.dispatchEvent(new WheelEvent("wheel", { deltaY: -40, bubbles: true, cancelable: true })))"""
    assert opened.stage.evaluate(turns) == [True, True]
    expect(opened.button("Whole period")).to_be_disabled()


def test_at_the_whole_period_the_wheel_scrolls_the_page(opened: Instrument) -> None:
    opened.page.evaluate("scrollTo(0, 0)")
    opened.page.mouse.move(*opened.point(0.5))
    opened.page.mouse.wheel(0, 120)
    opened.page.wait_for_function("() => scrollY > 0")


def test_a_drag_moves_the_window(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_have_text("December 2020 to January 2023 · 2 events")
    opened.page.mouse.move(*opened.point(0.3, 0.9))
    opened.page.mouse.down()
    opened.page.mouse.move(*opened.point(0.8, 0.9), steps=5)
    opened.page.mouse.up()
    expect(opened.period).to_have_text("January 2020 to December 2021 · 2 events")


def test_a_wheel_to_the_side_moves_the_window(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_contain_text("December 2020")
    opened.page.mouse.move(*opened.point(0.5))
    opened.page.mouse.wheel(-5000, 0)
    expect(opened.period).to_contain_text("January 2020 to")


@on_phone
def test_two_fingers_zoom(opened: Instrument) -> None:
    near, far = (0.45, 0.55), (0.1, 0.9)
    opened.touch("touchStart", *(opened.point(across) for across in near))
    opened.touch("touchMove", *(opened.point(across) for across in (0.3, 0.7)))
    opened.touch("touchMove", *(opened.point(across) for across in far))
    opened.touch("touchEnd")
    expect(opened.period).to_contain_text("2021 to")
    expect(opened.button("Zoom out")).to_be_enabled()


@on_phone
def test_one_finger_moves_the_window_sideways_and_the_page_up(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_contain_text("December 2020 to January 2023")
    swipe(opened, [(0.3 + step / 20, 0.5) for step in range(8)])
    expect(opened.period).not_to_contain_text("December 2020 to January 2023")
    opened.page.wait_for_timeout(SETTLED)
    moved = opened.period.inner_text()
    before = opened.page.evaluate("scrollY")
    swipe(opened, [(0.5, 0.9 - step / 12) for step in range(8)])
    opened.page.wait_for_function("before => scrollY > before", arg=before)
    expect(opened.period).to_have_text(moved)


def swipe(opened: Instrument, way: list[tuple[float, float]]) -> None:
    points = [opened.point(*at) for at in way]
    opened.touch("touchStart", points[0])
    for point in points[1:]:
        opened.touch("touchMove", point)
        opened.page.wait_for_timeout(16)
    opened.touch("touchEnd")


@on_phone
def test_a_double_tap_zooms(opened: Instrument) -> None:
    x, y = opened.point(0.5, 0.7)
    opened.page.touchscreen.tap(x, y)
    opened.page.touchscreen.tap(x, y)
    expect(opened.period).to_have_text("December 2020 to January 2023 · 2 events")


@on_both
def test_a_tap_on_an_event_gives_it_the_focus(opened: Instrument) -> None:
    at = opened.show("The middle of it", ACROSS["The middle of it"])
    opened.page.mouse.move(0, 0)
    before = opened.picture()
    opened.page.mouse.click(*at)
    expect(opened.status).to_contain_text("1 January 2022. The middle of it")
    expect(opened.caption.get_by_role("link")).to_have_attribute("href", "../events/2022-01-01-middle/")
    assert opened.picture() != before


def test_pointing_at_an_event_shows_it_and_is_not_read_aloud(opened: Instrument) -> None:
    opened.show("The middle of it", ACROSS["The middle of it"])
    expect(opened.status).to_be_empty()
    opened.page.mouse.move(0, 0)
    expect(opened.caption).not_to_contain_text("The middle of it")


@on_both
def test_a_tap_on_a_count_opens_it(opened: Instrument) -> None:
    opened.page.mouse.click(*opened.point(ACROSS["Dense"], 0.85))
    expect(opened.period).to_contain_text("2023")
    expect(opened.period).not_to_contain_text("52 events")


def test_the_brush_chooses_the_window_and_a_tap_beside_it_moves_it(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_have_text("December 2020 to January 2023 · 2 events")
    opened.page.mouse.move(*opened.point_of_overview(0.8))
    opened.page.mouse.down()
    opened.page.mouse.move(*opened.point_of_overview(0.9), steps=4)
    opened.page.mouse.up()
    expect(opened.period).to_contain_text("April 2023 to August 2023")
    opened.page.mouse.click(*opened.point_of_overview(0.5))
    expect(opened.period).to_contain_text("October 2021 to March 2022 · 1 event")


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
    page.go_back()
    expect(page.locator(".tl-instrument")).to_have_count(1)
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")
    opened.stage.focus()
    opened.press("End")
    expect(opened.status).to_contain_text("The last day")


def test_nothing_is_shown_instead_of_the_strip_where_data_is_missing(browser: Browser, site: Site) -> None:
    page = make_reader(browser, site.root, Settings(DESKTOP)).page
    page.route("**/events.json", lambda route: route.abort())
    page.goto(f"{site.root}timeline/")
    page.wait_for_timeout(500)
    expect(page.locator(".tl-instrument")).to_have_count(0)
    expect(page.locator(".tl-timeline .tl-span")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize(
    ("address", "period"), [("actors/army/", "January 2022 to December 2023 · 2 events"), ("", "2020 to 2023 · 52")]
)
def test_a_strip_shows_the_events_of_its_page_and_moves_nothing_below_it(
    browser: Browser, site: Site, device: Device, address: str, period: str
) -> None:
    page = make_reader(browser, site.root, Settings(device)).open(address)
    height = "() => document.querySelector('.tl-timeline').offsetHeight"
    before = page.evaluate(height)
    page.locator(".tl-timeline").scroll_into_view_if_needed()
    expect(drawn(page).period).to_contain_text(period)
    assert page.evaluate(height) == pytest.approx(before, abs=2)
    page.context.close()


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_ten_thousand_events_take_few_elements(browser: Browser, site: Site, device: Device) -> None:
    page = make_reader(browser, site.root, Settings(device)).page
    page.route("**/events.json", lambda route: route.fulfill(json=many_events(site.folder, 10_000)))
    page.goto(f"{site.root}timeline/")
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
    browser: Browser, site: Site, device: Device
) -> None:
    page = make_reader(browser, site.root, Settings(device, guarded=False)).open("timeline/")
    opened = drawn(page)
    opened.stage.focus()
    opened.press("ArrowRight", "ArrowRight", "+")
    expect(opened.caption.get_by_role("link")).to_be_visible()
    found = violations(page)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    assert found + violations(page) == []
    page.context.close()
