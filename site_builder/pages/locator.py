"""A small map of where something is, drawn when the site is built, and never more exactly than it is known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from site_builder.geography import Box, Frame, Outlines, Point, km_between, the_world
from site_builder.pages.context import Here, made_once
from site_builder.pages.map_labels import Label, Labels
from site_builder.pages.map_paths import path_of
from site_builder.records import Event, Kind, Place
from site_builder.vocabulary import PlacePrecision, Standing

WIDTH, HEIGHT = 200, 120
_LEAST_KM = 140
"""The height of the piece of the world around a spot."""
_MOST_KM = 700
"""The greatest height that it is given so that it has neighbours."""
_GROWTH = 1.4
_AROUND = 1.4
"""How much higher a map is than what it has to show."""
_NEIGHBOURS = 3
_FEWEST_NEIGHBOURS = 2
_DISC, _DOT = 4.5, 2.2
_LONGEST_SCALE = 60
_FARTHEST_SCALED_KM = 3000
"""Higher maps have no scale: it is true only in their middle."""


@dataclass(frozen=True, slots=True)
class Where:
    """Somewhere, as closely as it is known."""

    place: str
    """The place's id."""
    point: tuple[float, float] | None
    """Degrees north and east; only a country may have none."""
    precision: PlacePrecision
    reach_km: float
    """How far from the point it may be."""
    country: str
    """The country that it is, where it is known no closer; else empty."""
    sure: bool
    """Whether it is established that this place is meant."""


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
class Locator:
    """What its template needs: paths and places in units of the drawing, which is `WIDTH` by `HEIGHT`."""

    land: str
    borders: str
    country: str
    """The country that stands for the place; empty for what is known more closely."""
    spots: tuple[MapSpot, ...]
    neighbours: tuple[Point, ...]
    labels: tuple[Label, ...]
    scale: MapScale | None

    width = WIDTH
    height = HEIGHT


def locator_of_event(here: Here, event: Event) -> Locator | None:
    """Where an event was; None where no place of it is located."""
    parts = [part for part in event.places if part.role.part_of_event and part.place in here.chronicle.places]
    parts = [part for part in parts if part.role.main] or parts
    found = (where_is(part.within(here.chronicle.places[part.place]), part.standing) for part in parts)
    return _locator(here, tuple(dict.fromkeys(one for one in found if one is not None)))


def locator_of_place(here: Here, place: Place) -> Locator | None:
    """Where a place is; None where it is not located."""
    found = where_is(place)
    return _locator(here, (found,)) if found is not None else None


def where_is(place: Place, standing: Standing | None = None) -> Where | None:
    """Where a place is, as closely as it is known; None where it is not located."""
    is_country = place.precision.coarse and not place.precision.circle
    country = place.country[0] if is_country and len(place.country) == 1 else ""
    if place.point is None and not country:
        return None
    return Where(
        place.id,
        place.point,
        place.precision,
        place.reach_km if place.precision.circle or is_country else 0,
        country if country and the_world().country(country) is not None else "",
        standing is None or standing.value == "established",
    )


@made_once
def _locator(here: Here, shown: tuple[Where, ...]) -> Locator | None:
    closer = tuple(one for one in shown if not one.country and one.point is not None)
    frame = _frame_around(here, closer) if closer else _frame_of_countries(shown)
    if frame is None:
        return None
    outlines = Outlines(the_world(), frame)
    spots = tuple(_spot(frame, one) for one in closer)
    scale = _scale(here, frame)
    taken = Box(0, HEIGHT - 20, scale.width + 14 if scale else 0, HEIGHT)
    labels = Labels(frame.box, (*map(_box_of, spots), taken))
    if len(closer) > 1:
        for one, spot in zip(closer, spots, strict=True):
            labels.put_beside(here.name(Kind.PLACE, one.place), (spot.x, spot.y), spot.radius, "place")
    neighbours = tuple(_put_neighbours(here, frame, closer, labels))
    _name_countries(here, outlines, labels)
    return Locator(
        land=path_of(outlines.land, closed=True),
        borders=path_of(outlines.borders(), closed=False),
        country="" if closer else path_of(_countries(outlines, shown), closed=True),
        spots=spots,
        neighbours=neighbours,
        labels=tuple(labels.put),
        scale=scale,
    )


def _frame_around(here: Here, shown: Sequence[Where]) -> Frame:
    """A piece of the world with all that is shown, and where it can be with some neighbours."""
    frame = _least_frame(shown)
    while frame.km * _GROWTH <= _MOST_KM and len(_in_sight(here, frame, shown)) < _FEWEST_NEIGHBOURS:
        frame = Frame(frame.east, frame.north, frame.km * _GROWTH, WIDTH, HEIGHT)
    return frame


def _least_frame(shown: Sequence[Where]) -> Frame:
    points = [(one.point, one.reach_km) for one in shown if one.point is not None]
    (north, east), _ = points[0]
    flat = Frame(east, north, HEIGHT, WIDTH, HEIGHT)  # one kilometre a unit
    spots = [(flat.place(east, north), reach) for (north, east), reach in points]
    box = Box.around(Box(x, y, x, y).wider_by(reach) for (x, y), reach in spots)
    needed = max((box.right - box.left) * HEIGHT / WIDTH, box.top - box.bottom) * _AROUND
    middle_x, middle_y = (box.left + box.right) / 2 - WIDTH / 2, (box.bottom + box.top) / 2 - HEIGHT / 2
    degrees = flat.degrees
    per_x, per_y = (degrees.right - degrees.left) / WIDTH, (degrees.top - degrees.bottom) / HEIGHT
    return Frame(east + middle_x * per_x, north - middle_y * per_y, max(needed, _LEAST_KM), WIDTH, HEIGHT)


def _frame_of_countries(shown: Sequence[Where]) -> Frame | None:
    """A piece of the world with the largest part of each country."""
    countries = [found for one in shown if (found := the_world().country(one.country)) is not None]
    if not countries:
        return None
    box = Box.around(max((ring.box for ring in one.rings), key=_size) for one in countries)
    east, north = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    degrees = Frame(east, north, HEIGHT, WIDTH, HEIGHT).degrees
    across = (box.right - box.left) / (degrees.right - degrees.left)
    up = (box.top - box.bottom) / (degrees.top - degrees.bottom)
    return Frame(east, north, max(across, up, 1) * HEIGHT * _AROUND, WIDTH, HEIGHT)


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)


def _countries(outlines: Outlines, shown: Iterable[Where]) -> Iterator[list[Point]]:
    for one in shown:
        if (country := outlines.world.country(one.country)) is not None:
            yield from outlines.area(country.rings)


def _spot(frame: Frame, one: Where) -> MapSpot:
    assert one.point is not None
    north, east = one.point
    x, y = frame.place(east, north)
    if one.reach_km:
        shape, radius = "circle", max(one.reach_km / frame.km_per_unit, _DISC)
    else:
        shape, radius = ("point", _DOT) if one.precision.exact else ("disc", _DISC)
    return MapSpot(shape, round(x, 1), round(y, 1), round(radius, 1), one.sure)


def _box_of(spot: MapSpot) -> Box:
    """Where no label may stand; in a circle one may, or large ones would leave no room."""
    around = 0 if spot.shape == "circle" else spot.radius + 1
    return Box(spot.x, spot.y, spot.x, spot.y).wider_by(around)


def _in_sight(here: Here, frame: Frame, shown: Sequence[Where]) -> list[tuple[float, Place, Point]]:
    """The settlements and spots in a map that are not what it shows: how far off, which, and where on it."""
    found: list[tuple[float, Place, Point]] = []
    room = frame.box.wider_by(-6)
    here_already = {one.place for one in shown}
    for place in here.chronicle.places.values():
        if place.point is None or place.precision.circle or place.precision.coarse or place.id in here_already:
            continue
        north, east = place.point
        distance = min(km_between(east, north, one.point[1], one.point[0]) for one in shown if one.point is not None)
        if distance > 3 * frame.km_per_unit and room.has(spot := frame.place(east, north)):
            found.append((distance, place, spot))
    return sorted(found, key=lambda one: (one[0], one[1].id))


def _put_neighbours(here: Here, frame: Frame, shown: Sequence[Where], labels: Labels) -> Iterator[Point]:
    """The nearest neighbours whose names have room, and where each is."""
    if not shown:
        return
    left = _NEIGHBOURS
    for _, place, (x, y) in _in_sight(here, frame, shown):
        if left and labels.put_beside(here.name(Kind.PLACE, place.id), (x, y), _DOT, "neighbour"):
            left -= 1
            yield round(x, 1), round(y, 1)


def _name_countries(here: Here, outlines: Outlines, labels: Labels) -> None:
    names = Locale.parse(here.site.language.replace("-", "_")).territories
    for seen in outlines.countries():
        labels.put_in(names.get(seen.code, seen.code), seen.spots, seen.has, "country")


def _scale(here: Here, frame: Frame) -> MapScale | None:
    if frame.km > _FARTHEST_SCALED_KM:
        return None
    width, km = frame.scale_bar(_LONGEST_SCALE)
    number = format_decimal(km, locale=here.site.language.replace("-", "_"))
    return MapScale(round(width, 1), here.say("{distance} km", distance=number))
