"""How a chronicle wants its maps: what the profile says of them."""

from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from site_builder.languages import say
from site_builder.records.base import MAX_URL, Bounded, Line, Schema
from site_builder.records.keys import key
from site_builder.records.locale_codes import check_country

_FIELDS = ("{z}", "{x}", "{y}")


def _read_border(value: str) -> str:
    for code in value.split("-"):
        check_country(code)
    return value


def _read_tiles(value: str) -> str:
    host = value.removeprefix("https://").partition("/")[0]
    if not all(field in value for field in _FIELDS) or "{" in host or not host:
        raise ValueError(say("expected an address such as https://tiles.example.org/{{z}}/{{x}}/{{y}}.png"))
    return value


Border = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z]{2}$"), AfterValidator(_read_border)]
TileAddress = Annotated[
    str, StringConstraints(pattern=r"^https://[^\s,;\"'<>]+$", max_length=MAX_URL), AfterValidator(_read_tiles)
]


class Tiles(Schema):
    """A background for the map that readers fetch from another host, which learns what they look at."""

    url: TileAddress = key(examples=["https://tiles.example.org/{z}/{x}/{y}.png"])
    """The address of a tile: {z}, {x} and {y} stand for its zoom, column and row."""
    attribution: Line = key(examples=["© contributors of the map"])
    """Who made them: it stands beside the map."""

    @property
    def origin(self) -> str:
        """The host that readers ask for them, as a policy names it."""
        return "/".join(self.url.split("/")[:3])


class MapSettings(Schema):
    """How maps are drawn."""

    left_out: Annotated[tuple[Border, ...], Bounded] = key((), examples=[["EH-MA"]])
    """Borders that are not drawn, each by the codes of its two countries: those in effect are a claim of their own."""
    tiles: Tiles | None = key(
        None,
        examples=[{"url": "https://tiles.example.org/{z}/{x}/{y}.png", "attribution": "© contributors of the map"}],
    )
    """A background for the map from another host; none unless it is set."""

    @cached_property
    def borders_left_out(self) -> frozenset[frozenset[str]]:
        """The codes of the two countries of each border that is not drawn."""
        return frozenset(frozenset(border.split("-")) for border in self.left_out)
