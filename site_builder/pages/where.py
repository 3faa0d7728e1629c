"""Where things happened, as closely as it is known, what happened at each such place, and what maps of it lie on."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.chronicle import Chronicle
from site_builder.geography import room_for_name, the_world
from site_builder.pages.context import Here, Site
from site_builder.records import Event, Place
from site_builder.vocabulary import PlacePrecision


@dataclass(frozen=True, slots=True)
class Where:
    """Somewhere, as closely as it is known."""

    place: str
    """The place's id."""
    point: tuple[float, float] | None
    """Degrees north and east; only a country may have none."""
    precision: PlacePrecision
    reach_km: float
    """How far from the point it may be; 0 for a spot or a settlement."""
    stated_km: float | None
    """The same where the record says it, and it is not what the precision stands for by default."""
    country: str
    """The country that it is, where it is known no closer; else empty."""

    @property
    def shape(self) -> str:
        """How it is drawn: a `point`, a small `disc` of a settlement, a `circle` it lies in, or an outlined `area`."""
        if self.country:
            return "area"
        return "circle" if self.reach_km else "point" if self.precision.exact else "disc"


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened somewhere."""

    where: Where
    events: tuple[str, ...]
    """The ids of the events, in the order of the chronicle."""
    unsure: frozenset[str]
    """Those of which it is not established that this place is meant."""


def where_is(place: Place) -> Where | None:
    """Where a place is, as closely as it is known; None where it is not located."""
    is_country = place.precision.coarse and not place.precision.circle
    country = place.country[0] if is_country and len(place.country) == 1 else ""
    known = country if country and the_world().country(country) is not None else ""
    if place.point is None and not known:
        return None
    reach = place.reach_km if place.precision.circle or is_country else 0
    return Where(place.id, place.point, place.precision, reach, place.radius_km, known)


def spot_of(where: Where) -> tuple[float, float]:
    """Degrees north and east: of a country where its name may stand."""
    country = the_world().country(where.country) if where.country else None
    if country is not None:
        (east, north), _ = room_for_name(the_world(), country)
        return round(north, 1), round(east, 1)
    assert where.point is not None
    return where.point


def places_of(chronicle: Chronicle, event: Event, *, main: bool = False) -> Iterator[tuple[Where, bool]]:
    """Where an event was, and whether that is established; `main` leaves out whence and whither where it can."""
    parts = [part for part in event.places if part.role.part_of_event and part.place in chronicle.places]
    for part in ([part for part in parts if part.role.main] if main else []) or parts:
        if (where := where_is(part.within(chronicle.places[part.place]))) is not None:
            yield where, part.standing.value == "established"


def has_map(site: Site) -> bool:
    """Whether anything happened where a map can show it."""
    return bool(places_on_map(site))


def places_on_map(site: Site) -> tuple[Happened, ...]:
    """All places where something happened and that are located, those with the most events first."""
    if places_on_map not in site.made:
        site.made[places_on_map] = _find_places(site.chronicle)
    found: tuple[Happened, ...] = site.made[places_on_map]
    return found


def _find_places(chronicle: Chronicle) -> tuple[Happened, ...]:
    events: dict[Where, dict[str, bool]] = {}
    for event in chronicle.events.values():
        for where, is_sure in places_of(chronicle, event):
            events.setdefault(where, {})[event.id] = is_sure
    found = [
        Happened(where, tuple(ids), frozenset(event for event, is_sure in ids.items() if not is_sure))
        for where, ids in events.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.events), one.where.place)))


@dataclass(frozen=True, slots=True)
class Background:
    """What the element of such a map needs."""

    note: str
    """What circles and borders are, and who made the tiles."""
    tiles: str
    """The address of the tiles, which the profile may name; may be empty."""


def background_of_map(here: Here) -> Background:
    """The one of every map of a site."""
    tiles = here.chronicle.profile.map.tiles
    note = here.say(
        "A circle stands for a place that is known only roughly, a whole country where nothing closer is known. "
        "Borders are those in effect, by Natural Earth, which is a claim of its own."
    )
    return Background(note, "") if tiles is None else Background(f"{note} {tiles.attribution}", tiles.url)
