"""Rectangles along the axes, and what of a line or an area lies in one."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: of degrees east and north, or of a drawing's units to the right and down."""

    left: float
    bottom: float
    right: float
    top: float
    """`bottom` is the lesser of the two."""

    @classmethod
    def around(cls, boxes: "Iterable[Box]") -> "Box":
        """The least box that holds others, of which there is one at least."""
        sides = [*zip(*((one.left, one.bottom, one.right, one.top) for one in boxes), strict=True)]
        return cls(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom)

    def meets(self, other: "Box") -> bool:
        """Whether they have a point in common."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.bottom <= other.top and other.bottom <= self.top

    def holds(self, other: "Box") -> bool:
        """Whether another lies in it wholly."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.bottom <= other.bottom and other.top <= self.top

    def has(self, point: Point) -> bool:
        x, y = point
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def wider_by(self, margin: float) -> "Box":
        return Box(self.left - margin, self.bottom - margin, self.right + margin, self.top + margin)

    def moved_by(self, right: float) -> "Box":
        return Box(self.left + right, self.bottom, self.right + right, self.top)


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area that lies in a box, by its ring (I. Sutherland and G. Hodgman, 1974)."""
    sides = ((0, box.left, 1), (0, box.right, -1), (1, box.bottom, 1), (1, box.top, -1))
    found = [*ring]
    for axis, limit, sign in sides:
        before, found = found, []
        for at, end in enumerate(before):
            start = before[at - 1]
            starts_inside, ends_inside = (sign * (one[axis] - limit) >= 0 for one in (start, end))
            if starts_inside != ends_inside:
                found.append(_crossing(start, end, axis, limit))
            if ends_inside:
                found.append(end)
    return found


def clip_line(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The pieces of a line that lie in a box (Y.-D. Liang and B. Barsky, 1984)."""
    piece: list[Point] = []
    for start, end in pairwise(line):
        clipped = _clip_step(start, end, box)
        if clipped is None or (piece and piece[-1] != clipped[0]):
            if piece:
                yield piece
            piece = []
        if clipped is not None:
            piece = [*piece, clipped[1]] if piece else [*clipped]
    if piece:
        yield piece


def unrolled(ring: Sequence[Point]) -> list[Point]:
    """A ring of degrees that goes on beyond the world's back where it crosses that; around a pole it takes that in."""
    found: list[Point] = []
    turn, before = 0.0, ring[0][0]
    for x, y in (*ring, ring[0]):
        turn += 360 * ((before - x > 180) - (x - before > 180))
        before = x
        found.append((x + turn, y))
    if turn:
        pole = math.copysign(90, found[0][1])
        found += [(found[-1][0], pole), (found[0][0], pole)]
    middle = (min(x for x, _ in found) + max(x for x, _ in found)) / 2
    back = 360 * round(middle / 360)
    return [(x - back, y) for x, y in found]


def has_point(rings: Iterable[Sequence[Point]], point: Point) -> bool:
    """Whether an area has a point, by the rings around it and around its holes."""
    x, y = point
    inside = False
    for ring in rings:
        for at, (bx, by) in enumerate(ring):
            ax, ay = ring[at - 1]
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
    return inside


def _crossing(start: Point, end: Point, axis: int, limit: float) -> Point:
    share = (limit - start[axis]) / (end[axis] - start[axis])
    x, y = (one + share * (other - one) for one, other in zip(start, end, strict=True))
    return (limit, y) if axis == 0 else (x, limit)


def _clip_step(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    (x, y), right, up = start, end[0] - start[0], end[1] - start[1]
    enters, leaves = 0.0, 1.0
    for along, room in ((-right, x - box.left), (right, box.right - x), (-up, y - box.bottom), (up, box.top - y)):
        if along == 0:
            if room < 0:
                return None
        elif along < 0:
            enters = max(enters, room / along)
        else:
            leaves = min(leaves, room / along)
    if enters > leaves:
        return None

    def at(share: float) -> Point:
        return x + share * right, y + share * up

    return start if enters == 0 else at(enters), end if leaves == 1 else at(leaves)
