"""Coordinates that are swapped or were never filled in, and spots where somebody may still be."""

from collections.abc import Iterator
from itertools import islice

from site_builder import problems
from site_builder.checking.findings import Finding, rule, rule_for_each
from site_builder.checking.traits import Point, kilometres
from site_builder.languages import say
from site_builder.linking import Linked
from site_builder.records import Event, Place

_FEW_NEIGHBOURS = 2
"""With fewer neighbours it is not known which of two places is the wrong one."""
_MOST_NEIGHBOURS = 50
_MOST_ABROAD = 500
_ABROAD = 2
"""By what it has to lie further from any place of another country, where it has no neighbours in its own."""


_NOTHING = 0.01
"""Degrees from 0, 0 within which coordinates are taken for a place that nobody located: that is in the open sea."""


@rule_for_each
def coordinates_of_nothing(records: Linked) -> Iterator[Finding]:
    """No place lies where latitude and longitude are both 0."""
    for place in records.places.values():
        if place.point is not None and max(map(abs, place.point)) < _NOTHING:
            message = say(
                "`lat: {lat:g}` and `lon: {lon:g}` lie in the sea off Africa: programs write 0, 0 for a place "
                "that is not located",
                lat=place.lat,
                lon=place.lon,
            )
            yield Finding(problems.COORDINATES_OF_NOTHING, place, ("lat",), message)


@rule
def swapped_coordinates(records: Linked) -> Iterator[Finding]:
    """No place is far from what it lies within that would be near with `lat` and `lon` changed over."""
    by_country: dict[str, list[Place]] = {}
    near = records.profile.threshold(problems.SWAPPED_COORDINATES, "km")
    for place in records.places.values():
        for country in place.country if place.lat is not None else ():
            by_country.setdefault(country, []).append(place)
    for place in records.places.values():
        if (point := place.point) is None or abs(point[1]) > 90:
            continue
        swapped = (point[1], point[0])
        neighbours, others, far = _neighbours(place, records, by_country), say("others of its country"), near
        now, then = _middle_distance(point, neighbours), _middle_distance(swapped, neighbours)
        if not neighbours:
            abroad, others, far = _abroad(place, by_country), say("the nearest of another country"), near * _ABROAD
            now, then = _least_distance(point, abroad), _least_distance(swapped, abroad)
        if now is not None and then is not None and now > far and then < now / 4:
            message = say(
                "latitude and longitude look swapped: as written, the place is {now:,.0f} km from {others}; "
                "with `lat: {lat:g}` and `lon: {lon:g}` it would be {then:,.0f} km",
                now=now,
                others=others,
                lat=point[1],
                lon=point[0],
                then=then,
            )
            yield Finding(problems.SWAPPED_COORDINATES, place, ("lat",), message)


def _neighbours(place: Place, records: Linked, by_country: dict[str, list[Place]]) -> list[Point]:
    around = records.places.get(place.within) if place.within is not None else None
    if around is not None and around is not place and (point := around.point) is not None:
        return [point]
    found: list[Point] = []
    for country in place.country:
        for other in by_country[country][:_MOST_NEIGHBOURS]:
            if other is not place and (point := other.point) is not None:
                found.append(point)
    return found if len(found) >= _FEW_NEIGHBOURS else []


def _abroad(place: Place, by_country: dict[str, list[Place]]) -> list[Point]:
    """Places of other countries, where those of the place's own are too few."""
    elsewhere = (
        other.point
        for country, inside in by_country.items()
        if country not in place.country
        for other in inside
        if not {*other.country} & {*place.country}
    )
    return [point for point in islice(elsewhere, _MOST_ABROAD) if point is not None] if place.country else []


def _least_distance(point: Point, others: list[Point]) -> float | None:
    return min((kilometres(point, other) for other in others), default=None)


def _middle_distance(point: Point, neighbours: list[Point]) -> float | None:
    """The median of the distances, the lower of two; None without neighbours."""
    distances = sorted(kilometres(point, neighbour) for neighbour in neighbours)
    return distances[(len(distances) - 1) // 2] if distances else None


@rule
def recent_places(records: Linked) -> Iterator[Finding]:
    """What happened in the days before it was added is located no more finely than by a settlement."""
    days, radius = (records.profile.threshold(problems.RECENT_PLACE, name) for name in ("days", "km"))
    for event in records.events.values():
        if not _is_recent(event, records.today.toordinal(), days):
            continue
        for index, used in enumerate(event.places):
            place = records.places.get(used.place)
            if place is not None and used.role.part_of_event and _is_fine(used.within(place), radius):
                message = say(
                    "the event ({date}) went on, or was at most {days} days old, when it was added ({added}), and "
                    "`{id}` is an exact spot: name the settlement; after {days} days you may name the spot, with an "
                    "entry in `corrections`",
                    days=days,
                    date=event.date,
                    added=event.added,
                    id=place.id,
                )
                yield Finding(problems.RECENT_PLACE, event, ("places", index, "place"), message)


def _is_recent(event: Event, today: int, recent: int) -> bool:
    """Whether an event ended within so many days before its record was last written in, or goes on.

    A date ahead of today cannot make an event older than it is.
    """
    ended = event.date.latest.day
    written = [event.added, *(correction.date for correction in event.corrections)]
    days = [date.earliest.day for date in written if date.earliest.day is not None]
    return ended is None or not days or min(max(days), today) - ended <= recent


def _is_fine(place: Place, radius: int) -> bool:
    """Whether it is given as a spot, or as a circle smaller than a settlement."""
    circled = place.precision.circle and place.reach_km < radius
    return place.point is not None and (place.precision.exact or circled)
