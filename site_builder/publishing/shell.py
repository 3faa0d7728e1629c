"""The theme's page around ours, rendered once per kind of page and filled for each.

A Material page costs about 2 ms to render, and nearly all of it is the same on every page of a kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields

from markupsafe import Markup

from site_builder.publishing.templates import Parts

_HOLE = "timeline-hole-{name}-3d9f"
_CUT = re.compile(_HOLE.format(name="([a-z]+)"))

HOLES = Parts(**{field.name: Markup(_HOLE.format(name=field.name)) for field in fields(Parts)})
"""Parts that mark where each part goes."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page of the theme with a hole for each part, as texts and names of parts in turn."""

    pieces: tuple[str, ...]

    def fill(self, parts: Parts) -> str:
        """The page with its parts in place: the same bytes as a full render."""
        return "".join(getattr(parts, piece) if position % 2 else piece for position, piece in enumerate(self.pieces))


def make_shell(render: Callable[[Parts], str]) -> Shell:
    """Cut a page that `render` makes of the theme at its holes."""
    return Shell(tuple(_CUT.split(render(HOLES))))
