"""Countries, regions and towns of an ocean in which there is no land."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.synthetic.files import RecordFile
from bench.synthetic.names import Name
from bench.synthetic.yaml_text import Flow, Folded, Value

COUNTRY_CODES = ("XC", "XD", "XF", "XG", "XH", "XJ")
"""Codes that ISO 3166-1 leaves to users, and that no country uses."""
GAZETTEER = "gazetteer-of-nowhere"
"""The source of every coordinate."""
_SOUTH, _WEST = -48.0, -128.0
"""The corner of an empty part of the South Pacific, in degrees."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as events refer to it."""

    id: str
    label: str
    file: RecordFile


@dataclass(frozen=True, slots=True)
class Region:
    """A region with the places in it."""

    country: int
    """The number of its country."""
    place: Place
    towns: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All places."""

    countries: tuple[Place, ...]
    regions: tuple[Region, ...]

    @property
    def files(self) -> Iterator[RecordFile]:
        """The records of all places."""
        yield from (country.file for country in self.countries)
        for region in self.regions:
            yield region.place.file
            yield from (town.file for town in region.towns)


def invent_world(random: Random, names: Iterator[Name], events: int) -> World:
    """A place for every 25 events or so, and a dozen at least."""
    regions = 3 + events // 200
    towns = 3 + min(4, events // 100)
    codes = COUNTRY_CODES[: 2 + min(4, events // 500)]
    countries = tuple(_country(next(names), code) for code in codes)
    return World(countries, tuple(_region(random, names, codes, number, countries, towns) for number in range(regions)))


def _country(name: Name, code: str) -> Place:
    record: dict[str, Value] = {"name": _in_languages(name.latin, name.arabic, "ar"), "country": code}
    return _place(name.slug, name.latin, {**record, "precision": "country"})


def _region(
    random: Random, names: Iterator[Name], codes: Sequence[str], number: int, countries: Sequence[Place], towns: int
) -> Region:
    country = number % len(codes)
    name = next(names)
    south, west = _SOUTH + random.uniform(0, 20), _WEST + random.uniform(0, 25)
    label = f"{name.latin} region"
    region = _place(
        f"{name.slug}-region",
        label,
        {
            "name": label,
            "country": codes[country],
            "within": countries[country].id,
            **_at(south, west, "region"),
            "radius_km": str(random.randrange(80, 200, 10)),
        },
    )
    return Region(
        country,
        region,
        tuple(_town(random, next(names), codes[country], region.id, south, west) for _ in range(towns)),
    )


def _town(random: Random, name: Name, code: str, region: str, south: float, west: float) -> Place:
    south, west = south + random.uniform(-1, 1), west + random.uniform(-1, 1)
    kind = random.choice(("town", "town", "town", "near", "exact"))
    if kind == "near":
        label = f"{name.latin} wells"
        record: dict[str, Value] = {"name": label, **_at(south, west, "near"), "radius_km": str(random.randint(5, 30))}
    else:
        label = name.latin
        record = {
            "name": random.choice((label, _in_languages(label, name.arabic, "ar"))),
            "aliases": [f"{label}-sur-Mer", name.cyrillic, f"Old {label}"],
            **_at(south, west, "settlement" if kind == "town" else "exact"),
        }
    if random.random() < 0.3:
        record["description"] = Folded(f"{label} is a crossing of tracks that no map shows.")
    return _place(f"{name.slug}-{kind}", label, {**record, "country": code, "within": region})


def _at(south: float, west: float, precision: str) -> dict[str, Value]:
    return {
        "lat": f"{south:.4f}",
        "lon": f"{west:.4f}",
        "precision": precision,
        "sources": Flow([GAZETTEER]),
    }


def _in_languages(text: str, other: str, code: str) -> Flow:
    return Flow({"en": text, code: other})


def _place(place_id: str, label: str, record: dict[str, Value]) -> Place:
    return Place(place_id, label, RecordFile(f"places/{place_id}.yml", record))
