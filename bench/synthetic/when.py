"""What really happened when, and the vague date that a writer who knows less puts down for it.

The days are invented first and every date that is written holds them. So whatever is linked by what the days
say can never contradict a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

_CALENDAR_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_SEASON = {12: 24, 1: 24, 2: 24, 3: 21, 4: 21, 5: 21, 6: 22, 7: 22, 8: 22, 9: 23, 10: 23, 11: 23}
"""The EDTF number of the meteorological season that a month belongs to."""


LAST_DAY = date(2025, 12, 31)
_EVENTS_A_YEAR = 450


def first_day(events: int) -> date:
    """The day from which a chronicle of so many events reaches to LAST_DAY."""
    return LAST_DAY - timedelta(365 * (3 + events // _EVENTS_A_YEAR))


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day of something, and the date that its record gives."""

    start: date
    end: date
    text: str
    """EDTF; its bounds hold both days."""

    @property
    def prefix(self) -> str:
        """What the id of an event of that date begins with: the calendar date that its text begins with."""
        found = _CALENDAR_DATE.search(self.text)
        assert found is not None
        return found[0]


def write_when(random: Random, start: date, end: date, *, exactly: bool = False) -> When:
    """A date for what lasted from `start` to `end`, as vague as those of real records are; or an exact one."""
    if exactly:
        return When(start, end, f"{start}" if start == end else f"{start}/{end}")
    writers = _OF_DAYS if start == end else _OF_PERIODS
    [write] = random.choices([writer for writer, _ in writers], [weight for _, weight in writers])
    return When(start, end, write(random, start, end))


def write_said(random: Random, day: date) -> str:
    """A date for something that was said on a day."""
    return write_when(random, day, day).text


def _exact(random: Random, start: date, end: date) -> str:
    return f"{start}"


def _uncertain(random: Random, start: date, end: date) -> str:
    return f"{start}?"


def _one_of(random: Random, start: date, end: date) -> str:
    before = timedelta(random.randint(0, 2))
    after = timedelta(random.randint(1, 3))
    return f"[{start - before}..{start + after}]"


def _month(random: Random, start: date, end: date) -> str:
    # What ran over the end of a month is put down as lasting from one to the other.
    first, last = f"{start:%Y-%m}", f"{end:%Y-%m}"
    return first if first == last else f"{first}/{last}"


def _around_month(random: Random, start: date, end: date) -> str:
    return f"{start:%Y-%m}~"


def _days_of_month(random: Random, start: date, end: date) -> str:
    return f"{start:%Y-%m}-XX"


def _season(random: Random, start: date, end: date) -> str:
    # A winter begins in the year before most of it, so its January belongs to the year before.
    year = start.year - (start.month < 3)
    return f"{year}-{_SEASON[start.month]}"


def _year(random: Random, start: date, end: date) -> str:
    return f"{start:%Y}"


def _interval(random: Random, start: date, end: date) -> str:
    return f"{start}/{end}"


def _vague_end(random: Random, start: date, end: date) -> str:
    return f"{start}/{end:%Y-%m}~"


_Writer = Callable[[Random, date, date], str]
_OF_DAYS: tuple[tuple[_Writer, float], ...] = (
    (_exact, 80),
    (_month, 6),
    (_one_of, 5),
    (_around_month, 3),
    (_uncertain, 3),
    (_days_of_month, 1),
    (_season, 1),
    (_year, 1),
)
_OF_PERIODS: tuple[tuple[_Writer, float], ...] = ((_interval, 80), (_month, 12), (_vague_end, 8))
