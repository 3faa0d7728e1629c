"""A place's page: where it is, how closely that is known, and what happened there."""

from dataclasses import dataclass

from babel import Locale
from markupsafe import Markup

from site_builder.pages.citations import SourceList, list_sources, view_refs
from site_builder.pages.context import Here, PageLink
from site_builder.pages.instrument import Instrument, instrument_of_record
from site_builder.pages.locator import locator_of_place, map_of_place
from site_builder.pages.map_drawing import DrawnMap
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.pages.where import Where
from site_builder.records import Kind, Place


@dataclass(frozen=True, slots=True)
class PlacePage(RecordPage[Place]):
    """What the template of a place's page needs."""

    text: Markup
    country: str
    within: PageLink | None
    holds: tuple[PageLink, ...]
    coordinates: str
    """Latitude and longitude in degrees, in words; empty where there are none."""
    closeness: str
    locator: DrawnMap | None
    """A small map of where it is."""
    on_map: str
    """The address of the map with its events; empty where none of them is on it."""
    instrument: Instrument | None
    """Its events over time."""
    lists: RecordLists
    sources: SourceList


def view_place(here: Here, place: Place) -> PlacePage:
    """The page of one place."""
    text = here.prose_of(place.description, mentions=place.link_mentions, itself=(Kind.PLACE, place.id))
    return PlacePage(
        place,
        view_note(here, place),
        text=text,
        country=countries(here, place),
        within=here.record_link(Kind.PLACE, place.within) if place.within else None,
        holds=here.links(Kind.PLACE, here.chronicle.parts[place.id]),
        coordinates=coordinates(here, place),
        closeness=closeness(here, place),
        locator=locator_of_place(here, place),
        on_map=map_of_place(here, place),
        instrument=instrument_of_record(here, place),
        lists=view_lists(here, place),
        sources=list_sources(here, view_refs(here, place.sources)),
    )


def coordinates(here: Here, place: Place) -> str:
    """Latitude and longitude in degrees, in words; empty where there are none."""
    if place.lat is None or place.lon is None:
        return ""
    latitude, longitude = f"{abs(place.lat):g}°", f"{abs(place.lon):g}°"
    north = here.say("{degrees} N", degrees=latitude) if place.lat >= 0 else here.say("{degrees} S", degrees=latitude)
    east = here.say("{degrees} E", degrees=longitude) if place.lon >= 0 else here.say("{degrees} W", degrees=longitude)
    return f"{north}, {east}"


def closeness(here: Here, place: Place | Where) -> str:
    """How closely a place is known, in words; empty for an exact spot, a settlement or a country."""
    stated = place.stated_km if isinstance(place, Where) else place.radius_km
    if stated is not None:
        return here.say("within about {distance} km", distance=f"{stated:g}")
    if place.precision.circle:
        return here.say(
            "a circle of {distance} km stands for it by default",
            distance=f"{place.precision.radius_km:g}",
        )
    return here.say("not located") if place.precision.coordinates == "never" else ""


def countries(here: Here, place: Place) -> str:
    """The names of a place's countries in the reader's language; empty where the place is a country itself."""
    if place.precision == "country":
        return ""
    names = Locale.parse(here.site.language.replace("-", "_")).territories
    return ", ".join(names.get(code, code) for code in place.country)
