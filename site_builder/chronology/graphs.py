"""Graphs of steps between days: their components, the earliest day of each vertex, and circles."""

import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Step = tuple[int, int, int, int]
"""`day[head] >= day[tail] + gap` as (tail, head, gap in days, index of the tie it comes from)."""

Graph = list[list[Step]]
"""For each vertex the steps that leave it."""

OWN = -1
"""Stands for the tie in the step that says that an event does not end before it starts."""

Kept = bytearray
"""For each tie whether it is kept; its last byte is that of `OWN`, always set."""

_EFFORT = 10
"""How often each vertex of a tangle of circles may be looked at, on average, before its ties are given up."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """For each vertex the first and the last day that its event's own date allows; infinite where it sets none."""

    floor: list[float]
    ceiling: list[float]

    def of(self, event: int) -> tuple[float, float, float, float]:
        """First and last day of an event's start, first and last day of its end."""
        start, end = 2 * event, 2 * event + 1
        return self.floor[start], self.ceiling[start], self.floor[end], self.ceiling[end]

    @property
    def turned(self) -> "Bounds":
        """The same for a graph with every step turned, whose days are negated."""
        return Bounds([-day for day in self.ceiling], [-day for day in self.floor])


def find_components(steps: Graph) -> list[list[int]]:
    """The vertices in sets that lead to each other; a set that leads to another stands before it.

    Linear time, without recursion.
    """
    unseen, done = 0, len(steps) + 1
    lowest = [unseen] * len(steps)
    count = 0
    path: list[int] = []
    found: list[list[int]] = []
    for root in range(len(steps)):
        if lowest[root] != unseen:
            continue
        calls = [(root, iter(steps[root]), count + 1)]
        count += 1
        lowest[root] = count
        path.append(root)
        while calls:
            vertex, leaving, number = calls[-1]
            for _, head, _, _ in leaving:
                if lowest[head] == unseen:
                    count += 1
                    lowest[head] = count
                    path.append(head)
                    calls.append((head, iter(steps[head]), count))
                    break
                if lowest[head] < lowest[vertex]:
                    lowest[vertex] = lowest[head]
            else:
                calls.pop()
                if calls and lowest[vertex] < lowest[calls[-1][0]]:
                    lowest[calls[-1][0]] = lowest[vertex]
                if lowest[vertex] == number:
                    at = len(path) - 1
                    while path[at] != vertex:
                        at -= 1
                    found.append(sorted(path[at:]))
                    for member in path[at:]:
                        lowest[member] = done
                    del path[at:]
    found.reverse()
    return found


def find_components_within(steps: Graph, members: list[int], kept: Kept) -> list[list[int]]:
    """The components of the part of a graph that has only these vertices and the ties that are kept."""
    local = {vertex: number for number, vertex in enumerate(members)}
    part: Graph = [
        [(local[tail], local[head], gap, tie) for tail, head, gap, tie in steps[vertex] if head in local and kept[tie]]
        for vertex in members
    ]
    return [[members[number] for number in component] for component in find_components(part)]


@dataclass(frozen=True, slots=True)
class Earliest:
    """What propagation found."""

    days: list[float]
    """For each vertex the first day that dates and steps allow."""
    through: list[Step | None]
    """For each vertex the step that gave it its day; None where its own date did."""
    refused: list[Step]
    """Steps that would have led past a ceiling, and were not taken."""

    def path(self, vertex: int) -> list[Step]:
        """The steps that lead to the day of a vertex from a vertex whose own date gave it its day."""
        path: list[Step] = []
        step = self.through[vertex]
        while step is not None:
            path.append(step)
            step = self.through[step[0]]
        path.reverse()
        return path


def propagate(steps: Graph, components: Iterable[list[int]], within: Bounds) -> Earliest:
    """Raise every vertex from its floor to the first day that the steps to it allow, in linear time.

    Takes the components of the graph, or of one with more steps, in topological order; steps within a component
    have no gap. Gives the fixed point of the steps that were not refused; where none was, the days themselves
    are an assignment that satisfies everything. A step is refused when its tail, whose day is settled, leads
    past the ceiling of its head.
    """
    days, refused = list(within.floor), list[Step]()
    through: list[Step | None] = [None] * len(days)

    def settle(vertex: int) -> None:
        day = days[vertex]
        if day == -math.inf:
            return
        for step in steps[vertex]:
            _, head, gap, _ = step
            if day + gap > days[head]:
                if day + gap > within.ceiling[head]:
                    refused.append(step)
                else:
                    days[head] = day + gap
                    through[head] = step

    for component in components:
        if len(component) == 1:
            settle(component[0])
            continue
        # Without gaps no vertex can be raised above the highest that is not settled yet.
        waiting = [(-days[vertex], vertex) for vertex in component]
        unsettled = set(component)
        heapify(waiting)
        while waiting:
            _, vertex = heappop(waiting)
            if vertex in unsettled:
                unsettled.remove(vertex)
                settle(vertex)
                for _, head, _, _ in steps[vertex]:
                    if head in unsettled:
                        heappush(waiting, (-days[head], head))
    return Earliest(days, through, refused)


def propagate_back(steps: Graph, components: Sequence[list[int]], within: Bounds) -> Earliest:
    """Lower every vertex from its ceiling to the last day that the steps from it allow: its days are negated."""
    turned: Graph = [[] for _ in steps]
    for leaving in steps:
        for tail, head, gap, tie in leaving:
            turned[head].append((head, tail, gap, tie))
    return propagate(turned, reversed(components), within.turned)


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


def break_circles(steps: Graph, kept: Kept) -> Iterator[tuple[int, list[Step]]]:
    """Unset one kept tie with a gap of each circle that has one until there is none, and yield it with the circle.

    The circle passes no event twice. In a tangle of so many circles that unpicking them one by one would take
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


def without_detours(walk: list[Step]) -> list[Step]:
    """A walk over ties without the loops that lead from an event back to it.

    A loop from an event's start to its end is left out, because the event itself leads there. A loop from its end back
    to its start is a circle by itself, and all that is given back.
    """
    kept: list[Step] = []
    left_at = {walk[0][0] >> 1: 0}
    for step in walk:
        if step[3] == OWN:
            continue
        kept.append(step)
        event, ends = step[1] >> 1, step[1] & 1
        at = left_at.setdefault(event, len(kept))
        if at == len(kept) or (at == 0 and step is walk[-1]):
            continue
        if kept[at][0] & 1 > ends:
            return kept[at:]
        for _, head, _, _ in kept[at:-1]:
            if left_at.get(head >> 1, -1) > at:
                del left_at[head >> 1]
        del kept[at:]
    return kept
