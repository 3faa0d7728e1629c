"""Readers who see little or use no mouse: contrast, marks, and the way past the header."""

from __future__ import annotations

import pytest

from browser.addresses import AMBUSH, BATTLE
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings
from browser.seen import faint_in_either_scheme
from site_builder.vocabulary import Assessment, Standing

EVERY_MARK = [
    *(f"tl-standing--{standing.value}" for standing in Standing.all()),
    *(f"tl-assessment--{assessment.value}" for assessment in Assessment.all()),
    "tl-mark--revised",
]
PUT_MARKS = """marks => {
  for (const around of document.querySelectorAll(".tl-claim, .tl-disputed, .tl")) {
    for (const name of marks) {
      const mark = document.createElement("span")
      mark.className = `tl-mark ${name}`
      mark.textContent = "word"
      around.append(mark)
    }
  }
}"""


def test_every_mark_stands_out_on_every_ground(read: MakeReader) -> None:
    page = read(Settings()).open(f"{AMBUSH}#jnim-ambush")
    page.evaluate(PUT_MARKS, EVERY_MARK)
    assert page.locator(".tl-claim:has(:target) .tl-mark").count() >= len(EVERY_MARK)
    assert faint_in_either_scheme(page, ".tl-mark") == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_marks_say_in_words_what_they_say_in_colour(read: MakeReader, scripts: bool) -> None:
    page = read(Settings(scripts=scripts)).open(BATTLE)
    words = [mark.inner_text().strip() for mark in page.locator(".tl-mark:visible").all()]
    assert words
    assert all(any(letter.isalpha() for letter in word) for word in words)


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize("address", ["", "timeline/", "method/", AMBUSH])
def test_the_first_press_of_tab_reaches_a_link_that_skips_to_the_content(
    read: MakeReader, address: str, device: Device
) -> None:
    page = read(Settings(device)).open(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text().strip() == "Skip to content"
    assert page.evaluate("document.activeElement.checkVisibility({ opacityProperty: true })")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(".md-content :focus, .md-content:focus").count() == 1


def test_what_has_the_focus_is_seen_to_have_it(read: MakeReader) -> None:
    page = read(Settings(DESKTOP)).open(AMBUSH)
    page.locator(".md-content summary").first.focus()
    page.keyboard.press("Enter")
    for _ in range(16):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.locator(":focus").inner_text()
