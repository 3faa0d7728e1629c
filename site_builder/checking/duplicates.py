"""Two records of what is probably one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from site_builder import problems
from site_builder.checking.distances import point_of
from site_builder.checking.findings import Finding
from site_builder.checking.likeness import Day, Likeness, Profile, levels_above, liken, profile
from site_builder.checking.world import World
from site_builder.records import Event, Place

LIKELY = 0.65
"""The score from which two events are probably one."""
_MOST_BY_FEATURE = 20
"""Events sharing a feature and a day that one is compared with: those that begin nearest, then with a like title."""
_MOST_TOLD = 3
"""Likenesses told of one event: the likeliest."""
_CELL = 0.5
"""Degrees; places nearer than this lie in one cell or in two that touch."""
_AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))


def find_near(
    event: Event,
    events: Iterable[Event],
    places: Mapping[str, Place],
    *,
    days_apart: int = 0,
    at_least: float = LIKELY,
) -> tuple[Likeness, ...]:
    """Events that are probably the same as `event`, the likeliest first; `event` itself is left out.

    `days_apart` is how many days may lie between two dates that do not overlap: records of one event are
    often dated by when it was reported.
    """
    own = profile(event)
    found = []
    for other in events:
        if other.id != event.id:
            theirs = profile(other)
            likeness = liken(own, theirs, places, at_least) if _within(own, theirs, days_apart) else None
            if likeness is not None:
                found.append(likeness)
    return tuple(sorted(found, key=lambda likeness: (-likeness.score, likeness.event.id)))


def near_duplicates(world: World) -> Iterator[Finding]:
    """No two events are alike in date, place, actors, sources and title, where neither names the other."""
    by_later: dict[str, list[Likeness]] = {}
    found_for: Counter[str] = Counter()
    for one, other in _pairs(world.events.values(), world.places):
        if found_for[other.event.id] == _MOST_TOLD:
            continue
        earlier, later = sorted((one, other), key=lambda found: (found.event.added.sort_key, found.event.id))
        likeness = liken(later, earlier, world.places, LIKELY)
        if likeness is not None:
            found_for[other.event.id] += 1
            by_later.setdefault(later.event.id, []).append(likeness)
    for event_id, likenesses in sorted(by_later.items()):
        likenesses.sort(key=lambda likeness: (-likeness.score, likeness.event.id))
        for likeness in likenesses[:_MOST_TOLD]:
            yield _finding(world.events[event_id], likeness)


def _finding(event: Event, likeness: Likeness) -> Finding:
    message = (
        f"probably the same event as {likeness.event.file} ({likeness.score:.0%}): {', '.join(likeness.reasons)}; "
        f"keep one record of it, or say how they differ and name the other ([[{likeness.event.id}]])"
    )
    return Finding(problems.NEAR_DUPLICATE, event, ("title",), message)


def _within(one: Profile, other: Profile, days: int) -> bool:
    """Whether two events share a day, or no more than so many days lie between them."""
    return _reaches(one, other, days) and _reaches(other, one, days)


def _reaches(one: Profile, other: Profile, days: int) -> bool:
    """Whether one does not end more than so many days before the other starts."""
    (end_rank, end), (start_rank, start) = one.last, other.first
    return one.last >= other.first or (end_rank == start_rank == 0 and start - end <= days)


def _pairs(events: Iterable[Event], places: Mapping[str, Place]) -> Iterator[tuple[Profile, Profile]]:
    """Events that share a day and a site or two other features, each pair once.

    Events pass in the order of their first day; for each feature those are kept that have not ended. Of a
    crowd that shares a feature and a day only the last `_MOST_BY_FEATURE` are (a sorted neighbourhood, with
    the titles in order), so that no chronicle makes this quadratic.
    """
    profiles = sorted(map(profile, events), key=lambda found: (found.first, found.titles, found.event.id))
    lasting: dict[_Feature, list[tuple[Day, int]]] = {}
    for at, current in enumerate(profiles):
        shared: dict[int, int] = {}
        for feature, is_sought, is_own in _features(current, places):
            entries = lasting.get(feature) if is_sought else None
            if entries:
                entries[:] = [entry for entry in entries if entry[0] >= current.first][-_MOST_BY_FEATURE:]
                for _, index in entries:
                    shared[index] = shared.get(index, 0) + (2 if feature[0] in _SITES else 1)
            if is_own:
                lasting.setdefault(feature, []).append((current.last, at))
        for index in sorted(shared, reverse=True):
            if shared[index] >= 2 and index != at:
                yield profiles[index], current


_Feature = tuple[str | int, str | int]


_SITES = ("site", "within")


def _features(found: Profile, places: Mapping[str, Place]) -> Iterator[tuple[_Feature, bool, bool]]:
    """By what an event finds others and is found: whether others are sought by it, and whether it is found by it."""
    for name in found.actors:
        yield ("actor", name), True, True
    for name in found.sources:
        yield ("source", name), True, True
    for title in found.titles:
        yield ("title", title), True, True
        for word in {*title.split()}:
            yield ("word", word), True, True
    for above in {above for site in found.sites for above in levels_above(site, places)}:
        yield ("site", above), True, False
        yield ("within", above), False, True
    for site in found.sites:
        yield ("within", site), True, False
        yield ("site", site), True, True
        place = places.get(site)
        point = point_of(place) if place is not None else None
        if point is not None:
            row, column = int(point[0] // _CELL), int(point[1] // _CELL)
            for down, right in _AROUND:
                yield (row + down, column + right), True, down == right == 0
