"""The one order of all events: what is certain first, then the earliest start, the more precise date, the id."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from site_builder import edtf
from site_builder.chronology.network import Bounds, Graph, Network, turned
from site_builder.chronology.propagation import propagate


def order(network: Network, steps: Graph, components: list[list[int]], certain: Bounds) -> list[str]:
    """The ids in order, given steps that can be satisfied together with the dates that are certain.

    Of the events that need not wait for another, the one with the lowest key comes next. That puts A before B also
    where A's latest possible start is before B's earliest: an event for which A waits starts no later than A does,
    so its key, too, is lower than B's.
    """
    keys = _keys(network, steps, components, certain)
    by_rank = sorted(range(len(keys)), key=keys.__getitem__)
    rank_of = {event: rank for rank, event in enumerate(by_rank)}
    waiting = _Waiting(steps, components)
    ready = [rank_of[event] for event in waiting.ready()]
    heapify(ready)
    ordered = []
    while ready:
        event = by_rank[heappop(ready)]
        ordered.append(network.events[event].id)
        for freed in waiting.freed_by(event):
            heappush(ready, rank_of[freed])
    return ordered


class _Waiting:
    """Which events still wait for the start or the end of others.

    Those of one component start together: none waits for another of them, and who waits for one waits for all.
    """

    def __init__(self, steps: Graph, components: list[list[int]]) -> None:
        self._steps = steps
        self._components = components
        self._component_of = [0] * len(steps)
        for number, members in enumerate(components):
            for vertex in members:
                self._component_of[vertex] = number
        self._to_come = [len(members) for members in components]
        self._awaited = [0] * len(components)
        for vertex in range(len(steps)):
            for other in self._led_to(vertex):
                self._awaited[other] += 1

    def ready(self) -> list[int]:
        """The events that wait for nothing from the beginning."""
        return self._starting([number for number, count in enumerate(self._awaited) if not count])

    def freed_by(self, event: int) -> list[int]:
        """The events that wait for nothing any more now that this one has come."""
        component = self._component_of[2 * event]
        self._to_come[component] -= 1
        return [] if self._to_come[component] else self._starting(self._settle(component))

    def _led_to(self, vertex: int) -> list[int]:
        """The other components to which the steps of a vertex lead."""
        own = self._component_of[vertex]
        return [other for _, head, _, _ in self._steps[vertex] if (other := self._component_of[head]) != own]

    def _settle(self, component: int) -> list[int]:
        """The components that wait for nothing any more now that this one has come."""
        freed = []
        for vertex in self._components[component]:
            for other in self._led_to(vertex):
                self._awaited[other] -= 1
                if not self._awaited[other]:
                    freed.append(other)
        return freed

    def _starting(self, free: list[int]) -> list[int]:
        """The events that start in these components, or in those freed by the ends in them, which come at once."""
        events: list[int] = []
        while free:
            component = free.pop()
            members = self._components[component]
            if members[0] % 2:
                free += self._settle(component)
            else:
                events += [vertex >> 1 for vertex in members]
        return events


def _keys(
    network: Network, steps: Graph, components: list[list[int]], certain: Bounds
) -> list[tuple[float, int, int, int]]:
    """For each event its earliest start, its coarseness, the second of the day, and its place among the ids.

    The earliest start is the first day that dates and links allow. A vague date counts as written, within what
    links to certain dates allow.
    """
    first = propagate(steps, components, certain.floor, certain.ceiling).days[::2]
    if any(event.vague for event in network.events):
        floor, ceiling = [-day for day in certain.ceiling], [-day for day in certain.floor]
        last = propagate(turned(steps), reversed(components), floor, ceiling).days[::2]
        for number, event in enumerate(network.events):
            written = event.date.earliest.day
            if event.vague and written is not None:
                first[number] = min(max(first[number], written), -last[number])
    return [
        (first[number], event.date.precision.rank, _second_of_day(event.date), number)
        for number, event in enumerate(network.events)
    ]


def _second_of_day(date: edtf.Date) -> int:
    """The seconds from the midnight of its day to its time of day, in UTC where a shift is written; 0 without one."""
    moment, day = date.moment, date.earliest.day
    return 0 if moment is None or day is None else moment.first - day * 86_400
