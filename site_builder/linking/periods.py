"""The days that a claim counts, and which of many periods may share a day with one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from site_builder import edtf


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
    vague = date.uncertain or date.approximate or date.is_set or any(bound.day is None for bound in ends)
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
