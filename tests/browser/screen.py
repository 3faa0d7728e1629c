"""What a reader has in front of them: what is on the screen, and in which order a page is laid out."""

from __future__ import annotations

from playwright.sync_api import Locator

_UNCOVERED = """element => {
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = document.elementFromPoint(left + Math.min(width / 2, 30), top + Math.min(height / 2, 12))
  return at !== null && element.contains(at)
}"""


def is_on_screen(locator: Locator) -> bool:
    """Whether the beginning of an element is on the screen and nothing lies over it."""
    return bool(locator.evaluate(_UNCOVERED))


def top_of(locator: Locator) -> float:
    """How far below the top of the page an element begins, in CSS pixels."""
    return float(locator.evaluate("element => element.getBoundingClientRect().top + scrollY"))


def stands_before(first: Locator, second: Locator) -> bool:
    """Whether one element ends before the other begins in the source, which is the order for those who listen."""
    follows = "(first, second) => Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING)"
    return bool(first.evaluate(f"(first, second) => ({follows})(first, second)", second.element_handle()))
