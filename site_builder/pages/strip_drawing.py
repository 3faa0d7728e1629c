"""How a row of a strip is drawn: the marks of days, bars of longer times, and columns of how many events there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.chronology import Extent
from site_builder.pages.context import Here
from site_builder.pages.dates import fades_of
from site_builder.pages.strip import Drawn, OnStrip, YearsRow
from site_builder.vocabulary import Importance, Standing

_LANE, _BELOW, _ABOVE = 7, 4, 3
"""Heights in pixels: of a lane, and what is free below the lowest and above the highest."""
_SIZES = (5, 6, 8)
"""How wide the mark of a day is, and twice how high a bar is, by importance."""
_SEEN = 0.05
"""Per cent of the width that can be seen at all."""


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
    """Where it fades, `one-of` where it stands for one unknown day, `ruled-out` by the order of events, or `many`."""
    x: float
    width: float
    """Both in per cent, all else in pixels."""
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row as it is drawn."""

    height: int
    """In pixels; 0 where there is nothing to draw."""
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]

    @property
    def shapes(self) -> frozenset[str]:
        """Those of its marks."""
        return frozenset(mark.shape for mark in self.marks)


def on_strip(chronicle: Chronicle, event_id: str, year: int) -> OnStrip:
    """What is drawn of an event on the row of a year."""
    event, extent = chronicle.events[event_id], chronicle.chronology.extents[event_id]
    return OnStrip(
        year,
        first=extent.start.earliest.day,
        last=extent.end.latest.day,
        fades=fades_of(event.date, extent.start, extent.end),
        one_of=event.date.shape is edtf.Shape.ONE_OF,
        standing=event.standing.value,
        size=size_of(event.importance),
        stated=_stated(event.date, extent),
    )


def _stated(date: edtf.Date, extent: Extent) -> tuple[int | None, int | None] | None:
    """The days of a date alone, where links to other events leave fewer of them."""
    days = date.earliest.day, date.latest.day
    return days if extent.narrowed and days != (extent.start.earliest.day, extent.end.latest.day) else None


def size_of(importance: Importance) -> int:
    """How large an event is drawn: 0, 1 or 2."""
    return 2 if importance.leads else 1 if importance.usual else 0


def standings_to_explain(here: Here) -> tuple[Standing, ...]:
    """Those whose marks have to be explained, in their order; none where all events are established."""
    standings = {event.standing for event in here.chronicle.events.values()}
    return tuple(sorted(standings, key=lambda one: one.order)) if standings != {"established"} else ()


def draw_row(row: YearsRow) -> DrawnRow:
    """The marks and bars of a row."""
    height = row.lanes * _LANE + _BELOW + _ABOVE if row.events else 0
    return DrawnRow(
        height,
        bars=(*(bar for one in row.drawn if one.width for bar in _bars(one, height)), *_columns(row, height)),
        marks=tuple(mark for one in row.drawn for mark in _marks(one, height)),
    )


def _middle(one: Drawn, height: int) -> float:
    """How far below the top of a row the middle of its lane is."""
    return height - _BELOW - (one.lane + 0.5) * _LANE


def _marks(one: Drawn, height: int) -> Iterator[Mark]:
    y = _middle(one, height)
    if not one.width or one.event.standing != "established":
        yield Mark(one.event.standing, one.middle, y, _SIZES[one.event.size])
    if one.goes_on:
        yield Mark("on", 100, y, _SIZES[1])


def _bars(one: Drawn, height: int) -> Iterator[Bar]:
    """The bar of an event, with what the order of events rules out before it and behind it."""
    thick = _SIZES[one.event.size] / 2
    top = _middle(one, height) - thick / 2
    x, width = one.left
    for begin, end in ((one.x, x), (x + width, one.x + one.width)):
        if end - begin > _SEEN:
            yield Bar("ruled-out", round(begin, 2), round(end - begin, 2), top, thick)
    yield Bar("one-of" if one.event.one_of else one.event.fades, x, width, top, thick)


def _columns(row: YearsRow, height: int) -> Iterator[Bar]:
    """How many events began in each part of a row that is too full for marks."""
    for part in row.bins:
        tall = round(max(2.0, part.height * (height - _BELOW - _ABOVE)), 1)
        yield Bar("many", part.x, part.width, round(height - _BELOW - tall, 1), tall)
