"""Sub-year groupings: the codes 21 to 41 in the place of a month (ISO 8601-2:2019, 4.8.1).

EDTF leaves open when a season begins. Here seasons are meteorological, three whole months each. A season
without a hemisphere (21 to 24) is a northern one. A winter that straddles two years is named by the year in
which it begins, so that the codes of one year follow each other: `2023-24` is December 2023 to February 2024.
"""

from dataclasses import dataclass
from enum import StrEnum

from site_builder.edtf import calendar


class Grouping(StrEnum):
    """What kind of part of a year a code stands for."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
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
    """Which one in the year, from 1; for seasons too, in the order of their codes."""
    first_month: int
    months: int
    hemisphere: Hemisphere | None = None
    """None where the code says nothing of it."""


_SEASONS = (Grouping.SPRING, Grouping.SUMMER, Grouping.AUTUMN, Grouping.WINTER)


def _seasons(first_code: int, first_month: int, hemisphere: Hemisphere | None) -> dict[int, SubYear]:
    return {
        first_code + i: SubYear(season, i + 1, (first_month - 1 + 3 * i) % 12 + 1, 3, hemisphere)
        for i, season in enumerate(_SEASONS)
    }


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


def first_and_last_day(year: int, code: int) -> tuple[int, int]:
    """The day numbers on which a grouping of a year begins and ends."""
    part = SUB_YEARS[code]
    years, month = divmod(part.first_month - 1 + part.months - 1, 12)
    last_year, last_month = year + years, month + 1
    return (
        calendar.day_number(year, part.first_month, 1),
        calendar.day_number(last_year, last_month, calendar.days_in_month(last_year, last_month)),
    )
