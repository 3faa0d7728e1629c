"""The outlines of the world: what the package's build has packed, and what is read of it."""

from small_world import BORDER, small_world

from site_builder.geography import Box, Frame, Outlines, the_world

EVERYWHERE = Box(-180, -90, 180, 90)


def test_a_line_is_read_in_degrees() -> None:
    assert small_world().line(1, level=0) == BORDER


def test_points_too_small_to_be_seen_are_left_out_and_ends_never() -> None:
    world = small_world()
    assert world.level_at(16) == 40
    assert world.line(1, world.level_at(15)) == BORDER
    assert world.line(1, world.level_at(17)) == [BORDER[0], BORDER[-1]]
    assert world.line(1, world.level_at(1e9)) == [BORDER[0], BORDER[-1]]


def test_a_ring_passes_some_lines_backwards() -> None:
    world = small_world()
    assert world.ring(world.land[0], 0, EVERYWHERE) == [
        *((0, 10), (-10, 10), (-10, 0), (0, 0)),
        *((0, 0), (10, 0), (10, 10), (0, 10)),
    ]


def test_borders_are_the_lines_of_two_countries() -> None:
    assert small_world().borders == {1: {"ML", "NE"}}


def test_borders_that_a_chronicle_leaves_out_are_not_drawn() -> None:
    outlines = Outlines(small_world(), Frame(0, 5, 3000, 200, 120))
    assert len([*outlines.borders()]) == 1
    assert [*outlines.borders(left_out=[frozenset({"NE", "ML"})])] == []


def test_the_world_has_the_countries_and_what_lies_in_them() -> None:
    frame = Frame(1.41, 18.44, 1000, 200, 120)  # around Kidal
    seen = {one.code: one for one in Outlines(the_world(), frame).countries()}
    assert {"ML", "DZ", "NE"} <= seen.keys()
    assert seen["ML"].has(frame.place(1.41, 18.44))
    assert not seen["ML"].has(frame.place(2.7, 21))
    assert seen["DZ"].has(frame.place(2.7, 21))


def test_every_country_that_iso_names_has_its_code() -> None:
    without = {one.code for one in the_world().countries if len(one.code) != 2}
    assert without == {""}
    assert sum(not one.code for one in the_world().countries) < 20


def test_a_picture_across_the_back_of_the_world_shows_both_sides() -> None:
    frame = Frame(179, -17, 1500, 200, 120)  # Fiji lies on either side of the line
    x, y = frame.place(-179.5, -17)
    assert frame.box.has((x, y))
    assert x > frame.place(178, -17)[0]
    assert len([*Outlines(the_world(), frame).area(the_world().country("FJ").rings)]) > 2  # type: ignore[union-attr]
