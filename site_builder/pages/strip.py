"""All events over time: years in rows, and where on a row each event stands, in per cent of its width and in lanes.

Time runs through the rows as words run through lines: each has as many years, and nothing is left out between them.
An event stands once, on the row of the year in which it began or can have begun first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
    stated: tuple[int | None, int | None] | None = None
    """The first and the last day by its date alone, where links to other events leave less of it."""

    @property
    def is_day(self) -> bool:
        """Whether it was one day that its date says."""
        return self.first is not None and self.first == self.last and self.fades == "none" and self.stated is None


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event on a row."""

    event: OnStrip
    x: float
    """The middle of the mark of a day, or the left end of a bar."""
    width: float
    """0 of a mark."""
    left: tuple[float, float]
    """Where the part of a bar begins that the order of events leaves of it, and how wide that is; else all of it."""
    lane: int = 0
    """From 0, the lowest."""
    goes_on: bool = False
    """Whether a bar goes on beyond its row."""

    @property
    def middle(self) -> float:
        """Of what is left of it."""
        x, width = self.left
        return round(x + width / 2, 2)


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
    if event.is_day:
        x, width = _span(event.first, event.last, low, high)
        middle = round(min(max(x + width / 2, MARK / 2), 100 - MARK / 2), 2)
        return Drawn(event, middle, 0, (middle, 0))
    left = _thick_enough(_span(event.first, event.last, low, high))
    x, width = left if event.stated is None else _around(_span(*event.stated, low, high), left)
    return Drawn(event, x, width, left, goes_on=event.last is not None and event.last >= high)


def _span(first: int | None, last: int | None, low: int, high: int) -> tuple[float, float]:
    """Where some days begin on a row, and how wide they are."""
    per_day = 100 / (high - low)
    left = 0.0 if first is None else max(0.0, (first - low) * per_day)
    right = 100.0 if last is None else min(100.0, (last + 1 - low) * per_day)
    return left, right - left


def _thick_enough(span: tuple[float, float]) -> tuple[float, float]:
    """The same, or what can be seen of it, within the row."""
    width = max(span[1], _THINNEST)
    return round(min(span[0], 100 - width), 2), round(width, 2)


def _around(whole: tuple[float, float], part: tuple[float, float]) -> tuple[float, float]:
    """The whole with a part of it, which may be drawn wider than it is."""
    x, end = min(whole[0], part[0]), max(sum(whole), sum(part))
    return round(x, 2), round(end - x, 2)


def _in_lanes(drawn: Iterable[Drawn]) -> Iterator[Drawn]:
    """Each in the lowest lane in which it stands clear of those before it."""
    ends: list[float] = []
    for one in drawn:
        half = MARK / 2 if not one.width else 0.0
        lane = next((lane for lane, end in enumerate(ends) if end <= one.x - half), len(ends))
        ends[lane : lane + 1] = [one.x + one.width + half]
        yield replace(one, lane=lane)


def _bins(events: Iterable[OnStrip], low: int, high: int, parts: int) -> Iterator[Bin]:
    numbers = [0] * parts
    for event in events:
        start = low if event.first is None else min(max(event.first, low), high - 1)
        numbers[(start - low) * parts // (high - low)] += 1
    width = 100 / parts
    for at, number in enumerate(numbers):
        if number:
            yield Bin(round(at * width, 2), round(width, 2), number, round(number / max(numbers), 2))
