"""Unspecified digits, against every day that could match."""

import re
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from site_builder.edtf import calendar


def _by_trying(year: str, month: str, day: str) -> tuple[int, int] | None:
    """First and last match among every day of every year that the mask allows."""
    years = ["".join(digits) for digits in product(*("0123456789" if c == "X" else c for c in year.lstrip("-")))]
    sign = -1 if year.startswith("-") else 1
    pattern = re.compile(f"{month or '..'}-{day or '..'}".replace("X", "[0-9]"))
    found = [
        calendar.day_number(sign * int(y), m, d)
        for y in years
        if int(y) or year == "0000"
        for m in range(1, 13)
        for d in range(1, calendar.days_in_month(sign * int(y), m) + 1)
        if pattern.fullmatch(f"{m:02d}-{d:02d}")
    ]
    return (min(found), max(found)) if found else None


@st.composite
def masks(draw: st.DrawFn) -> tuple[str, str, str]:
    """A year with one `X` at most, which keeps trying every day quick, and any month and day."""
    digits = [draw(st.sampled_from("0124569")) for _ in range(4)]
    if draw(st.booleans()):
        digits[draw(st.integers(0, 3))] = "X"
    sign = draw(st.sampled_from(["", "-"]))
    month = draw(st.sampled_from(["", "02", "04", "0X", "1X", "X2", "XX", "13", "2X"]))
    days = ["", "00", "29", "30", "31", "32", "XX", "0X", "2X", "3X", "X0", "X9", "9X"]
    return sign + "".join(digits), month, draw(st.sampled_from(days)) if month else ""


@given(masks())
def test_the_first_and_last_match_are_those_found_by_trying_every_day(mask: tuple[str, str, str]) -> None:
    if mask[0] != "-0000":
        assert calendar.matching_days(*mask) == _by_trying(*mask)


def test_the_29_of_february_needs_a_leap_year_among_the_years() -> None:
    leap = calendar.matching_days("19XX", "02", "29")
    assert leap is not None
    assert [calendar.civil(number)[0] for number in leap] == [1904, 1996]
    assert calendar.matching_days("XX00", "02", "29") is not None
    assert calendar.matching_days("XXX1", "02", "29") is None
    assert calendar.matching_days("1900", "02", "29") is None


def test_a_negative_year_counts_backwards_and_is_never_minus_zero() -> None:
    assert calendar.matching_years("-01XX") == (-199, -100)
    assert calendar.matching_years("-00XX") == (-99, -1)
    assert calendar.matching_years("XXXX") == (0, 9999)


def test_a_year_of_which_digits_are_given_is_never_1_bce_unless_all_are() -> None:
    assert calendar.matching_years("00XX") == (1, 99)
    assert calendar.matching_years("000X") == (1, 9)
    assert calendar.matching_years("0XXX") == (1, 999)
    assert calendar.matching_years("XX00") == (100, 9900)
    assert calendar.matching_years("0000") == (0, 0)
    leap = calendar.matching_days("00XX", "02", "29")
    assert leap is not None
    assert calendar.civil(leap[0]) == (4, 2, 29)
