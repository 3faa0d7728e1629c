"""The timeline: years with counts, and on each of its pages some years by month."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from site_builder import edtf
from site_builder.pages.addresses import MAP, year_part
from site_builder.pages.context import Here, PageLink, Site
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.hosting import new_href
from site_builder.pages.instrument import Instrument, instrument_of_timeline
from site_builder.pages.list_parts import PartLink, sheet_name, years_in_words
from site_builder.pages.paging import Sheet, years_around
from site_builder.pages.where import has_map
from site_builder.pages.years import DatedEvent
from site_builder.records import Kind

_MOST_YEARS = 60
"""More years than this are listed by century, and only those of the centuries on the page one by one."""

TimelineSheet = Sheet[DatedEvent]


@dataclass(frozen=True, slots=True)
class Century:
    """Part of the list of years, which has only one where it is short."""

    name: PageLink | None
    """None where there is only one."""
    events: int
    years: tuple[PartLink, ...]
    """Empty where none of them is on the page of a long list."""


@dataclass(frozen=True, slots=True)
class Month:
    """The events that began in one month, or whose month is not known."""

    name: str
    """Empty where the year has no event whose month is known: its own heading says all."""
    anchor: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year that stand on the page, by month."""

    name: str
    anchor: str
    all_months: tuple[PartLink, ...]
    """Where the year has more than one page, all its months."""
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the template of a page of the timeline needs."""

    title: str
    description: str
    total: int
    new_href: str
    """Begins an event on the host that keeps the records; empty where none is known."""
    centuries: tuple[Century, ...]
    instrument: Instrument | None
    """All events over time, on the timeline's own page."""
    on_map: PageLink | None
    """The way to the same events on the map, from there."""
    years: tuple[Year, ...]
    """Empty where there are no events."""
    before: PageLink | None
    after: PageLink | None

    @property
    def preview_title(self) -> str:
        return self.title


def timeline_sheet_ids(site: Site) -> Iterator[str]:
    """The ids of the pages of some years; none where the timeline's own page has them all."""
    if not site.timeline.is_one_page:
        yield from site.timeline.sheets.by_id


def view_timeline(here: Here) -> TimelinePage:
    """The timeline's own page: all events, or the page of the latest one."""
    page = _view(here, here.site.timeline.first_shown(here.chronicle), here.say("Timeline"))
    if not here.chronicle.events:
        return page
    on_map = PageLink(here.say("On the map"), here.href(MAP)) if has_map(here.site) else None
    return replace(page, instrument=instrument_of_timeline(here), on_map=on_map)


def view_sheet(here: Here, sheet_id: str) -> TimelinePage:
    """The page of some years, or of some months of one."""
    sheet = here.site.timeline.sheets.by_id[sheet_id]
    return _view(here, sheet, here.say("Timeline: {year}", year=_sheet_name(here, sheet)))


def _view(here: Here, sheet: TimelineSheet | None, title: str) -> TimelinePage:
    timeline = here.site.timeline
    before, after = timeline.sheets.beside(sheet.id) if sheet is not None else (None, None)
    lines = sheet.lines if sheet is not None else ()
    known = [line.year for line in lines if line.year is not None]
    return TimelinePage(
        title=title,
        description="",
        total=len(here.chronicle.events),
        new_href=new_href(here.site.host, Kind.EVENT, here.chronicle.vocabulary, known[-1] if known else None),
        centuries=tuple(_centuries(here, {line.year for line in lines})),
        instrument=None,
        on_map=None,
        years=tuple(_year(here, year, list(found)) for year, found in groupby(lines, lambda line: line.year)),
        before=_sheet_link(here, before),
        after=_sheet_link(here, after),
    )


def _sheet_link(here: Here, sheet_id: str | None) -> PageLink | None:
    if sheet_id is None:
        return None
    timeline = here.site.timeline
    return PageLink(_sheet_name(here, timeline.sheets.by_id[sheet_id]), here.href(timeline.address(sheet_id)))


def _sheet_name(here: Here, sheet: TimelineSheet) -> str:
    return sheet_name(here, years_in_words(here, [line.year for line in sheet.lines]), sheet.number)


def _centuries(here: Here, shown: Collection[int | None]) -> Iterator[Century]:
    """The list of years, by century where it is long; `shown` are those on the page."""
    counts = here.site.timeline.counts
    by_century = len(counts) > _MOST_YEARS
    for _, group in groupby(counts, lambda year: by_century and years_around(year, 100)):
        years = list(group)
        first = _year_link(here, years[0], shown).part
        listed = not by_century or any(year in shown for year in years)
        yield Century(
            name=PageLink(years_in_words(here, years), first.href) if by_century else None,
            events=sum(counts[year] for year in years),
            years=tuple(_year_link(here, year, shown) for year in years) if listed else (),
        )


def _year_link(here: Here, year: int | None, shown: Collection[int | None]) -> PartLink:
    timeline, anchor = here.site.timeline, f"year-{year_part(year)}"
    return PartLink(
        part=PageLink(years_in_words(here, [year]), here.href(timeline.year_page(year), anchor)),
        anchor="" if year in shown else anchor,
        count=here.number(timeline.counts[year], "event"),
        current=year in shown and not timeline.is_one_page,
    )


def _year(here: Here, year: int | None, lines: Sequence[DatedEvent]) -> Year:
    """The events of a year on one page."""
    shown = {line.month for line in lines}
    return Year(
        name=years_in_words(here, [year]),
        anchor=f"year-{year_part(year)}",
        all_months=tuple(_all_months(here, year, shown)) if _has_parts(here, year) else (),
        months=tuple(
            Month(
                name=_month_name(here, year, month, found),
                anchor=_month_anchor(year, month),
                events=tuple(view_line(here, here.chronicle.events[event]) for event in found),
            )
            for month, group in groupby(lines, lambda line: line.month)
            for found in [[line.id for line in group]]
        ),
    )


def view_headings(here: Here, lines: Sequence[DatedEvent]) -> Iterator[tuple[str, str, str]]:
    """Where the year or the month changes among events in order: the event's id, and both in words."""
    for year, of_year in groupby(lines, lambda line: line.year):
        for month, of_month in groupby(of_year, lambda line: line.month):
            ids = [line.id for line in of_month]
            yield ids[0], years_in_words(here, [year]), _month_name(here, year, month, ids)


def _all_months(here: Here, year: int | None, shown: Collection[int | None]) -> Iterator[PartLink]:
    """The months of a year that has more than one page."""
    for month, events in here.site.timeline.months_of(year).items():
        anchor = _month_anchor(year, month)
        yield PartLink(
            part=PageLink(
                _month_name(here, year, month, events), here.href(here.site.timeline.event_page(events[0]), anchor)
            ),
            anchor="" if month in shown else anchor,
            count=here.number(len(events), "event"),
            current=month in shown,
        )


def _month_name(here: Here, year: int | None, month: int | None, events: Sequence[str]) -> str:
    """The heading above events of one month, or above those of which even the year may be another."""
    if year is None or month is None:
        starts = [here.chronicle.chronology.extents[event].start for event in events]
        if year is not None and all(start.earliest.year != start.latest.year for start in starts):
            return here.say("Year not certain")
        return here.say("Month not known") if _has_months(here, year) else ""
    return edtf.words_of_month(year, month, here.site.language)


def _has_months(here: Here, year: int | None) -> bool:
    """Whether the month of any event of a year is known."""
    return any(month is not None for month in here.site.timeline.months_of(year))


def _has_parts(here: Here, year: int | None) -> bool:
    """Whether a year has months to choose from, because it is too long for one page."""
    return here.site.timeline.continues(year) and _has_months(here, year)


def _month_anchor(year: int | None, month: int | None) -> str:
    return f"month-{year_part(year)}-{'unknown' if month is None else f'{month:02d}'}"
