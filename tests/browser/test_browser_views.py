"""Every kind of page, on a phone and a desktop, in light and dark, without scripts: nothing fails, all can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.addresses import ONE_OF_EACH
from browser.reader import DESKTOP, PHONE, MakeReader, Reader, Settings
from browser.seen import faint_in_either_scheme, open_all, violations

PLAIN = Settings(PHONE, scripts=False)
VIEWS = (PLAIN, Settings(PHONE), Settings(DESKTOP))
LONG = {ONE_OF_EACH[name] for name in ("battle", "sources", "actors")}
"""Pages that are longer than others of their kind: axe takes its time over each element."""
STICKING_OUT = (Path(__file__).parent / "sticking_out.js").read_text(encoding="utf-8")
WRITTEN = """() => {
  const page = document.querySelector(".md-content").cloneNode(true);
  for (const name of ["tl-timeline--drawn", "tl-map--drawn"]) {
    for (const drawn of page.querySelectorAll(`.${name}`)) drawn.classList.remove(name);
  }
  const working = ".tl-instrument, .tl-filters, .tl-asof, .tl-since";
  for (const instrument of page.querySelectorAll(working)) instrument.remove();
  for (const reading of page.querySelectorAll(".tl-timeline > details")) reading.open = true;
  document.querySelector(".md-content").after(page);
  const text = page.innerText;
  page.remove();
  return text;
}"""
"""The text of a page without what only scripts show, and with the build's drawings in place of theirs."""


@pytest.fixture(scope="module", params=ONE_OF_EACH)
def readers(request: pytest.FixtureRequest, read: MakeReader) -> list[Reader]:
    """Readers before the same page, one for each of `VIEWS`."""
    opened = [read(view) for view in VIEWS]
    for reader in opened:
        reader.open(ONE_OF_EACH[request.param])
    return opened


def text_of(page: Page) -> str:
    return " ".join(page.evaluate(WRITTEN).split())


def test_a_page_opens_without_an_error_or_a_request_to_anyone_else(readers: list[Reader]) -> None:
    for reader in readers:
        assert reader.page.locator("h1").count() == 1
        assert reader.faults == [], reader.settings


def test_a_page_is_no_wider_than_the_screen(readers: list[Reader]) -> None:
    for reader in readers:
        width = reader.settings.device.width
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.page.evaluate(STICKING_OUT, width) == []


def test_all_text_is_in_the_page_itself(readers: list[Reader]) -> None:
    without, with_scripts, _ = readers
    assert text_of(without.page)
    assert text_of(without.page) == text_of(with_scripts.page)


def test_every_text_stands_out_from_what_lies_behind_it(readers: list[Reader]) -> None:
    for reader in readers:
        assert faint_in_either_scheme(reader.page) == [], reader.settings


def test_neither_axe_nor_contrast_finds_a_fault_with_all_folds_open(readers: list[Reader]) -> None:
    """The last test of a page: the folds stay open."""
    for reader in readers[1:]:
        open_all(reader.page)
        assert faint_in_either_scheme(reader.page) == [], reader.settings
        if reader.page.url.removeprefix(reader.root) not in LONG:
            assert violations(reader.page) == [], reader.settings
