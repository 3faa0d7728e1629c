"""Our templates, and the theme's page around ours, which is rendered once per kind of page and filled for each.

A Material page costs about 2 ms to render, and nearly all of it is the same on every page of a kind.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

import site_builder
from site_builder import TimelineError
from site_builder.languages import direction
from site_builder.pages import number
from site_builder.publishing.instruments import find_bundles
from site_builder.rendering import Templates

FOLDER = "timeline"
"""Folder of our templates within the theme."""


def theme_folder() -> Path:
    """The theme: beside the package in a checkout, inside it where it was installed.

    Raises FileNotFoundError where it is in neither place.
    """
    package = Path(site_builder.__file__).resolve().parent
    for folder in (package / "theme", package.parent / "theme"):
        if (folder / FOLDER).is_dir():
            return folder
    raise FileNotFoundError(f"the theme of mkdocs-timeline is neither in {package} nor beside it")


def make_templates(folders: list[Path], language: str = "en") -> Templates:
    """Our templates in a language; those of the first folder win."""
    known = {
        "number": partial(number, language),
        "language": language,
        "direction": direction(language),
        "bundles": find_bundles(folders),
    }
    return Templates([folder / FOLDER for folder in folders], language, known)


@dataclass(frozen=True, slots=True)
class Parts:
    """What one page puts into the theme's shell, each escaped for its place."""

    name: Markup
    """The last part of the page's address: what tells it from the other pages of its kind."""
    title: Markup
    """The page's title as text, for the header."""
    head: Markup
    """What stands in `head`: character set, title, description, address."""
    content: Markup
    """What stands in `main`."""
    has_instrument: bool = False
    """Whether an element of the content needs a script."""


_HOLE = "timeline-hole-{name}-3d9f"
_CUT = re.compile(_HOLE.format(name="([a-z]+)"))
_SPOILT = re.compile(r"timeline\W*hole", re.IGNORECASE)
"""What is left of a hole that a filter has changed."""
_NEEDED = ("head", "content")
"""Parts that every page must show."""

_MARKED: dict[str, Any] = {
    field.name: Markup(_HOLE.format(name=field.name)) for field in fields(Parts) if field.type is Markup
}
HOLES = Parts(**_MARKED)
"""Parts that mark where each part goes."""


class ThemeError(TimelineError):
    """The theme's page, or the site's own templates around it, cannot hold a page of ours."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page of the theme with a hole for each part, as texts and names of parts in turn."""

    pieces: tuple[str, ...]

    def fill(self, parts: Parts) -> str:
        """The page with its parts in place: the same bytes as a full render."""
        return "".join(getattr(parts, piece) if position % 2 else piece for position, piece in enumerate(self.pieces))


def make_shell(render: Callable[[Parts], str], *, has_instrument: bool = False) -> Shell:
    """Cut a page that `render` makes of the theme at its holes.

    Raises ThemeError where a part that every page needs has no hole, or a template has changed one.
    """
    pieces = tuple(_CUT.split(render(replace(HOLES, has_instrument=has_instrument))))
    for part in _NEEDED:
        if part not in pieces[1::2]:
            raise ThemeError(f"the site's templates leave out the {part} of this page")
    if any(_SPOILT.search(piece) for piece in pieces[::2]):
        raise ThemeError(
            "the site's templates change the title or the address of this page by a filter, such as `upper`: "
            "they can only show them as they are"
        )
    return Shell(pieces)
