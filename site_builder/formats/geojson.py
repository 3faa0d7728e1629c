"""Events as GeoJSON: a point where the spot is known, with how closely; no geometry where there is none.

Of several sites it is the first whose spot is known. A point is the middle of a circle of `radius_km` kilometres in
which the event happened. Source: RFC 7946.
"""

import json
from collections.abc import Mapping
from typing import Any

from site_builder.formats.event_table import EVENTS, main_place
from site_builder.formats.table import Cell
from site_builder.pages import Here
from site_builder.records import Event

_PLACED_ELSEWHERE = ("id", "lat", "lon")


def write_geojson(here: Here) -> bytes:
    """A collection with a feature for each event."""
    features = [_feature(here, event) for event in here.chronicle.events.values()]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _feature(here: Here, event: Event) -> Mapping[str, Any]:
    place = main_place(here, event)
    point = place.point if place is not None else None
    properties: dict[str, Cell] = {
        column.name: column.of(here, event) for column in EVENTS.columns if column.name not in _PLACED_ELSEWHERE
    }
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": None if point is None else {"type": "Point", "coordinates": [point[1], point[0]]},
        "properties": {"place": place.id if place is not None else None, **properties},
    }
