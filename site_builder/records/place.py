"""A named location with coordinates and the precision to which they are known."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from site_builder.languages import say
from site_builder.records.actor import Aliases
from site_builder.records.base import (
    COUNTRY_PATTERN,
    Bounded,
    LocalText,
    PlaceId,
    Record,
    SourceRefs,
    as_list,
)
from site_builder.records.keys import Kind, key
from site_builder.records.locale_codes import check_country
from site_builder.records.rules import Broken, needs, rule
from site_builder.vocabulary import PlacePrecision

Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Radius = Annotated[float, Field(gt=0, le=20_000, allow_inf_nan=False)]
CountryCode = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN), AfterValidator(check_country)]


@needs("lat", "lon", where="precision", having=lambda precision: precision.coordinates == "required")
def _is_located(place: "Place") -> Broken:
    if place.lat is None and place.lon is None:
        yield "precision", say("the precision {term} needs `lat` and `lon`", term=place.precision.value)


@rule(
    {
        "dependencies": {
            "lat": {"required": ["lon", "precision", "sources"], "properties": {"sources": {"minItems": 1}}},
            "lon": ["lat"],
        }
    }
)
def _coordinates_come_from_somewhere(place: "Place") -> Broken:
    if (place.lat is None) != (place.lon is None):
        yield "lon" if place.lat is None else "lat", say("`lat` and `lon` go together")
    elif place.lat is not None and not place.sources:
        yield "lat", say("`lat` and `lon` need `sources`: coordinates come from somewhere")
    elif place.lat is not None and place.precision.coordinates == "never":
        yield "precision", say("coordinates need a `precision` other than unlocated")


class Place(Record):
    """Where something happened; near, district and region are drawn as circles, never as pins."""

    record_kind = Kind.PLACE

    name: LocalText = key(ask="Its name", examples=["Eastbridge"])
    """The name that readers know."""
    aliases: Aliases = key(
        (), ask="Another name", option="alias", in_template=True, examples=[["Eastbridge", "East Bridge"]]
    )
    """Other names and spellings."""
    country: Annotated[tuple[CountryCode, ...], Bounded, BeforeValidator(as_list)] = key(
        (), ask="Country, as two capital letters (ML)", in_template=True, examples=["ML", ["ML", "DZ"]]
    )
    """Its country as two capital letters, or a list of such: ISO 3166-1 alpha-2."""
    within: PlaceId | None = key(
        None, ask="The place that it lies in", in_template=True, examples=["eastbridge-region"]
    )
    """The place that it lies in."""
    lat: Latitude | None = key(None, ask="Degrees north (19.943)", in_template=True, examples=["19.943"])
    """Degrees north, WGS 84."""
    lon: Longitude | None = key(
        None, ask="Degrees east (2.702)", given=("lat", None), in_template=True, examples=["2.702"]
    )
    """Degrees east, WGS 84."""
    precision: PlacePrecision = key(
        PlacePrecision.of("unlocated"), ask="How closely it is known", given=("lat", None), in_template=True
    )
    """How closely the coordinates are known."""
    radius_km: Radius | None = key(None, help="Radius in kilometres", examples=["30"])
    """The radius within which it lies, in kilometres."""
    description: LocalText | None = key(
        None,
        markdown="all",
        ask="What the place is, in a sentence",
        in_template=True,
        examples=["A town on the border of Norland."],
    )
    """What it is, in a sentence or two."""
    sources: SourceRefs = key((), ask="Source", in_template=True)
    """The sources of the coordinates and of the record."""

    rules = (
        _is_located,
        _coordinates_come_from_somewhere,
    )

    @property
    def point(self) -> tuple[float, float] | None:
        """Degrees north and degrees east; None where it is not located."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def reach_km(self) -> float:
        """How far from its coordinates something in it may be, in kilometres."""
        return self.precision.radius_km if self.radius_km is None else self.radius_km
