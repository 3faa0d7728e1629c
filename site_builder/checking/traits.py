"""What of an event is compared with others, and how much it says to share it."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder import edtf
from site_builder.checking.lexicon import lexicon, lexicons
from site_builder.edtf import Precision
from site_builder.records import Event, Place

_LONGEST = 300
"""Characters of a title that are compared."""
_MOST = 10
"""Sites, and versions of a title, that are compared."""
_ABOUT = {Precision.DAY: 3, Precision.MONTH: 15}
"""Days by which a date with `~` or `?` may be off at either end, by its precision: a convention for likeness alone."""
_LEVELS = 5
"""Steps from a place to those that it lies within."""
_CELL = 0.5
"""Degrees; places nearer than this lie in one cell or in two that touch."""
_WORD = re.compile(r"\d+(?:\.\w+)+|\w+")
_VERSION_SIGN = re.compile(r"\bv(?=\d)")
_VERSION = re.compile(r"\d+\.\w+\.[\w.]+|\d+\.\d+[a-z]\w*")

_EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""

Point = tuple[float, float]
"""Degrees north, degrees east."""
Feature = tuple[str, Hashable]
"""A sort of thing and one of them, such as `("actor", "police")`."""
SAYS_LITTLE = 0.25
"""The rarity below which it is no reason to share something."""
_FEW, _SHARE = 4, 0.04
"""Events that may share a thing and it still says all that it can: a few, and a share of all."""
_PRIOR = 50
"""Events that are taken to be there besides: in a chronicle of three, a thing that all share is not yet common."""

Day = tuple[int, int]
"""A bound as a pair that compares as bounds do."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event was, where that is known more closely than a region."""

    point: Point
    radius: float
    """How far from there it may be, in kilometres."""
    cell: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What of an event is compared."""

    event: Event
    first: Day
    last: Day
    titles: tuple[str, ...]
    """Each version of the title without case, accents and words that say nothing."""
    languages: frozenset[str]
    """Those that the title is in; none where that is not known."""
    versions: frozenset[str]
    """Such as 1.2.0, as the titles name them."""
    sites: tuple[str, ...]
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    sources: frozenset[str]
    voices: frozenset[str]
    linked: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    """Its ids by outside database."""

    @property
    def whole(self) -> Hashable:
        """All that two records of one event share if one was copied from the other."""
        event = self.event
        return (event.title, event.date.text, event.summary, event.kind, self.sites, self.actors, self.sources)

    def is_near(self, other: "Traits", days: int = 0) -> bool:
        """Whether the two share a day, or no more than so many days lie between them."""
        return _reaches(self.last, other.first, days) and _reaches(other.last, self.first, days)

    def features(self) -> Iterator[Feature]:
        """What others may share, each once."""
        for name in self.actors:
            yield "actor", name
        for name in self.sources:
            yield "source", name
        for name in {word for title in self.titles for word in title.split()}:
            yield "word", name
        for name in set(self.sites):
            yield "site", name
        for cell in {spot.cell for spot in self.spots}:
            yield "cell", cell


class Rarity:
    """How rare each thing is that some events share (inverse document frequency, scaled to 0 to 1)."""

    def __init__(self, traits: Sequence[Traits]) -> None:
        self._counts = Counter(feature for found in traits for feature in found.features())
        self._events = len(traits)

    def of(self, sort: str, name: Hashable) -> float:
        """From 1 for what few events have, down to nearly 0 for what all of many events have."""
        count = self._counts[sort, name]
        few = _FEW + _SHARE * self._events
        if count <= few:
            return 1.0
        most = self._events + _PRIOR
        return math.log(most / count) / math.log(most / few)


def traits_of(event: Event, places: Mapping[str, Place]) -> Traits:
    """What of an event is compared with others."""
    doubtful = event.date.is_doubtful
    about = _ABOUT.get(event.date.precision, 0) if doubtful else 0
    titles = tuple(dict.fromkeys(_plain(title[:_LONGEST]) for _, title in event.title.versions))[:_MOST]
    sites = tuple(place.place for place in event.places if place.role.part_of_event)[:_MOST]
    return Traits(
        event,
        _day(event.date.earliest, -about),
        _day(event.date.latest, about),
        titles,
        frozenset(filter(None, (code or _language(title) for code, title in event.title.versions))),
        frozenset(word for title in titles for word in title.split() if _VERSION.fullmatch(word)),
        sites,
        tuple(_spots(event, places)),
        frozenset(actor.actor for actor in event.actors if actor.actor),
        frozenset(ref.source for ref in event.sources),
        frozenset(actor.actor for actor in event.actors if actor.actor and actor.role.speaks),
        frozenset(link.event for link in event.links),
        {name: _read_ids(written) for name, written in event.ids.items()},
    )


def _read_ids(written: str) -> frozenset[str]:
    """The ids in a text that may be an address, or list several."""
    return frozenset(part.rstrip("/").rpartition("/")[2].casefold() for part in re.split(r"[,;\s]+", written) if part)


def _spots(event: Event, places: Mapping[str, Place]) -> Iterator[Spot]:
    located = ((at, places.get(at.place)) for at in event.places if at.role.part_of_event)
    for at, known in islice(located, _MOST):
        place = at.within(known) if known is not None else None
        if place is not None and place.point is not None and not place.precision.coarse:
            yield Spot(place.point, place.reach_km, cell_of(place.point))


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance (haversine formula)."""
    (lat_1, lon_1), (lat_2, lon_2) = (tuple(map(math.radians, point)) for point in (one, other))
    chord = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def cell_of(point: Point) -> tuple[int, int]:
    """The cell of a grid over the Earth that a point lies in."""
    return int(point[0] // _CELL), int(point[1] // _CELL)


def levels_above(site: str, places: Mapping[str, Place]) -> Iterator[str]:
    """The places that a place lies within, the next first."""
    for _ in range(_LEVELS):
        place = places.get(site)
        if place is None or place.within is None:
            return
        site = place.within
        yield site


def _reaches(end: Day, start: Day, days: int) -> bool:
    """Whether an end is not more than so many days before a start."""
    return end >= start or (end[0] == start[0] == 0 and start[1] - end[1] <= days)


def _day(bound: edtf.Bound, more: int) -> Day:
    return bound.rank, bound.number + (more if bound.rank == 0 else 0)


def _plain(text: str) -> str:
    """The words of a title that say something, without case and accents."""
    letters = _VERSION_SIGN.sub("", text.casefold())
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters)
        letters = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(_WORD.findall(lexicon().titles.without_empty.sub(" ", letters))) or letters


def _language(title: str) -> str | None:
    """That of which it has most words, else the one in whose letters it is."""
    words = _WORD.findall(title.casefold())
    telling = {code: len([*filter(one.titles.telling.has, words)]) for code, one in lexicons().items()}
    likeliest = max(telling, key=lambda code: (telling[code], code), default="")
    if telling.get(likeliest):
        return likeliest
    return next((code for code, one in lexicons().items() if one.titles.letters.find_in(title)), None)
