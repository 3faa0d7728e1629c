"""Events and their ties as a simple temporal network: difference constraints over days.

Every event has two unknown days, its start and its end. Event i has vertex 2 i for its start and 2 i + 1 for its
end. A step says that one vertex does not lie before another; a date bounds a vertex from below (floor) and from
above (ceiling). Source: Dechter, Meiri and Pearl, *Temporal constraint networks*, 1991.

What is `after` something begins later. Within one day there is always room for that, so dates contradict it only where
they say an earlier day. Yet it is read as the next day at the earliest (a gap of 1) wherever the dates leave room for
that. So each step of `after` has a gap, which is left out where the question is whether something is possible at all.

Times of day are compared apart from days: those with a shift from UTC with each other, those without one likewise.
Of two times in UTC the days as written say nothing more, and may be the other way round.
"""

import math
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from site_builder import edtf
from site_builder.chronology.graphs import OWN, Bounds, Graph, Kept, Step
from site_builder.vocabulary import LinkType


@dataclass(frozen=True, slots=True)
class Dated:
    """An event as the chronology sees it."""

    id: str
    date: edtf.Date
    said: bool = False
    """Whether it is something said or decided, and nothing done."""

    @property
    def vague(self) -> bool:
        """Whether the date is marked `~` or `?` anywhere, so that its bounds bind nothing."""
        return self.date.is_doubtful


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two events, as it stands on the record of `source`: (b, after, a) says that b is after a."""

    source: str
    type: LinkType
    target: str

    @property
    def narrows(self) -> bool:
        """Whether it narrows dates; the other types can only contradict."""
        return self.type.in_time in ("apart", "within")

    @property
    def nests(self) -> bool:
        """Whether it says that one event lies within the other."""
        return self.type.in_time == "within"

    def __str__(self) -> str:
        return f"{self.source} {self.type} {self.target}"


@dataclass(frozen=True, slots=True)
class Network:
    """The same for every order in which events and ties were given."""

    events: tuple[Dated, ...]
    """In the order of their ids."""
    ties: tuple[Tie, ...]
    """Each statement once, where two records make it; without ties to the event itself or to unknown events."""
    steps: tuple[tuple[Step, ...], ...]
    """For each tie what it says."""

    def between(self, tie: int) -> tuple[int, int]:
        """The two events of a tie: the one that does not begin later than the other, and that other."""
        tail, head, _, _ = self.steps[tie][0]
        return tail >> 1, head >> 1


def build(events: Iterable[Dated], ties: Iterable[Tie]) -> Network:
    """The network of events with different ids; of two that share one, only the last counts."""
    by_id = {event.id: event for event in events}
    ordered = tuple(by_id[event] for event in sorted(by_id))
    numbers = {event.id: number for number, event in enumerate(ordered)}
    statements: dict[tuple[int, int, int], Tie] = {}
    for tie in ties:
        source, target = numbers.get(tie.source), numbers.get(tie.target)
        if source is None or target is None or source == target or tie.type.in_time == "any":
            continue
        rank = tie.type.rank
        key = (source, target, rank) if tie.type.points_back else (target, source, rank)
        if tie.type.points_back or key not in statements:
            statements[key] = tie
    keys = sorted(statements)
    return Network(
        ordered,
        tuple(statements[key] for key in keys),
        tuple(_steps(key, statements[key].type, number) for number, key in enumerate(keys)),
    )


def _steps(key: tuple[int, int, int], link: LinkType, tie: int) -> tuple[Step, ...]:
    later, earlier, _ = key
    if link.in_time == "apart":
        return ((2 * earlier + 1, 2 * later, 1, tie),)
    starts = (2 * earlier, 2 * later, 0, tie)
    if link.in_time == "within":
        return (starts, (2 * later + 1, 2 * earlier + 1, 0, tie))
    return (starts,)


def keep_all(network: Network) -> Kept:
    """Every tie kept."""
    return bytearray(b"\1") * (len(network.ties) + 1)


def keep_those_of_days(network: Network, kept: Kept) -> Kept:
    """The ties that are kept, without those between two times in UTC."""
    in_utc = [event.date.moment is not None and event.date.moment.in_utc for event in network.events]
    of_days = bytearray(kept)
    for number in range(len(network.ties)) if any(in_utc) else ():
        earlier, later = network.between(number)
        if in_utc[earlier] and in_utc[later]:
            of_days[number] = 0
    return of_days


def graph(network: Network, kept: Kept, without_gap: Container[int] = ()) -> Graph:
    """The steps of the ties that are kept, and those of the events themselves; some ties without their gap."""
    steps: Graph = []
    for start in range(0, 2 * len(network.events), 2):
        steps += [(start, start + 1, 0, OWN)], []
    for of_tie, is_kept in zip(network.steps, kept, strict=False):
        if is_kept:
            for tail, head, gap, tie in of_tie:
                steps[tail].append((tail, head, 0 if gap and tie in without_gap else gap, tie))
    return steps


def possible(network: Network, kept: Kept) -> Graph:
    """The steps without any gap: what they and dates rule out is impossible."""
    return graph(network, kept, without_gap=range(len(network.ties)))


def beginnings(network: Network, kept: Kept, *, nests: bool) -> Graph:
    """A step from start to start for each tie that is kept and nests, or does not: the other begins later.

    What is part of something may begin together with it, but neither can be part of the other.
    """
    steps: Graph = [[] for _ in range(2 * len(network.events))]
    for number, tie in enumerate(network.ties):
        if kept[number] and tie.nests is nests:
            earlier, later = network.between(number)
            steps[2 * earlier].append((2 * earlier, 2 * later, 1, number))
    return steps


def days(network: Network, *, vague: bool = False) -> Bounds:
    """What the dates say: those marked `~` or `?` only if asked."""
    return _bounds(network, lambda event: _days(event.date) if vague or not event.vague else None)


def moments(network: Network, *, in_utc: bool) -> Bounds | None:
    """What the times of day say, in seconds: those with a shift from UTC, or those without; None where there are none.

    A time says when an event began. Its end is on the same day.
    """

    def seconds(event: Dated) -> _FirstsAndLasts | None:
        moment = event.date.moment
        if moment is None or moment.in_utc is not in_utc:
            return None
        return moment.first, moment.last, moment.first, moment.end_of_day

    found = _bounds(network, seconds)
    return found if any(day != math.inf for day in found.ceiling) else None


_FirstsAndLasts = tuple[float, float, float, float]
"""First and last day or second of the start, first and last of the end."""


def _bounds(network: Network, of: Callable[[Dated], _FirstsAndLasts | None]) -> Bounds:
    floor: list[float] = []
    ceiling: list[float] = []
    for event in network.events:
        start_first, start_last, end_first, end_last = of(event) or (-math.inf, math.inf, -math.inf, math.inf)
        floor += start_first, end_first
        ceiling += start_last, end_last
    return Bounds(floor, ceiling)


def _days(date: edtf.Date) -> _FirstsAndLasts:
    """What a date says; its ends bound each other."""
    first, last = _day(date.earliest, -math.inf), _day(date.latest, math.inf)
    start_last, end_first = _day(date.start.latest, math.inf), _day(date.end.earliest, -math.inf)
    return first, min(last, start_last), max(first, end_first), last


def _day(bound: edtf.Bound, otherwise: float) -> float:
    return otherwise if bound.day is None else bound.day
