"""Circles of ties that no assignment of days satisfies: those in which an event lies after itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from site_builder.chronology.components import find_components_within
from site_builder.chronology.network import Graph, Kept, Step
from site_builder.chronology.proofs import without_detours

_EFFORT = 10
"""How often each vertex of a tangle of circles may be looked at, on average, before its ties are given up."""


def break_circles(steps: Graph, components: list[list[int]], kept: Kept) -> Iterator[tuple[int, list[Step]]]:
    """Unset one kept tie of each circle until there is none, and yield it with the circle.

    The circle comes by no event twice. In a tangle of so many circles that unpicking them one by one would take
    more than time in proportion to its size, all ties with a gap are unset after the first circles; these are
    yielded with an empty circle.
    """
    for tangle in components:
        if len(tangle) == 1:
            continue
        effort = _EFFORT * len(tangle)
        pending = [tangle]
        while pending:
            part = pending.pop()
            members = set(part)
            gaps = sorted(_gaps(steps, members, kept), key=lambda step: step[3])
            if gaps and effort < len(part):
                for _, _, _, tie in gaps:
                    kept[tie] = 0
                    yield tie, []
            elif gaps:
                effort -= len(part)
                walk = _shortest_circle(steps, gaps[0], members, kept)
                walk = without_detours(walk, sum(gap for _, _, gap, _ in walk) - 1)
                broken = min(tie for _, _, gap, tie in walk if gap)
                kept[broken] = 0
                yield broken, walk
                pending += find_components_within(steps, part, kept)


def _gaps(steps: Graph, members: set[int], kept: Kept) -> Iterator[Step]:
    """Kept steps between members of one component, of which any with a gap closes a circle."""
    for vertex in members:
        for step in steps[vertex]:
            if step[2] and step[1] in members and kept[step[3]]:
                yield step


def _shortest_circle(steps: Graph, first: Step, members: set[int], kept: Kept) -> list[Step]:
    """The fewest steps, of which this is the first, that lead back to its tail."""
    target, start, _, _ = first
    through: dict[int, Step] = {start: first}
    waiting = deque([start])
    while target not in through:
        for step in steps[waiting.popleft()]:
            if step[1] in members and step[1] not in through and kept[step[3]]:
                through[step[1]] = step
                waiting.append(step[1])
    walk = [through[target]]
    while walk[-1] is not first:
        walk.append(through[walk[-1][0]])
    walk.reverse()
    return walk
