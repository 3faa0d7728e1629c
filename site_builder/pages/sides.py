"""Who speaks as a party to a conflict, and who as a third party."""

from collections.abc import Iterable

from site_builder.linking import belongs_to
from site_builder.pages.context import Here
from site_builder.records import Claim, Event


def parties_to(here: Here, events: Iterable[Event]) -> frozenset[str]:
    """The actors that fight in some events, and all to whom they belong."""
    fighting = {part.actor for event in events for part in event.actors if part.actor and part.role.fights}
    return frozenset(kin for actor in fighting for kin in belongs_to(here.chronicle.actors, actor))


def speaks_for_one_of(here: Here, parties: frozenset[str], claim: Claim) -> bool:
    """Whether a claim's words are those of a party, of who belongs to it, or of somebody on its side."""
    speaker = claim.by or claim.side
    return speaker is not None and not parties.isdisjoint(belongs_to(here.chronicle.actors, speaker))
