"""The timeline: years with counts, and each year by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import year_address
from site_builder.pages.context import Here, Link
from site_builder.pages.dates import first_year
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.hosting import new_href
from site_builder.records import Kind

Years = Mapping[int | None, tuple[str, ...]]
"""The ids of events by year, in order; None stands for events whose year nothing bounds, and comes last."""

_ANY_YEAR = (0, 9999)
"""The years of the bounds of a date of whose year nothing is known (`XXXX-12-25`)."""


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
    new_href: str
    """Begins an event on the host that keeps the records; empty where none is known."""


def events_by_year(chronicle: Chronicle) -> Years:
    """The events of each year in which an event began or can have begun first, in order."""
    years: dict[int | None, list[str]] = {}
    for event_id in chronicle.events:
        years.setdefault(year_of(chronicle, event_id), []).append(event_id)
    return {year: tuple(years[year]) for year in sorted(years, key=lambda year: (year is None, year or 0))}


def year_of(chronicle: Chronicle, event_id: str) -> int | None:
    """The year under which the timeline lists an event."""
    span = chronicle.chronology.spans[event_id]
    if (span.start_earliest.year, span.start_latest.year) == _ANY_YEAR:
        return None
    return first_year(span.start_earliest, span.end_latest)


def latest_year(years: Years) -> int | None:
    """The last year that has events; None where no event has a year."""
    return max((year for year in years if year is not None), default=None)


def view_timeline(here: Here, years: Years, year: int | None, title: str) -> TimelinePage:
    """One year of the timeline, with the way to all others."""
    return TimelinePage(
        title=title,
        description="",
        year=year_name(here, year) if years else "No events yet",
        years=tuple(
            YearLink(Link(year_name(here, other), here.href(year_address(other))), len(ids), other == year)
            for other, ids in years.items()
        ),
        months=_months(here, years.get(year, ())),
        total=len(here.chronicle.events),
        new_href=new_href(here.site.host, Kind.EVENT, year),
    )


def year_name(here: Here, year: int | None) -> str:
    return "Undated" if year is None else edtf.words_of_year(year, here.site.language)


def _month_of(chronicle: Chronicle, event_id: str) -> tuple[int, int] | None:
    """The year and month in which an event began; None where the month is not known."""
    span = chronicle.chronology.spans[event_id]
    (year, month), last = ((bound.year, bound.month) for bound in (span.start_earliest, span.start_latest))
    return (year, month) if year is not None and month is not None and (year, month) == last else None


def _months(here: Here, ids: tuple[str, ...]) -> tuple[Month, ...]:
    groups: dict[tuple[int, int] | None, list[EventLine]] = {}
    for event_id in ids:
        line = view_line(here, here.chronicle.events[event_id])
        groups.setdefault(_month_of(here.chronicle, event_id), []).append(line)
    # UTC, and dates that are not sure, may order an event of one month before one of an earlier month.
    known = iter(sorted((month for month in groups if month), key=itemgetter(1)))
    months = [month and next(known) for month in groups]
    return tuple(
        Month(
            name=edtf.words_of_month(*month, here.site.language) if month else "Month not known",
            anchor=f"month-{month[1]:02d}" if month else "month-unknown",
            events=tuple(groups[month]),
        )
        for month in months
    )
