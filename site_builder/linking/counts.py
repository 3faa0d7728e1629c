"""Which claims' figures can be held against each other, and which of those cannot both be true.

Calling somebody's count disputed says that one of two people is wrong, so two figures are compared only where
it is certain that both count the same people over the same days:

- the same party (`a+b` is `b+a`), the same category and the same topic; never `unstated`, which can be anybody;
- in claims that are maintained and were made freely;
- on the same event, or, where both state what they cover, on the same question;
- over the same period. A claim that states no `covers` counts its whole event, and so does one that covers
  exactly the event's date; but one that was certainly said before the event ended counts an unknown part of
  it. A stated period that is itself vague (`~`, `?`, one of a set, an open or unknown end) is unknown too.

Figures that agree in all but the period are *not comparable*, whatever they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from site_builder import edtf
from site_builder.figures import Figure
from site_builder.linking.keys import ClaimKey
from site_builder.records import Claim, Event
from site_builder.vocabulary import FigureCategory, Party, Topic


class _Whole(Enum):
    EVENT = "the whole event"


_Days = tuple[edtf.Span, edtf.Span]
_Period = _Days | _Whole | None
"""The days a claim counts; None where unknown, which is comparable with nothing."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """What figures have to share to be about the same people: where asked, by whom lost, what, and how."""

    scope: str
    """`event:…` or `question:…`."""
    topic: Topic
    party: frozenset[str]
    category: FigureCategory


@dataclass(frozen=True, slots=True)
class _Count:
    """One figure of a claim, with the period it is for within one matter."""

    key: ClaimKey
    figure: Figure
    period: _Period


class Counts:
    """The figures of all claims that can dispute, by what they are about."""

    def __init__(self, matters: Mapping[_Matter, tuple[_Count, ...]]) -> None:
        self._matters = matters
        of_claim: dict[ClaimKey, list[tuple[_Matter, _Count]]] = {}
        for matter, counts in matters.items():
            for count in counts:
                of_claim.setdefault(count.key, []).append((matter, count))
        self._of_claim = of_claim

    def rivals(self, key: ClaimKey) -> tuple[ClaimKey, ...]:
        """Claims whose figures cannot be true if this one's are, in the order of their keys."""
        return tuple(sorted({other.key for count, other in self._pairs(key) if _exclude(count, other)}))

    def not_comparable(self, key: ClaimKey) -> tuple[ClaimKey, ...]:
        """Claims that count the same over another period and are nowhere comparable, in order of keys."""
        pairs = list(self._pairs(key))
        comparable = {other.key for count, other in pairs if _same_period(count, other)}
        return tuple(sorted({other.key for _, other in pairs} - comparable))

    def _pairs(self, key: ClaimKey) -> Iterator[tuple[_Count, _Count]]:
        for matter, count in self._of_claim.get(key, ()):
            for other in self._matters[matter]:
                if other.key != key:
                    yield count, other


def collect_counts(
    events: Mapping[str, Event], claims: Mapping[ClaimKey, Claim], disputing: frozenset[ClaimKey]
) -> Counts:
    """The figures of those claims that are `disputing`, ready to be compared."""
    matters: dict[_Matter, list[_Count]] = {}
    for key, claim in claims.items():
        if key not in disputing:
            continue
        scopes = list(_scopes(key, claim, events[key.event].date))
        for party, category, figure in _figures(claim):
            for scope, period in scopes:
                matter = _Matter(scope, claim.topic, party, category)
                matters.setdefault(matter, []).append(_Count(key, figure, period))
    return Counts(MappingProxyType({matter: tuple(counts) for matter, counts in matters.items()}))


def _figures(claim: Claim) -> Iterator[tuple[frozenset[str], FigureCategory, Figure]]:
    for written, by_category in claim.figures.items():
        party = frozenset(part.strip() for part in written.split("+"))
        if Party.UNSTATED.value not in party:
            for category, figure in by_category.items():
                yield party, category, figure


def _scopes(key: ClaimKey, claim: Claim, event_date: edtf.Date) -> Iterator[tuple[str, _Period]]:
    """Where a claim's figures can be compared, with the period that they are for there."""
    yield f"event:{key.event}", _period_on_event(claim, event_date)
    if claim.question is not None:
        yield f"question:{claim.question}", _days(claim.covers) if claim.covers is not None else None


def _period_on_event(claim: Claim, event_date: edtf.Date) -> _Period:
    if claim.covers is None:
        said_before_end = claim.date is not None and claim.date.latest < event_date.end.earliest
        return None if said_before_end else _Whole.EVENT
    if claim.covers == event_date:
        return _Whole.EVENT
    days = _days(claim.covers)
    return _Whole.EVENT if days is not None and days == _days(event_date) else days


def _days(date: edtf.Date) -> _Period:
    """The bounds of a stated period; None where they do not fix the days."""
    ends = (date.start.earliest, date.start.latest, date.end.earliest, date.end.latest)
    if date.uncertain or date.approximate or date.is_set or any(bound.day is None for bound in ends):
        return None
    return date.start, date.end


def _same_period(count: _Count, other: _Count) -> bool:
    return count.period is not None and count.period == other.period


def _exclude(count: _Count, other: _Count) -> bool:
    return _same_period(count, other) and count.figure.excludes(other.figure)
