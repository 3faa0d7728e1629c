"""What lies below the marks of a map that scripts draw, and what readers are told of it."""

from dataclasses import dataclass

from site_builder.pages.context import Here


@dataclass(frozen=True, slots=True)
class Background:
    """What the element of such a map needs."""

    note: str
    """What circles and borders are, and who made the tiles."""
    tiles: str
    """The address of the tiles, which the profile may name; may be empty."""


def background_of_map(here: Here) -> Background:
    """The one of every map of a site."""
    tiles = here.chronicle.profile.map.tiles
    note = here.say(
        "A circle stands for a place that is known only roughly, a whole country where nothing closer is known. "
        "Borders are those in effect, by Natural Earth, which is a claim of its own."
    )
    return Background(note, "") if tiles is None else Background(f"{note} {tiles.attribution}", tiles.url)
