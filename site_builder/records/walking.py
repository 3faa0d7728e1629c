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
    marks: tuple[Any, ...]
    """What is known of the value, or of the items or keys of what the field holds."""
    inner: type[Schema] | None
    """The model of what the field holds, or of the items of its list."""


def walk(record: Schema, wanted: type[Found]) -> Iterator[Found]:
    """What is wanted of a record, in the order of the schema: references, texts, addresses or lists.

    As `FieldValue` all but lists. References in prose and to claims are not among them, nor words in place of an id.
    """
    return _walk(type(record), record, (), wanted)


def walk_values(model: type[Schema], values: object) -> Iterator[FieldReference]:
    """The references in the plain values of a record that has errors."""
    return _walk(model, values, (), FieldReference)


def _walk(model: type[Schema], value: object, path: RecordPath, wanted: type[Found]) -> Iterator[Found]:
    for field in _fields(model, _MARKS[wanted]):
        if isinstance(value, BaseModel):
            held = getattr(value, field.name)
        else:
            held = value.get(field.key) if isinstance(value, Mapping) else None
        here = (*path, field.key)
        if isinstance(held, list | tuple):
            if held and issubclass(wanted, FieldList):
                yield wanted(here, tuple(held))
            for index, item in enumerate(held):
                yield from _items(field, item, (*here, index), wanted)
        elif held:
            yield from _items(field, held, here, wanted)


def _items(field: _Field, item: object, path: RecordPath, wanted: type[Found]) -> Iterator[Found]:
    if field.inner is not None and not isinstance(item, str):
        yield from _walk(field.inner, item, path, wanted)
        return
    marks = (RefersTo(Kind.SOURCE),) if field.inner is SourceRef else field.marks
    for found in _leaves(marks, item, path):
        if isinstance(found, wanted):
            yield found


def _leaves(marks: tuple[Any, ...], item: object, path: RecordPath) -> Iterator[FieldValue]:
    if isinstance(item, Text):
        for language, text in item.versions:
            yield FieldText(path if language is None else (*path, language), language, text)
    elif isinstance(item, str):
        for mark in marks:
            if isinstance(mark, RefersTo) and _IS_ID.match(item):
                yield FieldReference(path, mark.kind, item)
            elif isinstance(mark, LeadsOut):
                yield FieldAddress(path, item)
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
            fields.append(_Field(name, info.alias or name, marks, inner))
    return tuple(fields)
