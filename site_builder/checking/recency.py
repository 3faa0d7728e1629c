"""Where something happened a short time ago, somebody may still be."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.distances import point_of
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.records import Event, Place
from site_builder.vocabulary import PlacePrecision, PlaceRole

FORTNIGHT = 14
"""Days before an event was added that count as recent; nothing here depends on today."""
_SETTLEMENT_KM = 2.0
"""A circle smaller than this is finer than a settlement."""


def recent_places(world: World) -> Iterator[Finding]:
    """What happened in the fortnight before it was added is located no more finely than by a settlement."""
    for event in world.events.values():
        if not _is_recent(event):
            continue
        for index, used in enumerate(event.places):
            place = world.places.get(used.place)
            if place is not None and used.role is not PlaceRole.MENTIONED and _is_fine(place):
                message = (
                    f"the event ({event.date}) was under a fortnight old, or went on, as it was added ({event.added}), "
                    f"and `{place.id}` gives a spot: locate it by the settlement, and more finely later"
                )
                yield Finding(problems.RECENT_PLACE, event, ("places", index, "place"), message)


def _is_recent(event: Event) -> bool:
    ended, added = event.date.latest.day, event.added.earliest.day
    return added is not None and (ended is None or added - ended <= FORTNIGHT)


def _is_fine(place: Place) -> bool:
    if point_of(place) is None:
        return False
    circle = place.precision is PlacePrecision.NEAR and place.radius_km is not None
    return place.precision is PlacePrecision.EXACT or (circle and (place.radius_km or 0.0) < _SETTLEMENT_KM)
