"""Dates as readers see them: in words, and as a bar that shows what is sure and what is not."""

import datetime
import re
from dataclasses import dataclass

from babel.dates import format_date

from site_builder import edtf
from site_builder.chronology import Extent
from site_builder.languages import say, translate

_FIRST_DAY = edtf.day(1)
_WHOLE_HOURS = re.compile(r"[+-][0-9]{2}$")
"""A shift from UTC without its minutes."""
ANY_YEAR = (0, 9999)
"""The years of the bounds of a date of whose year nothing is known (`XXXX-12-25`)."""
_DRAWN = range(-9999, 10_000)
"""The years in which a bar is drawn."""
_THINNEST = 1.5
"""Per cent of the width of a bar, so that a day within years can be seen."""

_YEARS_APART = 2
_FEW_DAYS = 7


@dataclass(frozen=True, slots=True)
class DateBar:
    """A date's bounds within the month, year or years around it, in per cent of that width."""

    scale: str
    """What the whole width stands for, in words: `July 2024`, `2024`, `2021 to 2025`."""
    left: float
    width: float
    fades: str
    """Where it is not sure: `none`, `left`, `right` or `both`."""


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, with what the order of events adds."""

    words: str
    weekday: str
    """The day of the week, where it is one sure day; else empty."""
    machine: str
    """The sure day, or day and time, as HTML's `time` element takes it (HTML Standard, 4.5.14); else empty.

    Empty before the year 1 too, since that element has no earlier one.
    """
    edtf: str
    """As written in the record."""
    inferred: str = ""
    """Narrower bounds from the order of events, in words; empty where there are none."""
    bar: DateBar | None = None


def view_date(date: edtf.Date, locale: str, extent: Extent | None = None) -> DateView:
    """The view of a date, narrowed by `extent` where the order of events does so."""
    exact = _one_day(date)
    return DateView(
        words=edtf.words(date, locale),
        weekday=_weekday(exact, locale) if exact is not None else "",
        machine=_machine(date) if exact is not None and exact >= _FIRST_DAY else "",
        edtf=str(date),
        inferred=_inferred(date, extent, locale) if extent is not None and extent.narrowed else "",
        bar=_bar(date, extent, locale),
    )


def words_of_years(first: int, last: int, locale: str) -> str:
    """Years in words: `2024`, `1046 BCE to 975 CE`."""
    begin, end = edtf.words_of_year(first, locale), edtf.words_of_year(last, locale)
    return begin if first == last else translate(say("{first} to {last}", first=begin, last=end), locale)


def first_year(*bounds: edtf.Bound) -> int | None:
    """The year of the first of some bounds that is a day; None where none of them is."""
    return next((bound.year for bound in bounds if bound.year is not None), None)


def _inferred(date: edtf.Date, extent: Extent, locale: str) -> str:
    """What the order of events adds: of what lasted, when it started and ended are different questions."""
    if not date.is_interval:
        return edtf.words_of_bounds(*_without_odd_days(extent.start.earliest, extent.end.latest), locale)
    return "; ".join(
        f"{translate(name, locale)}: {edtf.words_of_bounds(narrowed.earliest, narrowed.latest, locale)}"
        for name, narrowed, written in ((say("start"), extent.start, date.start), (say("end"), extent.end, date.end))
        if narrowed != written
    )


def _without_odd_days(first: edtf.Bound, last: edtf.Bound) -> tuple[edtf.Bound, edtf.Bound]:
    """Bounds that are years apart, each as its year's where few days are missing from that.

    What came after something of 1641 began on 2 January 1641 at the earliest, but that day says nothing to readers.
    """
    if first.year is None or last.year is None or last.year - first.year < _YEARS_APART:
        return first, last
    if not (first.year >= datetime.MINYEAR and last.year <= datetime.MAXYEAR):
        return first, last
    begin = datetime.date(first.year, 1, 1).toordinal()
    end = datetime.date(last.year, 12, 31).toordinal()
    return (
        edtf.day(begin) if first.number - begin <= _FEW_DAYS else first,
        edtf.day(end) if end - last.number <= _FEW_DAYS else last,
    )


def _weekday(day: edtf.Bound, locale: str) -> str:
    if day.day is None or not 1 <= day.day <= datetime.date.max.toordinal():
        return ""
    return str(format_date(datetime.date.fromordinal(day.day), "EEEE", locale=locale))


def _machine(date: edtf.Date) -> str:
    """One day, with the time of day where one is written: with minutes in its shift, and none for the end of a day."""
    day, _, time = str(date).partition("T")
    if not time or time.startswith("24"):
        return str(date.earliest)
    return f"{day}T{time}:00" if _WHOLE_HOURS.search(time) else str(date)


def _one_day(date: edtf.Date) -> edtf.Bound | None:
    sure = not date.is_doubtful
    return date.earliest if sure and date.earliest == date.latest and date.earliest.day is not None else None


def _bar(date: edtf.Date, extent: Extent | None, locale: str) -> DateBar | None:
    start, end = date.start, date.end
    if extent is not None:
        start, end = extent.start, extent.end
    known = [bound for bound in (start.earliest, end.latest) if bound.day is not None]
    years = tuple(bound.year for bound in known)
    if not known or years == ANY_YEAR or any(year not in _DRAWN for year in years):
        return None
    first, last = start.earliest.day, end.latest.day
    # Of `2023 or earlier` only the last day is known, and nobody meant the month of that day.
    by_month = len(known) > 1 or date.precision.rank < edtf.Precision.YEAR.rank
    scale, low, high = _frame(known[0], known[-1], locale, by_month=by_month)
    left = 0.0 if first is None else (first - low) / (high - low) * 100
    right = 100.0 if last is None else (last + 1 - low) / (high - low) * 100
    width = max(right - left, _THINNEST)
    return DateBar(
        scale=scale,
        left=round(min(left, 100 - width), 2),
        width=round(width, 2),
        fades=fades_of(date, start, end),
    )


def fades_of(date: edtf.Date, start: edtf.Span, end: edtf.Span) -> str:
    """Where a bar of these bounds of a date is not sure: `none`, `left`, `right` or `both`."""
    left = date.is_doubtful or start.earliest.day is None or start.earliest != start.latest
    right = date.is_doubtful or end.latest.day is None or end.earliest != end.latest
    if left and right:
        return "both"
    return "left" if left else "right" if right else "none"


def _frame(begin: edtf.Bound, end: edtf.Bound, locale: str, *, by_month: bool) -> tuple[str, int, int]:
    """The month, year or years that hold both days: words, first day number, day number after the last."""
    assert begin.year is not None
    assert begin.month is not None
    assert end.year is not None
    if by_month and (begin.year, begin.month) == (end.year, end.month):
        words = edtf.words_of_month(begin.year, begin.month, locale)
        after = edtf.day_number(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
        return words, edtf.day_number(begin.year, begin.month, 1), after
    words = words_of_years(begin.year, end.year, locale)
    return words, edtf.day_number(begin.year, 1, 1), edtf.day_number(end.year + 1, 1, 1)
