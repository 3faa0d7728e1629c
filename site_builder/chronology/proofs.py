"""Proofs of contradictions: a chain of ties from a date that is too late to one that is too early, or a circle.

Each comes by no event twice, and so is irreducible: without one of the ties of a chain what is left are two trees
with one date each, and every tree can be satisfied from its one date outwards; without a date it is one tree with one
date; and a circle without one of its ties is a chain without dates.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.chronology.contradictions import Contradiction
from site_builder.chronology.network import OWN, Network, Step, Tie
from site_builder.chronology.propagation import Earliest


def circle(network: Network, walk: Iterable[Step]) -> Contradiction:
    """The contradiction in a circle of steps that comes by no event twice."""
    return Contradiction(_ties(network, walk), ())


def chain(network: Network, earliest: Earliest, refused: Step) -> Contradiction:
    """The contradiction in the path to a refused step."""
    path = [*earliest.path(refused[0]), refused]
    dated = (network.events[path[0][0] >> 1], network.events[refused[1] >> 1])
    return Contradiction(_ties(network, without_detours(path)), dated)


def _ties(network: Network, walk: Iterable[Step]) -> tuple[Tie, ...]:
    return tuple(network.ties[tie] for tie in dict.fromkeys(tie for _, _, _, tie in walk))


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
