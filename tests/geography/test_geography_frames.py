"""A flat picture of a piece of the world: its scale, and where things are on it."""

from math import hypot, isclose

from site_builder.geography import Frame, km_between

KIDAL, TESSALIT = (1.40778, 18.4411), (1.0114, 20.2)
FRAME = Frame(*KIDAL, km=600, width=200, height=120)


def test_distances_on_the_picture_are_those_on_the_ground() -> None:
    drawn = hypot(*(one - other for one, other in zip(FRAME.place(*KIDAL), FRAME.place(*TESSALIT), strict=True)))
    assert isclose(drawn * FRAME.km_per_unit, km_between(*KIDAL, *TESSALIT), rel_tol=0.01)


def test_the_spot_in_the_middle_is_in_the_middle() -> None:
    assert FRAME.place(*KIDAL) == (100, 60)


def test_north_is_up_and_east_is_right() -> None:
    east, north = KIDAL
    assert FRAME.place(east + 1, north)[0] > 100
    assert FRAME.place(east, north + 1)[1] < 60


def test_the_scale_bar_is_a_round_number_of_kilometres_and_as_long_as_these_are() -> None:
    width, km = FRAME.scale_bar(longest=60)
    assert km == 200
    assert isclose(width, 200 / 5)


def test_degrees_are_those_of_the_edges() -> None:
    seen = FRAME.degrees
    assert isclose(FRAME.place(seen.left, seen.top)[0], 0, abs_tol=1e-9)
    assert isclose(FRAME.place(seen.left, seen.top)[1], 0, abs_tol=1e-9)
