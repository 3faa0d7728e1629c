"""One walk over a record: every id of another record in its fields, every text and every address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_origin

from pydantic import BaseModel

from site_builder.figures import split_parties
from site_builder.records.base import ID_PATTERN, Schema, SourceRef, Text
from site_builder.records.keys import Kind, LeadsOut, NamesParties, RefersTo
from site_builder.records.models import RecordPath, bare, marks_of, model_in

_IS_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What stands in a field of a record, and where."""

    path: RecordPath


@dataclass(frozen=True, slots=True)
class FieldReference(FieldValue):
    """An id of another record."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class FieldParty(FieldValue):
    """An actor's id, or another party, whose losses a figure counts; the path is that of the figures."""

    id: str


@dataclass(frozen=True, slots=True)
class FieldText(FieldValue):
    """One version of a text that readers see; the path ends with its language where it has several."""

    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class FieldAddress(FieldValue):
    """An address of the open web."""

    url: str


@dataclass(frozen=True, slots=True)
class FieldList(FieldValue):
    """A list that is not empty; what else is wanted of a record is looked for in its items."""

    items: tuple[Any, ...]


Found = TypeVar("Found", bound=FieldValue)


class _Field(NamedTuple):
    name: str
    key: str
    refers_to: tuple[Kind, ...]
    """The kinds of record whose ids the value or its items are."""
    leads_out: bool
    """Whether the value or its items are addresses."""
    inner: type[Schema] | None
    """The model of what the field holds, or of the items of its list."""


def walk(record: Schema, wanted: type[Found]) -> Iterator[Found]:
    """What is wanted of a record, in the order of the schema: references, texts, addresses or lists.

    As `FieldValue` all but lists. References in prose and to claims are not among them, nor words in place of an id.
    """
    found: list[Found] = []
    _walk(type(record), record, (), wanted, found)
    return iter(found)


def walk_values(model: type[Schema], values: object) -> Iterator[FieldReference]:
    """The references in the plain values of a record that has errors."""
    found: list[FieldReference] = []
    _walk(model, values, (), FieldReference, found)
    return iter(found)


def _walk(model: type[Schema], value: object, path: RecordPath, wanted: type[Found], into: list[Found]) -> None:
    is_model = isinstance(value, BaseModel)
    values: Mapping[str, Any] = value.__dict__ if is_model else value if isinstance(value, Mapping) else {}
    for field in _fields(model, _MARKS[wanted]):
        held = values.get(field.name if is_model else field.key)
        if not held:
            continue
        here = (*path, field.key)
        if isinstance(held, (list, tuple)):
            if wanted is FieldList:
                into.append(wanted(here, tuple(held)))  # type: ignore[call-arg]
            for index, item in enumerate(held):
                _items(field, item, (*here, index), wanted, into)
        else:
            _items(field, held, here, wanted, into)


def _items(field: _Field, item: object, path: RecordPath, wanted: type[Found], into: list[Found]) -> None:
    if isinstance(item, str):
        into += (found for found in _in_words(field, item, path) if isinstance(found, wanted))
    elif field.inner is not None:
        _walk(field.inner, item, path, wanted, into)
    else:
        into += (found for found in _in_mapping(item, path) if isinstance(found, wanted))


def _in_words(field: _Field, item: str, path: RecordPath) -> Iterator[FieldValue]:
    for kind in field.refers_to:
        if _IS_ID.match(item):
            yield FieldReference(path, kind, item)
    if field.leads_out:
        yield FieldAddress(path, item)


def _in_mapping(item: object, path: RecordPath) -> Iterator[FieldValue]:
    if isinstance(item, Text):
        for language, text in item.versions:
            yield FieldText(path if language is None else (*path, language), language, text)
    elif isinstance(item, Mapping):
        for party in (party for joined in item for party in split_parties(str(joined))):
            yield FieldParty(path, party)


_MARKS: Mapping[type[FieldValue], tuple[type, ...]] = {
    FieldReference: (RefersTo,),
    FieldParty: (NamesParties,),
    FieldText: (Text,),
    FieldAddress: (LeadsOut,),
    FieldList: (tuple,),
    FieldValue: (RefersTo, NamesParties, Text, LeadsOut),
}


@cache
def _fields(model: type[Schema], wanted: tuple[type, ...]) -> tuple[_Field, ...]:
    """The fields of a model in which something that is wanted stands, in the order of the schema."""
    fields = []
    for name, info in model.model_fields.items():
        marks = marks_of(info)
        inner = model_in(info.annotation)
        here = get_origin(bare(info.annotation)[0]) in wanted
        here |= any(isinstance(mark, wanted) or mark in wanted for mark in marks)
        if here or (inner is not None and _fields(inner, wanted)):
            refers_to = tuple(mark.kind for mark in marks if isinstance(mark, RefersTo))
            leads_out = any(isinstance(mark, LeadsOut) for mark in marks)
            if inner is SourceRef:
                refers_to, leads_out = (Kind.SOURCE,), False
            fields.append(_Field(name, info.alias or name, refers_to, leads_out, inner))
    return tuple(fields)
