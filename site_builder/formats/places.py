"""Where events were, for the map: see `columns`, which says what the file holds."""

from collections.abc import Mapping

from site_builder.formats.columns import differences
from site_builder.pages import Happened, Here, closeness, places_on_map, record_address, spot_of
from site_builder.records import Kind


def view_places(here: Here) -> Mapping[str, object]:
    """`places.json`."""
    number = here.site.timeline.number_of
    return {
        "page": here.site.addresses.url(record_address(Kind.PLACE, "{id}")),
        "places": [_place(here, one, number) for one in places_on_map(here.site)],
    }


def _place(here: Here, one: Happened, number: Mapping[str, int]) -> Mapping[str, object]:
    where = one.where
    north, east = spot_of(where)
    return {
        "id": where.place,
        "name": here.name(Kind.PLACE, where.place),
        "how": closeness(here, where),
        "shape": where.shape,
        "lat": north,
        "lon": east,
        "km": where.reach_km,
        "country": where.country,
        "events": differences(sorted(number[event] for event in one.events)),
        "unsure": differences(sorted(number[event] for event in one.unsure)),
    }
