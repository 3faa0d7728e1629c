"""The timeline that is drawn, by keys, and for those who listen."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.instrument import SETTLED, Instrument


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


def test_in_one_lane_up_and_down_lead_back_and_forth_and_say_nothing_twice(opened: Instrument) -> None:
    opened.stage.focus()
    opened.press("ArrowDown")
    expect(opened.status).to_contain_text("The first day")
    opened.press("ArrowDown")
    expect(opened.status).to_contain_text("Some time in June")
    opened.press("ArrowUp")
    expect(opened.status).to_contain_text("The first day")
    opened.status.evaluate("status => status.replaceChildren()")
    opened.press("ArrowUp", "ArrowLeft", "Home")
    opened.page.wait_for_timeout(SETTLED)
    expect(opened.status).to_be_empty()
    expect(opened.caption).to_contain_text("The first day")


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
    expect(opened.status).to_be_empty()


def test_plus_and_minus_zoom_and_say_the_period(opened: Instrument) -> None:
    opened.stage.focus()
    opened.press("+", "+")
    expect(opened.status).to_have_text("June 2021 to July 2022 · 2 events")
    opened.press("-", "-")
    expect(opened.status).to_have_text("2020 to 2023 · 52 events")
    opened.press("+", "End")
    opened.page.wait_for_timeout(SETTLED)
    expect(opened.status).to_contain_text("The last day")


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
