"""The outlines of land, borders and countries as a picture of a piece of the world shows them."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from site_builder.geography.boxes import Box, Point, clip_line, clip_ring, has_point
from site_builder.geography.frames import Frame
from site_builder.geography.world import Ring, World

_MARGIN = 2.0
"""How far beyond the picture areas go on, in its units, so that their cut edges are out of sight."""
_SAMPLES = (12, 8)
"""How many spots are tried across and down when a country's name is to be placed."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a picture shows of a country."""

    code: str
    rings: Sequence[Sequence[Point]]
    spots: Sequence[Point]
    """Some spots in it, those first around which there is most of it: where its name may stand."""

    def has(self, point: Point) -> bool:
        return has_point(self.rings, point)


@dataclass(frozen=True)
class Outlines:
    """What of the world lies in a picture, in its units, and only as finely as they can show it."""

    world: World
    frame: Frame
    detail: float = 0.5
    """How much of a unit is worth drawing."""

    @cached_property
    def land(self) -> list[list[Point]]:
        """The rings of the land, holes among them."""
        return [*self.area(self.world.land)]

    def area(self, rings: Sequence[Ring]) -> Iterator[list[Point]]:
        """What of an area can be seen."""
        for turn in self.frame.turns():
            seen = self._seen.moved_by(-turn)
            for ring in rings:
                if ring.box.meets(seen):
                    points = self._placed(self.world.ring(ring, self._level, seen), turn)
                    if len(clipped := clip_ring(points, self.frame.box.wider_by(_MARGIN))) > 2:
                        yield clipped

    def borders(self, left_out: Collection[frozenset[str]] = ()) -> Iterator[list[Point]]:
        """The borders of countries, without those between certain two."""
        for turn in self.frame.turns():
            seen = self._seen.moved_by(-turn)
            for line, countries in self.world.borders.items():
                if countries not in left_out and self.world.boxes[line].meets(seen):
                    points = self._placed(self.world.line(line, self._level), turn)
                    yield from clip_line(points, self.frame.box.wider_by(_MARGIN))

    def countries(self) -> Iterator["Seen"]:
        """What can be seen of each country that has a code."""
        across, down = (self.frame.width / _SAMPLES[0], self.frame.height / _SAMPLES[1])
        spots = [((i + 0.5) * across, (j + 0.5) * down) for i in range(_SAMPLES[0]) for j in range(_SAMPLES[1])]
        boxes = [self._seen.moved_by(-turn) for turn in self.frame.turns()]
        for country in self.world.countries:
            if not country.code or not any(country.box.meets(seen) for seen in boxes):
                continue
            rings = [*self.area(country.rings)]
            inside = [spot for spot in spots if rings and has_point(rings, spot)]
            outside = [spot for spot in spots if spot not in inside]
            if inside:
                yield Seen(country.code, rings, sorted(inside, key=partial(self._crowding, outside)))

    def _crowding(self, outside: Sequence[Point], spot: Point) -> float:
        """The less, the farther a spot is from what is not in its country and from the edges of the picture."""
        (x, y), box = spot, self.frame.box
        edges = min(x - box.left, box.right - x, 2 * (y - box.bottom), 2 * (box.top - y))
        others = min((math.hypot(x - ox, 2 * (y - oy)) for ox, oy in outside), default=edges)
        return -min(edges, others)

    @cached_property
    def _seen(self) -> Box:
        degrees = self.frame.degrees
        return degrees.wider_by((degrees.right - degrees.left) * _MARGIN / self.frame.width)

    @cached_property
    def _level(self) -> int:
        """Of points that a reader can see."""
        return self.world.level_at(self.frame.km_per_unit * self.detail)

    def _placed(self, points: Sequence[Point], turn: float) -> list[Point]:
        return [self.frame.place_beside(east + turn, north) for east, north in points]
