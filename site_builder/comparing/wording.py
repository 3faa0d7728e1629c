"""The values of records in words, to be held against each other."""

import functools
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from site_builder import edtf
from site_builder.records import Claim, Record, Schema, SourceRef, Text

IMPLICIT = ("id", "file")
"""Fields of a record that say where it stands, and nothing of what it says."""


def describe(value: Any) -> str | None:
    """A value in words; None where there is none.

    A mapping is told by its values, without those that say what would hold anyway.
    """
    if value is None or value == () or value == {}:
        return None
    if isinstance(value, edtf.Date):
        return edtf.words(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(describe, value)))
    if isinstance(value, Mapping):
        between = "; " if any(isinstance(part, Mapping) for part in value.values()) else ", "
        return between.join(f"{describe(key)} {describe(part)}" for key, part in value.items())
    if isinstance(value, Text):
        return "; ".join(f"{code}: {text}" if code else text for code, text in value.versions)
    if isinstance(value, SourceRef):
        return f"{value.source} ({value.at})" if value.at else value.source
    if isinstance(value, Schema):
        return ", ".join(filter(None, (describe(part) for _, part in telling(value))))
    return str(value)


def describe_pair(before: Any, after: Any) -> tuple[str | None, str | None]:
    """Two values that differ, in words that differ too: dates may be written otherwise and read alike."""
    told: tuple[str | None, str | None] = describe(before), describe(after)
    if isinstance(before, Schema) and isinstance(after, Schema) and not isinstance(before, Text | SourceRef):
        # What would hold anyway is told too where the other says something else.
        keys = {key for value in (before, after) for key, _ in telling(value)}
        told = _describe_keys(before, keys), _describe_keys(after, keys)
    return told if told[0] != told[1] else (str(before), str(after))


def _describe_keys(value: Schema, keys: Collection[str]) -> str:
    named = ((info.alias or name, name) for name, info in told_fields(type(value)))
    return ", ".join(filter(None, (describe(getattr(value, name)) for key, name in named if key in keys)))


def telling(value: Schema) -> Iterator[tuple[str, Any]]:
    """The keys of a mapping, as written in YAML, that say something that would not hold without them."""
    for name, info in told_fields(type(value)):
        given = getattr(value, name)
        if given != info.get_default(call_default_factory=True):
            yield info.alias or name, given


@functools.cache
def told_fields(model: type[Schema]) -> tuple[tuple[str, FieldInfo], ...]:
    """The fields of a model: its own first, then those that every kind of record has, but for id and file."""
    shared = Record.model_fields if issubclass(model, Record) else {}
    own = [(name, info) for name, info in model.model_fields.items() if name not in shared]
    return (*own, *((name, model.model_fields[name]) for name in shared if name not in IMPLICIT))


def claimant(claim: Claim, names: Mapping[str, Record]) -> str:
    """Who says it, actors by name: `CSP-DPA (Mohamed Ramadane)`, or the words for whom a source does not name."""
    if claim.by is None:
        words = str(claim.unnamed)
        return f"{words} (side: {_name(claim.side, names)})" if claim.side else words
    by = _name(claim.by, names)
    return f"{by} ({_name(claim.speaker, names)})" if claim.speaker else by


def _name(actor: str, names: Mapping[str, Record]) -> str:
    return str(names[actor].heading) if actor in names else actor


def count(number: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
