"""Compares us with our peers: `python bench/compare.py [--sizes N,…] [--only PART,…] [--runs R]`."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.contestants import CONTESTANTS, PEERS, REPOSITORY, clear, count_pages, prepare
from bench.machine import describe_machine
from bench.measure import CommandFailedError, Usage, measure
from bench.report import Result, Size, report

RESULTS = REPOSITORY / "bench" / "RESULTS.md"
_USUAL = ("check", "build", "plain", "hugo")
PLAN: Mapping[int, Sequence[str]] = {20: _USUAL, 1_000: _USUAL, 10_000: _USUAL}
"""Who takes part at which size."""
SCRIPTS = {
    "dates": "Reading dates",
    "order": "Order and links",
    "diff": "What a change means",
    "formats": "Files of data",
    "serve": "An edit while a site is served",
    "pages": "Pages on a phone",
    "timeline": "The timeline in a browser",
    "search": "The first result of a search",
}
_FILES = {
    "dates": "dates.py",
    "order": "chronology.py",
    "diff": "diff.py",
    "formats": "formats.py",
    "serve": "serve.py",
    "pages": "browser/pages.py",
    "timeline": "browser/timeline.py",
    "search": "browser/search.py",
}
"""Programs that print tables of their own, where they are there."""
_WITH_TESTS = os.environ | {"PYTHONPATH": str(REPOSITORY / "tests")}
"""The tests know where there is a browser."""


def measure_size(events: int, names: Sequence[str], runs: int, folder: Path) -> Size:
    """Measure those contestants at one size. Raises CommandFailedError."""
    records = prepare(names, events, folder)
    usages: dict[str, list[Usage]] = {name: [] for name in names}
    for number in range(runs):
        for name in names:
            _say(f"{events:,} events, round {number + 1} of {runs}: {name}")
            contestant = CONTESTANTS[name]
            clear(contestant, folder)
            usages[name].append(measure(contestant.command, folder / contestant.folder))
    results = {
        name: Result(CONTESTANTS[name].label, count_pages(CONTESTANTS[name], folder), tuple(usages[name]))
        for name in names
    }
    peers = tuple(results[name] for name in PEERS if name in results)
    return Size(events, records, results.get("check"), results.get("build"), peers)


def _run_scripts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        script = REPOSITORY / "bench" / _FILES[name]
        if script.exists():
            _say(script.name)
            command = (sys.executable, str(script))
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=_WITH_TESTS)
            yield SCRIPTS[name], done.stdout


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parts = (*CONTESTANTS, *SCRIPTS)
    parser = argparse.ArgumentParser(description="Compare time and memory with Material and Hugo; print Markdown.")
    parser.add_argument("--sizes", type=_sizes, help=f"numbers of events (default: {','.join(map(str, PLAN))})")
    parser.add_argument("--only", type=_parts, help=f"some of {','.join(parts)}")
    parser.add_argument("--runs", type=int, default=3, help="rounds (default: 3)")
    parser.add_argument("--output", type=Path, help="where the report goes too (a full run: bench/RESULTS.md)")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _parts(text: str) -> tuple[str, ...]:
    parts = tuple(text.split(","))
    unknown = [part for part in parts if part not in (*CONTESTANTS, *SCRIPTS)]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}")
    return parts


def main() -> None:
    options = _options()
    sizes = []
    for events in options.sizes or PLAN:
        wanted = options.only or PLAN.get(events, _USUAL)
        names = [name for name in CONTESTANTS if name in wanted]
        if names:
            with tempfile.TemporaryDirectory(prefix="timeline-bench-") as folder:
                sizes.append(measure_size(events, names, options.runs, Path(folder)))
    scripts = dict(_run_scripts([name for name in SCRIPTS if name in (options.only or SCRIPTS)]))
    command = shlex.join(("python", "bench/compare.py", *sys.argv[1:]))
    text = report(command, list(describe_machine()), options.runs, sizes, scripts)
    print(text, end="")
    full = options.sizes is None and options.only is None
    output = options.output or (RESULTS if full else None)
    if output is not None:
        output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except CommandFailedError as error:
        sys.exit(str(error))
