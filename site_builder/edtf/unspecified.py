"""Unspecified digits: the first and the last day that match a date with `X` in it (ISO 8601-2:2019, 9.2).

A date is valid when at least one day of the calendar matches it: `1999-0X-31` is, `1999-02-3X` is not.
Unspecified digits of a month stand for months only, never for seasons. Where digits of a year are given and others
are not, they never stand for 0000, which is 1 BCE: `00XX` is the first century, and begins with the year 1.
"""

from functools import lru_cache

from site_builder.edtf import calendar


@lru_cache(maxsize=256)
def _matching(pattern: str, least: int, most: int) -> tuple[int, ...]:
    """Every number from `least` to `most` that two characters allow, rising."""
    tens, ones = (range(10) if digit == "X" else (int(digit),) for digit in pattern)
    return tuple(n for ten in tens for one in ones if least <= (n := 10 * ten + one) <= most)


def _extreme_year(pattern: str, *, greatest: bool, positive: bool) -> int:
    """The least or greatest magnitude that four characters allow, 0 left out where it must be positive."""
    magnitude = int(pattern.replace("X", "9" if greatest else "0"))
    if magnitude or not positive:
        return magnitude
    last = pattern.rfind("X")
    return 10 ** (len(pattern) - 1 - last) if last >= 0 else 0


def _is_never_zero(year: str) -> bool:
    """Whether a year, as written, cannot be 0000: one with a sign, and one of which some digits are not given."""
    return year.startswith("-") or 0 < year.count("X") < len("XXXX")


def _extreme_leap_year(pattern: str, *, greatest: bool, positive: bool) -> int | None:
    """As `_extreme_year`, among leap years; None when no leap year matches."""
    step = -1 if greatest else 1
    within_century = [n for n in _matching(pattern[2:], 0, 99) if n % 4 == 0][::step]
    for century in _matching(pattern[:2], 0, 99)[::step]:
        for year in within_century:
            if (year or century % 4 == 0) and not (positive and century == year == 0):
                return 100 * century + year
    return None


def _extreme_day(year: int, months: tuple[int, ...], days: tuple[int, ...] | None, step: int) -> int | None:
    """The first (step 1) or last (step -1) matching day of a year."""
    for month in months[::step]:
        length = calendar.days_in_month(year, month)
        if days is None:
            return calendar.day_number(year, month, 1 if step > 0 else length)
        for day in days[::step]:
            if day <= length:
                return calendar.day_number(year, month, day)
    return None


def first_and_last_day(year: str, month: str, day: str) -> tuple[int, int] | None:
    """Day numbers of the first and last match, or None when nothing matches.

    `year` is four digits or `X` with a minus sign where there is one; `month` and `day` are two, or empty.
    """
    sign, pattern = (-1, year[1:]) if year.startswith("-") else (1, year)
    months = _matching(month or "XX", 1, 12)
    days = _matching(day, 1, 31) if day else None
    found = []
    for step in (1, -1):
        greatest, positive = step * sign < 0, _is_never_zero(year)
        candidate: int | None = sign * _extreme_year(pattern, greatest=greatest, positive=positive)
        if _extreme_day(2001, months, days, 1) is None:
            leap = _extreme_leap_year(pattern, greatest=greatest, positive=positive)
            candidate = None if leap is None else sign * leap
        number = None if candidate is None else _extreme_day(candidate, months, days, step)
        if number is None:
            return None
        found.append(number)
    return found[0], found[1]


def first_and_last_year(year: str) -> tuple[int, int]:
    """The first and the last astronomical year that four characters with their sign allow."""
    sign, pattern = (-1, year[1:]) if year.startswith("-") else (1, year)
    least = sign * _extreme_year(pattern, greatest=sign < 0, positive=_is_never_zero(year))
    most = sign * _extreme_year(pattern, greatest=sign > 0, positive=_is_never_zero(year))
    return least, most
