"""How fast the timeline draws, moves and filters in a browser, beside vis-timeline and TimelineJS in the same page.

    PYTHONPATH=tests python bench/browser/timeline.py --folder FOLDER --only-make
    PYTHONPATH=tests python bench/browser/timeline.py --folder FOLDER [--runs 5]

The first makes the pages, which takes some ten minutes; they stay in the folder and are found again, and without one
they are made each time. The second measures, in six to eight minutes on a quiet machine: ours are drawn in five rounds,
vis-timeline, which takes half a minute, in three, and TimelineJS, which takes more than a minute, in two. What is going
on is said on the standard error stream; the report is Markdown, and says of how many rounds each median is.

A drawing is over when `timeline:drawn` is marked: by our instrument itself, and for a peer in the frame after it says
that it is ready. What a frame takes is the time of all scripts that the browser counts from one frame to the next. A
filter has answered when the scripts of the next frame are done, and then when that frame has been laid out and painted;
what waits for the frame, which comes sixty times a second, is in both.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

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
  return new Promise(done => requestAnimationFrame(() => {
    const scripts = performance.now() - begun;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done([scripts, performance.now() - begun]);
    port2.postMessage(null);
  }));
}
"""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A page that is drawn."""

    label: str
    events: int
    address: str
    """Below the root of the site."""
    rounds: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The first drawing of a page, in each round."""

    label: str
    events: int
    milliseconds: tuple[float, ...]
    nodes: int
    """Elements of the article when it is drawn."""


def measure_drawings(browser: Browser, root: str, contestants: Sequence[Contestant]) -> list[Drawing]:
    """The first drawing of each page, the pages in turn. Raises AssertionError where ours has other events."""
    times: dict[str, list[float]] = {one.address: [] for one in contestants}
    nodes: dict[str, int] = {}
    most = max(one.rounds for one in contestants)
    for round_ in range(most):
        for one in contestants:
            if round_ >= one.rounds:
                continue
            _say(f"round {round_ + 1} of {one.rounds}: {one.label} draws {one.events:,} events")
            page = open_drawn(browser, root + one.address, _DRAWN)
            times[one.address].append(when(page, _DRAWN))
            if one.label == _OURS:
                expect(page.locator(".tl-instrument__period").first).to_contain_text(f"{one.events:,} events")
            nodes[one.address] = int(page.evaluate(_NODES))
            page.context.close()
    return [Drawing(one.label, one.events, tuple(times[one.address]), nodes[one.address]) for one in contestants]


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


def measure_filter(browser: Browser, url: str) -> list[tuple[float, float]]:
    """Milliseconds from a tap on each of some filters to the end of the next frame's scripts, and to its own end."""
    page = open_drawn(browser, url, _DRAWN)
    taken: list[tuple[float, float]] = []
    for button in page.locator(".tl-filters__button").all():
        button.click()
        inputs = page.locator(".tl-filters__sheet input[type=checkbox]")
        if not taken:
            inputs.first.wait_for()
        for number in range(min(inputs.count(), _VALUES)):
            # Chosen and let go again, so that each is measured against all events.
            for _ in ("on", "off"):
                scripts, end = inputs.nth(number).evaluate(_FILTERED)
                taken.append((float(scripts), float(end)))
    page.context.close()
    return taken


def report(
    drawings: Sequence[Drawing], frames: Sequence[float], answers: Sequence[tuple[float, float]]
) -> Iterator[str]:
    """All that was measured, as Markdown; ratios are ours to the peer's."""
    ours = {one.events: median(one.milliseconds) for one in drawings if one.label == _OURS}
    yield "| events | drawn by | rounds | ms to the first drawing | elements | ours at 10,000 / it | at 100,000 |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: | ---: |"
    for one in drawings:
        middle = median(one.milliseconds)
        spread = f"{middle:,.0f} ({min(one.milliseconds):,.0f} to {max(one.milliseconds):,.0f})"
        ratios = [
            f"{ours[events] / middle:.3f}" if one.label != _OURS and events in ours else ""
            for events in (MANY, VERY_MANY)
        ]
        rounds = len(one.milliseconds)
        yield f"| {one.events:,} | {one.label} | {rounds} | {spread} | {one.nodes:,} | {' | '.join(ratios)} |"
    yield ""
    yield f"Script in a frame at {MANY:,} events while zooming and moving: {in_words(frames)}."
    scripts, ends = zip(*answers, strict=True)
    yield f"From a tap on a filter to the end of the scripts of its frame at {MANY:,} events: {in_words(scripts)}."
    yield f"From the tap to the end of that frame, laid out and painted: {in_words(ends)}."


_BEGUN = monotonic()


def _say(what: str) -> None:
    """Say what is going on, and after how many seconds."""
    print(f"{monotonic() - _BEGUN:6.0f} s  {what}", file=sys.stderr, flush=True)


def _contestants(site: Path, folder: Path, options: argparse.Namespace) -> Iterator[Contestant]:
    """The pages to draw, each made if it is not there; ours is the first."""
    _say(f"the page of {MANY:,} events is made")
    yield Contestant(_OURS, MANY, add_ours(site, MANY, folder), options.runs)
    for key in options.peers:
        peer = PEERS[key]
        yield Contestant(peer.label, MANY, add_peer(site, key, MANY), min(peer.rounds, options.runs))
    if options.most > MANY:
        _say(f"the page of {options.most:,} events is made")
        yield Contestant(_OURS, options.most, add_ours(site, options.most, folder), options.runs)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the timeline in a browser; print Markdown.")
    parser.add_argument("--runs", type=int, default=5, help="rounds of ours, and at most of a peer (default: 5)")
    parser.add_argument("--folder", type=Path, help="where the pages are kept (default: a new one, deleted at the end)")
    parser.add_argument("--only-make", action="store_true", help="make the pages and measure nothing")
    parser.add_argument("--most", type=int, default=VERY_MANY, help="events of the largest page (default: 100,000)")
    parser.add_argument("--peers", nargs="*", choices=[*PEERS], default=[*PEERS], help="those to draw (default: all)")
    options = parser.parse_args()
    install_peers()
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = options.folder or Path(name)
        _say("the shell is built")
        site = build_shell(folder)
        contestants = [*_contestants(site, folder, options)]
        if options.only_make:
            return
        ours = contestants[0].address
        with host(site) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
            drawings = measure_drawings(browser, served.root, contestants)
            _say("ours is zoomed and moved")
            frames = measure_frames(browser, served.root + ours)
            _say("ours is filtered")
            answers = measure_filter(browser, served.root + ours)
            browser.close()
            _say("done")
    print("\n".join(report(drawings, frames, answers)))


if __name__ == "__main__":
    main()
