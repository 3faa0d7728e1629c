from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.paging import Sheets, bytes_of, divide, make_sheets, year_levels, years_around

MOST = 100

Line = tuple[int | None, int]
"""A line of a list: its year and what it weighs."""


def year_of(line: Line) -> int | None:
    return line[0]


def weigh(line: Line) -> int:
    return line[1]


def part(line: Line) -> str:
    return str(line[0])


def sheets(lines: Sequence[Line]) -> Sheets[Line]:
    return make_sheets(lines, weigh, part, above=year_levels(year_of), most=MOST)


def years_on(lines: Sequence[Line]) -> list[tuple[str, list[int | None]]]:
    """The pages of a list: their ids, and the years on each."""
    return [(sheet.id, [year_of(line) for line in sheet.lines]) for sheet in sheets(lines).by_id.values()]


some_years = st.none() | st.integers(-1100, 2100)
some_lines = st.lists(st.tuples(some_years, st.integers(1, 130)), max_size=60).map(
    lambda lines: sorted(lines, key=lambda line: (line[0] is None, line[0] or 0))
)


@given(some_lines)
def test_pages_keep_every_line_in_its_order(lines: list[Line]) -> None:
    assert [line for sheet in sheets(lines).by_id.values() for line in sheet.lines] == lines
    assert [line for page in divide(lines, weigh, most=MOST) for line in page] == lines


@given(some_lines)
def test_no_page_is_too_heavy_but_one_with_a_single_line(lines: list[Line]) -> None:
    for sheet in sheets(lines).by_id.values():
        assert sheet.lines
        assert len(sheet.lines) == 1 or sum(map(weigh, sheet.lines)) <= MOST


@given(some_lines)
def test_every_part_answers_at_its_own_page_or_leads_to_the_one_that_has_it(lines: list[Line]) -> None:
    found = sheets(lines)
    moved = dict(found.moved())
    assert set(found.of_part) == set(map(part, lines))
    for name, id_ in found.of_part.items():
        assert name in map(part, found.by_id[id_].lines)
        assert (name in found.by_id) != (name in moved)


@given(some_lines)
def test_a_page_is_named_by_its_first_part_and_how_many_pages_that_has_before(lines: list[Line]) -> None:
    before: Counter[str] = Counter()
    for sheet in sheets(lines).by_id.values():
        parts = {*map(part, sheet.lines)}
        before.update(parts)
        assert (sheet.part, sheet.number) == (part(sheet.lines[0]), before[sheet.part])


@given(some_lines)
def test_no_page_is_nearly_empty_beside_a_year_that_is_divided(lines: list[Line]) -> None:
    pages = [sheet.lines for sheet in sheets(lines).by_id.values()]
    long = {year for year, group in groupby(lines, year_of) if sum(map(weigh, group)) > MOST}
    for first, second in pairwise(pages):
        light = sum(map(weigh, first)) <= MOST // 3
        begins_long = year_of(second[0]) in long and year_of(first[-1]) != year_of(second[0])
        assert not (light and begins_long and weigh(second[0]) <= MOST // 3)


@given(some_lines)
def test_a_year_that_fits_on_a_page_is_never_torn(lines: list[Line]) -> None:
    for _, group in groupby(lines, year_of):
        year = list(group)
        if sum(map(weigh, year)) <= MOST:
            assert any(set(year) <= set(sheet.lines) for sheet in sheets(lines).by_id.values())


@given(some_lines)
def test_a_page_leads_to_those_beside_it(lines: list[Line]) -> None:
    found = sheets(lines)
    for first, second in pairwise(found.by_id):
        assert (found.beside(first)[1], found.beside(second)[0]) == (second, first)


def test_a_list_without_lines_has_no_page() -> None:
    assert sheets([]).by_id == {}


def test_a_list_that_fits_is_one_page() -> None:
    assert years_on([(-1045, 50), (975, 30), (None, 20)]) == [("-1045", [-1045, 975, None])]


def test_sparse_years_share_the_page_of_their_decade_or_century() -> None:
    lines = [(1801, 30), (1899, 30), (1911, 30), (1912, 30), (1931, 30), (1939, 30), (1955, 30), (2001, 30)]
    assert years_on(lines) == [
        ("1801", [1801, 1899]),
        ("1911", [1911, 1912]),
        ("1931", [1931, 1939, 1955]),
        ("2001", [2001]),
    ]


@pytest.mark.parametrize(
    ("year", "decade", "century"),
    [
        (2024, 202, 20),
        (1, 0, 0),
        (0, -1, -1),
        (-9, -1, -1),
        (-10, -2, -1),
        (-99, -10, -1),
        (-100, -11, -2),
        (-211, -22, -3),
    ],
)
def test_decades_and_centuries_before_our_era_are_counted_away_from_it(year: int, decade: int, century: int) -> None:
    assert (years_around(year, 10), years_around(year, 100)) == (decade, century)


def test_a_year_that_is_too_long_continues_on_more_pages() -> None:
    lines = [(2023, 90), *[(2024, 40)] * 5, (2025, 10), (None, 5)]
    assert years_on(lines) == [
        ("2023", [2023]),
        ("2024", [2024, 2024]),
        ("2024/2", [2024, 2024]),
        ("2024/3", [2024]),
        ("2025", [2025, None]),
    ]


def test_what_fits_below_a_part_is_not_torn() -> None:
    months = [("2024-01", 60), ("2024-02", 30), ("2024-02", 30), ("2024-03", 30)]
    found = make_sheets(months, lambda line: line[1], lambda _: "2024", below=[lambda line: line[0]], most=MOST)
    assert [[month for month, _ in sheet.lines] for sheet in found.by_id.values()] == [
        ["2024-01"],
        ["2024-02", "2024-02", "2024-03"],
    ]


def test_texts_weigh_what_they_have_as_escaped_bytes() -> None:
    assert bytes_of("Bamako", "É", "<&") == 6 + 2 + 9
