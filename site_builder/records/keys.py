"""What a field says of its key besides its type and its description: each is an annotation of the field's type."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, GetPydanticSchema
from pydantic.fields import FieldInfo
from pydantic_core import core_schema


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
class NamesClaim:
    """The value is a claim's id in the same event, or event-id#claim-id."""


@dataclass(frozen=True, slots=True)
class LeadsOut:
    """The value is an address of the open web."""


def as_written(read: Callable[[Any], Any], write: Callable[[Any], Any]) -> GetPydanticSchema:
    """How a value is read and written that is one thing to pydantic, whatever its type is made of."""
    schema = core_schema.no_info_plain_validator_function(
        read,
        json_schema_input_schema=core_schema.any_schema(),
        serialization=core_schema.plain_serializer_function_ser_schema(write),
    )
    return GetPydanticSchema(lambda _type, _handler: schema)


IN_OWN_WORDS = ["In your own neutral words."]
A_DAY = ["2024-07-27"]
AN_ADDRESS = ["https://www.example.org/article"]


@dataclass(frozen=True, kw_only=True)
class Key:
    """What is known of a key besides its type, its description and its examples."""

    ask: str = ""
    """What `timeline new` asks; it is the help of the option too. Empty where it does not ask."""
    help: str = ""
    """The help of the option of a key that is not asked for."""
    option: str = ""
    """The name of its option, where that is not the key, and of a list not the key without its last `s`."""
    given: tuple[str, str | None] | None = None
    """Asked only where this key was answered so; with None where it was answered, with "" where it was not."""
    after: str = ""
    """The key after which it is asked for, where that is not the one before it in the schema."""
    in_template: bool = False
    """Whether a new record has it although it is not required."""
    markdown: Literal["", "links", "all"] = ""
    """What of Markdown is read in its text besides references to records; the rest is shown as written."""
    not_shown: str = ""
    """Why no page of its record shows it; empty where one does."""


def key(default: Any = ..., **known: Any) -> Any:
    """A field with what is known of it beyond its type: what a `Key` says, and what pydantic asks for."""
    about = {name: known.pop(name) for name in known.keys() & Key.__dataclass_fields__.keys()}
    return Field(default, json_schema_extra=about, **known)


def key_of(info: FieldInfo) -> Key:
    """What a field says of its key."""
    known: Any = info.json_schema_extra
    return Key(**known) if isinstance(known, dict) else Key()
