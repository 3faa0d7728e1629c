"""The strip of all events over time, as it is drawn on the home page: rows of years, each a link to the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import edtf
from site_builder.languages import calendar_names, say_n
from site_builder.pages.addresses import year_part
from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import fades_of, words_of_years
from site_builder.pages.strip import Drawn, OnStrip, YearsRow, make_strip
from site_builder.pages.years import DatedEvent
from site_builder.records import Event
from site_builder.vocabulary import Importance, Standing

_LANE, _BELOW, _ABOVE = 7, 4, 3
"""Heights in pixels: of a lane, and what is free below the lowest and above the highest."""
_SIZES = (5, 6, 8)
"""How wide the mark of a day is, and twice how high a bar is, by importance."""
_TICKS = {1: 4, 2: 2, 5: 5}
"""In how many parts a row is divided, by the first digit of how many years it has."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A day or the middle of a bar with the shape of a standing, or the sign `on` that a bar goes on beyond its row."""

    shape: str
    x: float
    """In per cent; all else is in pixels."""
    y: float
    size: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A longer time, a date that is not known to the day, or how many events there are."""

    style: str
    """Where it fades, `one-of` where it stands for one unknown day, or `many`."""
    x: float
    width: float
    """Both in per cent, all else in pixels."""
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class StripRow:
    """Some years: a link to the timeline, a drawing, and how many events began in them."""

    years: PageLink
    events: int
    height: int
    """Of the drawing; 0 where there is nothing to draw."""
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """What the template of the strip needs."""

    rows: tuple[StripRow, ...]
    words: str
    """What a row is."""
    ticks: tuple[float, ...]
    """Where a row is divided, in per cent."""
    months: tuple[tuple[float, str], ...]
    """The names of some months above the rows, each with where it begins; empty where a row is not one year."""
    standings: tuple[Standing, ...]
    """Those whose marks have to be explained, in their order; empty where all events are established."""
    is_counted: bool
    """Whether a row shows only how many events there are."""
    undated: PageLink | None
    """Where the events are listed whose year nothing bounds."""


def view_over_time(here: Here) -> OverTime:
    """All events over time, each on the row of the year in which the timeline lists it."""
    lines = here.site.timeline.lines
    strip = make_strip([_dated(here, line, line.year) for line in lines if line.year is not None])
    parts = _TICKS[int(str(strip.years)[0])]
    standings = {here.chronicle.events[line.id].standing for line in lines}
    return OverTime(
        rows=tuple(_row(here, row) for row in strip.rows),
        words=here.translate(say_n("Each line is a year.", "Each line is {n} years.", strip.years)),
        ticks=tuple(round(100 / parts * tick, 2) for tick in range(1, parts)),
        months=tuple(_months(here.site.language)) if strip.years == 1 else (),
        standings=tuple(sorted(standings, key=lambda one: one.order)) if standings != {"established"} else (),
        is_counted=any(row.bins for row in strip.rows),
        undated=_link(here, here.say("Undated"), None) if None in here.site.timeline.counts else None,
    )


def _dated(here: Here, line: DatedEvent, year: int) -> OnStrip:
    event: Event = here.chronicle.events[line.id]
    extent = here.chronicle.chronology.extents[line.id]
    return OnStrip(
        year,
        first=extent.start.earliest.day,
        last=extent.end.latest.day,
        fades=fades_of(event.date, extent.start, extent.end),
        one_of=event.date.shape is edtf.Shape.ONE_OF,
        standing=event.standing.value,
        size=size_of(event.importance),
    )


def size_of(importance: Importance) -> int:
    """How large an event is drawn: 0, 1 or 2."""
    return 2 if importance.leads else 1 if importance.usual else 0


def _row(here: Here, row: YearsRow) -> StripRow:
    counts = here.site.timeline.counts
    words = words_of_years(row.first, row.last, here.site.language)
    height = row.lanes * _LANE + _BELOW + _ABOVE if row.events else 0
    first = next((year for year in counts if year is not None and row.first <= year <= row.last), None)
    return StripRow(
        years=PageLink(words) if first is None else _link(here, words, first),
        events=row.events,
        height=height,
        bars=(*(_bar(one, height) for one in row.drawn if one.width), *_columns(row, height)),
        marks=tuple(mark for one in row.drawn for mark in _marks(one, height)),
    )


def _link(here: Here, words: str, year: int | None) -> PageLink:
    """The way to the part of the timeline where a year begins."""
    return PageLink(words, here.href(here.site.timeline.year_page(year), f"year-{year_part(year)}"))


def _middle(one: Drawn, height: int) -> float:
    """How far below the top of a row the middle of its lane is."""
    return height - _BELOW - (one.lane + 0.5) * _LANE


def _marks(one: Drawn, height: int) -> Iterator[Mark]:
    y = _middle(one, height)
    if not one.width or one.event.standing != "established":
        yield Mark(one.event.standing, one.middle, y, _SIZES[one.event.size])
    if one.goes_on:
        yield Mark("on", 100, y, _SIZES[1])


def _bar(one: Drawn, height: int) -> Bar:
    thick = _SIZES[one.event.size] / 2
    style = "one-of" if one.event.one_of else one.event.fades
    return Bar(style, one.x, one.width, _middle(one, height) - thick / 2, thick)


def _columns(row: YearsRow, height: int) -> Iterator[Bar]:
    """How many events began in each part of a row that is too full for marks."""
    for part in row.bins:
        tall = round(max(2.0, part.height * (height - _BELOW - _ABOVE)), 1)
        yield Bar("many", part.x, part.width, round(height - _BELOW - tall, 1), tall)


def _months(language: str) -> Iterator[tuple[float, str]]:
    names = calendar_names("months", language.replace("-", "_"), "stand-alone", "abbreviated")
    for month in (0, 3, 6, 9):
        yield month / 12 * 100, names[month]
