"""How soon the map opens in a browser, and what a frame takes while its period is brushed.

    PYTHONPATH=tests python bench/browser/map.py [--events 10000] [--runs 5] [--folder FOLDER]

Prints Markdown. The page is made first; where a folder is named, it stays there, also for `timeline.py`. The map is
open when `map:drawn` is marked.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median

from browser.built_site import host
from browser.chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Browser, sync_playwright

from bench.browser.contestants import add_our_map, add_ours, build_shell
from bench.browser.frames import in_words, open_drawn, script_in_frames, when

MANY = 10_000
_DRAWN = "map:drawn"


def measure_opening(browser: Browser, url: str, runs: int) -> list[float]:
    """Milliseconds from the beginning of the page to the map, in each round; the browser has kept nothing."""
    taken = []
    for _ in range(runs):
        page = open_drawn(browser, url, _DRAWN)
        taken.append(when(page, _DRAWN))
        page.context.close()
    return taken


def measure_brush(browser: Browser, url: str) -> list[float]:
    """Milliseconds of script in each frame while the beginning of the period is drawn over the years, to and fro."""
    page = open_drawn(browser, url, _DRAWN)
    overview = page.locator(".tl-instrument__overview")
    overview.scroll_into_view_if_needed()
    box = overview.bounding_box()
    assert box is not None
    left, y = box["x"] + 1, box["y"] + box["height"] / 2
    page.mouse.move(left, y)
    page.mouse.down()

    def drag(step: int) -> None:
        page.mouse.move(left + box["width"] / 2 * abs(30 - step % 60) / 30, y)

    taken = script_in_frames(page, drag)
    page.mouse.up()
    page.wait_for_url("**from=**")
    page.context.close()
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the map in a browser; print Markdown.")
    parser.add_argument("--events", type=int, default=MANY, help=f"how many (default: {MANY:,})")
    parser.add_argument("--runs", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--folder", type=Path, help="where the page is kept (default: a new one, deleted at the end)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = options.folder or Path(name)
        site = build_shell(folder)
        add_ours(site, options.events, folder)
        address = add_our_map(site, options.events)
        with host(site) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
            opening = measure_opening(browser, served.root + address, options.runs)
            frames = measure_brush(browser, served.root + address)
            browser.close()
    spread = f"{min(opening):,.0f} to {max(opening):,.0f}"
    print(f"At {options.events:,} events the map is open after {median(opening):,.0f} ms ({spread}).")
    print(f"Script in a frame while the period is brushed: {in_words(frames)}.")


if __name__ == "__main__":
    main()
