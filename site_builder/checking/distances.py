"""How far apart places are on the ground."""

from __future__ import annotations

import math

from site_builder.records import Place

_EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""

Point = tuple[float, float]
"""Degrees north, degrees east."""


def point_of(place: Place) -> Point | None:
    """A place's coordinates."""
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def radius_of(place: Place) -> float:
    """How far from its coordinates something in the place may be, in kilometres."""
    return place.radius_km if place.radius_km is not None else place.precision.radius_km


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance (haversine formula)."""
    (lat_1, lon_1), (lat_2, lon_2) = (tuple(map(math.radians, point)) for point in (one, other))
    chord = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
