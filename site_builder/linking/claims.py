"""Claims that answer claims: relations both ways, what is thereby disputed, and where each claim is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from site_builder.linking.belonging import voices
from site_builder.linking.counts import Counts, collect_counts
from site_builder.linking.keys import ClaimKey
from site_builder.records import Claim, Event
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

    @property
    def inverse(self) -> RelationType:
        """The same relation seen from the other claim."""
        return _INVERSES[self]


_INVERSE_PAIRS = (
    (RelationType.DENIES, RelationType.DENIED_BY),
    (RelationType.REVISES, RelationType.REVISED_BY),
    (RelationType.CONFIRMS, RelationType.CONFIRMED_BY),
    (RelationType.WITHDRAWS, RelationType.WITHDRAWN_BY),
)
_INVERSES = dict(_INVERSE_PAIRS) | {right: left for left, right in _INVERSE_PAIRS}
_TYPE_ORDER = {relation_type: position for position, relation_type in enumerate(RelationType)}
_ABANDONED_BY = (RelationType.REVISED_BY, RelationType.WITHDRAWN_BY)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one claim says of another, or has said of it."""

    type: RelationType
    other: ClaimKey


class Claims:
    """Every claim of a chronicle, and what ties them together. Immutable; make it with `relate_claims`.

    A claim is *maintained* unless another revises or withdraws it. Claims that are not maintained, or that
    were made under duress, dispute nothing.
    """

    def __init__(
        self,
        claims: Mapping[ClaimKey, Claim],
        relations: Mapping[ClaimKey, tuple[Relation, ...]],
        counts: Counts,
        lists: ClaimLists,
    ) -> None:
        self.all = claims
        """Every claim, by event id and then as the record has them."""
        self._relations = relations
        self._counts = counts
        self._lists = lists

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
            relation.type is RelationType.DENIED_BY and _can_dispute(relation.other, self.all, self._relations)
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
        return self._lists.by_event.get(event_id, ())

    def on_question(self, question_id: str) -> tuple[ClaimKey, ...]:
        """Claims that bear on a question, by the date said; the undated last."""
        return self._lists.by_question.get(question_id, ())

    def by_actor(self, actor_id: str) -> tuple[ClaimKey, ...]:
        """Claims that an actor made, spoke, or that an unnamed speaker on its side made, by the date said."""
        return self._lists.by_actor.get(actor_id, ())

    def resting_on(self, source_id: str) -> tuple[ClaimKey, ...]:
        """Claims that rest on a source or quote from it, in the order of their keys."""
        return self._lists.by_source.get(source_id, ())


@dataclass(frozen=True, slots=True)
class ClaimLists:
    """Where claims are shown: keys by event, question, actor and source."""

    by_event: Mapping[str, tuple[ClaimKey, ...]]
    by_question: Mapping[str, tuple[ClaimKey, ...]]
    by_actor: Mapping[str, tuple[ClaimKey, ...]]
    by_source: Mapping[str, tuple[ClaimKey, ...]]


def relate_claims(events: Mapping[str, Event]) -> Claims:
    """Tie all claims of all events together; references to unknown claims, or to itself, are left out."""
    claims = MappingProxyType(
        {ClaimKey(event_id, claim.id): claim for event_id in sorted(events) for claim in events[event_id].claims}
    )
    relations = _relate(claims)
    disputing = frozenset(key for key in claims if _can_dispute(key, claims, relations))
    return Claims(claims, relations, collect_counts(events, claims, disputing), _list(claims))


def _relate(claims: Mapping[ClaimKey, Claim]) -> Mapping[ClaimKey, tuple[Relation, ...]]:
    related: dict[ClaimKey, set[Relation]] = {}
    for key, claim in claims.items():
        said = (
            (RelationType.DENIES, claim.denies),
            (RelationType.REVISES, claim.revises),
            (RelationType.CONFIRMS, claim.confirms),
            (RelationType.WITHDRAWS, claim.withdraws),
        )
        for relation_type, written in said:
            if written is None:
                continue
            other = ClaimKey.read(written, key.event)
            if other in claims and other != key:
                related.setdefault(key, set()).add(Relation(relation_type, other))
                related.setdefault(other, set()).add(Relation(relation_type.inverse, key))
    return MappingProxyType({key: tuple(sorted(of_key, key=_order)) for key, of_key in related.items()})


def _order(relation: Relation) -> tuple[int, ClaimKey]:
    return (_TYPE_ORDER[relation.type], relation.other)


def _can_dispute(
    key: ClaimKey,
    claims: Mapping[ClaimKey, Claim],
    relations: Mapping[ClaimKey, tuple[Relation, ...]],
) -> bool:
    """Whether the claim is maintained and was made freely."""
    abandoned = any(relation.type in _ABANDONED_BY for relation in relations.get(key, ()))
    return not (abandoned or claims[key].duress)


def _list(claims: Mapping[ClaimKey, Claim]) -> ClaimLists:
    own: dict[str, list[ClaimKey]] = {}
    said_in: dict[str, list[ClaimKey]] = {}
    questions: dict[str, list[ClaimKey]] = {}
    actors: dict[str, list[ClaimKey]] = {}
    sources: dict[str, list[ClaimKey]] = {}
    for key, claim in claims.items():
        own.setdefault(key.event, []).append(key)
        if claim.said_in is not None and claim.said_in != key.event:
            said_in.setdefault(claim.said_in, []).append(key)
        if claim.question is not None:
            questions.setdefault(claim.question, []).append(key)
        for actor in voices(claim):
            actors.setdefault(actor, []).append(key)
        quoted = claim.quote.versions if claim.quote is not None else ()
        for source in {ref.source for ref in claim.sources} | {version.source for version in quoted}:
            sources.setdefault(source, []).append(key)
    shown = {event: (*own.get(event, ()), *said_in.get(event, ())) for event in {**own, **said_in}}

    def by_date(key: ClaimKey) -> tuple[bool, object, ClaimKey]:
        said = claims[key].date
        return (said is None, said.sort_key if said is not None else (), key)

    return ClaimLists(
        by_event=MappingProxyType(shown),
        by_question=_freeze({name: sorted(keys, key=by_date) for name, keys in questions.items()}),
        by_actor=_freeze({name: sorted(keys, key=by_date) for name, keys in actors.items()}),
        by_source=_freeze({name: sorted(keys) for name, keys in sources.items()}),
    )


def _freeze(lists: Mapping[str, list[ClaimKey]]) -> Mapping[str, tuple[ClaimKey, ...]]:
    return MappingProxyType({name: tuple(keys) for name, keys in lists.items()})
