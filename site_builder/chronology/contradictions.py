"""Looks for contradictions, and sets aside a tie of each, so that what is left can be satisfied.

The proof of one is a chain of ties from a date that is too late to one that is too early, or a circle. It passes no
event twice, and so is irreducible: without one of the ties of a chain what is left are two trees with one date each,
and every tree can be satisfied from its one date outwards; without a date it is one tree with one date; and a circle
without one of its ties is a chain without dates.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.chronology.graphs import (
    Bounds,
    Earliest,
    Kept,
    Step,
    break_circles,
    find_components,
    propagate,
    without_detours,
)
from site_builder.chronology.network import (
    Dated,
    Network,
    Tie,
    beginnings,
    days,
    graph,
    keep_all,
    keep_those_of_days,
    moments,
    possible,
)
from site_builder.languages import Message, say

_SPELT_OUT = 20
"""Longer chains are abridged in the sentence."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Links and dates that cannot all be right, none of which could be left out."""

    ties: tuple[Tie, ...]
    """In order: from the first of `dated` to the last, or round the circle where there is none."""
    dated: tuple[Dated, ...]
    """The events whose dates it uses: one that starts or ends too late, and one that does so too early; none where
    the ties lead round in a circle."""

    @property
    def certain(self) -> bool:
        """Whether it is an error. One that rests on dates marked `~` or `?` is a warning."""
        return not any(event.vague for event in self.dated)

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of all events in it, in the order in which the ties come by them."""
        if self.dated:
            ids = [self.dated[0].id]
        else:
            first, second = ({tie.source, tie.target} for tie in self.ties[:2])
            ids = sorted(first - second)
        for tie in self.ties:
            ids += (tie.target, tie.source) if tie.source in ids[-1:] else (tie.source, tie.target)
        return tuple(dict.fromkeys(ids))

    @property
    def sentence(self) -> Message:
        """What contradicts, for a contributor: ids, link types and dates as written."""
        links = [str(tie) for tie in self.ties]
        if len(links) > _SPELT_OUT:
            half = _SPELT_OUT // 2
            links[half:-half] = [say("{n} more links", n=len(links) - 2 * half)]
        if not self.dated:
            return say(
                "These links lead round in a circle, so that not all can be right: {links}", links="; ".join(links)
            )
        dates = [say("{id} is dated {date}", id=event.id, date=event.date) for event in self.dated]
        listed = "; ".join([*links, *dates])
        if self.certain:
            return say("Not all of these links and dates can be right: {listed}", listed=listed)
        return say(
            "Not all of these links and dates can be right, if dates marked ~, ? or % are taken as written: {listed}",
            listed=listed,
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """What contradicts, and what is left."""

    contradictions: tuple[Contradiction, ...]
    """First circles of ties, then dates that ties cannot join, then times, then what rests on vague dates."""
    unlisted: int
    """How many more ties contradict others, beyond the limit."""
    contested: frozenset[int]
    """The events that are in a certain contradiction."""
    kept: Kept
    """The ties that can all be satisfied together with all certain dates."""
    components: list[list[int]]
    """The components of their graph, in topological order."""


class _Listing:
    """The contradictions found so far, up to a limit."""

    def __init__(self, network: Network, limit: int) -> None:
        self._network, self._limit = network, limit
        self.found: list[Contradiction] = []
        self.unlisted = 0

    def add(self, walk: list[Step], earliest: Earliest | None = None) -> None:
        """List a circle of steps, or the path to the step that was refused; count it only where the list is full."""
        if not walk or len(self.found) >= self._limit:
            self.unlisted += 1
            return
        dated: tuple[Dated, ...] = ()
        if earliest is not None:
            path = [*earliest.path(walk[0][0]), *walk]
            dated = self._network.events[path[0][0] >> 1], self._network.events[path[-1][1] >> 1]
            walk = without_detours(path)
        ties = dict.fromkeys(tie for _, _, _, tie in walk)
        self.found.append(Contradiction(tuple(self._network.ties[tie] for tie in ties), dated))


def search(network: Network, certain: Bounds, limit: int) -> Findings:
    """All contradictions, each tie that makes one set aside once; up to a limit they are listed with their proof.

    Where nothing contradicts this takes linear time.
    """
    kept, listing = keep_all(network), _Listing(network, limit)
    aside: list[int] = []
    for tie, walk in _break_all_circles(network, kept):
        aside.append(tie)
        listing.add(walk)
    order = find_components(graph(network, kept))
    clashing = _set_clashes_aside(network, kept, order, certain, listing)
    aside += clashing
    contested = _events_of(network, listing.found, aside)
    if any(event.vague for event in network.events):
        _find_clashes(network, keep_those_of_days(network, kept), order, days(network, vague=True), listing)
    components = find_components(graph(network, kept)) if clashing else order
    return Findings(tuple(listing.found), listing.unlisted, contested, kept, components)


def _set_clashes_aside(
    network: Network, kept: Kept, order: list[list[int]], certain: Bounds, listing: _Listing
) -> list[int]:
    """Unset every tie that cannot hold between days, between times in UTC, or between times by the clock as written."""
    aside: list[int] = []
    for of_ties, times in (
        (keep_those_of_days(network, kept), certain),
        (kept, moments(network, in_utc=True)),
        (kept, moments(network, in_utc=False)),
    ):
        clashing = _find_clashes(network, of_ties, order, times, listing) if times is not None else []
        for tie in clashing:
            kept[tie] = 0
        aside += clashing
    return aside


def _find_clashes(network: Network, kept: Kept, order: list[list[int]], times: Bounds, listing: _Listing) -> list[int]:
    """List every tie that cannot hold between dates."""
    earliest = propagate(possible(network, kept), order, times)
    clashing = {step[3]: step for step in reversed(earliest.refused)}
    for _, refused in sorted(clashing.items()):
        listing.add([refused], earliest)
    return list(clashing)


def _events_of(network: Network, found: Iterable[Contradiction], aside: Iterable[int]) -> frozenset[int]:
    numbers = {event.id: number for number, event in enumerate(network.events)}
    ties = [*(tie for contradiction in found for tie in contradiction.ties), *(network.ties[tie] for tie in aside)]
    return frozenset(numbers[event] for tie in ties for event in (tie.source, tie.target))


def _break_all_circles(network: Network, kept: Kept) -> Iterator[tuple[int, list[Step]]]:
    """Unset one kept tie of each circle that cannot be right, and yield it with the circle.

    First those of ties that all say that something begins later, then those of parts, then those in which something
    is `after` another and also part of something. A whole may follow from one of its own parts, as both may begin
    together.
    """
    for nests in sorted({tie.nests for tie in network.ties}):
        yield from break_circles(beginnings(network, kept, nests=nests), kept)
    yield from break_circles(graph(network, kept), kept)
