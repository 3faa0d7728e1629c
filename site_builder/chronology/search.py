"""Looks for contradictions, and sets aside a tie of each, so that what is left can be satisfied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.chronology.circles import break_all_circles
from site_builder.chronology.components import find_components
from site_builder.chronology.contradictions import Contradiction
from site_builder.chronology.network import (
    Bounds,
    Kept,
    Network,
    bounds,
    graph,
    keep_all,
    keep_those_of_days,
    moments,
    possible,
)
from site_builder.chronology.proofs import chain, circle
from site_builder.chronology.propagation import propagate


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

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.found: list[Contradiction] = []
        self.unlisted = 0

    @property
    def is_full(self) -> bool:
        return len(self.found) >= self._limit


def search(network: Network, certain: Bounds, limit: int) -> Findings:
    """All contradictions, each tie that makes one set aside once; up to a limit they are listed with their proof.

    Where nothing contradicts this takes linear time.
    """
    kept, listing = keep_all(network), _Listing(limit)
    aside: list[int] = []
    for tie, walk in break_all_circles(network, kept):
        aside.append(tie)
        if walk and not listing.is_full:
            listing.found.append(circle(network, walk))
        else:
            listing.unlisted += 1
    order = find_components(graph(network, kept))
    clashing = _set_clashes_aside(network, kept, order, certain, listing)
    aside += clashing
    contested = _events_of(network, listing.found, aside)
    if any(event.vague for event in network.events):
        as_written = bounds(network.events, lambda event: True)
        _find_clashes(network, keep_those_of_days(network, kept), order, as_written, listing)
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
    earliest = propagate(possible(network, kept), order, times.floor, times.ceiling)
    clashing = {step[3]: step for step in reversed(earliest.refused)}
    for _, refused in sorted(clashing.items()):
        if listing.is_full:
            listing.unlisted += 1
        else:
            listing.found.append(chain(network, earliest, refused))
    return list(clashing)


def _events_of(network: Network, found: Iterable[Contradiction], aside: Iterable[int]) -> frozenset[int]:
    numbers = {event.id: number for number, event in enumerate(network.events)}
    ties = [*(tie for contradiction in found for tie in contradiction.ties), *(network.ties[tie] for tie in aside)]
    return frozenset(numbers[event] for tie in ties for event in (tie.source, tie.target))
