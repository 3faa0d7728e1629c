"""On whose side a claimant is, in groups and in words; and what it is to an event."""

from collections.abc import Iterable

from site_builder.linking import ClaimKey, belongs_to
from site_builder.pages.context import Here
from site_builder.pages.foreign import join
from site_builder.records import Claim, Kind
from site_builder.vocabulary import ActorRole, ActorType

_SAY_LITTLE = (ActorRole.of("speaker"), ActorRole.of("participant"))
"""Roles that whoever makes a claim has anyhow."""


def side_of(here: Here, claim: Claim) -> str:
    """The party that a claimant speaks for, in words: `Norland`, `third party`, `side not stated`."""
    speaker = claim.by or claim.side
    if speaker is None:
        return here.say("side not stated")
    if is_third_party(here, speaker):
        return here.say("third party")
    party, _ = _party_of(here, speaker)
    return here.name(Kind.ACTOR, party, claim.date)


def part_of(here: Here, key: ClaimKey, claim: Claim) -> str:
    """What a claimant is to the event, and another for whom it speaks, in words: `defendant, Mill Company`.

    It stands for the side where nobody can fight: there the accused is no third party.
    """
    speaker = claim.by or claim.side
    if speaker is None:
        return ""
    parts = here.chronicle.events[key.event].actors
    own = dict.fromkeys(part.role for part in parts if part.actor is not None and part.actor == claim.by)
    roles = [here.gettext(role.label) for role in own if role not in _SAY_LITTLE]
    party, _ = _party_of(here, speaker)
    others = [here.name(Kind.ACTOR, party, claim.date)] if party not in (claim.by, claim.side) else []
    return join(", ", [*roles, *others])


def _party_of(here: Here, speaker: str) -> tuple[str, ActorType | None]:
    """The first party among all that a speaker belongs to, else the last of them; and its type."""
    actors = here.chronicle.actors
    kin = belongs_to(actors, speaker)
    types = {actor_id: actors[actor_id].type for actor_id in kin if actor_id in actors}
    party = next((actor_id for actor_id, its in types.items() if its.party), kin[-1])
    return party, types.get(party)


def speaks_for_side(here: Here, claim: Claim) -> bool:
    """Whether a claim's words are known to be those of somebody who speaks for a side."""
    speaker = claim.by or claim.side
    return speaker is not None and not is_third_party(here, speaker)


def is_third_party(here: Here, speaker: str) -> bool:
    """Whether an actor speaks for no side."""
    _, kind = _party_of(here, speaker)
    return kind is not None and kind.third_party


def group_by_side(here: Here, keys: Iterable[ClaimKey]) -> tuple[tuple[str, frozenset[ClaimKey]], ...]:
    """Claims by whether their claimants speak for a side, each group under its heading; those of no side first."""
    headings = here.say("Who speaks for no side"), here.say("Side not stated"), here.say("Who speaks for a side")
    groups: dict[str, set[ClaimKey]] = {heading: set() for heading in headings}
    for key in keys:
        claim = here.chronicle.claims.all[key]
        speaker = claim.by or claim.side
        heading = headings[1] if speaker is None else headings[0 if is_third_party(here, speaker) else 2]
        groups[heading].add(key)
    return tuple((heading, frozenset(found)) for heading, found in groups.items())
