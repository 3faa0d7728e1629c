"""The one order of all events: what is certain first, then the earliest start, what happened that day, the id.

What has no earliest start, such as `2023 or earlier`, stands by its latest one, as it does in the timeline.

Of events that begin on one day, as far as links and times of day leave it open, those that happened come before those
that were said or decided: readers meet what a statement is about before it. That is so only where both days are known.
A month, or one unknown day of several, comes after the days that are known, and holds no statement back.

Times of day that can be compared stand in their order, whatever days they belong to: in UTC, the evening of one day
may come after the morning of the next.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
from itertools import chain

from site_builder.chronology.graphs import OWN, Bounds, Graph, Kept, find_components, propagate, propagate_back
from site_builder.chronology.network import Dated, Network, possible

_SECONDS_IN_DAY = 86_400


def order(network: Network, kept: Kept, of_days: Graph, components: list[list[int]], certain: Bounds) -> list[str]:
    """The ids in order, given ties that can be satisfied together with the dates that are certain.

    Of the events that need not wait for another, the one with the lowest key comes next. That puts A before B also
    where A's latest possible start is before B's earliest: an event for which A waits has no later day in its key than
    A has, so it comes before B, too.
    """
    own = _first_days(network, of_days, components, certain)
    steps, components = _with_clocks(network, possible(network, kept), components)
    keys = _keys(network, own, _first_awaited(own, steps, components))
    by_rank = sorted(range(len(keys)), key=keys.__getitem__)
    rank_of = {event: rank for rank, event in enumerate(by_rank)}
    component_of = {vertex: number for number, members in enumerate(components) for vertex in members}
    waiting = _waiting(steps, components, component_of)
    to_come = [len(members) for members in components]
    ready = [rank_of[event] for event in _starting(waiting, components)]
    heapify(ready)
    ordered = []
    while ready:
        event = by_rank[heappop(ready)]
        if event < len(network.events):
            ordered.append(network.events[event].id)
        component = component_of[2 * event]
        to_come[component] -= 1
        if not to_come[component]:
            waiting.done(component)
            for freed in _starting(waiting, components):
                heappush(ready, rank_of[freed])
    return ordered


def _waiting(steps: Graph, components: list[list[int]], component_of: Mapping[int, int]) -> TopologicalSorter[int]:
    """Which components wait for which.

    Those of one component start together: none waits for another of them, and who waits for one waits for all.
    """
    waiting = TopologicalSorter[int](dict.fromkeys(range(len(components)), ()))
    for tail, head, _, _ in chain.from_iterable(steps):
        if component_of[tail] != component_of[head]:
            waiting.add(component_of[head], component_of[tail])
    waiting.prepare()
    return waiting


def _starting(waiting: TopologicalSorter[int], components: list[list[int]]) -> Iterator[int]:
    """The events that wait for nothing any more, also not for ends, which come at once when they are free."""
    while free := waiting.get_ready():
        for component in free:
            if components[component][0] % 2:
                waiting.done(component)
            else:
                yield from (vertex >> 1 for vertex in components[component])


def _with_clocks(network: Network, steps: Graph, components: list[list[int]]) -> tuple[Graph, list[list[int]]]:
    """The steps with those from every time of day to the later ones of its clock, and the components of all.

    Times with a shift from UTC agree with all ties. Times without one do so too, but may be of clocks that differ;
    where both together would lead round in a circle, the latter are left out.
    """
    for clocks in ((True, False), (True,)):
        longer = [list(leaving) for leaving in steps]
        for in_utc in clocks:
            _add_clock(longer, network, in_utc=in_utc)
        if len(longer) > len(steps):
            found = find_components(longer)
            if all(len(members) == 1 or members[-1] < len(steps) for members in found):
                return longer, found
    return steps, components


def _add_clock(steps: Graph, network: Network, *, in_utc: bool) -> None:
    """Add a vertex for each second with which a time of day ends, between the events before it and those after."""
    times = [
        (2 * number, moment)
        for number, event in enumerate(network.events)
        if (moment := event.date.moment) is not None and moment.in_utc is in_utc
    ]
    ends = sorted({moment.last for _, moment in times})
    first = len(steps)
    for end in range(first, first + 2 * len(ends), 2):
        # Each is as the start of an event of its own, the end of which leads nowhere.
        steps += [(end, end + 2, 0, OWN)] if end + 2 < first + 2 * len(ends) else [], []
    for start, moment in times:
        end = first + 2 * bisect_left(ends, moment.last)
        steps[start].append((start, end, 0, OWN))
        before = first + 2 * bisect_left(ends, moment.first) - 2
        if before >= first:
            steps[before].append((before, start, 0, OWN))


def _first_days(network: Network, of_days: Graph, components: list[list[int]], certain: Bounds) -> list[float]:
    """The first day that dates and links allow for the start of each event.

    A vague date counts as written, within what links to certain dates allow. What nothing holds back, such as `2023 or
    earlier`, counts by the last day that is allowed: nobody means that it came before all else.
    """
    first = propagate(of_days, components, certain).days[::2]
    if -math.inf in first or any(event.vague for event in network.events):
        last = propagate_back(of_days, components, certain).days[::2]
        for number, event in enumerate(network.events):
            written = event.date.earliest.day
            if event.vague and written is not None:
                first[number] = min(max(first[number], written), -last[number])
            elif first[number] == -math.inf:
                first[number] = -last[number]
    return first


def _first_awaited(own: list[float], steps: Graph, components: list[list[int]]) -> list[float]:
    """For each event its own day, or an earlier one of an event that waits for it, as times in UTC may have it."""
    days = [math.inf] * len(steps)
    days[: 2 * len(own) : 2] = own
    found = propagate_back(steps, components, Bounds([-math.inf] * len(steps), days))
    return [-day for day in found.days[::2]]


def _keys(network: Network, own: list[float], awaited: list[float]) -> list[tuple[float, bool, int, int, int]]:
    """For each event its day, its rank within it, the second of the day, and its position among the ids.

    An event that is awaited on a day before its own comes after all others of that day. What stands for a second,
    and not for an event, never keeps another waiting.
    """
    seconds = [(-math.inf, False, 0, 0, number) for number in range(len(own), len(awaited))]
    return [
        *(
            (awaited[number], awaited[number] < own[number], _rank_in_day(event), _second_of_day(event), number)
            for number, event in enumerate(network.events)
        ),
        *seconds,
    ]


def _rank_in_day(event: Dated) -> int:
    """0 for what happened on a known day, 1 at a time of day, 2 for what was said on a known day; else more."""
    if event.date.moment is not None:
        return 1
    start = event.date.start
    if event.vague or start.earliest.day is None or start.earliest != start.latest:
        return 3 + event.date.precision.rank
    return 2 if event.said else 0


def _second_of_day(event: Dated) -> int:
    """The seconds from the midnight of its day to its time of day, in UTC where a shift is written; 0 without one."""
    moment, day = event.date.moment, event.date.earliest.day
    return 0 if moment is None or day is None else moment.first - day * _SECONDS_IN_DAY
