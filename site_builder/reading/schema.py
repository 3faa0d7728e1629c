"""What the models say about keys: which there are, what stands under each, and which hold dates."""

import functools
import types
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from site_builder import edtf
from site_builder.reading.positions import RecordPath
from site_builder.records import MODELS, Alias, Record, Schema, SourceRef, Text, model_in

T = TypeVar("T")
_MOST_SHAPES = 4096
"""Paths of which what is known is kept: more than the models have, fewer than a stranger's keys could fill."""
IMPLICIT = ("id", "file")
"""Fields of a record that come from where its file stands, and are no keys."""

_NO_WORDS = frozenset({"ids", "revises", "denies", "confirms", "withdraws"})
"""Keys whose values are names in other databases, or of claims, although no pattern says so."""


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


def _by_shape(answer: Callable[[type[Schema], RecordPath], T]) -> Callable[[type[Schema], RecordPath], T]:
    """Keep what is known of a path for all records, whatever the number of the item in a list."""
    kept = functools.lru_cache(maxsize=_MOST_SHAPES)(answer)

    @functools.wraps(answer)
    def of_shape(model: type[Schema], path: RecordPath) -> T:
        return kept(model, tuple([0 if isinstance(part, int) else part for part in path]))

    return of_shape


@_by_shape
def annotation_at(model: type[Schema], path: RecordPath) -> Any:
    """The bare type of what stands at a path of a record; None where the schema names nothing there."""
    found: Any = model
    for part in path:
        found = _step(found, part)
    return found


def model_at(model: type[Schema], path: RecordPath) -> type[Schema] | None:
    """The model of the mapping at a path; None where something else stands there, such as text in languages."""
    found = annotation_at(model, path)
    return found if isinstance(found, type) and issubclass(found, Schema) and found is not Text else None


@_by_shape
def holds_words(model: type[Schema], path: RecordPath) -> bool:
    """Whether what stands at a path is words for readers, and no id, date, address or value of a list.

    Words also where the schema names nothing, because nobody knows what was meant there.
    """
    if any(part in _NO_WORDS for part in path):
        return False
    found: Any = model
    about: tuple[Any, ...] = ()
    for part in path:
        found, about = _step_into(found, part)
        if found is Text or found is None:
            return True
    if found is str:
        return any(isinstance(one, StringConstraints) and one.strip_whitespace for one in about)
    # An alias is a mapping that may be written as its name alone.
    return found is Alias


@_by_shape
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


@functools.cache
def date_keys() -> frozenset[str]:
    """Every key, in whatever model, that holds a date."""
    return frozenset(
        key for model in all_models() for key, info in fields(model).items() if _bare(info.annotation) is edtf.Date
    )


@functools.cache
def all_keys() -> frozenset[str]:
    """Every key of every model."""
    return frozenset(key for model in all_models() for key in fields(model))


@functools.cache
def all_models() -> tuple[type[Schema], ...]:
    """The models of the six kinds, and those of the mappings in them."""
    found: dict[type[Schema], None] = {}
    for model in MODELS.values():
        _collect(model, found)
    return tuple(found)


def _collect(model: type[Schema], found: dict[type[Schema], None]) -> None:
    if model in found:
        return
    found[model] = None
    for info in fields(model).values():
        if (inner := model_in(info.annotation)) is not None:
            _collect(inner, found)


def _bare(annotation: Any) -> Any:
    """A type without Annotated and without None."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bare(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _bare(next(part for part in get_args(annotation) if part is not types.NoneType))
    return annotation


def _step(annotation: Any, part: str | int) -> Any:
    return _step_into(annotation, part)[0]


def _step_into(annotation: Any, part: str | int) -> tuple[Any, tuple[Any, ...]]:
    """The bare type of a part of what a type describes, and what is asked of it; None where it has no such part."""
    bare = _bare(annotation)
    origin, arguments = get_origin(bare), get_args(bare)
    if origin is tuple and isinstance(part, int):
        return _bare(arguments[0]), _asked(arguments[0])
    if origin is dict:
        return _bare(arguments[1]), _asked(arguments[1])
    if isinstance(bare, type) and issubclass(bare, Schema) and (info := fields(bare).get(str(part))):
        return _bare(info.annotation), (*info.metadata, *_asked(info.annotation))
    return None, ()


def _asked(annotation: Any) -> tuple[Any, ...]:
    """The metadata of a type that is Annotated, or of the one that may be left out."""
    if get_origin(annotation) is Annotated:
        inner, *about = get_args(annotation)
        return (*about, *_asked(inner))
    if get_origin(annotation) in (Union, types.UnionType):
        return _asked(next(part for part in get_args(annotation) if part is not types.NoneType))
    return ()
