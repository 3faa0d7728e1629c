"""The timeline: years with counts, and each year by month."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import year_address
from site_builder.pages.context import Here, PageLink, Site
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.hosting import new_href
from site_builder.records import Kind

_UNDATED = "undated"
"""The id of the page of events whose year nothing bounds."""


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year of the timeline, and how many events it holds."""

    year: PageLink
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


def year_ids(site: Site) -> Iterator[str]:
    """The ids of the pages of single years, in order."""
    yield from (_UNDATED if year is None else str(year) for year in site.years)


def view_timeline(here: Here) -> TimelinePage:
    """The timeline's own page: the latest year, with the way to all others."""
    return _view(here, max((year for year in here.site.years if year is not None), default=None), here.say("Timeline"))


def view_year(here: Here, year_id: str) -> TimelinePage:
    """The page of one year."""
    year = None if year_id == _UNDATED else int(year_id)
    return _view(here, year, here.say("Timeline: {year}", year=_year_name(here, year)))


def _view(here: Here, year: int | None, title: str) -> TimelinePage:
    years = here.site.years
    return TimelinePage(
        title=title,
        description="",
        year=_year_name(here, year) if years else here.say("No events yet"),
        years=tuple(
            YearLink(PageLink(_year_name(here, other), here.href(year_address(other))), len(ids), other == year)
            for other, ids in years.items()
        ),
        months=_months(here, years.get(year, ())),
        total=len(here.chronicle.events),
        new_href=new_href(here.site.host, Kind.EVENT, year),
    )


def _year_name(here: Here, year: int | None) -> str:
    return here.say("Undated") if year is None else edtf.words_of_year(year, here.site.language)


def _month_of(chronicle: Chronicle, event_id: str) -> tuple[int, int] | None:
    """The year and month in which an event began; None where the month is not known."""
    extent = chronicle.chronology.extents[event_id]
    (year, month), last = ((bound.year, bound.month) for bound in (extent.start.earliest, extent.start.latest))
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
            name=edtf.words_of_month(*month, here.site.language) if month else here.say("Month not known"),
            anchor=f"month-{month[1]:02d}" if month else "month-unknown",
            events=tuple(groups[month]),
        )
        for month in months
    )
