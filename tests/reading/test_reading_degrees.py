"""Degrees as people write them are read as records have them."""

import pytest

from site_builder.reading.degrees import meant_degrees


@pytest.mark.parametrize(
    ("key", "written", "meant", "certain"),
    [
        ("lat", "45.5 N", "45.5", True),
        ("lat", "S 33.9", "-33.9", True),
        ("lat", "45,512", "45.512", True),
        ("lat", "\u221233.9", "-33.9", True),
        ("lon", "75.41° W", "-75.41", True),
        ("lat", "19°56′35″ N", "19.94306", False),
        ("lon", "2° 42' W", "-2.7", False),
    ],
)
def test_degrees_are_read_with_the_signs_of_maps(key: str, written: str, meant: str, certain: bool) -> None:
    assert meant_degrees(key, written) == (meant, certain)


@pytest.mark.parametrize(
    ("key", "written"), [("lat", "north"), ("lat", "45 E"), ("lon", "-75 W"), ("lat", "1,234,5"), ("radius_km", "3 N")]
)
def test_what_is_no_number_of_degrees_is_left_alone(key: str, written: str) -> None:
    assert meant_degrees(key, written) is None
