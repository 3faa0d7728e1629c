"""What the models say about keys: which there are, what stands under each, and which hold dates."""

import functools
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from site_builder import edtf
from site_builder.records.actor import Actor, Alias
from site_builder.records.base import Record, Schema, SourceRef, Text
from site_builder.records.event import Event
from site_builder.records.keys import Kind, NamesClaim
from site_builder.records.place import Place
from site_builder.records.question import Question
from site_builder.records.source import Source
from site_builder.records.thread import Thread

RecordPath = tuple[str | int, ...]
"""Keys and list indexes that lead from a record to one of its values, as written in YAML."""

MODELS: dict[Kind, type[Record]] = {
    model.record_kind: model for model in (Event, Actor, Place, Source, Thread, Question)
}
"""The model of each kind of record."""

_MOST_SHAPES = 4096
"""Paths of which what is known is kept: more than the models have, fewer than a stranger's keys could fill."""
IMPLICIT = ("id", "file")
"""Fields of a record that come from where its file stands, and are no keys."""

_OUTSIDE_NAMES = "ids"
"""The key whose values are names in other databases, although no pattern says so."""


def bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without Annotated and without None, and what its annotations say."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        found, more = bare(inner)
        return found, (*marks, *more)
    if get_origin(hint) in (Union, UnionType):
        return bare(next(part for part in get_args(hint) if part is not NoneType))
    return hint, ()


def hint_of(info: FieldInfo) -> Any:
    """The type of a field with all that is asked of it, as it is written in its model."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def model_in(hint: Any) -> type[Schema] | None:
    """The model that a field holds: itself, in a list, or where it may be left out."""
    found, _ = bare(hint)
    if get_origin(found) is tuple:
        return model_in(get_args(found)[0])
    return found if isinstance(found, type) and issubclass(found, Schema) and found is not Text else None


def marks_of(info: FieldInfo) -> tuple[Any, ...]:
    """All that the annotations of a field say, those of its type's parts included."""
    return _marks(hint_of(info))


def _marks(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return (*marks, *_marks(inner))
    parts = get_args(hint)
    return tuple(mark for part in parts for mark in _marks(part)) if parts else (hint,)


@functools.cache
def field_names(model: type[Schema]) -> dict[str, str]:
    """The names of a model's fields by the key that a writer writes, in the order in which keys are written."""
    shared = Record.model_fields if issubclass(model, Record) else {}
    own = [name for name in model.model_fields if name not in shared]
    names = (*own, *(name for name in shared if name not in IMPLICIT))
    return {model.model_fields[name].alias or name: name for name in names}


@functools.cache
def fields(model: type[Schema]) -> dict[str, FieldInfo]:
    """The fields of a model by key, in the order in which keys are written."""
    return {key: model.model_fields[name] for key, name in field_names(model).items()}


def annotation_at(model: type[Schema], path: RecordPath) -> Any:
    """The bare type of what stands at a path of a record; None where the schema names nothing there."""
    return _held(model, path)[0]


def model_at(model: type[Schema], path: RecordPath) -> type[Schema] | None:
    """The model of the mapping at a path; None where something else stands there, such as text in languages."""
    found = annotation_at(model, path)
    return found if isinstance(found, type) and issubclass(found, Schema) and found is not Text else None


def field_at(model: type[Schema], path: RecordPath) -> FieldInfo | None:
    """The field in which stands what is at a path, be it a version of a text; None where the schema names nothing."""
    around: type[Schema] | None = model
    found = None
    for part in path:
        if isinstance(part, str) and around is not None:
            found = fields(around).get(part)
            around = model_in(found.annotation) if found is not None else None
    return found


@functools.lru_cache(maxsize=_MOST_SHAPES)
def holds_words(model: type[Schema], path: RecordPath) -> bool:
    """Whether what stands at a path is words for readers, and no id, date, address or value of a list.

    Words also where the schema names nothing, because nobody knows what was meant there.
    """
    found, marks = _held(model, path)
    if _OUTSIDE_NAMES in path or any(isinstance(one, NamesClaim) for one in marks):
        return False
    if found is str:
        return any(isinstance(one, StringConstraints) and one.strip_whitespace for one in marks)
    # An alias is a mapping that may be written as its name alone.
    return found in (Text, Alias, None)


def holds_list(model: type[Schema], path: RecordPath) -> bool:
    """Whether a list or a mapping stands at a path, and no text."""
    found = annotation_at(model, path)
    return get_origin(found) in (tuple, dict) or model_at(model, path) not in (None, Alias, SourceRef)


def is_needed(model: type[Schema] | None, path: RecordPath) -> bool | None:
    """Whether the key at a path is required; None where it is no key of the model."""
    if model is None or not path or not isinstance(path[-1], str):
        return None
    around = model_at(model, path[:-1])
    info = fields(around).get(path[-1]) if around is not None else None
    return None if info is None else info.is_required()


def _held(model: type[Schema], path: RecordPath) -> tuple[Any, tuple[Any, ...]]:
    """The bare type of what stands at a path, and what is asked of it; None where the schema names nothing there."""
    # The same for all records, whatever the number of the item in a list.
    return _held_by_shape(model, tuple([0 if isinstance(part, int) else part for part in path]))


@functools.lru_cache(maxsize=_MOST_SHAPES)
def _held_by_shape(model: type[Schema], path: RecordPath) -> tuple[Any, tuple[Any, ...]]:
    found: Any = model
    marks: tuple[Any, ...] = ()
    for part in path:
        found, marks = _inside(found, part)
    return found, marks


def _inside(held: Any, part: str | int) -> tuple[Any, tuple[Any, ...]]:
    origin, arguments = get_origin(held), get_args(held)
    if origin is tuple and isinstance(part, int):
        return bare(arguments[0])
    if origin is dict:
        return bare(arguments[1])
    if (model := model_in(held)) is held and model is not None and (info := fields(model).get(str(part))):
        return bare(hint_of(info))
    return None, ()


@functools.cache
def date_keys() -> frozenset[str]:
    """Every key, in whatever model, that holds a date."""
    return frozenset(
        key for model in all_models() for key, info in fields(model).items() if bare(info.annotation)[0] is edtf.Date
    )


@functools.cache
def all_keys() -> frozenset[str]:
    """Every key of every model."""
    return frozenset(key for model in all_models() for key in fields(model))


@functools.cache
def all_models() -> tuple[type[Schema], ...]:
    """The models of the six kinds, and those of the mappings in them."""
    found: list[type[Schema]] = list(MODELS.values())
    for model in found:
        for info in fields(model).values():
            if (inner := model_in(info.annotation)) is not None and inner not in found:
                found.append(inner)
    return tuple(found)
