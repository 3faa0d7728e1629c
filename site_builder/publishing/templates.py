"""Our own templates: every text is escaped, and an undefined name is an error."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import site_builder

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


def make_environment(folders: list[Path]) -> Environment:
    """An environment that escapes every value that is not markup already; the first folder wins."""
    return Environment(
        loader=FileSystemLoader([folder / FOLDER for folder in folders]),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


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
