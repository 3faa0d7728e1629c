"""Looks for contradictions, and sets aside a tie of each, so that what is left can be satisfied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.chronology.circles import break_circles
from site_builder.chronology.components import find_components
from site_builder.chronology.contradictions import Contradiction
from site_builder.chronology.network import Bounds, Graph, Kept, Network, bounds, graph, keep_all
from site_builder.chronology.proofs import Proof, Reducer, chain, circle
from site_builder.chronology.propagation import propagate

_EFFORT_ON_PROOFS = 100_000
"""How many ties may be weighed to make irreducible the proofs that are not so by their shape."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What contradicts, and what is left."""

    contradictions: tuple[Contradiction, ...]
    """First circles of ties, then dates that ties cannot join, then those that rest on vague dates."""
    unlisted: int
    """How many more ties contradict others, beyond the limit."""
    contested: frozenset[int]
    """The events that are in a certain contradiction."""
    kept: Kept
    """The ties that can all be satisfied together with all certain dates."""
    steps: Graph
    """Their steps."""
    components: list[list[int]]
    """The components of these, in topological order."""


class _Listing:
    """The contradictions found so far, up to a limit."""

    def __init__(self, network: Network, limit: int) -> None:
        self._limit = limit
        self._reducer = Reducer(network.events, _EFFORT_ON_PROOFS)
        self.found: list[Contradiction] = []
        self.unlisted = 0

    @property
    def is_full(self) -> bool:
        return len(self.found) >= self._limit

    def add(self, proof: Proof) -> None:
        proof = self._reducer.reduce(proof)
        self.found.append(Contradiction(proof.ties, proof.dated))


def search(network: Network, certain: Bounds, limit: int) -> Findings:
    """All contradictions, each tie that makes one set aside once; up to a limit they are listed with their proof.

    Where nothing contradicts this takes linear time.
    """
    kept, listing = keep_all(network), _Listing(network, limit)
    steps = graph(network, kept)
    order = find_components(steps)
    aside: list[int] = []
    for tie, walk in break_circles(steps, order, kept):
        aside.append(tie)
        if walk and not listing.is_full:
            listing.add(circle(network, walk))
        else:
            listing.unlisted += 1
    if aside:
        steps = graph(network, kept)
        order = find_components(steps)
    clashing = _find_clashes(network, steps, order, certain, listing)
    if clashing:
        for tie in clashing:
            kept[tie] = 0
        steps = graph(network, kept)
        order = find_components(steps)
    contested = _events_of(network, listing.found, [*aside, *clashing])
    if any(event.vague for event in network.events):
        as_written = bounds(network.events, lambda event: True)
        _find_clashes(network, steps, order, as_written, listing)
    return Findings(tuple(listing.found), listing.unlisted, contested, kept, steps, order)


def _find_clashes(
    network: Network, steps: Graph, order: list[list[int]], dates: Bounds, listing: _Listing
) -> list[int]:
    """List every tie that cannot hold between dates."""
    earliest = propagate(steps, order, dates.floor, dates.ceiling)
    clashing = {step[3]: step for step in reversed(earliest.refused)}
    for _, refused in sorted(clashing.items()):
        if listing.is_full:
            listing.unlisted += 1
        else:
            listing.add(chain(network, earliest, refused, dates.ceiling))
    return list(clashing)


def _events_of(network: Network, found: Iterable[Contradiction], aside: Iterable[int]) -> frozenset[int]:
    numbers = {event.id: number for number, event in enumerate(network.events)}
    ties = [*(tie for contradiction in found for tie in contradiction.ties), *(network.ties[tie] for tie in aside)]
    return frozenset(numbers[event] for tie in ties for event in (tie.source, tie.target))
