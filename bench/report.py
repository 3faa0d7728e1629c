"""Measurements as Markdown: medians, their spread, and ratios taken within each round."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.measure import Usage


@dataclass(frozen=True, slots=True)
class Result:
    """What one contestant took at one size, in each round."""

    label: str
    pages: int
    """HTML files written."""
    usages: tuple[Usage, ...]
    """In the order of the rounds."""


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured at one size."""

    events: int
    records: int
    check: Result | None
    ours: Result | None
    peers: tuple[Result, ...]


def check_table(sizes: Sequence[Size]) -> Iterator[str]:
    """Reading and checking at every size."""
    yield "| events | records | seconds | CPU seconds | ms of CPU a record | peak MB |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    for size in sizes:
        if size.check is not None:
            yield _row(f"{size.events:,}", f"{size.records:,}", *_measured(size.check, size.records))


def build_table(sizes: Sequence[Size]) -> Iterator[str]:
    """A cold build at every size, beside each peer; ratios are ours to the peer's."""
    yield (
        "| events | made by | pages | seconds | CPU seconds | ms of CPU a page | peak MB "
        "| ours / it: seconds | CPU | CPU a page | memory |"
    )
    yield "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for size in sizes:
        for result in (size.ours, *size.peers):
            if result is not None:
                head = (f"{size.events:,}", result.label, f"{result.pages:,}")
                yield _row(*head, *_measured(result, result.pages), *_ratios(size.ours, result))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _measured(result: Result, number: int) -> tuple[str, ...]:
    """Seconds, CPU seconds, milliseconds of CPU for each of a number of things, and megabytes."""
    each = _median(result, _cpu) / number * 1000
    return _spread(result, _wall), _spread(result, _cpu), f"{each:.2f}", f"{_median(result, _megabytes):,.0f}"


def _ratios(ours: Result | None, peer: Result) -> tuple[str, ...]:
    if ours is None or ours is peer:
        return ("",) * 4
    cpu = ratio(ours, peer, _cpu)
    ratios = (ratio(ours, peer, _wall), cpu, cpu * peer.pages / ours.pages, ratio(ours, peer, _megabytes))
    return tuple(f"{value:.2f}" for value in ratios)


def ratio(ours: Result, peer: Result, of: Callable[[Usage], float]) -> float:
    """The median over the rounds of ours divided by the peer's in the same round."""
    return median(of(mine) / of(its) for mine, its in zip(ours.usages, peer.usages, strict=True))


def _wall(usage: Usage) -> float:
    return usage.wall


def _cpu(usage: Usage) -> float:
    return usage.cpu


def _megabytes(usage: Usage) -> float:
    return usage.peak / 1e6


def _median(result: Result, of: Callable[[Usage], float]) -> float:
    return median(map(of, result.usages))


def _spread(result: Result, of: Callable[[Usage], float]) -> str:
    """The median, and the least and the most where there are several."""
    values = [of(usage) for usage in result.usages]
    extremes = f" ({min(values):.2f} to {max(values):.2f})" if len(values) > 1 else ""
    return f"{median(values):.2f}{extremes}"


def report(command: str, machine: Sequence[str], runs: int, sizes: Sequence[Size], scripts: Mapping[str, str]) -> str:
    """The whole report; `scripts` are what other programs printed, by their headings."""
    lines = ["# Results", "", f"Made by `{command}`.", "", *(f"- {fact}" for fact in (*machine, *_others(sizes))), ""]
    if any(size.check is not None for size in sizes):
        lines += ["## Reading and checking", "", *check_table(sizes), ""]
    if any(size.ours is not None or size.peers for size in sizes):
        lines += ["## A cold build", "", *build_table(sizes), ""]
    for heading, text in scripts.items():
        lines += [f"## {heading}", "", text.strip(), ""]
    if sizes:
        lines += ["## How it was measured", "", *_method(runs), ""]
    return "\n".join(lines)


def _others(sizes: Sequence[Size]) -> Iterator[str]:
    """How much else the machine did, which lengthens seconds and, by less, CPU seconds."""
    results = [result for size in sizes for result in (size.check, size.ours, *size.peers) if result is not None]
    usages = [usage for result in results for usage in result.usages]
    if usages:
        cores = sum(usage.others for usage in usages) / sum(usage.wall for usage in usages)
        yield f"Other work kept {cores:.1f} cores busy meanwhile, on average."


def _method(runs: int) -> Iterator[str]:
    yield f"- Whole processes. Rounds: {runs}, in each of which every contestant ran once, one after the other."
    yield "- Seconds and peak memory are medians, with the least and the most. A ratio is the median of its rounds'."
    yield "- CPU seconds are of the process and its children; peak memory is that of the largest process. Where other"
    yield "  work ran on the machine, CPU seconds say more than seconds."
    yield "- The folder that a build writes was removed before each run. The files read were in the system's cache."
    yield "- All read the same invented events (`bench/generate.py`, seed 1), written for each by `bench/peers`."
    yield "  An event has as many claims, actors, sources and letters as a real one, and a few actors do the most."
    yield "- Ours checks every record, orders the events, resolves links and mentions, and writes pages of actors,"
    yield "  places, sources, threads, questions and years beside those of the events."
    yield "- Material's plain pages are the events' alone, outside the navigation; its search plugin is off."
    yield "- Hugo has the parts of each event in its front matter, shows the same parts in a plain shell, and lists"
    yield "  events by actor, place, source, thread, question and year, and claims by actor, source and question, in"
    yield "  the words of ours. It checks no link and relates no claims."
