"""A page in a browser until its instrument has drawn, and what each frame takes while somebody works with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import monotonic

from playwright.sync_api import Browser, Page, ViewportSize

_SCREEN = ViewportSize(width=1280, height=900)
_LONGEST = 300
_FRAMES = 120
_NEXT_FRAME = "new Promise(requestAnimationFrame)"


def open_drawn(browser: Browser, url: str, mark: str) -> Page:
    """A page in a context of its own, once its instrument has set a mark. Raises TimeoutError where it never does."""
    page = browser.new_context(viewport=_SCREEN).new_page()
    page.goto(url, wait_until="commit")
    # A policy forbids Playwright to wait by a function in the page.
    latest = monotonic() + _LONGEST
    while not page.evaluate(f'performance.getEntriesByName("{mark}").length > 0'):
        if monotonic() > latest:
            raise TimeoutError(f"{url} is not drawn after {_LONGEST} seconds")
        page.wait_for_timeout(50)
    return page


def when(page: Page, mark: str) -> float:
    """Milliseconds from the beginning of a page to a mark."""
    return float(page.evaluate(f'performance.getEntriesByName("{mark}")[0].startTime'))


def script_in_frames(page: Page, act: Callable[[int], None]) -> list[float]:
    """Milliseconds of script in each of some frames, given what is done before each: `ScriptDuration` of DevTools."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(one["value"] for one in metrics if one["name"] == "ScriptDuration"))

    taken, before = [], spent()
    for step in range(_FRAMES):
        act(step)
        page.evaluate(_NEXT_FRAME)
        now = spent()
        taken.append(now - before)
        before = now
    return taken


def in_words(times: Sequence[float]) -> str:
    """The middle, what nearly all are below, and the longest of some milliseconds."""
    return f"median {median(times):.1f} ms, 95 % below {quantiles(times, n=20)[-1]:.1f} ms, longest {max(times):.1f} ms"
