"""Proofs of contradictions: a chain of ties from a date that is too late to one that is too early, or a circle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.chronology.components import find_components
from site_builder.chronology.network import OWN, Dated, Network, Step, Tie, bounds, build, graph, keep_all
from site_builder.chronology.propagation import Earliest, propagate


@dataclass(frozen=True, slots=True)
class Proof:
    """Ties and dates that no assignment of days satisfies together."""

    ties: tuple[Tie, ...]
    """In order along the chain or round the circle."""
    dated: tuple[Dated, ...]
    """The event whose date is too late and the one whose date is too early; one where it is the same event;
    none in a circle."""
    simple: bool
    """Whether the chain comes by no event twice (a circle: but for the one where it closes).

    Then it is irreducible: without one of its ties what is left is a tree, or two trees with one date each,
    and every tree can be satisfied from its one date outwards. Without a date it is one tree with one date, or
    a circle of ties that holds no contradiction of its own.
    """


def circle(network: Network, walk: list[Step]) -> Proof:
    """The proof in a circle of steps that comes by no event twice."""
    return _proof(network, walk, ())


def chain(network: Network, earliest: Earliest, refused: Step, ceiling: list[float]) -> Proof:
    """The proof in the path to a refused step."""
    tail, head, gap, _ = refused
    path = [*earliest.path(tail), refused]
    events = network.events
    dated = dict.fromkeys((events[path[0][0] >> 1], events[head >> 1]))
    excess = earliest.days[tail] + gap - ceiling[head]
    return _proof(network, without_detours(path, excess - 1), tuple(dated))


def _proof(network: Network, walk: list[Step], dated: tuple[Dated, ...]) -> Proof:
    ties = tuple(dict.fromkeys(tie for _, _, _, tie in walk))
    visited = [walk[0][0] >> 1, *(head >> 1 for _, head, _, _ in walk)]
    closed = visited[0] == visited[-1]
    return Proof(tuple(network.ties[tie] for tie in ties), dated, simple=len(set(visited)) == len(visited) - closed)


def without_detours(walk: list[Step], spare: float) -> list[Step]:
    """A walk over ties without those loops, from an event back to it, that its proof can do without.

    A loop that lasts no longer than the `spare` days is cut out, and uses them up: an event does not end before it
    starts anyway. A loop from an event's end back to its start is a contradiction by itself.
    """
    kept: list[Step] = []
    lasted = [0]
    left_at = {walk[0][0] >> 1: 0}
    for step in walk:
        if step[3] == OWN:
            continue
        kept.append(step)
        lasted.append(lasted[-1] + step[2])
        event, ends = step[1] >> 1, step[1] & 1
        at = left_at.setdefault(event, len(kept))
        if at == len(kept):
            continue
        if kept[at][0] & 1 > ends:
            return kept[at:]
        if lasted[-1] - lasted[at] <= spare:
            spare -= lasted[-1] - lasted[at]
            for _, head, _, _ in kept[at:-1]:
                if left_at.get(head >> 1, -1) > at:
                    del left_at[head >> 1]
            del kept[at:], lasted[at + 1 :]
    return kept


class Reducer:
    """Takes from proofs what they can do without, as long as its effort lasts."""

    def __init__(self, events: Iterable[Dated], effort: int) -> None:
        self._events = {event.id: event for event in events}
        self._effort = effort
        """How many ties may still be weighed, summed over all trials."""

    def reduce(self, proof: Proof) -> Proof:
        """A proof none of whose ties and dates can be left out.

        A simple proof is one already. From others (an event is shown to last longer than its date by what it
        includes, say) each tie and date is left out in turn, and the rest solved again. That is quadratic in the
        ties, so a proof for which the effort does not suffice is returned as it is.
        """
        needed: set[Tie | Dated] = set()
        while not proof.simple:
            parts: tuple[Tie | Dated, ...] = (*proof.ties, *proof.dated)
            trial = next((part for part in parts if part not in needed), None)
            if trial is None or self._effort < len(proof.ties):
                break
            self._effort -= len(proof.ties)
            smaller = self._refute(
                [tie for tie in proof.ties if tie != trial], [event for event in proof.dated if event != trial]
            )
            if smaller is None:
                needed.add(trial)
            else:
                proof = smaller
        return proof

    def _refute(self, ties: list[Tie], dated: list[Dated]) -> Proof | None:
        """A proof by some of these ties and dates, or None where they can be satisfied."""
        ids = {event for tie in ties for event in (tie.source, tie.target)}
        network = build((self._events[event] for event in ids), ties)
        steps = graph(network, keep_all(network))
        dates = bounds(network.events, dated.__contains__)
        earliest = propagate(steps, find_components(steps), dates.floor, dates.ceiling)
        return chain(network, earliest, earliest.refused[0], dates.ceiling) if earliest.refused else None
