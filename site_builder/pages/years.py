"""Which events stand in which year and month of the timeline, and on which of its pages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.chronicle import Chronicle
from site_builder.chronology import Extent
from site_builder.pages.addresses import TIMELINE, Redirect, year_address, year_part
from site_builder.pages.dates import ANY_YEAR, first_year
from site_builder.pages.paging import Sheet, Sheets, Weigh, bytes_of, make_sheets, year_levels
from site_builder.records import Event

_LINE, _MARK, _VAGUE, _NARROWED, _MONTH, _YEAR = 320, 150, 240, 140, 80, 330
"""Bytes of HTML of an event's line without its texts, and of what some lines have besides: a standing, the bar of a
vague date, narrower bounds, and before it the heading of a month or of a year, which is in the list of years too."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event in the timeline: the year and month in which it began, or can have begun first."""

    id: str
    year: int | None
    """None where nothing bounds it."""
    month: int | None
    """None where it is not known."""
    weight: int
    """About how many bytes of HTML its line has."""

    @property
    def year_part(self) -> str:
        return year_part(self.year)


@dataclass(frozen=True, slots=True)
class TimelinePlan:
    """The events of the timeline in order, and the pages on which they stand."""

    sheets: Sheets[DatedEvent]
    sheet_of: Mapping[str, str]
    """The id of the page of each event."""
    number_of: Mapping[str, int]
    """The place of each event among all of them, from 0."""
    counts: Mapping[int | None, int]
    """How many events each year has, in order; None stands for those whose year nothing bounds, and comes last."""

    @property
    def lines(self) -> tuple[DatedEvent, ...]:
        """All events, as they are listed."""
        return tuple(line for sheet in self.sheets.by_id.values() for line in sheet.lines)

    @property
    def is_one_page(self) -> bool:
        return len(self.sheets.by_id) <= 1

    def address(self, sheet_id: str) -> str:
        """Where a page of the timeline stands."""
        return TIMELINE if self.is_one_page else f"{TIMELINE}/{sheet_id}"

    def year_page(self, year: int | None) -> str:
        """The address of the page on which a year begins."""
        return self.address(self.sheets.of_part[year_part(year)])

    def event_page(self, event_id: str) -> str:
        """The address of the page that lists an event."""
        return self.address(self.sheet_of[event_id])

    def continues(self, year: int | None) -> bool:
        """Whether a year has more than one page."""
        return f"{year_part(year)}/2" in self.sheets.by_id

    def months_of(self, year: int | None) -> Mapping[int | None, list[str]]:
        """The ids of the events of each month of a year, in order."""
        months: dict[int | None, list[str]] = {}
        for line in self.lines:
            if line.year == year:
                months.setdefault(line.month, []).append(line.id)
        return months

    def first_shown(self, chronicle: Chronicle) -> Sheet[DatedEvent] | None:
        """The page on which the timeline opens: that of the latest event that has come; None without events."""
        events = self.lines
        dated = [line for line in events if line.year is not None]
        past = [line for line in dated if not chronicle.events[line.id].standing.planned]
        latest = (past or dated or [*events])[-1:]
        return next((self.sheets.by_id[self.sheet_of[line.id]] for line in latest), None)

    def redirects(self) -> Iterator[Redirect]:
        """The years that stand on the page of another one."""
        for year in self.counts:
            if (page := self.year_page(year)) != year_address(year):
                yield Redirect(year_address(year), page, f"year-{year_part(year)}")


def plan_timeline(chronicle: Chronicle, language: str, most: int) -> TimelinePlan:
    """The timeline, with at most so many bytes of HTML on a page."""
    events = [line for year, found in _by_year(chronicle) for line in _by_month(chronicle, year, found, language)]
    sheets = sheets_by_year(events, lambda line: line.weight, most)
    sheet_of = {line.id: sheet_id for sheet_id, sheet in sheets.by_id.items() for line in sheet.lines}
    number_of = {line.id: number for number, line in enumerate(events)}
    return TimelinePlan(sheets, sheet_of, number_of, Counter(line.year for line in events))


def sheets_by_year(lines: Sequence[DatedEvent], weigh: Weigh[DatedEvent], most: int) -> Sheets[DatedEvent]:
    """Events by year, short years together and long ones by month, none of the sheets heavier than said."""

    def year(line: DatedEvent) -> int | None:
        return line.year

    return make_sheets(
        lines,
        weigh,
        lambda line: line.year_part,
        above=year_levels(year),
        below=[lambda line: line.month],
        most=most,
    )


def _by_year(chronicle: Chronicle) -> Iterator[tuple[int | None, list[Event]]]:
    """The events by the year in which they began or can have begun first, in order."""
    years: dict[int | None, list[Event]] = {}
    for event in chronicle.events.values():
        years.setdefault(year_of(chronicle.chronology.extents[event.id]), []).append(event)
    return ((year, years[year]) for year in sorted(years, key=lambda year: (year is None, year or 0)))


def year_of(extent: Extent) -> int | None:
    if (extent.start.earliest.year, extent.start.latest.year) == ANY_YEAR:
        return None
    return first_year(extent.start.earliest, extent.end.latest)


def _month_of(extent: Extent) -> int | None:
    """The month in which something began; None where it is not known."""
    (year, month), last = ((bound.year, bound.month) for bound in (extent.start.earliest, extent.start.latest))
    return month if year is not None and (year, month) == last else None


def _by_month(chronicle: Chronicle, year: int | None, events: Iterable[Event], language: str) -> Iterator[DatedEvent]:
    """The events of a year by month, each month once."""
    months: dict[int | None, list[Event]] = {}
    for event in events:
        months.setdefault(_month_of(chronicle.chronology.extents[event.id]), []).append(event)
    # UTC, and dates that are not sure, may order an event of one month before one of an earlier month.
    known = iter(sorted(month for month in months if month))
    heading = _YEAR + _MONTH
    for month in [month and next(known) for month in months]:
        for event in months[month]:
            extent = chronicle.chronology.extents[event.id]
            yield DatedEvent(event.id, year, month, heading + weigh_event(event, extent, language))
            heading = 0
        heading = _MONTH


def weigh_event(event: Event, extent: Extent, language: str) -> int:
    """About how many bytes of HTML an event's line has."""
    return (
        _LINE
        + 2 * len(event.id)
        + bytes_of(event.title.choose(language)[0])
        + _MARK * (event.standing.value != "established")
        + _VAGUE * (event.date.is_doubtful or extent.start.earliest != extent.end.latest)
        + _NARROWED * extent.narrowed
    )
