"""A flat picture of a piece of the world: what is shown, at which scale, and where a spot is on it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.geography.boxes import Box, Point

KM_PER_DEGREE = 111.195
"""Along a great circle."""
_ROUND = (1, 2, 5)
_NEAREST_POLE = 85.0
_WORLD = Box(-200, -90, 200, 90)
"""With what its outlines go on beyond its back."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of a piece of the world around a spot, whose scale is true in the middle and along its meridians."""

    east: float
    north: float
    """The spot in the middle, in degrees."""
    km: float
    """The height of the picture."""
    width: float
    height: float
    """In units of the drawing, which grow to the right and down."""

    @property
    def km_per_unit(self) -> float:
        return self.km / self.height

    @property
    def box(self) -> Box:
        """The picture itself, in its units."""
        return Box(0, 0, self.width, self.height)

    @property
    def degrees(self) -> Box:
        """The piece of the world, in degrees."""
        up = self.km / 2 / KM_PER_DEGREE
        across = up / self._narrowing * self.width / self.height
        return Box(self.east - across, self.north - up, self.east + across, self.north + up)

    def place(self, east: float, north: float) -> Point:
        """Where a spot is on the picture, on the side of the world's back to which it is nearer."""
        return self.place_beside((east - self.east + 180) % 360 - 180 + self.east, north)

    def place_beside(self, east: float, north: float) -> Point:
        """The same for degrees that go on beyond the world's back."""
        x = (east - self.east) * self._narrowing * KM_PER_DEGREE / self.km_per_unit
        y = (self.north - north) * KM_PER_DEGREE / self.km_per_unit
        return self.width / 2 + x, self.height / 2 + y

    def turns(self) -> Iterator[float]:
        """By how many degrees the world's outlines are moved to show what of them lies in the picture."""
        seen = self.degrees
        return (turn for turn in (-360.0, 0.0, 360.0) if seen.meets(_WORLD.moved_by(turn)))

    def scale_bar(self, longest: float) -> tuple[float, int]:
        """The longest round number of kilometres that takes at most so many units: these, and the kilometres."""
        most = longest * self.km_per_unit
        power = 10 ** math.floor(math.log10(max(most, 1)))
        km = max(one * power for one in _ROUND if one * power <= max(most, 1))
        return km / self.km_per_unit, km

    @property
    def _narrowing(self) -> float:
        """How much shorter a degree is eastward than northward."""
        return math.cos(math.radians(min(abs(self.north), _NEAREST_POLE)))


def km_between(east: float, north: float, other_east: float, other_north: float) -> float:
    """The distance of two spots."""
    up, across = math.radians(other_north - north), math.radians(other_east - east)
    part = math.sin(up / 2) ** 2
    part += math.cos(math.radians(north)) * math.cos(math.radians(other_north)) * math.sin(across / 2) ** 2
    return 2 * math.degrees(math.asin(min(1, math.sqrt(part)))) * KM_PER_DEGREE
