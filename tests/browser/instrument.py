"""What a reader does with the timeline that is drawn: moves, points, pinches, and reads what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page, expect

DRAWN = "() => performance.getEntriesByName('timeline:drawn').length > 0"
SETTLED = 500
"""Milliseconds after which an instrument has said what its window is."""
PICTURE = "canvas => canvas.toDataURL()"


@dataclass(frozen=True, slots=True)
class Instrument:
    """The first one of a page, drawn."""

    page: Page
    session: CDPSession
    """By which fingers touch the page."""

    @property
    def whole(self) -> Locator:
        return self.page.locator(".tl-instrument").first

    @property
    def stage(self) -> Locator:
        return self.whole.get_by_role("application")

    @property
    def overview(self) -> Locator:
        return self.whole.locator(".tl-instrument__overview")

    @property
    def period(self) -> Locator:
        return self.whole.locator(".tl-instrument__period")

    @property
    def caption(self) -> Locator:
        return self.whole.locator(".tl-instrument__caption")

    @property
    def status(self) -> Locator:
        """What is read aloud."""
        return self.whole.get_by_role("status")

    def button(self, name: str) -> Locator:
        return self.whole.get_by_role("button", name=name, exact=True)

    def picture(self) -> str:
        """What the canvas shows, as data to compare."""
        return str(self.stage.locator("canvas").evaluate(PICTURE))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def point(self, across: float, down: float = 0.5) -> tuple[float, float]:
        """A point of the drawing, given as parts of its width and height, on the screen."""
        return _point(self.stage, across, down)

    def point_of_overview(self, across: float) -> tuple[float, float]:
        return _point(self.overview, across, 0.5)

    def show(self, title: str, across: float) -> tuple[float, float]:
        """Move the mouse down over the drawing to find an event, and rest on it, and give the point."""
        points = [self.point(across, step / 60) for step in range(60)]
        found = [at for at in points if self._is_shown(title, at)]
        assert found, f"{title} is not drawn at {across}"
        at = found[len(found) // 2]
        self.page.mouse.move(*at)
        return at

    def _is_shown(self, title: str, at: tuple[float, float]) -> bool:
        self.page.mouse.move(*at)
        return title in self.caption.inner_text()

    def touch(self, kind: str, *points: tuple[float, float]) -> None:
        """One step of a gesture of so many fingers, as a touch screen reports it."""
        touches: list[dict[str, Any]] = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def drawn(page: Page) -> Instrument:
    """The instrument of a page as soon as it is drawn and says its period."""
    page.wait_for_function(DRAWN)
    instrument = Instrument(page, page.context.new_cdp_session(page))
    expect(instrument.period).not_to_be_empty()
    instrument.stage.scroll_into_view_if_needed()
    return instrument


def _point(element: Locator, across: float, down: float) -> tuple[float, float]:
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down
