"""Where a record names other records by their ids: the keys, the kinds, and every place in one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from site_builder.records.base import ID_PATTERN, Kind, Schema, SourceRef

Path = tuple[str | int, ...]
"""Keys and places in lists, as the writer has them."""

REFERENCES: Mapping[tuple[str, str], Kind] = {
    ("SourceRef", "source"): Kind.SOURCE,
    ("QuoteVersion", "source"): Kind.SOURCE,
    ("EventPlace", "place"): Kind.PLACE,
    ("EventActor", "actor"): Kind.ACTOR,
    ("Link", "event"): Kind.EVENT,
    ("Event", "threads"): Kind.THREAD,
    ("Claim", "by"): Kind.ACTOR,
    ("Claim", "speaker"): Kind.ACTOR,
    ("Claim", "side"): Kind.ACTOR,
    ("Claim", "via"): Kind.ACTOR,
    ("Claim", "said_in"): Kind.EVENT,
    ("Claim", "place"): Kind.PLACE,
    ("Claim", "question"): Kind.QUESTION,
    ("Actor", "parent"): Kind.ACTOR,
    ("Actor", "side"): Kind.ACTOR,
    ("Predecessor", "actor"): Kind.ACTOR,
    ("Position", "organisation"): Kind.ACTOR,
    ("Place", "within"): Kind.PLACE,
    ("Thread", "start"): Kind.EVENT,
    ("Question", "threads"): Kind.THREAD,
}
"""By model and field; a field that holds a list names records of the kind in each item."""

OWN_IDS = frozenset((model, key) for model in ("Record", "Claim") for key in ("id", "former_ids")) | {("Record", "ids")}
"""Ids that name the record or claim itself, or nothing in the chronicle."""

_IS_ID = re.compile(ID_PATTERN)


class FieldReference(NamedTuple):
    """An id of another record, and where it stands."""

    kind: Kind
    id: str
    path: Path


class _Field(NamedTuple):
    name: str
    key: str
    refers_to: Kind | None
    inner: type[Schema] | None
    """The model of what the field holds, or of the items of its list."""


def field_references(model: type[Schema], value: object, path: Path = ()) -> Iterator[FieldReference]:
    """Every reference in the fields of a record, or of the plain values of one that has errors.

    Those in prose and to claims are not among them, nor what has not the form of an id, such as a name in words.
    """
    for field in _fields(model):
        held = getattr(value, field.name, None) if isinstance(value, BaseModel) else _get(value, field.key)
        if isinstance(held, list | tuple):
            for index, item in enumerate(held):
                yield from _of(field, item, (*path, field.key, index))
        else:
            yield from _of(field, held, (*path, field.key))


def _get(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, Mapping) else None


def _of(field: _Field, item: object, path: Path) -> Iterator[FieldReference]:
    if field.inner is SourceRef and isinstance(item, str):
        yield from _id(Kind.SOURCE, item, path)
    elif field.inner is not None:
        yield from field_references(field.inner, item, path)
    elif field.refers_to is not None:
        yield from _id(field.refers_to, item, path)


def _id(kind: Kind, item: object, path: Path) -> Iterator[FieldReference]:
    if isinstance(item, str) and _IS_ID.match(item):
        yield FieldReference(kind, item, path)


@cache
def _fields(model: type[Schema]) -> tuple[_Field, ...]:
    """The fields of a model in which references stand, in the order of the schema."""
    fields = []
    for name, info in model.model_fields.items():
        refers_to = REFERENCES.get((model.__name__, name))
        inner = _model_in(info.annotation)
        if refers_to is not None or (inner is not None and _fields(inner)):
            fields.append(_Field(name, info.alias or name, refers_to, inner))
    return tuple(fields)


def _model_in(hint: Any) -> type[Schema] | None:
    """The model that a field holds: itself, in a list, or where it may be left out."""
    if isinstance(hint, type) and issubclass(hint, Schema):
        return hint
    if get_origin(hint) in (Union, UnionType, tuple, Annotated):
        return next((found for part in get_args(hint) if part is not NoneType and (found := _model_in(part))), None)
    return None
