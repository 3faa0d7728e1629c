"""Where events stand on the strip of all of them: each once, within its row, clear of the others, never too many."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.pages.strip import (
    BINS,
    MARK,
    MOST_LANES,
    MOST_MARKS,
    MOST_ROWS,
    Drawn,
    OnStrip,
    Strip,
    YearsRow,
    make_strip,
)
from site_builder.pages.strip_drawing import draw_row


def starts(year: int, day: int, days: int) -> OnStrip:
    """An event that began on a day of a year and lasted so many days."""
    first = edtf.day_number(year, 1, 1) + day
    return OnStrip(year, first, first + days)


YEARS = st.integers(-5_000, 3_000) | st.integers(2010, 2026) | st.integers(-3, 3)
EVENTS = st.lists(
    st.builds(
        starts, YEARS, st.integers(0, 364), st.sampled_from([0, 0, 0, 1, 30, 400, 4_000]) | st.integers(0, 10_000)
    ),
    min_size=1,
    max_size=80,
)


def dated(year: int, month: int, day: int, days: int = 0, fades: str = "none") -> OnStrip:
    first = edtf.day_number(year, month, day)
    return OnStrip(year, first, first + days, fades)


def drawn(*events: OnStrip) -> list[Drawn]:
    """Events of one year, as they are drawn."""
    [row] = make_strip(events).rows
    return list(row.drawn)


def years(strip: Strip) -> list[tuple[int, int]]:
    return [(row.first, row.last) for row in strip.rows]


@given(EVENTS)
def test_each_event_stands_once_on_the_row_of_its_year(events: Sequence[OnStrip]) -> None:
    rows = make_strip(events).rows
    assert sum(row.events for row in rows) == len(events)
    for row in rows:
        expected = Counter(event for event in events if row.first <= event.year <= row.last)
        assert row.events == expected.total()
        if row.bins:
            assert sum(part.events for part in row.bins) == row.events
        else:
            assert Counter(one.event for one in row.drawn) == expected


@given(EVENTS)
def test_rows_are_few_and_follow_each_other_without_a_gap(events: Sequence[OnStrip]) -> None:
    strip = make_strip(events)
    assert 1 <= len(strip.rows) <= MOST_ROWS
    assert all(after.first == before.last + 1 for before, after in zip(strip.rows, strip.rows[1:], strict=False))
    assert strip.rows[0].events and strip.rows[-1].events
    full = {row.last - row.first + 1 for row in strip.rows if row.events and row.first != 1}
    assert full <= {strip.years}


@given(EVENTS)
def test_what_is_drawn_is_within_its_row_and_clear_of_the_rest_of_its_lane(events: Sequence[OnStrip]) -> None:
    for row in make_strip(events).rows:
        lanes: dict[int, float] = {}
        assert row.lanes <= MOST_LANES
        for one in row.drawn:
            half = 0 if one.width else MARK / 2
            assert one.x - half >= -0.01 and one.x + one.width + half <= 100.01
            assert lanes.get(one.lane, -1) <= one.x - half + 0.01
            lanes[one.lane] = one.x + one.width + half


@given(EVENTS)
def test_no_mark_stands_to_the_right_of_one_of_a_later_day(events: Sequence[OnStrip]) -> None:
    for row in make_strip(events).rows:
        marks = sorted((one for one in row.drawn if not one.width), key=lambda one: (one.event.first or 0, one.x))
        places = [one.x for one in marks]
        assert places == sorted(places)


@given(EVENTS)
def test_the_rows_depend_on_the_years_and_not_on_how_many_events_they_have(events: Sequence[OnStrip]) -> None:
    once, twice = make_strip(events), make_strip([*events, *events])
    assert years(once) == years(twice)


def test_ten_thousand_events_make_a_bounded_drawing() -> None:
    strip = make_strip([starts(2000 + number % 19, number % 365, 0) for number in range(10_000)])
    assert not any(row.drawn for row in strip.rows)
    assert sum(len(row.bins) for row in strip.rows) <= MOST_ROWS * BINS
    assert sum(part.events for row in strip.rows for part in row.bins) == 10_000
    assert max(part.height for row in strip.rows for part in row.bins) == 1


def test_each_event_is_drawn_as_long_as_they_are_few() -> None:
    few = [starts(2000 + number % 20, number % 365, 0) for number in range(MOST_MARKS)]
    assert all(row.drawn for row in make_strip(few).rows)
    assert all(row.bins for row in make_strip([*few, few[0]]).rows)


def test_a_day_with_more_events_than_lanes_is_counted() -> None:
    [row] = make_strip([dated(2024, 7, 27)] * (MOST_LANES + 1)).rows
    assert (row.drawn, [part.events for part in row.bins]) == ((), [MOST_LANES + 1])


def test_without_events_there_is_nothing() -> None:
    assert make_strip([]).rows == ()


@pytest.mark.parametrize(
    ("found", "length", "rows"),
    [
        ([2024], 1, [(2024, 2024)]),
        ([2012, 2015, 2016], 1, [(2012, 2012), (2013, 2014), (2015, 2015), (2016, 2016)]),
        ([2001, 2020], 1, [(2001, 2001), (2002, 2019), (2020, 2020)]),
        ([2001, 2021], 2, [(2000, 2001), (2002, 2019), (2020, 2021)]),
        ([-1, 0, 1, 2], 1, [(-1, -1), (0, 0), (1, 1), (2, 2)]),
        ([-20, 20], 5, [(-24, -20), (-19, 19), (20, 24)]),
        ([1641, 2029], 20, [(1640, 1659), (1660, 2019), (2020, 2039)]),
        ([-1899, 2027], 500, [(-1999, -1500), (-1499, 1999), (2000, 2499)]),
    ],
)
def test_a_row_has_as_few_years_as_there_is_room_for(
    found: list[int], length: int, rows: list[tuple[int, int]]
) -> None:
    strip = make_strip([starts(year, 0, 0) for year in found])
    assert (strip.years, years(strip)) == (length, rows)


def test_a_known_day_is_a_mark_and_all_else_a_bar() -> None:
    day, week, vague = drawn(dated(2024, 1, 20), dated(2024, 3, 1, days=6), dated(2024, 6, 1, fades="both"))
    assert day.width == 0
    assert week.width > 0
    assert vague.width > 0


def test_a_bar_is_as_long_as_it_lasted_and_goes_on_beyond_its_row() -> None:
    [half] = drawn(dated(2023, 1, 1, days=364 // 2))
    assert (half.x, half.goes_on) == (0, False)
    assert half.width == pytest.approx(50, abs=0.3)
    [long] = drawn(dated(2023, 12, 1, days=400))
    assert long.goes_on
    assert long.x + long.width == 100


def test_an_open_end_reaches_to_the_edge_of_the_row_and_is_no_longer_time() -> None:
    first = edtf.day_number(2023, 7, 2)
    [since] = drawn(OnStrip(2023, first, None, "right"))
    assert (since.x + since.width, since.goes_on) == (100, False)
    [until] = drawn(OnStrip(2023, None, first, "left"))
    assert until.x == 0
    assert until.width == pytest.approx(50, abs=0.5)


def test_what_the_order_of_events_rules_out_of_a_bar_is_drawn_beside_what_it_leaves() -> None:
    begin, day = edtf.day_number(2023, 1, 1), 100 / 365
    [narrowed] = drawn(OnStrip(2023, begin + 146, begin + 218, stated=(begin + 73, begin + 218)))
    assert (narrowed.x, narrowed.width) == pytest.approx((73 * day, 146 * day), abs=0.01)
    assert narrowed.left == pytest.approx((146 * day, 73 * day), abs=0.01)
    assert narrowed.middle == pytest.approx(50, abs=0.1)
    row = draw_row(YearsRow(2023, 2023, 1, (narrowed,)))
    assert [(bar.style, bar.x, bar.width) for bar in row.bars] == [("ruled-out", 20, 20), ("none", 40, 20)]
    [to_a_day] = drawn(OnStrip(2023, begin, begin, stated=(begin, None)))
    assert (to_a_day.x, to_a_day.width, to_a_day.left) == (0, 100, (0, 2))


def test_what_happens_on_one_day_is_stacked_and_what_is_apart_is_not() -> None:
    assert [one.lane for one in drawn(dated(2024, 7, 27), dated(2024, 7, 27), dated(2024, 9, 1))] == [0, 1, 0]


def test_rows_of_no_events_have_no_lanes() -> None:
    assert YearsRow(2013, 2014, 0).lanes == 0
