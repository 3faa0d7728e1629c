"""The days that a date allows: of the calendar, of a season, and where digits are unspecified.

The calendar is the proleptic Gregorian one, for every year, however far from ours. `datetime` stops at the years 1
and 9999. The calendar repeats every 400 years (146,097 days), so a year outside that range is worked out on its image
in the first cycle and moved by whole cycles: exact integers, no loop, any size. Years are astronomical: 0 is 1 BCE
(ISO 8601-1:2019, 4.3.2).

Seasons and other parts of a year are the codes 21 to 41 in the place of a month (ISO 8601-2:2019, 4.8.1). EDTF leaves
open when a season begins. Here seasons are meteorological, three whole months each. A season without a hemisphere (21
to 24) is a northern one. A winter that straddles two years is named by the year in which it begins, so that the codes
of one year follow each other: `2023-24` is December 2023 to February 2024.

A date with unspecified digits, `X`, is valid when at least one day of the calendar matches it (ISO 8601-2:2019, 9.2):
`1999-0X-31` is, `1999-02-3X` is not. Unspecified digits of a month stand for months only, never for seasons. Where
digits of a year are given and others are not, they never stand for 0000, which is 1 BCE: `00XX` is the first century,
and begins with the year 1.
"""

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import product

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097


def days_in_month(year: int, month: int) -> int:
    """Days of a month from 1 to 12."""
    return monthrange(year, month)[1]


def day_number(year: int, month: int, day: int) -> int:
    """The day's number, 1 for 0001-01-01, as `datetime.date.toordinal` counts.

    Raises ValueError when there is no such day.
    """
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal()
    cycles, year_of_cycle = divmod(year - 1, CYCLE_YEARS)
    return date(year_of_cycle + 1, month, day).toordinal() + cycles * CYCLE_DAYS


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    cycles, day_of_cycle = divmod(number - 1, CYCLE_DAYS)
    day = date.fromordinal(day_of_cycle + 1)
    return day.year + cycles * CYCLE_YEARS, day.month, day.day


def iso(year: int, month: int, day: int) -> str:
    """The day in ISO 8601 form, at least four digits to the year: `-0044-03-15`, `10000-01-01`."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


class Grouping(StrEnum):
    """What kind of part of a year a code stands for."""

    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    """A third of a year: four months."""
    SEMESTRAL = "semestral"
    """Half a year."""


class Hemisphere(StrEnum):
    """Where a season is meant."""

    NORTH = "north"
    SOUTH = "south"


@dataclass(frozen=True, slots=True)
class SubYear:
    """What one code means."""

    grouping: Grouping
    ordinal: int
    """Which one in the year, from 1; spring is the first season."""
    first_month: int
    months: int
    hemisphere: Hemisphere | None = None
    """None where the code says nothing of it."""


def _seasons(first_code: int, first_month: int, hemisphere: Hemisphere | None) -> dict[int, SubYear]:
    months = [(first_month - 1 + 3 * i) % 12 + 1 for i in range(4)]
    return {first_code + i: SubYear(Grouping.SEASON, i + 1, month, 3, hemisphere) for i, month in enumerate(months)}


def _equal_parts(first_code: int, grouping: Grouping, months: int) -> dict[int, SubYear]:
    return {first_code + i: SubYear(grouping, i + 1, 1 + i * months, months) for i in range(12 // months)}


SUB_YEARS: dict[int, SubYear] = {
    **_seasons(21, 3, None),
    **_seasons(25, 3, Hemisphere.NORTH),
    **_seasons(29, 9, Hemisphere.SOUTH),
    **_equal_parts(33, Grouping.QUARTER, 3),
    **_equal_parts(37, Grouping.QUADRIMESTER, 4),
    **_equal_parts(40, Grouping.SEMESTRAL, 6),
}


def season_days(year: int, code: int) -> tuple[int, int]:
    """The day numbers on which a grouping of a year begins and ends."""
    part = SUB_YEARS[code]
    years, month = divmod(part.first_month - 1 + part.months - 1, 12)
    last_year, last_month = year + years, month + 1
    return (
        day_number(year, part.first_month, 1),
        day_number(last_year, last_month, days_in_month(last_year, last_month)),
    )


@lru_cache(maxsize=256)
def _matching(pattern: str, least: int, most: int) -> tuple[int, ...]:
    """Every number from `least` to `most` that two characters allow, rising."""
    tens, ones = (range(10) if digit == "X" else (int(digit),) for digit in pattern)
    return tuple(n for ten in tens for one in ones if least <= (n := 10 * ten + one) <= most)


def _extreme_year(year: str, *, last: bool, leap: bool) -> int | None:
    """The first or the last year that four characters and their sign allow, of leap years alone if asked.

    One with a sign, and one of which only some digits are given, is never 0000.
    """
    sign, pattern = (-1, year[1:]) if year.startswith("-") else (1, year)
    never_zero = sign < 0 or 0 < year.count("X") < len("XXXX")
    digits = "0123456789" if last == (sign < 0) else "9876543210"
    for chosen in product(*(digits if digit == "X" else digit for digit in pattern)):
        magnitude = int("".join(chosen))
        if (magnitude or not never_zero) and (isleap(magnitude) or not leap):
            return sign * magnitude
    return None


def _extreme_day(year: int, months: tuple[int, ...], days: tuple[int, ...] | None, step: int) -> int | None:
    """The first (step 1) or last (step -1) matching day of a year."""
    for month in months[::step]:
        length = days_in_month(year, month)
        if days is None:
            return day_number(year, month, 1 if step > 0 else length)
        for day in days[::step]:
            if day <= length:
                return day_number(year, month, day)
    return None


def matching_days(year: str, month: str, day: str) -> tuple[int, int] | None:
    """Day numbers of the first and last match, or None when nothing matches.

    `year` is four digits or `X` with a minus sign where there is one; `month` and `day` are two, or empty.
    """
    months = _matching(month or "XX", 1, 12)
    days = _matching(day, 1, 31) if day else None
    leap = _extreme_day(2001, months, days, 1) is None
    found = []
    for step in (1, -1):
        candidate = _extreme_year(year, last=step < 0, leap=leap)
        number = None if candidate is None else _extreme_day(candidate, months, days, step)
        if number is None:
            return None
        found.append(number)
    return found[0], found[1]


def matching_years(year: str) -> tuple[int, int]:
    """The first and the last astronomical year that four characters with their sign allow."""
    first, last = (_extreme_year(year, last=last, leap=False) for last in (False, True))
    assert first is not None
    assert last is not None
    return first, last
