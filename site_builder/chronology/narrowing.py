"""Narrows dates by `before`, `after` and `part-of` to the tightest bounds that they imply.

What is after something is put on a later day wherever the dates leave room for that. Where they leave none, the link
stands within one day and only orders. Which links these are is worked out first, from all ties and certain dates.
"""

import math
from dataclasses import dataclass, field

from site_builder import edtf
from site_builder.chronology.graphs import OWN, Bounds, Earliest, Kept, find_components, propagate, propagate_back
from site_builder.chronology.network import (
    Dated,
    Network,
    Tie,
    build,
    days,
    graph,
    keep_all,
)

_WEIGHED = 50
"""A narrowing that more ties than this brought about names them without weighing whether one could be spared."""


@dataclass(frozen=True, slots=True)
class Extent:
    """When an event can have started and ended. Two are equal when they have the same bounds."""

    start: edtf.Span
    end: edtf.Span
    narrowed: bool
    """Whether links narrowed it beyond the date as written."""
    _number: int = field(compare=False, repr=False)
    _narrowing: "Narrowing" = field(compare=False, repr=False)

    @property
    def because(self) -> tuple[Tie, ...]:
        """The ties that narrowed it: without any one of them a bound would be wider. Empty where not narrowed.

        Follows the chain of ties back to the dates it starts from, so keep it when it is needed again. Of more than
        50 ties one may be redundant.
        """
        return self._narrowing.because(self._number) if self.narrowed else ()


@dataclass(frozen=True, slots=True, eq=False)
class Narrowing:
    """The fixed point of the network of narrowing ties."""

    network: Network
    within_a_day: frozenset[int]
    """The ties that only order."""
    dates: Bounds
    """What the dates alone say."""
    forward: Earliest
    """The first day of every vertex."""
    backward: Earliest
    """The last day of every vertex, negated."""
    implied: Bounds
    """What dates and ties together say."""

    def because(self, event: int) -> tuple[Tie, ...]:
        """The ties that narrowed an event, none of which can be left out (see `Extent.because`)."""
        steps = [
            step
            for earliest in (self.forward, self.backward)
            for vertex in (2 * event, 2 * event + 1)
            for step in earliest.path(vertex)
        ]
        ties = list(dict.fromkeys(tie for _, _, _, tie in steps if tie != OWN))
        if 1 < len(ties) <= _WEIGHED:
            for tie in tuple(ties):
                fewer = [other for other in ties if other != tie]
                if self._implied_by(event, fewer) == self.implied.of(event):
                    ties = fewer
        return tuple(self.network.ties[tie] for tie in ties)

    def _implied_by(self, event: int, ties: list[int]) -> tuple[float, float, float, float]:
        """What some of the ties imply for an event."""
        numbers = {number for tie in ties for number in self.network.between(tie)}
        subject = self.network.events[event]
        events = [subject, *(self.network.events[number] for number in numbers if number != event)]
        part = build(events, (self.network.ties[tie] for tie in ties))
        kept = keep_all(part)
        only_ordering = {self.network.ties[tie] for tie in self.within_a_day}
        within_a_day = frozenset(number for number, tie in enumerate(part.ties) if tie in only_ordering)
        order = find_components(graph(part, kept))
        return _solve(part, kept, order, days(part), within_a_day).implied.of(part.events.index(subject))


def find_ties_within_a_day(
    network: Network, of_days: Kept, components: list[list[int]], certain: Bounds
) -> frozenset[int]:
    """The ties of `after` that are in a chain too long for the dates at its ends, were each to lead to a later day.

    Takes ties that can be satisfied together with the dates. Without the gaps of these they still can with all others.
    """
    steps, anywhere = graph(network, of_days), [math.inf] * len(certain.floor)
    first = propagate(steps, components, Bounds(certain.floor, anywhere)).days
    last = propagate_back(steps, components, Bounds([-day for day in anywhere], certain.ceiling)).days
    return frozenset(
        tie for leaving in steps for tail, head, gap, tie in leaving if gap and first[tail] + gap > -last[head]
    )


def narrow(
    network: Network,
    of_days: Kept,
    components: list[list[int]],
    certain: Bounds,
    contested: frozenset[int],
    within_a_day: frozenset[int],
) -> dict[str, Extent]:
    """The extent of every event, by id.

    Events that are contested neither narrow nor are narrowed. Nor do vague dates narrow or are narrowed; what lies
    on both sides of such an event is still ordered through it.
    """
    narrowing = bytearray(of_days)
    for number, tie in enumerate(network.ties):
        if not tie.narrows or not contested.isdisjoint(network.between(number)):
            narrowing[number] = 0
    solved = _solve(network, narrowing, components, certain, within_a_day)
    return {
        event.id: _extent(number, event, solved, number in contested) for number, event in enumerate(network.events)
    }


def _solve(
    network: Network, kept: Kept, components: list[list[int]], dates: Bounds, within_a_day: frozenset[int]
) -> Narrowing:
    steps = graph(network, kept, within_a_day)
    forward, backward = propagate(steps, components, dates), propagate_back(steps, components, dates)
    implied = Bounds(forward.days, [-day for day in backward.days])
    return Narrowing(network, within_a_day, dates, forward, backward, implied)


def _extent(number: int, event: Dated, solved: Narrowing, contested: bool) -> Extent:
    if contested or event.vague:
        return Extent(event.date.start, event.date.end, False, number, solved)
    implied, alone = solved.implied.of(number), solved.dates.of(number)
    start = _narrowed(event.date.start, alone[:2], implied[:2])
    end = _narrowed(event.date.end, alone[2:], implied[2:])
    return Extent(start, end, implied != alone, number, solved)


def _narrowed(written: edtf.Span, alone: tuple[float, float], implied: tuple[float, float]) -> edtf.Span:
    """The implied days of a start or an end; where it was left open or blank, only if ties imply something."""
    earliest, latest = (
        bound if bound.day == day or math.isinf(day) or (bound.day is None and implied == alone) else edtf.day(int(day))
        for bound, day in zip((written.earliest, written.latest), implied, strict=True)
    )
    return edtf.Span(earliest, latest)
