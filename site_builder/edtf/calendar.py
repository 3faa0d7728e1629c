"""The proleptic Gregorian calendar for every year, however far from ours.

`datetime` stops at the years 1 and 9999. The calendar repeats every 400 years (146,097 days), so a year
outside that range is worked out on its image in the first cycle and moved by whole cycles: exact integers,
no loop, any size. Years are astronomical: 0 is 1 BCE (ISO 8601-1:2019, 4.3.2).
"""

from datetime import date

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097

_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Days of a month from 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


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
