"""Claims that answer claims: relations both ways, what is thereby disputed, and where each claim is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from site_builder.linking.belonging import voices
from site_builder.linking.counts import collect_counts
from site_builder.linking.keys import ClaimKey, grouped
from site_builder.records import Claim, Event, FieldReference, Kind, walk
from site_builder.vocabulary import FigureCategory


class RelationType(StrEnum):
    """How one claim stands to another, as seen from the first."""

    DENIES = "denies"
    DENIED_BY = "denied-by"
    REVISES = "revises"
    REVISED_BY = "revised-by"
    CONFIRMS = "confirms"
    CONFIRMED_BY = "confirmed-by"
    WITHDRAWS = "withdraws"
    WITHDRAWN_BY = "withdrawn-by"


_INVERSES = {
    RelationType.DENIES: RelationType.DENIED_BY,
    RelationType.REVISES: RelationType.REVISED_BY,
    RelationType.CONFIRMS: RelationType.CONFIRMED_BY,
    RelationType.WITHDRAWS: RelationType.WITHDRAWN_BY,
}
ANSWERS = tuple(_INVERSES)
"""Those that a claim writes, each in the key of its name."""
_TYPE_ORDER = {relation_type: position for position, relation_type in enumerate(RelationType)}
_ABANDONED_BY = (RelationType.REVISED_BY, RelationType.WITHDRAWN_BY)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one claim says of another, or has said of it."""

    type: RelationType
    other: ClaimKey


class Claims:
    """Every claim of a chronicle, and what ties them together. Immutable.

    A claim is *maintained* unless another revises or withdraws it. Claims that are not maintained, or that
    were made under duress, dispute nothing.
    """

    def __init__(self, events: Mapping[str, Event]) -> None:
        """Tie all claims of all events together; references to unknown claims, or to itself, are left out."""
        self.all: Mapping[ClaimKey, Claim] = MappingProxyType(
            {ClaimKey(event_id, claim.id): claim for event_id in sorted(events) for claim in events[event_id].claims}
        )
        """Every claim, by event id and then as the record has them."""
        self._relations = _relate(self.all)
        disputing = frozenset(key for key in self.all if self._can_dispute(key))
        self._counts = collect_counts(events, self.all, disputing)
        said = sorted(self.all, key=self._when_said)
        own = ((key.event, key) for key in self.all)
        elsewhere = ((claim.said_in, key) for key, claim in self.all.items() if claim.said_in != key.event)
        self._by_event = grouped((*own, *elsewhere))
        self._by_question = grouped((self.all[key].question, key) for key in said)
        self._by_actor = grouped((actor, key) for key in said for actor in voices(self.all[key]))
        self._by_source = grouped((source, key) for key in sorted(self.all) for source in _sources(self.all[key]))

    def relations(self, key: ClaimKey) -> tuple[Relation, ...]:
        """What the claim says of others and others of it: by type, then by the other's key."""
        return self._relations.get(key, ())

    def later_revised(self, key: ClaimKey) -> bool:
        """Whether another claim revises it."""
        return any(relation.type is RelationType.REVISED_BY for relation in self.relations(key))

    def later_withdrawn(self, key: ClaimKey) -> bool:
        """Whether another claim withdraws it."""
        return any(relation.type is RelationType.WITHDRAWN_BY for relation in self.relations(key))

    def denied(self, key: ClaimKey) -> bool:
        """Whether a maintained claim that was made freely denies it."""
        return any(
            relation.type is RelationType.DENIED_BY and self._can_dispute(relation.other)
            for relation in self.relations(key)
        )

    def disputed(self, key: ClaimKey) -> bool:
        """Whether it is denied, or figures of another claim cannot be true beside its own."""
        return self._counts.is_rivalled(key) or self.denied(key)

    def disputed_on(self, key: ClaimKey, party: str, category: FigureCategory) -> bool:
        """Whether it is denied, or another's figure for a party (`a+b`, in order) and category rules out its own."""
        return self._counts.is_rivalled_on(key, party, category) or self.denied(key)

    def rivals(self, key: ClaimKey) -> tuple[ClaimKey, ...]:
        """Claims with a figure for the same people that cannot be true if this one's is; see `counts`."""
        return self._counts.rivals(key)

    def not_comparable(self, key: ClaimKey) -> tuple[ClaimKey, ...]:
        """Claims that count the same people's losses over other, or unknown, days; see `counts`."""
        return self._counts.not_comparable(key)

    def shown_on(self, event_id: str) -> tuple[ClaimKey, ...]:
        """The event's own claims as its record has them, then those of other events that were said in it."""
        return self._by_event.get(event_id, ())

    def on_question(self, question_id: str) -> tuple[ClaimKey, ...]:
        """Claims that bear on a question, by the date said; the undated last."""
        return self._by_question.get(question_id, ())

    def by_actor(self, actor_id: str) -> tuple[ClaimKey, ...]:
        """Claims that an actor made, spoke, or that an unnamed speaker on its side made, by the date said."""
        return self._by_actor.get(actor_id, ())

    def resting_on(self, source_id: str) -> tuple[ClaimKey, ...]:
        """Claims that rest on a source or quote from it, in the order of their keys."""
        return self._by_source.get(source_id, ())

    def _can_dispute(self, key: ClaimKey) -> bool:
        """Whether the claim is maintained and was made freely."""
        abandoned = any(relation.type in _ABANDONED_BY for relation in self.relations(key))
        return not (abandoned or self.all[key].duress)

    def _when_said(self, key: ClaimKey) -> tuple[bool, object, ClaimKey]:
        said = self.all[key].date
        return (said is None, said.sort_key if said is not None else (), key)


def _relate(claims: Mapping[ClaimKey, Claim]) -> Mapping[ClaimKey, tuple[Relation, ...]]:
    related: dict[ClaimKey, set[Relation]] = {}
    for key, claim in claims.items():
        for answer in ANSWERS:
            written = getattr(claim, answer)
            other = ClaimKey.read(written, key.event) if written is not None else key
            if other in claims and other != key:
                related.setdefault(key, set()).add(Relation(answer, other))
                related.setdefault(other, set()).add(Relation(_INVERSES[answer], key))
    return MappingProxyType({key: tuple(sorted(of_key, key=_order)) for key, of_key in related.items()})


def _order(relation: Relation) -> tuple[int, ClaimKey]:
    return (_TYPE_ORDER[relation.type], relation.other)


def _sources(claim: Claim) -> set[str]:
    """Those that a claim rests on or quotes from."""
    return {found.id for found in walk(claim, FieldReference) if found.kind is Kind.SOURCE}
