"""Circles of ties: those in which an event comes after itself, answers or causes itself, or is part of itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from site_builder.chronology.components import find_components, find_components_within
from site_builder.chronology.network import Graph, Kept, Network, Step, beginnings, graph
from site_builder.chronology.proofs import without_detours

_EFFORT = 10
"""How often each vertex of a tangle of circles may be looked at, on average, before its ties are given up."""


def find_circles(members: int, pairs: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Circles of pairs that each lead from one of so many members to another, as the numbers of the pairs in turn.

    One pair of each circle is left out for the next, until there is none: all are found, but in hopeless tangles.
    """
    steps: Graph = [[] for _ in range(2 * members)]
    kept = Kept(b"\1")
    for number, (tail, head) in enumerate(pairs):
        steps[2 * tail].append((2 * tail, 2 * head, 1, number))
        kept.append(1)
    for _, walk in break_circles(steps, kept):
        if walk:
            yield [number for _, _, _, number in walk]


def break_all_circles(network: Network, kept: Kept) -> Iterator[tuple[int, list[Step]]]:
    """Unset one kept tie of each circle that cannot be right, and yield it with the circle.

    First those of ties that all say that something begins later, then those of parts, then those in which something
    is `after` another and also part of something. A whole may follow from one of its own parts, as both may begin
    together.
    """
    for nests in sorted({tie.nests for tie in network.ties}):
        yield from break_circles(beginnings(network, kept, nests=nests), kept)
    yield from break_circles(graph(network, kept), kept)


def break_circles(steps: Graph, kept: Kept) -> Iterator[tuple[int, list[Step]]]:
    """Unset one kept tie with a gap of each circle that has one until there is none, and yield it with the circle.

    The circle comes by no event twice. In a tangle of so many circles that unpicking them one by one would take
    more than time in proportion to its size, all ties with a gap are unset after the first circles; these are
    yielded with an empty circle.
    """
    for tangle in find_components(steps):
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
                walk = without_detours(_shortest_circle(steps, gaps[0], members, kept))
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
