"""Dates as readers see them: in words, and as a bar that shows what is sure and what is not."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Day

from babel.dates import format_date

from site_builder import edtf
from site_builder.chronology import Span


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
    """The day as HTML's `time` element takes it, where it is one day; else empty."""
    edtf: str
    """As written in the record."""
    inferred: str = ""
    """Narrower bounds from the order of events, in words; empty where there are none."""
    bar: DateBar | None = None


def view_date(date: edtf.Date, locale: str, span: Span | None = None) -> DateView:
    """The view of a date, narrowed by `span` where the order of events does so."""
    exact = _one_day(date)
    inferred = ""
    if span is not None and span.narrowed:
        inferred = edtf.words_of_bounds(span.start_earliest, span.end_latest, locale)
    return DateView(
        words=edtf.words(date, locale),
        weekday=_weekday(exact, locale) if exact is not None else "",
        machine=str(date.earliest) if exact is not None else "",
        edtf=str(date),
        inferred=inferred,
        bar=_bar(date, span, locale),
    )


def _weekday(day: edtf.Bound, locale: str) -> str:
    if day.day is None or not 1 <= day.day <= Day.max.toordinal():
        return ""
    return str(format_date(Day.fromordinal(day.day), "EEEE", locale=locale))


def _one_day(date: edtf.Date) -> edtf.Bound | None:
    sure = not (date.uncertain or date.approximate)
    return date.earliest if sure and date.earliest == date.latest and date.earliest.day is not None else None


def _bar(date: edtf.Date, span: Span | None, locale: str) -> DateBar | None:
    first = span.start_earliest.day if span is not None else date.earliest.day
    last = span.end_latest.day if span is not None else date.latest.day
    known = [number for number in (first, last) if number is not None]
    if not known or not all(1 <= number <= Day.max.toordinal() for number in known):
        return None
    vague = date.uncertain or date.approximate
    begin, end = Day.fromordinal(min(known)), Day.fromordinal(max(known))
    scale, low, high = _frame(begin, end, locale)
    left = 0.0 if first is None else (first - low) / (high - low) * 100
    right = 100.0 if last is None else (last + 1 - low) / (high - low) * 100
    return DateBar(
        scale=scale,
        left=round(left, 2),
        width=round(max(right - left, 1.5), 2),
        fades=_fades(vague or first is None, vague or last is None),
    )


def _fades(left: bool, right: bool) -> str:
    if left and right:
        return "both"
    return "left" if left else "right" if right else "none"


def _frame(begin: Day, end: Day, locale: str) -> tuple[str, int, int]:
    """The month, year or years that hold both days: words, first day number, day number after the last."""
    if (begin.year, begin.month) == (end.year, end.month):
        days = monthrange(begin.year, begin.month)[1]
        first = Day(begin.year, begin.month, 1).toordinal()
        return edtf.words(edtf.parse(f"{begin.year:04d}-{begin.month:02d}"), locale), first, first + days
    words = f"{begin.year}" if begin.year == end.year else f"{begin.year} to {end.year}"
    return words, Day(begin.year, 1, 1).toordinal(), Day(end.year, 12, 31).toordinal() + 1
