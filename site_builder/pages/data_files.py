"""A file of data as the page on the data lists it, whatever makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.languages import Message
from site_builder.pages.addresses import DATA

if TYPE_CHECKING:
    from site_builder.pages.context import Here


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that readers can take away: its name, what it holds, and what makes it."""

    name: str
    media_type: str
    heading: Message
    """What is kept together in the list: all formats of one thing stand under it."""
    means: Message
    write: Callable[[Here], bytes]
    row: Message | None = None
    """What one row of it is, of a table."""
    columns: tuple[tuple[str, Message], ...] = ()
    """Each column with what stands in it."""

    @property
    def path(self) -> str:
        """Where it stands, relative to the site's root."""
        return f"{DATA}/{self.name}"
