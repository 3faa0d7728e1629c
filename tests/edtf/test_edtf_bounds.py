"""Bounds and the calendar under them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.edtf import Bound, calendar

IN_ORDER = [
    edtf.MINUS_INFINITY,
    edtf.UNKNOWN_START,
    edtf.parse("Y-170000002").earliest,
    edtf.parse("2024-07-27").earliest,
    edtf.UNKNOWN_END,
    edtf.INFINITY,
]

bounds = st.one_of(st.integers(-(10**30), 10**30).map(edtf.day), st.sampled_from(IN_ORDER))


@given(st.dates())
def test_a_day_has_the_number_that_datetime_gives_it(day: date) -> None:
    bound = edtf.day(day.toordinal())
    assert calendar.day_number(day.year, day.month, day.day) == bound.day
    assert str(bound) == day.isoformat()


@given(st.integers(-(10**30), 10**30))
def test_a_day_number_and_its_calendar_day_are_each_others_inverse(number: int) -> None:
    bound, (year, month, day) = edtf.day(number), calendar.civil(number)
    assert bound.day == calendar.day_number(year, month, day) == number
    assert (bound.year, bound.month) == (year, month)
    assert str(bound) == calendar.iso(year, month, day)


@given(st.integers(-(10**12), 10**12))
def test_days_follow_each_other_in_every_age(number: int) -> None:
    year, month, day = calendar.civil(number)
    next_day = calendar.civil(number + 1)
    if day < calendar.days_in_month(year, month):
        assert next_day == (year, month, day + 1)
    else:
        assert next_day == ((year, month + 1, 1) if month < 12 else (year + 1, 1, 1))


def test_bounds_are_ordered_from_open_past_to_open_future_the_unknown_just_inside() -> None:
    shuffled = IN_ORDER[::-1]
    assert sorted(shuffled) == IN_ORDER


@given(bounds, bounds)
def test_the_order_of_bounds_is_total(a: Bound, b: Bound) -> None:
    assert [a < b, a == b, a > b].count(True) == 1


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        (edtf.MINUS_INFINITY, "-inf"),
        (edtf.INFINITY, "inf"),
        (edtf.UNKNOWN_START, "unknown"),
        (edtf.UNKNOWN_END, "unknown"),
    ],
)
def test_what_is_not_a_day_says_what_it_is(bound: Bound, text: str) -> None:
    assert str(bound) == text
    assert bound.day is bound.year is bound.month is None
