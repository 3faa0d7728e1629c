"""The one order of all events: what is certain first, then the earliest start, the more precise date, the id."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import time, timedelta
from heapq import heappop, heappush

from site_builder import edtf
from site_builder.chronology.narrowing import Span
from site_builder.chronology.network import Graph, Network, bounds, turned
from site_builder.chronology.propagation import propagate

_DAY = timedelta(days=1)


def order(network: Network, steps: Graph, components: list[list[int]], spans: Mapping[str, Span]) -> list[str]:
    """The ids in order, given steps that can be satisfied together with all certain dates.

    Of the events that nothing still to come must precede, the one with the lowest key comes next: that is the order
    of the keys, but for ties. It puts A before B wherever A's latest possible start is before B's earliest, too: an
    event for which A waits starts no later than A, so its key is lower than B's.
    """
    keys = _keys(network, steps, components, spans)
    ranked = sorted(range(len(keys)), key=keys.__getitem__)
    rank_of = {event: rank for rank, event in enumerate(ranked)}
    component_of = {vertex: number for number, members in enumerate(components) for vertex in members}
    awaited = [0] * len(components)
    for leaving in steps:
        for tail, head, _, _ in leaving:
            awaited[component_of[head]] += component_of[head] != component_of[tail]
    remaining = [sum(vertex % 2 == 0 for vertex in members) for members in components]
    ready: list[int] = []
    ordered: list[str] = []

    def release(free: list[int]) -> None:
        """Let these components, for which nothing is awaited, come: ends at once, starts by their rank."""
        while free:
            members = components[free.pop()]
            if members[0] % 2:
                free += settle(members)
            else:
                for vertex in members:
                    heappush(ready, rank_of[vertex >> 1])

    def settle(members: list[int]) -> list[int]:
        """The components for which nothing is awaited any more now that this one has come."""
        freed = []
        for vertex in members:
            for _, head, _, _ in steps[vertex]:
                other = component_of[head]
                if other != component_of[vertex]:
                    awaited[other] -= 1
                    if not awaited[other]:
                        freed.append(other)
        return freed

    release([number for number, count in enumerate(awaited) if not count])
    while ready:
        event = ranked[heappop(ready)]
        ordered.append(network.events[event].id)
        component = component_of[2 * event]
        remaining[component] -= 1
        if not remaining[component]:
            release(settle(components[component]))
    return ordered


def _keys(
    network: Network, steps: Graph, components: list[list[int]], spans: Mapping[str, Span]
) -> list[tuple[float, int, int, int]]:
    """For each event its earliest start, its coarseness, the second of the day, and its place among the ids.

    A vague date counts as written, but not for later than what links it to certain dates allows.
    """
    if any(event.vague for event in network.events):
        latest = _latest_starts(network, steps, components)
    else:
        latest = [math.inf] * len(network.events)
    keys = []
    for number, event in enumerate(network.events):
        start = spans[event.id].start_earliest.day
        day = -math.inf if start is None else start
        if event.vague:
            day = min(day, latest[number])
        keys.append((day, event.date.precision.rank, _second_of_day(event.date), number))
    return keys


def _latest_starts(network: Network, steps: Graph, components: list[list[int]]) -> list[float]:
    """For each event the last day on which all links and certain dates let it start."""
    certain = bounds(network.events, lambda event: not event.vague)
    floor, ceiling = [-day for day in certain.ceiling], [-day for day in certain.floor]
    return [-day for day in propagate(turned(steps), reversed(components), floor, ceiling).days[::2]]


def _second_of_day(date: edtf.Date) -> int:
    """Where a time of day is written, its second of the day: in UTC where a shift is written too."""
    if date.precision is not edtf.Precision.SECOND:
        return 0
    clock = str(date).partition("T")[2]
    hours, minutes, seconds = map(int, clock[:8].split(":"))
    shift = time.fromisoformat("00:00" + clock[8:]).utcoffset() or timedelta()
    return (timedelta(hours=hours, minutes=minutes, seconds=seconds) - shift) % _DAY // timedelta(seconds=1)
