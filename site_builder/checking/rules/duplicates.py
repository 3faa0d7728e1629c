"""Two records of what is probably one event."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.likeness import Likeness, liken
from site_builder.checking.traits import Day, Rarity, Traits, cell_of, levels_above, traits_of
from site_builder.edtf import Precision
from site_builder.languages import say
from site_builder.linking import Linked
from site_builder.reading import MOST_LISTED, Records, listed
from site_builder.records import Event, Place

_MOST_BY_FEATURE = 20
"""Events sharing a feature and a day that one is compared with: those that begin nearest, then with a like title."""
_MOST_LIKENESSES = 3
"""Earlier events that one is found to be like: with more of them they are one group in any case."""
_TOO_COMMON = 0.4
"""The rarity below which a feature is none to find others by."""
_AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))


def find_near(
    event: Event,
    events: Iterable[Event],
    places: Mapping[str, Place],
    *,
    at_least: float,
    days_apart: int = 0,
) -> tuple[Likeness, ...]:
    """Events that are probably the same as `event`, the likeliest first; `event` itself is left out.

    `at_least` is the score from which two are probably one, from 0 to 1. `days_apart` is how many days may lie
    between two dates that do not overlap: records of one event are often dated by when it was reported.
    """
    own = traits_of(event, places)
    others = [traits_of(other, places) for other in events if other.id != event.id]
    rarity = Rarity((own, *others))
    near = (theirs for theirs in others if own.is_near(theirs, days_apart))
    found = (liken(own, theirs, places, rarity, at_least) for theirs in near)
    return tuple(sorted(filter(None, found), key=lambda likeness: (-likeness.score, likeness.event.id)))


def likely_score(records: Records) -> float:
    """The score from which two events of a chronicle are probably one."""
    return records.profile.threshold(problems.NEAR_DUPLICATE, "from") / 100


@rule
def near_duplicates(records: Linked) -> Iterator[Finding]:
    """No events are alike in date, place, actors, sources and title, where none of them names the other."""
    traits = [traits_of(event, records.places) for event in records.events.values()]
    rarity, likely = Rarity(traits), likely_score(records)
    found: dict[str, list[Likeness]] = {}
    for one, other in _pairs(traits, records.places, rarity):
        earlier, later = sorted((one, other), key=lambda found: _written(found.event))
        known = found.setdefault(later.event.id, [])
        if len(known) < _MOST_LIKENESSES:
            likeness = liken(later, earlier, records.places, rarity, likely)
            known += [likeness] if likeness is not None else []
    for group in _groups(found):
        newest = max((records.events[event_id] for event_id in group), key=_written)
        yield _finding(newest, [records.events[event_id] for event_id in sorted(group - {newest.id})], found[newest.id])


def _written(event: Event) -> tuple[object, str]:
    """By when its record was added."""
    return event.added.sort_key, event.id


def _groups(found: Mapping[str, Iterable[Likeness]]) -> Iterator[set[str]]:
    """The events of which each is like another of them."""
    group_of: dict[str, set[str]] = {}
    for event_id, likenesses in found.items():
        for likeness in likenesses:
            ours, theirs = (group_of.get(member) or {member} for member in (event_id, likeness.event.id))
            small, large = sorted((ours, theirs), key=len)
            if small is not large:
                large |= small
                group_of.update(dict.fromkeys(small, large))
                group_of.setdefault(min(large), large)
    yield from {id(group): group for group in group_of.values()}.values()


def _finding(event: Event, others: list[Event], likenesses: list[Likeness]) -> Finding:
    likeliest = min(likenesses, key=lambda likeness: (-likeness.score, likeness.event.id))
    first = likeliest.event
    rest = [other.file for other in others if other is not first]
    message = say(
        "probably the same event as {file} ({score:.0%}: {reasons}){also}; "
        "keep one record of it, or say how they differ and name the other ([[{other}]])",
        file=first.file,
        score=likeliest.score,
        reasons=", ".join(likeliest.reasons),
        also=f", and as {listed(rest[:MOST_LISTED], len(rest))}" if rest else "",
        other=first.id,
    )
    return Finding(problems.NEAR_DUPLICATE, event, ("title",), message)


def _pairs(found: Iterable[Traits], places: Mapping[str, Place], rarity: Rarity) -> Iterator[tuple[Traits, Traits]]:
    """Events that share a day, or lie on one and the next, and a site or two other features, each pair once.

    Events pass in the order of their first day; for each feature those are kept that have not ended. Of a
    crowd that shares a feature and a day only the last `_MOST_BY_FEATURE` are (a sorted neighbourhood, with
    the titles in order), so that no chronicle makes this quadratic.
    """
    traits = sorted(found, key=lambda found: (found.first, found.titles, found.event.id))
    lasting: dict[_Key, list[tuple[Day, int]]] = {}
    for at, current in enumerate(traits):
        shared: dict[int, int] = {}
        until = _day_after(current)
        for feature, is_sought, is_own in _keys(current, places, rarity):
            entries = lasting.get(feature) if is_sought else None
            if entries:
                entries[:] = [entry for entry in entries if entry[0] >= current.first][-_MOST_BY_FEATURE:]
                for _, index in entries:
                    shared[index] = shared.get(index, 0) + (2 if feature[0] in _ENOUGH else 1)
            if is_own:
                lasting.setdefault(feature, []).append((until, at))
        for index in sorted(shared, reverse=True):
            if shared[index] >= 2 and index != at and _may_be_one(traits[index], current):
                yield traits[index], current


def _day_after(found: Traits) -> Day:
    """The last day of an event; the one after it where it is dated to the day, as it may be by when it was reported."""
    rank, number = found.last
    return (rank, number + 1) if rank == 0 and found.event.date.precision is Precision.DAY else found.last


def _may_be_one(one: Traits, other: Traits) -> bool:
    """Whether two events share a day, or both are dated to the day and lie on one and the next."""
    return one.is_near(other) or one.event.date.precision is other.event.date.precision is Precision.DAY


_Key = tuple[str | int, Hashable]
_ENOUGH = ("site", "within", "whole")
"""Keys of which it is enough to share one."""
_TELLING = ("actor", "source", "word")
"""Features of which it takes two, and which say little where many events have them."""


def _keys(found: Traits, places: Mapping[str, Place], rarity: Rarity) -> Iterator[tuple[_Key, bool, bool]]:
    """By what an event finds others and is found: whether others are sought by it, and whether it is found by it."""
    yield ("whole", found.whole), True, True
    for feature in found.features():
        if feature[0] in _TELLING and rarity.of(*feature) >= _TOO_COMMON:
            yield feature, True, True
    for name, ids in found.ids.items():
        for one in ids:
            yield (f"id in {name}", one), True, True
    for title in found.titles:
        yield ("title", title), True, True
    for above in {above for site in found.sites for above in levels_above(site, places)}:
        yield ("site", above), True, False
        yield ("within", above), False, True
    for site in found.sites:
        yield ("within", site), True, False
        yield ("site", site), True, True
        place = places.get(site)
        if place is not None and place.point is not None:
            row, column = cell_of(place.point)
            for down, right in _AROUND:
                yield (row + down, column + right), True, down == right == 0
