"""Places within one another and actors below one another, in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World

_MOST_TOLD = 10
"""Members of a circle that are told."""


def circles(world: World) -> Iterator[Finding]:
    """Going from a place to what it lies within, or from an actor to its parent, never leads back."""
    within = {place.id: place.within for place in world.places.values() if place.within is not None}
    for circle in _find(within):
        message = f"places lie within one another in a circle: {_round(circle, ' within ')}"
        yield Finding(problems.CIRCLE, world.places[circle[0]], ("within",), message)
    parents = {actor.id: actor.parent for actor in world.actors.values() if actor.parent is not None}
    for circle in _find(parents):
        message = f"actors belong to one another in a circle: {_round(circle, ' belongs to ')}"
        yield Finding(problems.CIRCLE, world.actors[circle[0]], ("parent",), message)


def _round(circle: tuple[str, ...], word: str) -> str:
    """The members in turn up to the first again; of a long circle only how it begins."""
    shown = (*circle[:_MOST_TOLD], f"{len(circle) - _MOST_TOLD:,} more") if len(circle) > _MOST_TOLD else circle
    return word.join((*shown, circle[0]))


def _find(above: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from the member that is first by name."""
    done: set[str] = set()
    for start in sorted(above):
        path: dict[str, None] = {}
        member: str | None = start
        while member is not None and member not in done and member not in path:
            path[member] = None
            member = above.get(member)
        if member in path:
            walked = list(path)
            circle = walked[walked.index(member) :]
            first = circle.index(min(circle))
            yield (*circle[first:], *circle[:first])
        done.update(path)
