"""What of a line or an area lies in a box."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.geography.boxes import Box, clip_line, clip_ring, has_point

BOX = Box(0, 0, 10, 10)
points = st.tuples(st.integers(-30, 30), st.integers(-30, 30))


def test_an_area_is_cut_at_the_edges() -> None:
    cut = clip_ring([(-5, 2), (5, 2), (5, 4), (-5, 4)], BOX)
    assert {*cut} == {(0, 2), (5, 2), (5, 4), (0, 4)}


def test_an_area_around_the_box_covers_it() -> None:
    around = [(-5, -5), (15, -5), (15, 15), (-5, 15)]
    assert {*clip_ring(around, BOX)} == {(0, 0), (10, 0), (10, 10), (0, 10)}


def test_an_area_beside_the_box_is_not_seen() -> None:
    assert clip_ring([(11, 0), (20, 0), (20, 10)], BOX) == []


def test_a_line_that_leaves_and_comes_back_is_two_pieces() -> None:
    pieces = [*clip_line([(5, 5), (15, 5), (15, 7), (5, 7)], BOX)]
    assert pieces == [[(5, 5), (10, 5)], [(10, 7), (5, 7)]]


def test_a_line_that_only_passes_is_cut_on_both_sides() -> None:
    assert [*clip_line([(-10, 5), (20, 5)], BOX)] == [[(0, 5), (10, 5)]]


@given(st.lists(points, min_size=3, max_size=12), points)
def test_what_is_cut_has_the_same_points_inside_the_box(ring: list[tuple[int, int]], point: tuple[int, int]) -> None:
    spot = point[0] + 0.31, point[1] + 0.47
    cut = clip_ring(ring, BOX)
    assert has_point([cut], spot) == (BOX.has(spot) and has_point([ring], spot))


@given(st.lists(points, min_size=2, max_size=12))
def test_no_piece_of_a_line_leaves_the_box(line: list[tuple[int, int]]) -> None:
    nearly = BOX.wider_by(1e-9)
    assert all(nearly.has(point) for piece in clip_line(line, BOX) for point in piece)
