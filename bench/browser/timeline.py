"""How fast the timeline draws, moves and filters in a browser, beside vis-timeline and TimelineJS in the same page.

    PYTHONPATH=tests python bench/browser/timeline.py [--runs 5] [--folder FOLDER]

Prints Markdown. The pages are made first, which takes much longer than all that is measured; where a folder is named,
they stay in it and are found again.

A drawing is over when `timeline:drawn` is marked: by our instrument itself, and for a peer in the frame after it says
that it is ready. What a frame takes is the time of all scripts that the browser counts from one frame to the next.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from browser.built_site import host
from browser.chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Browser, expect, sync_playwright

from bench.browser.contestants import PEERS, add_ours, add_peer, build_shell, install_peers
from bench.browser.frames import in_words, open_drawn, script_in_frames, when

MANY, VERY_MANY = 10_000, 100_000
_DRAWN = "timeline:drawn"
_NODES = 'document.querySelector("article").querySelectorAll("*").length'
_OURS = "ours"
_VALUES = 5
"""Values of each filter that are tapped."""
_FILTERED = """
input => {
  const begun = performance.now();
  input.click();
  return new Promise(done => requestAnimationFrame(() => done(performance.now() - begun)));
}
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The first drawing of a page, in each round."""

    label: str
    events: int
    milliseconds: tuple[float, ...]
    nodes: int
    """Elements of the article when it is drawn."""


def measure_drawings(
    browser: Browser, root: str, addresses: Sequence[tuple[str, int, str]], runs: int
) -> list[Drawing]:
    """The first drawing of each page, the pages in turn. Raises AssertionError where ours has other events."""
    times: dict[str, list[float]] = {address: [] for _, _, address in addresses}
    nodes: dict[str, int] = {}
    for _ in range(runs):
        for label, events, address in addresses:
            page = open_drawn(browser, root + address, _DRAWN)
            times[address].append(when(page, _DRAWN))
            if label == _OURS:
                expect(page.locator(".tl-instrument__period").first).to_contain_text(f"{events:,} events")
            nodes[address] = int(page.evaluate(_NODES))
            page.context.close()
    return [Drawing(label, events, tuple(times[address]), nodes[address]) for label, events, address in addresses]


def measure_frames(browser: Browser, url: str) -> list[float]:
    """Milliseconds of script in each frame while the whole period is zoomed into, moved along, and left again."""
    page = open_drawn(browser, url, _DRAWN)
    box = page.locator("[data-tl-instrument] canvas").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)

    def zoom(by: float) -> Callable[[int], None]:
        return lambda _: page.mouse.wheel(0, by)

    def drag(step: int) -> None:
        page.mouse.move(x + (step % 40 - 20) * 10, y)

    taken = script_in_frames(page, zoom(-60))
    page.mouse.down()
    taken += script_in_frames(page, drag)
    page.mouse.up()
    taken += script_in_frames(page, zoom(60))
    page.context.close()
    return taken


def measure_filter(browser: Browser, url: str) -> list[float]:
    """Milliseconds from a tap on each of some filters to the end of the frame that answers it."""
    page = open_drawn(browser, url, _DRAWN)
    taken: list[float] = []
    for button in page.locator(".tl-filters__button").all():
        button.click()
        inputs = page.locator(".tl-filters__sheet input[type=checkbox]")
        if not taken:
            inputs.first.wait_for()
        for number in range(min(inputs.count(), _VALUES)):
            # Chosen and let go again, so that each is measured against all events.
            taken += [float(inputs.nth(number).evaluate(_FILTERED)) for _ in ("on", "off")]
    page.context.close()
    return taken


def report(drawings: Sequence[Drawing], frames: Sequence[float], answers: Sequence[float]) -> Iterator[str]:
    """All that was measured, as Markdown; ratios are ours to the peer's."""
    ours = {one.events: median(one.milliseconds) for one in drawings if one.label == _OURS}
    yield "| events | drawn by | ms to the first drawing | elements | ours at 10,000 / it | ours at 100,000 / it |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: |"
    for one in drawings:
        middle = median(one.milliseconds)
        spread = f"{middle:,.0f} ({min(one.milliseconds):,.0f} to {max(one.milliseconds):,.0f})"
        ratios = [
            f"{ours[events] / middle:.3f}" if one.label != _OURS and events in ours else ""
            for events in (MANY, VERY_MANY)
        ]
        yield f"| {one.events:,} | {one.label} | {spread} | {one.nodes:,} | {' | '.join(ratios)} |"
    yield ""
    yield f"Script in a frame at {MANY:,} events while zooming and moving: {in_words(frames)}."
    yield f"From a tap on a filter to the end of its frame at {MANY:,} events: {in_words(answers)}."


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the timeline in a browser; print Markdown.")
    parser.add_argument("--runs", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--folder", type=Path, help="where the pages are kept (default: a new one, deleted at the end)")
    parser.add_argument("--only-make", action="store_true", help="make the pages and measure nothing")
    parser.add_argument("--most", type=int, default=VERY_MANY, help="events of the largest page (default: 100,000)")
    parser.add_argument("--peers", nargs="*", choices=[*PEERS], default=[*PEERS], help="those to draw (default: all)")
    options = parser.parse_args()
    install_peers()
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = options.folder or Path(name)
        site = build_shell(folder)
        addresses = [(_OURS, MANY, add_ours(site, MANY, folder))]
        addresses += [
            (peer.label, MANY, add_peer(site, key, MANY)) for key, peer in PEERS.items() if key in options.peers
        ]
        if options.most > MANY:
            addresses.append((_OURS, options.most, add_ours(site, options.most, folder)))
        if options.only_make:
            return
        with host(site) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
            drawings = measure_drawings(browser, served.root, addresses, options.runs)
            frames = measure_frames(browser, served.root + addresses[0][2])
            answers = measure_filter(browser, served.root + addresses[0][2])
            browser.close()
    print("\n".join(report(drawings, frames, answers)))


if __name__ == "__main__":
    main()
