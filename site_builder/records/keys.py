"""What a field says of its key besides its type and its description: each is an annotation of the field's type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record, named as in `[[kind:id]]`."""

    EVENT = "event"
    ACTOR = "actor"
    PLACE = "place"
    SOURCE = "source"
    THREAD = "thread"
    QUESTION = "question"

    @property
    def plural(self) -> str:
        """The folder below `events/` and the first part of the address of its pages."""
        return f"{self.value}s"


@dataclass(frozen=True, slots=True)
class RefersTo:
    """The value is the id of a record of a kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class NamesParties:
    """The value is ids of actors, or other parties of the closed list, joined by `+`."""


@dataclass(frozen=True, slots=True)
class LeadsOut:
    """The value is an address of the open web."""
