"""The earliest day of every vertex: longest paths, each component of the graph settled once."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from site_builder.chronology.network import Graph, Step


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


def propagate(steps: Graph, components: Iterable[list[int]], floor: list[float], ceiling: list[float]) -> Earliest:
    """Raise every vertex from its floor to the first day that the steps to it allow, in linear time.

    Takes the components of the graph, or of one with more steps, in topological order; steps within a component
    have no gap. Gives the fixed point of the steps that were not refused; where none was, the days themselves
    are an assignment that satisfies everything. A step is refused when its tail, whose day is settled, leads
    past the ceiling of its head.
    """
    days, refused = list(floor), list[Step]()
    through: list[Step | None] = [None] * len(days)

    def settle(vertex: int) -> None:
        day = days[vertex]
        if day == -math.inf:
            return
        for step in steps[vertex]:
            _, head, gap, _ = step
            if day + gap > days[head]:
                if day + gap > ceiling[head]:
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
