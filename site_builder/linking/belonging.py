"""Who belongs to whom, and the one walk over what something is part of, stands by, or holds an office in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from site_builder.records import Actor, Claim


def belongs_to(actors: Mapping[str, Actor], actor_id: str) -> tuple[str, ...]:
    """An actor, and all that it belongs to: by its side first, then by its parent, then by its offices.

    Each is followed to its end before the next, so that the first state in it is the one for which the actor stands.
    """

    def above(current: str) -> list[str]:
        actor = actors.get(current)
        if actor is None:
            return []
        offices = (position.organisation for position in actor.positions)
        return [other for other in (actor.side, actor.parent, *offices) if other is not None]

    return reached_from(actor_id, above)


def reached_from(start: str, onwards: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """What is reached from a start step by step, each once, itself first; each way to its end before the next."""
    found: dict[str, None] = {}
    left = [start]
    while left:
        current = left.pop()
        if current not in found:
            found[current] = None
            left += reversed([*onwards(current)])
    return tuple(found)


def voices(claim: Claim) -> Iterator[str]:
    """The actors whose words a claim is: who makes it, who speaks, and whose side an unnamed speaker is on."""
    yield from dict.fromkeys(name for name in (claim.by, claim.speaker, claim.side) if name is not None)
