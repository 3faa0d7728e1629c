"""Where the name of a country may stand."""

import math
from collections.abc import Iterator, Sequence

from site_builder.geography.boxes import Box, Point, has_point
from site_builder.geography.world import Country, World

_COARSE_KM = 40.0
_TRIED = 7
"""So many spots are tried across, and as many up."""


def room_for_name(world: World, country: Country) -> tuple[Point, float]:
    """A spot in the largest part of a country, in degrees, around which there is much of it; and how wide that is."""
    level = world.level_at(_COARSE_KM)
    parts = [world.ring(ring, level, ring.box) for ring in country.rings]
    largest, box = max(((part, _box_of(part)) for part in parts), key=lambda one: one[1].area)
    inside = [spot for spot in _spots(box) if has_point([largest], spot)]
    spot = max(inside or [box.middle], key=lambda spot: _distance_to(largest, spot))
    return spot, box.right - box.left


def _box_of(ring: Sequence[Point]) -> Box:
    return Box.around(Box(x, y, x, y) for x, y in ring)


def _spots(box: Box) -> Iterator[Point]:
    across, up = (box.right - box.left) / _TRIED, (box.top - box.bottom) / _TRIED
    for i in range(_TRIED):
        for j in range(_TRIED):
            yield box.left + (i + 0.5) * across, box.bottom + (j + 0.5) * up


def _distance_to(ring: Sequence[Point], spot: Point) -> float:
    return min(math.hypot(x - spot[0], y - spot[1]) for x, y in ring)
