"""Names on a map that is drawn when the site is built: each has a place of its own, or none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width

from site_builder.geography import Box, Point

_TALL = 10.0
"""The height of a name, in units of the drawing; its stylesheet sets it so."""
_NARROW, _WIDE = 5.4, 10.0
"""How much a letter takes across at most, in most scripts and in those of East Asia."""
_GAP = 2.5


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and where its middle line starts, ends or has its middle, as `anchor` says."""

    text: str
    """Without the mark of its language: an element of HTML in a drawing would end the drawing."""
    x: float
    y: float
    anchor: str
    style: str


class Labels:
    """Finds room for names on a map."""

    def __init__(self, room: Box, taken: Iterable[Box], times: float = 1) -> None:
        """Names are so many `times` as large as its stylesheet sets them for most drawings."""
        self._room = room
        self._times = times
        self._taken = [*taken]
        self.put: list[Label] = []

    def put_beside(self, text: str, spot: Point, radius: float, style: str) -> bool:
        """Put a name beside a spot, on whichever side there is room; says whether there is any."""
        (x, y), off = spot, radius + _GAP
        beyond = off + _TALL * self._times / 2 - 1
        sides = ((x + off, y, "start"), (x - off, y, "end"), (x, y - beyond, "middle"), (x, y + beyond, "middle"))
        around = Box(x, y, x, y).wider_by(radius)
        return self._put(text, sides, style, around)

    def put_in(self, text: str, spots: Iterable[Point], has: Callable[[Point], bool], style: str) -> bool:
        """Put a name over the first of some spots where there is room and an area has both of its ends."""
        half = self._width(text) / 2
        within = ((x, y, "middle") for x, y in spots if has((x - half, y)) and has((x + half, y)))
        return self._put(text, within, style)

    def _put(self, text: str, choices: Iterable[tuple[float, float, str]], style: str, also: Box | None = None) -> bool:
        width, tall = self._width(text), _TALL * self._times
        for x, y, anchor in choices:
            left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
            box = Box(left, y - tall / 2, left + width, y + tall / 2)
            if self._room.wider_by(-1).holds(box) and not any(box.meets(one) for one in self._taken):
                self._taken += [box, *([also] if also else [])]
                self.put.append(Label(str(text), round(x, 1), round(y, 1), anchor, style))
                return True
        return False

    def _width(self, text: str) -> float:
        return self._times * sum(_WIDE if east_asian_width(letter) in "WF" else _NARROW for letter in text)
