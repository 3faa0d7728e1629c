"""What a field says of its key besides its type and its description: each is an annotation of the field's type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin


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


class Mark:
    """An annotation that says something of a key and asks nothing of its value."""


def without_marks(hint: Any) -> Any:
    """The type of a field without what is said of its key."""
    if get_origin(hint) is not Annotated:
        return hint
    inner, *about = get_args(hint)
    asked = tuple(one for one in about if not isinstance(one, Mark))
    return Annotated[(inner, *asked)] if asked else inner


@dataclass(frozen=True, slots=True)
class RefersTo(Mark):
    """The value is the id of a record of a kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class NamesParties(Mark):
    """The value is ids of actors, or other parties of the closed list, joined by `+`."""


@dataclass(frozen=True, slots=True)
class LeadsOut:
    """The value is an address of the open web."""
