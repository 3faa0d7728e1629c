"""What is wrong for a reader with the page in front of them: what axe reports, and texts that are too faint."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from browser.reader import Scheme

# Axe takes most of its time over colours; `faint` looks at more of them in a small part of it.
_RULES = {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}
_OPTIONS = {"resultTypes": ["violations"], "rules": _RULES}
_CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
_OPEN_ALL = "document.querySelectorAll('details').forEach(fold => (fold.open = true))"
_TWO_FRAMES = """matchMedia("(scripting: none)").matches ||
  new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def violations(page: Page, within: str = "body") -> list[str]:
    """What axe reports of the elements within those of a selector, a line for each, but for the contrast of colours."""
    found = Axe().run(page, context=within, options=_OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def faint(page: Page, within: str = "body") -> list[str]:
    """The texts within elements of a selector whose contrast is too low for WCAG 2.2, AA."""
    return list(page.evaluate(_CONTRAST, within))


def faint_in_either_scheme(page: Page, within: str = "body") -> list[str]:
    """The same where the reader's system asks for light, and where for dark; it asks for light afterwards."""
    found = []
    for scheme in reversed(SCHEMES):
        page.emulate_media(color_scheme=scheme)
        wait_for_drawing(page)
        found += [f"{scheme}: {text}" for text in faint(page, within)]
    return found


def open_all(page: Page) -> None:
    """Open every fold of the page."""
    page.evaluate(_OPEN_ALL)


def wait_for_drawing(page: Page) -> None:
    """Until what has changed is laid out: scripts hear of another medium or scheme when the next frame begins."""
    page.evaluate(_TWO_FRAMES)
