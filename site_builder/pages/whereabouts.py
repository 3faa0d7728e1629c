"""Places in words: their countries, and how closely each is known."""

from __future__ import annotations

from babel import Locale

from site_builder.pages.context import Here
from site_builder.records import Place
from site_builder.vocabulary import PlacePrecision

DEFAULT_RADIUS_KM = {
    PlacePrecision.NEAR: 10.0,
    PlacePrecision.DISTRICT: 40.0,
    PlacePrecision.REGION: 150.0,
}
"""The radius of the circle drawn where a record gives none, in kilometres."""


def closeness(place: Place) -> str:
    """How closely a place is known, in words; empty for an exact spot, a settlement or a country."""
    if place.radius_km is not None:
        return f"within about {place.radius_km:g} km"
    if (default := DEFAULT_RADIUS_KM.get(place.precision)) is not None:
        return f"{place.precision.label}: a circle of {default:g} km stands for it by default"
    return "not located" if place.precision is PlacePrecision.UNLOCATED else ""


def countries(here: Here, place: Place) -> str:
    """The names of a place's countries in the reader's language; empty where the place is a country itself."""
    if place.precision is PlacePrecision.COUNTRY:
        return ""
    names = Locale.parse(here.site.language.replace("-", "_")).territories
    return ", ".join(names.get(code, code) for code in place.country)
