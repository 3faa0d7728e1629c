"""Since when what pages say is known, so that scripts can show what was known on a day.

What was said counts from the last day on which it can have been said: nothing is ever called known earlier than is
certain. What has no date, or none that ends, has no such day and counts as always known; pages say that it has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.linking import ClaimKey, Counts, Relation, RelationType
from site_builder.pages.context import Here, made_once

_Days = tuple[edtf.Bound, edtf.Bound]
"""From one day on, and until before another."""
_ALWAYS, _NEVER = edtf.MINUS_INFINITY, edtf.INFINITY


@dataclass(frozen=True, slots=True)
class Spell:
    """The days on which something can be said of a claim."""

    since: str
    """The first of them; empty where it is as old as the claim."""
    until: str = ""
    """The first day on which it no longer holds; empty where it holds today."""


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """Since when a claim is known, and when it was what today's marks say of it, or what earlier ones would have."""

    since: str
    """The day from which it is certain that it had been made; empty where it has no date of saying."""
    disputed: tuple[Spell, ...]
    revised: tuple[Spell, ...]
    """Without the days on which it is withdrawn."""
    withdrawn: tuple[Spell, ...]


def known_since(date: edtf.Date | None) -> str:
    """The day from which it is certain that something had been said or published; empty where there is none."""
    return _since(date).iso


def begun_since(date: edtf.Date) -> str:
    """The day from which it is certain that an event had begun; empty where there is none."""
    return (date.latest if date.start.latest.day is None else date.start.latest).iso


class Knowledge:
    """What could be said of the claims of a chronicle on which days."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._claims = claims = chronicle.claims
        freely = frozenset(key for key in claims.sayings if not claims.all[key].duress)
        self._counts = Counts(chronicle.events, claims.all, freely, claims.originals, chronicle.vocabulary)
        """The figures of all claims that could dispute others on any day: of those, too, that were taken back later."""
        self.day = cache(self._find_day)
        self._days_of_answers = cache(self._find_days_of_answers)
        self.of = cache(self._of)

    def since(self, key: ClaimKey) -> str:
        """The day from which it is certain that a claim had been made; empty where it has no date of saying."""
        return self.day(key).iso

    def _of(self, key: ClaimKey) -> KnownClaim:
        revised, withdrawn = (
            self._answered(key, answer) for answer in (RelationType.REVISED_BY, RelationType.WITHDRAWN_BY)
        )
        return KnownClaim(
            self.since(key),
            self.disputed(key),
            revised=self._spells(key, self._joined(key, [(revised, withdrawn)])),
            withdrawn=self._spells(key, self._joined(key, [(withdrawn, _NEVER)])),
        )

    def disputed(self, key: ClaimKey, *figure: str) -> tuple[Spell, ...]:
        """When a claim, or one figure of it, was disputed. It is today where a spell has no end."""
        return self._spells(key, self._days_disputed(key, *figure))

    def first_disputed(self, keys: Iterable[ClaimKey], *figure: str) -> str:
        """The day from which one of some claims was disputed; empty where that is not known, or none ever was."""
        days = (first for key in keys for first, _ in self._days_disputed(key, *figure))
        return min(days, default=_ALWAYS).iso

    def since_all(self, keys: Iterable[ClaimKey]) -> str:
        """The day from which all of some claims had been made; empty where none has a date of saying."""
        return max(map(self.day, keys), default=_ALWAYS).iso

    def since_one_of_each(self, parts: Iterable[Iterable[ClaimKey]]) -> str:
        """The day from which of each of some lists one claim had been made; may be empty."""
        return max(min(map(self.day, keys), default=_ALWAYS) for keys in parts).iso

    def first_together(self, pairs: Iterable[tuple[ClaimKey, ClaimKey]]) -> str:
        """The day from which both claims of one of some pairs had been made; may be empty."""
        return min((max(map(self.day, pair)) for pair in pairs), default=_ALWAYS).iso

    def _find_day(self, key: ClaimKey) -> edtf.Bound:
        return _since(self._claims.all[key].date)

    def _answered(self, key: ClaimKey, answer: RelationType) -> edtf.Bound:
        """Since when a claim, here or where it is said again, has such an answer."""
        return self._days_of_answers(self._claims.originals[key]).get(answer, _NEVER)

    def _find_days_of_answers(self, original: ClaimKey) -> Mapping[RelationType, edtf.Bound]:
        days: dict[RelationType, edtf.Bound] = {}
        for relation in self._relations(original):
            days[relation.type] = min(self.day(relation.other), days.get(relation.type, _NEVER))
        return days

    def _relations(self, key: ClaimKey) -> Iterator[Relation]:
        """What a claim has to do with others wherever it is said."""
        claims = self._claims
        for saying in claims.sayings[claims.originals[key]]:
            yield from claims.relations[saying]

    def _taken_back(self, key: ClaimKey) -> edtf.Bound:
        """The day from which a claim was revised or withdrawn."""
        return min(self._answered(key, RelationType.REVISED_BY), self._answered(key, RelationType.WITHDRAWN_BY))

    def _disputes(self, key: ClaimKey, *figure: str) -> Iterator[_Days]:
        """For each claim that ever disputed one from when until when it did."""
        for relation in self._relations(key):
            if relation.type is RelationType.DENIED_BY and not self._claims.all[relation.other].duress:
                yield self.day(relation.other), self._taken_back(relation.other)
        left = self._taken_back(key)
        for rival in self._counts.rivals(key, *figure):
            yield self.day(rival), min(left, self._taken_back(rival))

    def _days_disputed(self, key: ClaimKey, *figure: str) -> list[_Days]:
        return self._joined(key, self._disputes(key, *figure))

    def _joined(self, key: ClaimKey, found: Iterable[_Days]) -> list[_Days]:
        """Days from when a claim had been made, without empty ones; those that overlap or follow each other are one."""
        said = self.day(key)
        joined: list[_Days] = []
        for first, end in sorted((max(first, said), end) for first, end in found):
            if joined and first <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            elif first < end:
                joined.append((first, end))
        return joined

    def _spells(self, key: ClaimKey, days: Iterable[_Days]) -> tuple[Spell, ...]:
        said = self.day(key)
        return tuple(Spell("" if first == said else first.iso, end.iso) for first, end in days)


@made_once
def knowledge(here: Here) -> Knowledge:
    """That of all claims of the chronicle."""
    return Knowledge(here.chronicle)


def _since(date: edtf.Date | None) -> edtf.Bound:
    return _ALWAYS if date is None or date.latest.day is None else date.latest
