"""A map that is drawn when the site is built: what it shows, how much of the world, and the names on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from site_builder.geography import Box, Frame, Outlines, Point, the_world
from site_builder.pages.context import Here
from site_builder.pages.map_labels import Label, Labels
from site_builder.pages.map_paths import path_of
from site_builder.pages.where import Where

DISC, DOT = 4.5, 2.2
"""The radius of a settlement, and of a spot."""
LONGEST_SCALE = 60
AROUND = 1.4
"""How much higher a map is than what it has to show."""
_FARTHEST_SCALED_KM = 3000
"""Higher maps have no scale: it is true only in their middle."""


@dataclass(frozen=True, slots=True)
class MapSpot:
    """How a place is drawn: a `point`, a small `disc` of a settlement, or a `circle` that it lies in."""

    shape: str
    x: float
    y: float
    radius: float
    sure: bool


@dataclass(frozen=True, slots=True)
class MapScale:
    """How long so many kilometres are."""

    width: float
    words: str


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """What its template needs: paths and places in units of the drawing."""

    width: float
    height: float
    land: str
    borders: str
    country: str
    """The countries that stand for places; empty for what is known more closely."""
    spots: tuple[MapSpot, ...]
    neighbours: tuple[Point, ...]
    labels: tuple[Label, ...]
    large_labels: tuple[Label, ...]
    """Those that can be read where the drawing is made narrow; empty where it never is."""
    scale: MapScale | None


def frame_around(shown: Sequence[Where], width: float, height: float, least_km: float) -> Frame:
    """The least piece of the world that has all of some located places, and is so high at least."""
    points = [(one.point, one.reach_km) for one in shown if one.point is not None]
    (north, east), _ = points[0]
    flat = Frame(east, north, height, width, height)  # one kilometre a unit
    spots = [(flat.place(east, north), reach) for (north, east), reach in points]
    box = Box.around(Box(x, y, x, y).wider_by(reach) for (x, y), reach in spots)
    needed = max((box.right - box.left) * height / width, box.top - box.bottom) * AROUND
    middle_x, middle_y = (box.left + box.right) / 2 - width / 2, (box.bottom + box.top) / 2 - height / 2
    degrees = flat.degrees
    per_x, per_y = (degrees.right - degrees.left) / width, (degrees.top - degrees.bottom) / height
    return Frame(east + middle_x * per_x, north - middle_y * per_y, max(needed, least_km), width, height)


def frame_of_countries(shown: Iterable[Where], width: float, height: float) -> Frame | None:
    """A piece of the world with the largest part of each country."""
    countries = [found for one in shown if (found := the_world().country(one.country)) is not None]
    if not countries:
        return None
    box = Box.around(max((ring.box for ring in one.rings), key=lambda box: box.area) for one in countries)
    east, north = box.middle
    degrees = Frame(east, north, height, width, height).degrees
    across = (box.right - box.left) / (degrees.right - degrees.left)
    up = (box.top - box.bottom) / (degrees.top - degrees.bottom)
    return Frame(east, north, max(across, up, 1) * height * AROUND, width, height)


class MapDrawing:
    """A map being drawn: names find room in the order in which they are put."""

    def __init__(
        self,
        here: Here,
        frame: Frame,
        shown: Iterable[tuple[Where, bool]],
        countries: Iterable[str],
        *,
        decimals: int = 1,
    ) -> None:
        """`decimals` are those of its units that its lines have."""
        self.frame = frame
        self._here = here
        self._decimals = decimals
        self._outlines = Outlines(the_world(), frame, detail=0.5 if decimals else 1)
        self._countries = tuple(countries)
        self.spots = tuple(_spot(frame, where, is_sure) for where, is_sure in shown)
        self._scale = _scale(here, frame)
        below = Box(0, frame.height - 20, self._scale.width + 14 if self._scale else 0, frame.height)
        self._taken = (*map(_box_of, self.spots), below)
        self.labels = self.more_labels()

    def more_labels(self, times: float = 1) -> Labels:
        """Other names, so many times as large, in the place of those that it has."""
        return Labels(self.frame.box, self._taken, times)

    def name_countries(self, labels: Labels | None = None) -> None:
        """Put the names of countries where there is room for them."""
        put_in = (labels or self.labels).put_in
        names = Locale.parse(self._here.site.language.replace("-", "_")).territories
        for seen in self._outlines.countries():
            put_in(names.get(seen.code, seen.code), seen.spots, seen.has, "country")

    def drawn(self, neighbours: Iterable[Point] = (), large: Labels | None = None) -> DrawnMap:
        """The map as it is now."""
        left_out = self._here.chronicle.profile.map.borders_left_out
        return DrawnMap(
            self.frame.width,
            self.frame.height,
            land=self._path(self._outlines.land, closed=True),
            borders=self._path(self._outlines.borders(left_out), closed=False),
            country=self._path(self._areas(), closed=True),
            spots=self.spots,
            neighbours=tuple((round(x, 1), round(y, 1)) for x, y in neighbours),
            labels=tuple(self.labels.put),
            large_labels=tuple(large.put) if large else (),
            scale=self._scale,
        )

    def _path(self, lines: Iterable[Sequence[Point]], *, closed: bool) -> str:
        return path_of(lines, closed=closed, decimals=self._decimals)

    def _areas(self) -> Iterator[list[Point]]:
        for code in self._countries:
            if (country := the_world().country(code)) is not None:
                yield from self._outlines.area(country.rings)


def _spot(frame: Frame, where: Where, is_sure: bool) -> MapSpot:
    assert where.point is not None
    north, east = where.point
    x, y = frame.place(east, north)
    radius = {"circle": max(where.reach_km / frame.km_per_unit, DISC), "point": DOT}.get(where.shape, DISC)
    return MapSpot(where.shape, round(x, 1), round(y, 1), round(radius, 1), is_sure)


def _box_of(spot: MapSpot) -> Box:
    """Where no label may stand; in a circle one may, or large ones would leave no room."""
    around = 0 if spot.shape == "circle" else spot.radius + 1
    return Box(spot.x, spot.y, spot.x, spot.y).wider_by(around)


def _scale(here: Here, frame: Frame) -> MapScale | None:
    if frame.km > _FARTHEST_SCALED_KM:
        return None
    width, km = frame.scale_bar(LONGEST_SCALE)
    number = format_decimal(km, locale=here.site.language.replace("-", "_"))
    return MapScale(round(width, 1), here.say("{distance} km", distance=number))
