"""How long it takes to order, narrow and check, beside a textbook Bellman-Ford on the same constraints.

    python bench/chronology.py [EVENTS]

Prints a Markdown table, for 10,000 events and 20,000 links unless told otherwise. Bellman-Ford finds only the
earliest days: no latest days, no order, no proofs; it is stopped after `PATIENCE` seconds. Times are of the processor.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from site_builder import edtf
from site_builder.chronology import Chronology, Dated, Tie, solve
from site_builder.vocabulary import LinkType

link = LinkType.of

SEED = 20240727
PATIENCE = 5.0
REPEATS = 3

FORWARD = (
    link("after"),
    link("part-of"),
    link("consequence-of"),
    link("responds-to"),
    link("about"),
)


@dataclass(frozen=True)
class Case:
    """One shape of chronicle."""

    name: str
    events: list[Dated]
    ties: list[Tie]


def ids(count: int) -> list[str]:
    return [f"event-{number:06}" for number in range(count)]


def dated(names: list[str], date: str) -> list[Dated]:
    return [Dated(name, edtf.parse(date)) for name in names]


def realistic(count: int) -> Case:
    """Days, months and years over fifteen years, one in twenty marked `~`, links mostly to what is near."""
    choose = random.Random(SEED)
    names, first = ids(count), edtf.parse("2011-01-01").earliest.number
    days = sorted(choose.randrange(15 * 365) for _ in names)
    forms = choose.choices(("{:.10}", "{:.7}", "{:.4}", "{:.10}~"), (75, 15, 5, 5), k=count)
    events = [
        Dated(name, edtf.parse(form.format(str(edtf.day(first + day)))))
        for name, day, form in zip(names, days, forms, strict=True)
    ]
    ties = []
    for _ in range(2 * count):
        later = choose.randrange(1, count)
        earlier = max(0, later - 1 - int(choose.expovariate(1 / 50)))
        if days[earlier] < days[later]:
            narrowing = link("after") if choose.random() < 0.5 else link("consequence-of")
            ties.append(Tie(names[later], narrowing, names[earlier]))
    return Case("realistic", events, ties)


def chain_against_the_ids(count: int) -> Case:
    """Each event after the one whose id follows, all dates as vague as can be."""
    names = ids(count)
    ties = [Tie(later, link("after"), earlier) for later, earlier in pairwise(names)]
    return Case("chain against the order of ids", dated(names, "XXXX"), ties)


def hub(count: int) -> Case:
    """One event before all others."""
    names = ids(count)
    ties = [Tie(name, link("after"), names[0]) for name in names[1:]]
    return Case("hub that all others are after", dated(names, "202X"), ties)


def wrong_hub(count: int) -> Case:
    """One event that all others are after, dated later than they are."""
    names = ids(count)
    ties = [Tie(name, link("after"), names[0]) for name in names[1:]]
    return Case("hub with a wrong date", [*dated(names[:1], "2025"), *dated(names[1:], "2024")], ties)


def one_circle(count: int) -> Case:
    """Each event after the one before it, and the first after the last."""
    names = ids(count)
    ties = [Tie(later, link("after"), earlier) for earlier, later in pairwise(names)]
    ties.append(Tie(names[0], link("after"), names[-1]))
    return Case("one circle of all", dated(names, "XXXX"), ties)


def many_circles(count: int) -> Case:
    """Pairs of events that are each after the other."""
    names = ids(count)
    ties = []
    for one, other in zip(names[::2], names[1::2], strict=False):
        ties += [Tie(one, link("after"), other), Tie(other, link("after"), one)]
    return Case("many small circles", dated(names, "2024"), ties)


def tangle(count: int) -> Case:
    """Links of any type between any two events."""
    choose = random.Random(SEED)
    names = ids(count)
    ties = [Tie(*pair) for pair in random_pairs(choose, names, 2 * count)]
    return Case("random links, one tangle", dated(names, "2024"), ties)


def random_pairs(choose: random.Random, names: list[str], count: int) -> Iterator[tuple[str, LinkType, str]]:
    for _ in range(count):
        source, target = choose.sample(names, 2)
        yield source, choose.choice(FORWARD), target


def crowded_year(count: int) -> Case:
    """A year that includes days one after the other, more of them than it has."""
    names = ids(count)
    ties = [Tie(later, link("after"), earlier) for earlier, later in pairwise(names[1:])]
    ties += [Tie(name, link("part-of"), names[0]) for name in names[1:]]
    return Case("a year with too many parts", [*dated(names[:1], "2024"), *dated(names[1:], "XXXX")], ties)


def nested(count: int) -> Case:
    """Each event part of the one before, and each after an event of its own."""
    names = ids(count)
    half = len(names) // 2
    ties = [Tie(inner, link("part-of"), outer) for outer, inner in pairwise(names[:half])]
    ties += [Tie(inner, link("after"), before) for inner, before in zip(names, names[half:], strict=False)]
    return Case("parts of parts", dated(names, "202X"), ties)


def all_at_once(count: int) -> Case:
    """Each event answers the next, and the last the first: all start on one day."""
    names = ids(count)
    ties = [Tie(one, link("responds-to"), other) for one, other in zip(names, names[1:] + names[:1], strict=True)]
    return Case("events that all answer each other", dated(names, "2024"), ties)


CASES: tuple[Callable[[int], Case], ...] = (
    realistic,
    chain_against_the_ids,
    hub,
    wrong_hub,
    one_circle,
    many_circles,
    tangle,
    crowded_year,
    nested,
    all_at_once,
)


def constraints(case: Case) -> tuple[dict[str, float], list[tuple[str, str, int]]]:
    """Earliest days by date alone, and every `later >= earlier + gap` as (earlier, later, gap)."""
    days: dict[str, float] = {}
    edges: list[tuple[str, str, int]] = []
    for event in case.events:
        first = event.date.earliest.day
        days[f"{event.id}<"] = days[f"{event.id}>"] = -math.inf if first is None else first
        edges.append((f"{event.id}<", f"{event.id}>", 0))
    for tie in case.ties:
        if tie.type == "after":
            edges.append((f"{tie.target}>", f"{tie.source}<", 1))
            continue
        edges.append((f"{tie.target}<", f"{tie.source}<", 0))
        if tie.type == "part-of":
            edges.append((f"{tie.source}>", f"{tie.target}>", 0))
    return days, edges


def bellman_ford(days: dict[str, float], edges: list[tuple[str, str, int]], patience: float) -> bool:
    """Raise days along the edges until nothing changes; False where it was stopped."""
    started = time.process_time()
    for _ in days:
        changed = False
        for earlier, later, gap in edges:
            if days[earlier] + gap > days[later]:
                days[later] = days[earlier] + gap
                changed = True
        if not changed:
            return True
        if time.process_time() - started > patience:
            return False
    return True


def time_solving(case: Case) -> tuple[float, Chronology]:
    """The best of a few times, in seconds."""
    best = math.inf
    for _ in range(REPEATS):
        started = time.process_time()
        chronology = solve(case.events, case.ties)
        best = min(best, time.process_time() - started)
    return best, chronology


def time_bellman_ford(case: Case) -> tuple[float, bool]:
    started = time.process_time()
    finished = bellman_ford(*constraints(case), PATIENCE)
    return time.process_time() - started, finished


def main(count: int) -> None:
    print("| chronicle | events | links | contradictions | solve | Bellman-Ford | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for make in CASES:
        case = make(count)
        seconds, chronology = time_solving(case)
        peer, finished = time_bellman_ford(case)
        sign = "" if finished else "> "
        found = f"{len(chronology.contradictions)} + {chronology.unlisted}"
        print(
            f"| {case.name} | {len(case.events):,} | {len(case.ties):,} | {found} | {seconds:.2f} s"
            f" | {sign}{peer:.2f} s | {sign}{peer / seconds:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
