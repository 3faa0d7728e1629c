"""The timeline: years with counts, and each year by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import year_address
from site_builder.pages.context import Here, Link
from site_builder.pages.event_lines import EventLine, view_line

UNDATED = 0
"""Stands for the year of events whose year no record bounds."""


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year of the timeline, and how many events it holds."""

    year: Link
    events: int
    current: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The events that began in one month, or whose month is not known."""

    name: str
    anchor: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the template of the timeline, and of one year of it, needs."""

    title: str
    description: str
    year: str
    years: tuple[YearLink, ...]
    months: tuple[Month, ...]
    total: int


def events_by_year(chronicle: Chronicle) -> Mapping[int, tuple[str, ...]]:
    """The events of each year in which an event began or can have begun first, in order."""
    years: dict[int, list[str]] = {}
    for event_id in chronicle.events:
        years.setdefault(year_of(chronicle, event_id), []).append(event_id)
    return {year: tuple(ids) for year, ids in sorted(years.items())}


def year_of(chronicle: Chronicle, event_id: str) -> int:
    """The year under which the timeline lists an event."""
    day = _first_day(chronicle, event_id)
    return day.year if day is not None else UNDATED


def view_timeline(here: Here, years: Mapping[int, tuple[str, ...]], year: int, title: str) -> TimelinePage:
    """One year of the timeline, with the way to all others."""
    return TimelinePage(
        title=title,
        description="",
        year=year_name(year),
        years=tuple(
            YearLink(Link(year_name(other), here.href(year_address(other))), len(ids), other == year)
            for other, ids in years.items()
        ),
        months=_months(here, years.get(year, ())),
        total=len(here.chronicle.events),
    )


def year_name(year: int) -> str:
    return "Undated" if year == UNDATED else str(year)


def _first_day(chronicle: Chronicle, event_id: str) -> Day | None:
    span = chronicle.chronology.spans[event_id]
    number = span.start_earliest.day if span.start_earliest.day is not None else span.end_latest.day
    if number is None or not 1 <= number <= Day.max.toordinal():
        return None
    return Day.fromordinal(number)


def _month_key(chronicle: Chronicle, event_id: str) -> tuple[int, int] | None:
    """Year and month in which an event began; None where its month is not known."""
    span = chronicle.chronology.spans[event_id]
    first = _first_day(chronicle, event_id)
    last = span.start_latest.day
    if first is None or last is None or not 1 <= last <= Day.max.toordinal():
        return None
    latest = Day.fromordinal(last)
    return (first.year, first.month) if (first.year, first.month) == (latest.year, latest.month) else None


def _months(here: Here, ids: tuple[str, ...]) -> tuple[Month, ...]:
    groups: dict[tuple[int, int] | None, list[EventLine]] = {}
    for event_id in ids:
        key = _month_key(here.chronicle, event_id)
        groups.setdefault(key, []).append(view_line(here, here.chronicle.events[event_id]))
    return tuple(
        Month(
            name=here.words(edtf.parse(f"{key[0]:04d}-{key[1]:02d}")) if key else "Month not known",
            anchor=f"month-{key[1]:02d}" if key else "month-unknown",
            events=tuple(lines),
        )
        for key, lines in groups.items()
    )
