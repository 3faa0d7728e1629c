"""An event, a question and a thread on paper: all is open, links have their addresses, pages are numbered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from browser.addresses import AMBUSH, BATTLE, UKRAINE_HELPED
from browser.built_site import SITE_URL
from browser.reader import DESKTOP, MakeReader, Settings
from browser.seen import wait_for_drawing

HIDDEN = """[...document.querySelectorAll(".tl-fold > :not(summary), .tl-fold > :not(summary) p")]
  .filter(part => !part.checkVisibility({ contentVisibilityAuto: true }) || !part.getClientRects().length)
  .map(part => part.outerHTML.slice(0, 200))"""
CUT_OFF = """[...document.querySelectorAll(".tl-fold > summary *")]
  .filter(part => part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflow == "hidden")
  .filter(part => !part.closest(".tl-aside")).map(part => part.outerHTML.slice(0, 200))"""
WITHOUT_ADDRESS = """[...document.querySelectorAll('.tl a[href^="http"]:not(.tl-address)')]
  .filter(link => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
  .map(link => link.href)"""
NUMBERS = """[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .filter(rule => rule instanceof CSSMediaRule && rule.media.mediaText == "print")
  .flatMap(rule => [...rule.cssRules]).filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText).join()"""


@pytest.fixture(scope="module", params=[AMBUSH, BATTLE, UKRAINE_HELPED, "threads/tinzaouaten/"])
def printed(read: MakeReader, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = read(Settings(DESKTOP, scripts=True)).open(request.param)
    page.emulate_media(media="print")
    wait_for_drawing(page)
    yield page
    page.emulate_media(media="screen")


def test_nothing_is_folded_or_cut_off_on_paper(printed: Page) -> None:
    assert printed.evaluate(HIDDEN) == []
    assert printed.evaluate(CUT_OFF) == []


def test_each_link_to_elsewhere_has_its_address_on_paper(printed: Page) -> None:
    assert printed.evaluate(WITHOUT_ADDRESS) == []


def test_a_printed_page_says_where_it_is_from_and_of_which_day(printed: Page) -> None:
    foot = printed.locator(".tl-record__printed")
    assert foot.is_visible()
    assert SITE_URL in foot.inner_text()
    record = printed.locator(".tl-record").inner_text()
    assert any(words in record for words in ("correction, on", "the last on", "not corrected since it was added"))


def test_printed_pages_are_numbered(printed: Page) -> None:
    assert "counter(page)" in printed.evaluate(NUMBERS)
