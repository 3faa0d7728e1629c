"""Which claims' figures can be held against each other, and which of those cannot both be true.

Calling somebody's count disputed says that one of two people is wrong, so two figures are compared only where
it is certain that both count the same people over the same days:

- the same party (`a+b` is `b+a`), the same category and the same topic; never `unstated`, which can be anybody;
- in claims that are maintained and were made freely, each as it was first said: what repeats it adds no voice;
- on the same event, or, where both state what they cover, on the same question;
- over the same period. A claim that states no `covers` counts its whole event, and so does one that covers
  exactly the event's date; but one that was certainly said before the event ended counts an unknown part of
  it. A stated period that is itself vague (`~`, `?`, one of a set, an open or unknown end) is unknown too.

Figures that share all but the period are *not comparable*, whatever they say: on the same event always, on the
same question where their stated periods overlap, so that a reader might set one against the other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from site_builder import edtf
from site_builder.figures import Figure, split_parties
from site_builder.linking.keys import ClaimKey
from site_builder.records import Claim, Event
from site_builder.vocabulary import FigureCategory, Party, Topic, Vocabulary


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a claim counts."""

    sure: bool
    """Whether it is certain which days they are: two periods that are sure and equal are the same days."""
    days: tuple[edtf.Span, edtf.Span] | None = None
    """Where they start and end, as stated; None for a whole event, and where nothing is stated."""


WHOLE_EVENT = Period(sure=True)
UNKNOWN = Period(sure=False)


def stated(date: edtf.Date) -> Period:
    """A period as stated; not sure where the date does not fix its days."""
    ends = (date.start.earliest, date.start.latest, date.end.earliest, date.end.latest)
    vague = date.is_doubtful or date.is_set or any(bound.day is None for bound in ends)
    return Period(not vague, (date.start, date.end))


class Timetable:
    """Stated periods in their order, so that those which may overlap one are found without trying all."""

    def __init__(self, periods: Iterable[Period]) -> None:
        by_start = sorted((*_extent(period), at, period) for at, period in enumerate(periods) if period.days)
        self._periods = [period for _, _, _, period in by_start]
        self._starts = [start for start, _, _, _ in by_start]
        self._latest_end_so_far = list(accumulate((end for _, end, _, _ in by_start), max))

    def overlapping(self, period: Period) -> tuple[Period, ...]:
        """Those that can hold a day that `period` can hold too, itself among them."""
        start, end = _extent(period)
        first, last = bisect_left(self._latest_end_so_far, start), bisect_right(self._starts, end)
        return tuple(other for other in self._periods[first:last] if _extent(other)[1] >= start)


_Bound = tuple[int, int]


def _extent(period: Period) -> tuple[_Bound, _Bound]:
    """The earliest start and the latest end, as pairs that compare as bounds do, only faster."""
    if period.days is None:
        raise ValueError("the period states no days")
    first, last = period.days[0].earliest, period.days[1].latest
    return (first.rank, first.number), (last.rank, last.number)


class _Matter(NamedTuple):
    """What figures have to share to be about the same people."""

    event: str | None
    """The event on which both claims stand; None where only a question holds them together."""
    question: str | None
    topic: Topic
    party: str
    category: FigureCategory


class Counts:
    """The figures of all claims that can dispute, by what they are about and the days that they count."""

    def __init__(
        self,
        events: Mapping[str, Event],
        claims: Mapping[ClaimKey, Claim],
        disputing: frozenset[ClaimKey],
        originals: Mapping[ClaimKey, ClaimKey],
        vocabulary: Vocabulary,
    ) -> None:
        """Collect the figures of those claims that are `disputing`; one that repeats another stands as its original."""
        self._originals = originals
        unstated = frozenset(party.value for party in vocabulary.terms(Party) if party.unstated)
        self._matters: dict[_Matter, dict[Period, dict[ClaimKey, Figure]]] = {}
        self._of_claim: dict[ClaimKey, dict[_Matter, Period]] = {}
        self._timetables: dict[_Matter, Timetable] = {}
        for key, claim in claims.items():
            if key in disputing and claim.figures:
                on_event = period_on_event(claim, events[key.event].date)
                across_events = stated(claim.covers) if claim.question and claim.covers else None
                for party, category, figure in _figures(claim, unstated):
                    self._add(key, _Matter(key.event, None, claim.topic, party, category), on_event, figure)
                    if across_events is not None:
                        matter = _Matter(None, claim.question, claim.topic, party, category)
                        self._add(key, matter, across_events, figure)

    def _add(self, key: ClaimKey, matter: _Matter, period: Period, figure: Figure) -> None:
        """Add a figure; of two on the same matter in one claim the first stays."""
        if matter not in self._of_claim.setdefault(key, {}):
            self._of_claim[key][matter] = period
            self._matters.setdefault(matter, {}).setdefault(period, {})[key] = figure

    def rivals(self, key: ClaimKey, *figure: str) -> Iterator[ClaimKey]:
        """Claims whose figures cannot be true if this one's are; one may come several times.

        With a party, written as `a+b`, and a category only those whose figure for these cannot be true.
        """
        for matter, period in self._matters_of(key).items():
            if period.sure and figure in ((), (matter.party, matter.category)):
                alike = self._matters[matter][period]
                own = alike[self._originals[key]]
                yield from (other for other, count in alike.items() if own.excludes(count))

    def not_comparable(self, key: ClaimKey) -> tuple[ClaimKey, ...]:
        """Claims that count the same people over other days and are nowhere comparable, in order of keys."""
        apart: set[ClaimKey] = set()
        together = {self._originals[key]}
        for matter, period in self._matters_of(key).items():
            by_period = self._matters[matter]
            if period.sure:
                together.update(by_period[period])
            for other in by_period if matter.event is not None else self._timetable(matter).overlapping(period):
                if other != period or not period.sure:
                    apart.update(by_period[other])
        return tuple(sorted(apart - together))

    def _matters_of(self, key: ClaimKey) -> Mapping[_Matter, Period]:
        return self._of_claim.get(self._originals[key], {})

    def _timetable(self, matter: _Matter) -> Timetable:
        if matter not in self._timetables:
            self._timetables[matter] = Timetable(self._matters[matter])
        return self._timetables[matter]


def _figures(claim: Claim, unstated: frozenset[str]) -> Iterator[tuple[str, FigureCategory, Figure]]:
    for written, by_category in claim.figures.items():
        parties = sorted({*split_parties(written)})
        if unstated.isdisjoint(parties):
            for category, figure in by_category.items():
                yield "+".join(parties), category, figure


def period_on_event(claim: Claim, event_date: edtf.Date) -> Period:
    """The days that a claim on an event of that date counts."""
    if claim.covers is None:
        said_before_end = claim.date is not None and claim.date.latest < event_date.end.earliest
        return UNKNOWN if said_before_end else WHOLE_EVENT
    period = stated(claim.covers)
    if claim.covers == event_date or (period.sure and period == stated(event_date)):
        return WHOLE_EVENT
    return period
