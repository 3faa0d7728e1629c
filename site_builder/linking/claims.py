"""Claims that answer claims: relations both ways, what is thereby disputed, and where each claim is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from site_builder.figures import sort_parties
from site_builder.linking.belonging import voices
from site_builder.linking.counts import Counts
from site_builder.linking.keys import ClaimKey, grouped
from site_builder.records import Claim, Event, FieldReference, Kind, walk
from site_builder.vocabulary import FigureCategory, Vocabulary


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
    REPEATS = "repeats"
    REPEATED_BY = "repeated-by"


_INVERSES = {
    RelationType.DENIES: RelationType.DENIED_BY,
    RelationType.REVISES: RelationType.REVISED_BY,
    RelationType.CONFIRMS: RelationType.CONFIRMED_BY,
    RelationType.WITHDRAWS: RelationType.WITHDRAWN_BY,
    RelationType.REPEATS: RelationType.REPEATED_BY,
}
ANSWERS = tuple(_INVERSES)
"""Those that a claim writes, each in the key of its name."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one claim says of another, or has said of it."""

    type: RelationType
    other: ClaimKey


class Claims:
    """Every claim of a chronicle, and what ties them together. Immutable.

    A claim and those that repeat it are one voice: what is denied, revised or withdrawn of one of them is so of all,
    and only the figures of the original are held against others. A claim is *maintained* unless it is revised or
    withdrawn. Claims that are not maintained, or that were made under duress, dispute nothing.
    """

    def __init__(self, events: Mapping[str, Event], vocabulary: Vocabulary) -> None:
        """Tie all claims of all events together; references to unknown claims, or to itself, are left out."""
        self.all: Mapping[ClaimKey, Claim] = MappingProxyType(
            {ClaimKey(event_id, claim.id): claim for event_id in sorted(events) for claim in events[event_id].claims}
        )
        """Every claim, by event id and then as the record has them."""
        self.relations = _relate(self.all)
        """What each claim says of others and others of it: by type, then by the other's key."""
        self.originals = _find_originals(self.all, self.relations)
        """For each claim the one that it repeats, also by way of others; itself where it repeats none."""
        self.sayings = grouped((original, key) for key, original in self.originals.items())
        """By original the claims that say it, itself among them, in the order of their keys."""
        self._types = {
            original: frozenset(relation.type for key in keys for relation in self.relations[key])
            for original, keys in self.sayings.items()
        }
        self._denied = frozenset(
            self.originals[key]
            for key in self.all
            for relation in self.relations[key]
            if relation.type is RelationType.DENIED_BY and self._can_dispute(relation.other)
        )
        counted = frozenset(key for key in self.sayings if self._can_dispute(key))
        self.counts = Counts(events, self.all, counted, self.originals, vocabulary)
        """What the figures of claims have to do with one another."""
        said = sorted(self.all, key=self._when_said)
        own = ((key.event, key) for key in self.all)
        elsewhere = ((claim.said_in, key) for key, claim in self.all.items() if claim.said_in != key.event)
        self.shown_on = grouped((*own, *elsewhere))
        """By event its own claims as its record has them, then those of other events that were said in it."""
        self.on_question = grouped((self.all[key].question, key) for key in said)
        """By question the claims that bear on it, by the date said; the undated last."""
        self.by_actor = grouped((actor, key) for key in said for actor in voices(self.all[key]))
        """By actor the claims that it made, spoke, or that an unnamed speaker on its side made, by the date said."""
        self.resting_on = grouped(
            (source, key) for key in sorted(self.all, key=_by_name) for source in _sources(self.all[key])
        )
        """By source the claims that rest on it or quote from it, in the order of their keys."""

    def has(self, key: ClaimKey, *types: RelationType) -> bool:
        """Whether the claim stands to another in one of these ways."""
        return any(relation.type in types for relation in self.relations[key])

    def has_anywhere(self, key: ClaimKey, *types: RelationType) -> bool:
        """Whether the claim, here or where it is said again, stands to another in one of these ways."""
        return not self._types[self.originals[key]].isdisjoint(types)

    def disputed(self, key: ClaimKey, *figure: str) -> bool:
        """Whether it is denied, or figures of another claim cannot be true beside its own.

        With a party (`a+b`, in order) and a category only its figure for these counts.
        """
        rival = next(self.counts.rivals(key, *figure), None)
        return rival is not None or self.originals[key] in self._denied

    def disputed_figures(self, key: ClaimKey) -> tuple[tuple[str, FigureCategory], ...]:
        """Which of its figures are disputed: the party, as the claim writes it, and the category of each."""
        return tuple(
            (party, category)
            for party, by_category in self.all[key].figures.items()
            for category in by_category
            if self.disputed(key, sort_parties(party), category)
        )

    def _can_dispute(self, key: ClaimKey) -> bool:
        """Whether the claim is maintained and was made freely."""
        taken_back = self.has_anywhere(key, RelationType.REVISED_BY, RelationType.WITHDRAWN_BY)
        return not (taken_back or self.all[key].duress)

    def _when_said(self, key: ClaimKey) -> tuple[bool, object, tuple[str, str]]:
        said = self.all[key].date
        return (said is None, said.sort_key if said is not None else (), _by_name(key))


def _relate(claims: Mapping[ClaimKey, Claim]) -> Mapping[ClaimKey, tuple[Relation, ...]]:
    related: set[tuple[ClaimKey, Relation]] = set()
    for key, claim in claims.items():
        for answer in ANSWERS:
            written = getattr(claim, answer)
            other = ClaimKey.read(written, key.event) if written is not None else key
            if other in claims and other != key:
                related |= {(key, Relation(answer, other)), (other, Relation(_INVERSES[answer], key))}
    types = tuple(RelationType)
    return grouped(sorted(related, key=lambda one: (types.index(one[1].type), _by_name(one[1].other))))


def _find_originals(
    claims: Iterable[ClaimKey], relations: Mapping[ClaimKey, tuple[Relation, ...]]
) -> Mapping[ClaimKey, ClaimKey]:
    repeated = {
        key: relation.other
        for key, stands in relations.items()
        for relation in stands
        if relation.type is RelationType.REPEATS
    }
    found: dict[ClaimKey, ClaimKey] = {}
    for first in claims:
        passed: dict[ClaimKey, None] = {}
        key = first
        # Claims that repeat each other in a circle, which is an error, have the first of them as their original.
        while key not in found and key not in passed:
            passed[key] = None
            key = repeated.get(key, key)
        found |= dict.fromkeys(passed, found.get(key, key))
    return MappingProxyType(found)


def _by_name(key: ClaimKey) -> tuple[str, str]:
    # The order of keys themselves, which takes a call for each two that are compared.
    return key.event, key.claim


def _sources(claim: Claim) -> set[str]:
    """Those that a claim rests on or quotes from."""
    return {found.id for found in walk(claim, FieldReference) if found.kind is Kind.SOURCE}
