"""All events over time: years in rows, and where on a row each event stands, in per cent of its width and in lanes.

Time runs through the rows as words run through lines: each has as many years, and nothing is left out between them.
An event stands once, on the row of the year in which it began or can have begun first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from site_builder import edtf
from site_builder.pages.paging import years_around

MOST_ROWS = 20
MOST_LANES = 14
MOST_MARKS = 400
"""Where there are more events than this, all rows show how many there are instead."""
BINS = 24
MARK = 2.0
"""Per cent of the width that the mark of a day takes: 5 or 6 of the 270 pixels that a phone has for a row."""
_THINNEST = 2.0
"""Per cent of the width that a bar has at least, to be seen."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a row has room for."""

    lanes: int
    """A row on which more events would stand above each other shows how many there are instead."""
    lanes_of_bins: int
    """How high such a row is."""
    bins: int
    """How many parts it has."""


AMONG_ROWS = Room(MOST_LANES, 6, BINS)


@dataclass(frozen=True, slots=True)
class OnStrip:
    """What is drawn of an event."""

    year: int
    """The year in which it began or can have begun first."""
    first: int | None
    """The number of the first day on which it can have been going on; None where the start is open or unknown."""
    last: int | None
    """The last such day; None where the end is open or unknown."""
    fades: str = "none"
    """Where it is not sure: `none`, `left`, `right` or `both`."""
    one_of: bool = False
    """Whether it was one unknown day of those between."""
    standing: str = "established"
    size: int = 1
    """0, 1 or 2 by its importance."""

    @property
    def is_day(self) -> bool:
        """Whether it was one day that is known."""
        return self.first is not None and self.first == self.last and self.fades == "none"


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event on a row."""

    event: OnStrip
    x: float
    """The middle of the mark of a day, or the left end of a bar."""
    width: float
    """0 of a mark."""
    lane: int
    """From 0, the lowest."""
    goes_on: bool
    """Whether a bar goes on beyond its row."""

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events began in a part of a row."""

    x: float
    width: float
    events: int
    height: float
    """From more than 0 to 1, the most of the row."""


@dataclass(frozen=True, slots=True)
class YearsRow:
    """Some years."""

    first: int
    last: int
    events: int
    drawn: tuple[Drawn, ...] = ()
    bins: tuple[Bin, ...] = ()
    """Empty where each event is drawn."""
    room: Room = AMONG_ROWS

    @property
    def lanes(self) -> int:
        return max((one.lane + 1 for one in self.drawn), default=self.room.lanes_of_bins if self.bins else 0)


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows from the first year to the last, of which those without events that follow each other are one."""

    years: int
    """How many years a row has."""
    rows: tuple[YearsRow, ...]


def make_strip(events: Sequence[OnStrip]) -> Strip:
    """The strip of events whose year is known, with as few years in a row as the number of rows allows."""
    years = [event.year for event in events]
    if not years:
        return Strip(1, ())
    length = next(one for one in lengths() if _key(max(years), one) - _key(min(years), one) < MOST_ROWS)
    by_key: dict[int, list[OnStrip]] = {}
    for event in events:
        by_key.setdefault(_key(event.year, length), []).append(event)
    each = len(events) <= MOST_MARKS
    rows = [
        _row(*_years_of(key, length), by_key.get(key, []), AMONG_ROWS, each=each)
        for key in range(min(by_key), max(by_key) + 1)
        if length > 1 or key != 0
    ]
    return Strip(length, tuple(_joined(rows)))


def make_row(events: Sequence[OnStrip], room: Room) -> YearsRow:
    """One row of all events whose year is known, one at least, from the first year to the last."""
    years = [event.year for event in events]
    return _row(min(years), max(years), events, room, each=len(events) <= MOST_MARKS)


def lengths() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 …: numbers of years that are told apart at a glance."""
    for power in count():
        yield from (step * 10**power for step in (1, 2, 5))


def _key(year: int, length: int) -> int:
    """Which of the rows a year is on; where a row is one year, none has the number 0."""
    key = years_around(year, length)
    assert key is not None
    return key


def _years_of(key: int, length: int) -> tuple[int, int]:
    """The first and last year of a row: years before our era are counted away from it, as decades and centuries are."""
    if key < 0:
        return key * length + 1, (key + 1) * length
    return max(key * length, 1), key * length + length - 1


def _joined(rows: Iterable[YearsRow]) -> Iterator[YearsRow]:
    empty: YearsRow | None = None
    for row in rows:
        if not row.events:
            empty = YearsRow(empty.first if empty else row.first, row.last, 0)
            continue
        if empty is not None:
            yield empty
        empty = None
        yield row


def _row(first: int, last: int, events: Sequence[OnStrip], room: Room, *, each: bool) -> YearsRow:
    low, high = edtf.day_number(first, 1, 1), edtf.day_number(last + 1, 1, 1)
    if each:
        drawn = tuple(_in_lanes(sorted((_place(event, low, high) for event in events), key=lambda one: one.x)))
        if all(one.lane < room.lanes for one in drawn):
            return YearsRow(first, last, len(events), drawn)
    return YearsRow(first, last, len(events), bins=tuple(_bins(events, low, high, room.bins)), room=room)


def _place(event: OnStrip, low: int, high: int) -> Drawn:
    """Where an event stands on a row of the days from `low` up to `high`, with no lane yet."""
    per_day = 100 / (high - low)
    left = 0.0 if event.first is None else max(0.0, (event.first - low) * per_day)
    right = 100.0 if event.last is None else min(100.0, (event.last + 1 - low) * per_day)
    if event.is_day:
        middle = (left + right) / 2
        return Drawn(event, round(min(max(middle, MARK / 2), 100 - MARK / 2), 2), 0, 0, goes_on=False)
    width = max(right - left, _THINNEST)
    return Drawn(
        event,
        x=round(min(left, 100 - width), 2),
        width=round(width, 2),
        lane=0,
        goes_on=event.last is not None and event.last >= high,
    )


def _in_lanes(drawn: Iterable[Drawn]) -> Iterator[Drawn]:
    """Each in the lowest lane in which it stands clear of those before it."""
    ends: list[float] = []
    for one in drawn:
        half = MARK / 2 if not one.width else 0.0
        lane = next((lane for lane, end in enumerate(ends) if end <= one.x - half), len(ends))
        ends[lane : lane + 1] = [one.x + one.width + half]
        yield Drawn(one.event, one.x, one.width, lane, one.goes_on)


def _bins(events: Iterable[OnStrip], low: int, high: int, parts: int) -> Iterator[Bin]:
    numbers = [0] * parts
    for event in events:
        start = low if event.first is None else min(max(event.first, low), high - 1)
        numbers[(start - low) * parts // (high - low)] += 1
    width = 100 / parts
    for at, number in enumerate(numbers):
        if number:
            yield Bin(round(at * width, 2), round(width, 2), number, round(number / max(numbers), 2))
