"""The timeline that is drawn, by wheel, fingers and mouse."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.instrument import SETTLED, Instrument
from browser.small_timeline import ACROSS, on_both, on_phone


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
    expect(opened.status).to_have_text("January 2020 to December 2021 · 2 events")
    opened.stage.press("Home")
    expect(opened.status).to_contain_text("The first day")
    opened.page.mouse.move(*opened.point(0.5, 0.9))
    opened.page.mouse.down()
    opened.page.mouse.move(*opened.point(0.1, 0.9), steps=5)
    opened.page.mouse.up()
    expect(opened.status).to_contain_text("October 2020 to October 2022")


def test_a_wheel_to_the_side_moves_the_window(opened: Instrument) -> None:
    opened.button("Zoom in").click()
    expect(opened.period).to_contain_text("December 2020")
    opened.page.mouse.move(*opened.point(0.5))
    opened.page.mouse.wheel(-5000, 0)
    expect(opened.status).to_contain_text("January 2020 to")


@on_both
def test_the_drawing_stays_where_it_is_when_a_reader_zooms(opened: Instrument) -> None:
    before = opened.stage.bounding_box()
    opened.button("Zoom in").click()
    expect(opened.page.get_by_role("button", name="Clear: Period")).to_be_visible()
    assert opened.stage.bounding_box() == before


@on_phone
def test_two_fingers_zoom(opened: Instrument) -> None:
    near, far = (0.45, 0.55), (0.1, 0.9)
    opened.touch("touchStart", *(opened.point(across) for across in near))
    opened.touch("touchMove", *(opened.point(across) for across in (0.3, 0.7)))
    opened.touch("touchMove", *(opened.point(across) for across in far))
    opened.touch("touchEnd")
    expect(opened.status).to_contain_text("2021 to")
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


def test_a_double_click_zooms_to_where_it_is_and_with_shift_out_again(opened: Instrument) -> None:
    opened.page.mouse.dblclick(*opened.point(0.25, 0.7))
    expect(opened.status).to_contain_text("2020 to ")
    expect(opened.period).to_contain_text("2022 · ")
    opened.page.keyboard.down("Shift")
    opened.page.mouse.dblclick(*opened.point(0.25, 0.7))
    expect(opened.period).to_have_text("2020 to 2023 · 52 events")


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
    expect(opened.status).to_contain_text("April 2023 to August 2023")
    opened.page.mouse.click(*opened.point_of_overview(0.5))
    expect(opened.period).to_contain_text("October 2021 to March 2022 · 1 event")
