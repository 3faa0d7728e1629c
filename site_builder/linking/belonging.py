"""Who belongs to whom: the one walk over what an actor is part of, stands by, or holds an office in."""

from collections.abc import Iterator, Mapping

from site_builder.records import Actor, Claim


def belongs_to(actors: Mapping[str, Actor], actor_id: str) -> tuple[str, ...]:
    """An actor, and all that it belongs to: by its side first, then by its parent, then by its offices.

    Each is followed to its end before the next, so that the first state in it is the one for which the actor stands.
    """
    found: dict[str, None] = {}
    left = [actor_id]
    while left:
        current = left.pop()
        if current not in found:
            found[current] = None
            if (actor := actors.get(current)) is not None:
                offices = (position.organisation for position in actor.positions)
                above = (actor.side, actor.parent, *offices)
                left += reversed([other for other in above if other is not None])
    return tuple(found)


def voices(claim: Claim) -> Iterator[str]:
    """The actors whose words a claim is: who makes it, who speaks, and whose side an unnamed speaker is on."""
    yield from dict.fromkeys(name for name in (claim.by, claim.speaker, claim.side) if name is not None)
