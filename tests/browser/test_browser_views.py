"""Every kind of page, on a phone and a desktop, in light and dark, without scripts: nothing fails, all can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.addresses import ONE_OF_EACH
from browser.reader import DESKTOP, PHONE, MakeReader, Reader, Settings

VIEWS = (
    Settings(PHONE, "light"),
    Settings(PHONE, "dark"),
    Settings(PHONE, "light", scripts=False),
    Settings(DESKTOP, "light"),
    Settings(DESKTOP, "dark"),
    Settings(DESKTOP, "dark", scripts=False),
)
STICKING_OUT = (Path(__file__).parent / "sticking_out.js").read_text()
CONTRAST = (Path(__file__).parent / "contrast.js").read_text()


@pytest.fixture(
    scope="module",
    params=[(name, view) for view in VIEWS for name in ONE_OF_EACH],
    ids=lambda param: f"{param[0]}-{param[1]}",
)
def opened(request: pytest.FixtureRequest, read: MakeReader) -> Reader:
    """A reader before a page; all that is asked of it is asked before the next page is opened."""
    name, view = request.param
    reader = read(view)
    reader.open(ONE_OF_EACH[name])
    return reader


def test_page_opens_without_an_error_or_a_request_to_anyone_else(opened: Reader) -> None:
    assert opened.page.locator("h1").count() == 1
    assert opened.faults == []


def test_page_is_no_wider_than_the_screen(opened: Reader) -> None:
    width = opened.settings.device.width
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.page.evaluate(STICKING_OUT, width) == []


def test_every_text_stands_out_from_what_lies_behind_it(opened: Reader) -> None:
    assert opened.page.evaluate(CONTRAST, "body") == []
