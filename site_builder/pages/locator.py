"""A small map of where something is, drawn when the site is built, and never more exactly than it is known."""

from collections.abc import Iterator, Sequence

from site_builder.geography import Frame, Point, km_between
from site_builder.pages.addresses import MAP
from site_builder.pages.context import Here, made_once
from site_builder.pages.map_drawing import DOT, DrawnMap, MapDrawing, frame_around, frame_of_countries
from site_builder.pages.selection import events_chosen_by
from site_builder.pages.where import Where, places_of, places_on_map, where_is
from site_builder.records import Event, Kind, Place

WIDTH, HEIGHT = 200, 120
_LEAST_KM = 140
"""The height of the piece of the world around a spot."""
_MOST_KM = 700
"""The greatest height that it is given so that it has neighbours."""
_GROWTH = 1.4
_NEIGHBOURS = 3
_FEWEST_NEIGHBOURS = 2
_EDGE = 6
"""Nearer to the edge no neighbour is drawn."""
_APART = 3
"""A neighbour is drawn at least so many units away from what the map shows."""


def locator_of_event(here: Here, event: Event) -> DrawnMap | None:
    """Where an event was; None where no place of it is located."""
    return _locator(here, tuple(dict.fromkeys(places_of(here.chronicle, event, main=True))))


def locator_of_place(here: Here, place: Place) -> DrawnMap | None:
    """Where a place is; None where it is not located."""
    found = where_is(place)
    return _locator(here, ((found, True),)) if found is not None else None


def map_of_event(here: Here, event: Event) -> str:
    """The address of the map with the places of an event open; empty where it has none on it."""
    is_located = any(True for _ in places_of(here.chronicle, event))
    return f"{here.href(MAP)}?event={event.id}" if is_located else ""


def map_of_place(here: Here, place: Place) -> str:
    """The address of the map with the events of a place; empty where none of them is on it."""
    chosen = set(events_chosen_by(here.chronicle, place))
    is_there = any(not chosen.isdisjoint(one.events) for one in places_on_map(here.site))
    return f"{here.href(MAP)}?place={place.id}" if is_there else ""


@made_once
def _locator(here: Here, shown: tuple[tuple[Where, bool], ...]) -> DrawnMap | None:
    closer = [(where, is_sure) for where, is_sure in shown if not where.country]
    places = [where for where, _ in closer]
    countries = [where for where, _ in shown if where.country]
    frame = _frame_with_neighbours(here, places) if closer else frame_of_countries(countries, WIDTH, HEIGHT)
    if frame is None:
        return None
    drawing = MapDrawing(here, frame, closer, () if closer else [where.country for where in countries])
    if len(closer) > 1:
        for where, spot in zip(places, drawing.spots, strict=True):
            drawing.labels.put_beside(here.name(Kind.PLACE, where.place), (spot.x, spot.y), spot.radius, "place")
    neighbours = [*_put_neighbours(here, drawing, places)] if closer else []
    drawing.name_countries()
    return drawing.drawn(neighbours)


def _frame_with_neighbours(here: Here, shown: Sequence[Where]) -> Frame:
    """A piece of the world with all that is shown, and where it can be with some neighbours."""
    frame = frame_around(shown, WIDTH, HEIGHT, _LEAST_KM)
    while frame.km * _GROWTH <= _MOST_KM and len(_in_sight(here, frame, shown)) < _FEWEST_NEIGHBOURS:
        frame = Frame(frame.east, frame.north, frame.km * _GROWTH, WIDTH, HEIGHT)
    return frame


def _in_sight(here: Here, frame: Frame, shown: Sequence[Where]) -> list[tuple[float, str, Point]]:
    """The settlements and spots in a map that are not what it shows: how far off, which, and where on it."""
    found: list[tuple[float, str, Point]] = []
    room, here_already = frame.box.wider_by(-_EDGE), {one.place for one in shown}
    for place in here.chronicle.places.values():
        if place.point is None or place.precision.circle or place.precision.coarse or place.id in here_already:
            continue
        north, east = place.point
        distance = min(km_between(east, north, one.point[1], one.point[0]) for one in shown if one.point is not None)
        if distance > _APART * frame.km_per_unit and room.has(spot := frame.place(east, north)):
            found.append((distance, place.id, spot))
    return sorted(found)


def _put_neighbours(here: Here, drawing: MapDrawing, shown: Sequence[Where]) -> Iterator[Point]:
    """The nearest neighbours whose names have room, and where each is."""
    left = _NEIGHBOURS
    for _, place, spot in _in_sight(here, drawing.frame, shown):
        if left and drawing.labels.put_beside(here.name(Kind.PLACE, place), spot, DOT, "neighbour"):
            left -= 1
            yield spot
