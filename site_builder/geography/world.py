"""The outlines of the world's land and countries: Natural Earth at 1:10m, which the build of the package packs.

The file is gzip of a line of JSON and three columns for the points of all lines: how many steps of the grid each is
farther east and farther north than the one before it (the first of a line than the grid's corner), as little-endian
32-bit integers, and its level, a byte. The line of JSON has:

- `scale` and `translate`: the degrees of a step, and of the grid's corner, eastward and northward.
- `finest_km` and `levels_per_doubling`: the length that is level 0, and how many levels later it is twice as long. A
  point of level 255 is always needed.
- `lengths` and `boxes`: of each line how many points it has, and the least and greatest of their steps from the corner.
- `land`, and of `countries` each its ISO 3166-1 number (empty where it has none), its name and `rings`: a ring is
  a list of the numbers of its lines; one that it passes backwards is the complement of its number.

Its borders are those in effect, which is a claim of its own.
"""

import gzip
import json
import math
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from babel.core import get_global

from site_builder.geography.boxes import Box, Point, unrolled

FILE = Path(__file__).with_name("world.bin.gz")
_ALWAYS = 255
_ALL_AROUND = 359
"""Degrees of what lies on both sides of the world's back."""
_BEYOND = 20
"""So many degrees at most what crosses the world's back goes on there."""
_CODES_OF_OTHERS = {"Kosovo": "XK"}
"""What has no number, by the name that the file gives it."""


@dataclass(frozen=True, slots=True)
class Ring:
    """What an area or a hole in one is bounded by."""

    lines: Sequence[int]
    """Their numbers; the complement where it passes one backwards."""
    box: Box

    @property
    def crosses_back(self) -> bool:
        """Whether it lies on both sides of the world's back."""
        return self.box.right - self.box.left > _ALL_AROUND

    @property
    def numbers(self) -> Iterator[int]:
        """The numbers of its lines, whichever way it passes them."""
        return (number if number >= 0 else ~number for number in self.lines)


@dataclass(frozen=True, slots=True)
class Country:
    """A country as the outlines have it."""

    code: str
    """ISO 3166-1 alpha-2; empty where it has none."""
    rings: Sequence[Ring]
    box: Box


class World:
    """Lines in degrees, east and north, as finely as whoever asks can show them."""

    def __init__(self, content: bytes) -> None:
        """Reads a file as it is packed."""
        data = gzip.decompress(content)
        start, _, points = data.partition(b"\n")
        self._header: Mapping[str, Any] = json.loads(start)
        lengths: Sequence[int] = self._header["lengths"]
        total = sum(lengths)
        self._ends = [*accumulate(lengths)]
        self._x, self._y = (_integers(points[at * total * 4 : (at + 1) * total * 4]) for at in (0, 1))
        self._levels = points[total * 8 :]
        self.boxes = [self._box(steps) for steps in self._header["boxes"]]
        self.land = self._rings(self._header["land"])
        self.countries = [self._country(one) for one in self._header["countries"]]
        self._tips: dict[int, list[Point]] = {}

    @property
    def grid(self) -> tuple[Point, Point]:
        """The degrees of a step, and of the corner from which steps are counted."""
        return tuple(self._header["scale"]), tuple(self._header["translate"])

    def country(self, code: str) -> Country | None:
        """A country by its code."""
        return next((one for one in self.countries if one.code == code), None)

    @cached_property
    def borders(self) -> Mapping[int, frozenset[str]]:
        """The lines that two countries share, each with their codes."""
        beside: dict[int, dict[int, str]] = {}
        for number, country in enumerate(self.countries):
            for line in (line for ring in country.rings for line in ring.numbers):
                beside.setdefault(line, {})[number] = country.code
        return {line: frozenset(codes.values()) for line, codes in beside.items() if len(codes) > 1}

    def level_at(self, km: float) -> int:
        """The level of points without which a line changes by that much."""
        finest, levels = float(self._header["finest_km"]), int(self._header["levels_per_doubling"])
        return min(round(math.log2(max(km / finest, 1)) * levels), _ALWAYS)

    def steps(self, line: int, level: int) -> list[tuple[int, int]]:
        """The points of a line that are needed at a level, in steps from the grid's corner."""
        start, end = (self._ends[line - 1] if line else 0), self._ends[line]
        eastward, northward = accumulate(self._x[start:end]), accumulate(self._y[start:end])
        levels = self._levels[start:end]
        return [(x, y) for x, y, one in zip(eastward, northward, levels, strict=True) if one >= level]

    def line(self, number: int, level: int) -> list[Point]:
        """The same in degrees."""
        (x_scale, y_scale), (x_start, y_start) = self.grid
        return [(x * x_scale + x_start, y * y_scale + y_start) for x, y in self.steps(number, level)]

    def ring(self, ring: Ring, level: int, near: Box) -> list[Point]:
        """The points of a ring: of lines that lie beside a box only the ends, which changes nothing in it."""
        points: list[Point] = []
        for number in ring.lines:
            line = number if number >= 0 else ~number
            found = self.line(line, level) if self.boxes[line].meets(near) else self._tips_of(line)
            points += found if number >= 0 else reversed(found)
        return unrolled(points) if ring.crosses_back else points

    def _tips_of(self, line: int) -> list[Point]:
        if line not in self._tips:
            self._tips[line] = self.line(line, _ALWAYS)
        return self._tips[line]

    def _country(self, written: Mapping[str, Any]) -> Country:
        rings = self._rings(written["rings"])
        return Country(_code(written), rings, Box.around(ring.box for ring in rings))

    def _rings(self, written: Iterable[Sequence[int]]) -> list[Ring]:
        found = [(lines, Box.around(self.boxes[one if one >= 0 else ~one] for one in lines)) for lines in written]
        return [
            Ring(lines, box.wider_by(_BEYOND) if box.right - box.left > _ALL_AROUND else box) for lines, box in found
        ]

    def _box(self, steps: Sequence[int]) -> Box:
        (x_scale, y_scale), (x_start, y_start) = self.grid
        west, south, east, north = steps
        left, bottom = west * x_scale + x_start, south * y_scale + y_start
        return Box(left, bottom, east * x_scale + x_start, north * y_scale + y_start)


@cache
def the_world() -> World:
    """The world, read once. Raises FileNotFoundError where the package has been checked out and not been built."""
    if not FILE.is_file():
        raise FileNotFoundError(f"{FILE.name} is missing: run `make bundle` where the engine is checked out")
    return World(FILE.read_bytes())


def _integers(data: bytes) -> "array[int]":
    found = array("i")
    found.frombytes(data)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _code(country: Mapping[str, Any]) -> str:
    """CLDR knows the numbers of ISO 3166-1 as other names of its codes."""
    found = get_global("territory_aliases").get(country["id"])
    return str(found[0]) if found else _CODES_OF_OTHERS.get(country["name"], "")
