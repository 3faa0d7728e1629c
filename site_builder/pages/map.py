"""The map: where everything happened, no more exactly than it is known, and the same as a list of places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.languages import say_n
from site_builder.pages.addresses import TIMELINE
from site_builder.pages.context import Here, PageLink
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.map_drawing import DrawnMap, MapDrawing, frame_around, frame_of_countries
from site_builder.pages.place import closeness
from site_builder.pages.script_words import Texts, words_of_map
from site_builder.pages.where import Background, Happened, background_of_map, places_on_map
from site_builder.records import Kind

WIDTH, HEIGHT = 640, 400
_LARGE = 2.0
"""How many times as large as elsewhere names are on a phone, on which the drawing is half as wide."""
_LEAST_KM = 400
"""The height of the piece of the world that the map without scripts shows at least."""
_MOST_PLACES = 100
"""More places are not listed: their own list has all."""
_MOST_EVENTS = 3
"""Of each place; its page has all."""
_MOST_NAMES = 25


@dataclass(frozen=True, slots=True)
class PlaceLines:
    """A place with the latest of its events."""

    place: PageLink
    closeness: str
    """How closely it is known, in words; may be empty."""
    count: str
    events: tuple[EventLine, ...]
    more: str
    """How many others its page has, in words; empty for none."""


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the template of the map needs."""

    title: str
    description: str
    total: str
    """At how many places how many events were, in words."""
    elsewhere: str
    """How many events have no place on the map, in words; empty where there are none."""
    drawing: DrawnMap | None
    words: Mapping[str, Texts]
    """All that its script says."""
    background: Background
    timeline: PageLink
    places: tuple[PlaceLines, ...]
    others: PageLink | None
    """The way to the places that are not listed."""

    @property
    def preview_title(self) -> str:
        return self.title


def view_map(here: Here) -> MapPage:
    """The page of the map."""
    found = places_on_map(here.site)
    located = {event for one in found for event in one.events}
    left = len(here.chronicle.events) - len(located)
    return MapPage(
        title=here.say("Map"),
        description=here.say("Where it happened, and how closely that is known."),
        total=here.say(
            "{events} at {places}",
            events=here.number(len(located), "event"),
            places=here.number(len({one.where.place for one in found}), "place"),
        ),
        elsewhere=here.translate(
            say_n("{n} event has no place on the map", "{n} events have no place on the map", left)
        )
        if left
        else "",
        drawing=_draw(here, found),
        words=words_of_map(here),
        background=background_of_map(here),
        timeline=PageLink(here.say("On the timeline"), here.href(TIMELINE)),
        places=tuple(_lines(here, found)),
        others=_others(here, found),
    )


def _draw(here: Here, found: tuple[Happened, ...]) -> DrawnMap | None:
    closer = [one for one in found if not one.where.country]
    countries = [one.where for one in found if one.where.country]
    frame = (
        frame_around([one.where for one in closer], WIDTH, HEIGHT, _LEAST_KM)
        if closer
        else frame_of_countries(countries, WIDTH, HEIGHT)
    )
    if frame is None:
        return None
    shown = [(one.where, len(one.unsure) < len(one.events)) for one in closer]
    drawing = MapDrawing(here, frame, shown, [where.country for where in countries], decimals=0)
    large = drawing.more_labels(_LARGE)
    for labels in (drawing.labels, large):
        for one, spot in list(zip(closer, drawing.spots, strict=True))[:_MOST_NAMES]:
            name = here.name(Kind.PLACE, one.where.place)
            labels.put_beside(name, (spot.x, spot.y), spot.radius, "place")
        drawing.name_countries(labels)
    return drawing.drawn(large=large)


def _lines(here: Here, found: tuple[Happened, ...]) -> Iterator[PlaceLines]:
    for one in found[:_MOST_PLACES]:
        latest = one.events[::-1][:_MOST_EVENTS]
        left = len(one.events) - len(latest)
        yield PlaceLines(
            here.record_link(Kind.PLACE, one.where.place),
            closeness(here, one.where),
            here.number(len(one.events), "event"),
            tuple(view_line(here, here.chronicle.events[event]) for event in latest),
            here.translate(say_n("{n} more", "{n} more", left)) if left else "",
        )


def _others(here: Here, found: tuple[Happened, ...]) -> PageLink | None:
    left = len(found) - _MOST_PLACES
    if left <= 0:
        return None
    words = here.translate(say_n("{n} more place, in the list of places", "{n} more, in the list of places", left))
    return PageLink(words, here.href(Kind.PLACE.plural))
