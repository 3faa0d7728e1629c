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
"""Days before an event was added that count as recent; today counts only where `added` lies ahead of it."""
_SETTLEMENT_KM = 2.0
"""A circle smaller than this is finer than a settlement."""


def recent_places(world: World) -> Iterator[Finding]:
    """What happened in the fortnight before it was added is located no more finely than by a settlement."""
    for event in world.events.values():
        if not _is_recent(event, world.today.toordinal()):
            continue
        for index, used in enumerate(event.places):
            place = world.places.get(used.place)
            if place is not None and used.role is not PlaceRole.MENTIONED and _is_fine(place):
                message = (
                    f"the event ({event.date}) was under a fortnight old, or went on, as it was added ({event.added}), "
                    f"and `{place.id}` gives a spot: locate it by the settlement, and after a fortnight more finely, "
                    "with an entry in `corrections`"
                )
                yield Finding(problems.RECENT_PLACE, event, ("places", index, "place"), message)


def _is_recent(event: Event, today: int) -> bool:
    """Whether an event ended within the fortnight before its record was last written in, or goes on.

    A date ahead of today cannot make an event older than it is.
    """
    ended = event.date.latest.day
    written = [event.added, *(correction.date for correction in event.corrections)]
    days = [date.earliest.day for date in written if date.earliest.day is not None]
    return ended is None or not days or min(max(days), today) - ended <= FORTNIGHT


def _is_fine(place: Place) -> bool:
    if point_of(place) is None:
        return False
    circle = place.precision is PlacePrecision.NEAR and place.radius_km is not None
    return place.precision is PlacePrecision.EXACT or (circle and (place.radius_km or 0.0) < _SETTLEMENT_KM)
