"""Records and problems as plain values, and made of them again without being checked once more.

A plain value is None, text, a number, or a tuple that begins with what the others are: what `marshal` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from site_builder import TimelineError, edtf, figures
from site_builder.figures import Figure
from site_builder.languages import Message
from site_builder.problems import Problem, Severity
from site_builder.records import Schema, Text, all_models
from site_builder.vocabulary import Term, Vocabulary

Plain = Any
"""A plain value."""
_ITSELF = (str, int, float, bool, type(None))
_TUPLE, _MODEL, _TERM, _DATE, _FIGURE, _DICT, _LIST = range(7)
_MOST_KEPT = 65_536


class NotPlainError(TimelineError):
    """A value that would not come back as it was: it is not kept."""


class _Shape(NamedTuple):
    """What models have in common of which the same keys were given."""

    model: type[Schema]
    usual: Mapping[str, Any]
    """Every field, those that were not given as they are then."""
    names: tuple[str, ...]
    """The fields that were given, in the order of the model."""
    given: set[str]


def from_record(value: object) -> Plain:
    """A record, or what stands in it, as a plain value. Raises NotPlainError."""
    if type(value) in _ITSELF:
        return value
    if isinstance(value, Schema):
        return _from_model(value)
    if isinstance(value, tuple):
        return (_TUPLE, *map(from_record, value))
    if isinstance(value, Term):
        return _TERM, _lists().index(type(value)), str(value)
    if isinstance(value, edtf.Date) and _date(value.text) == value:
        return _DATE, value.text
    if isinstance(value, Figure) and _figure(value.text) == value:
        return _FIGURE, value.text
    if isinstance(value, dict):
        return (_DICT, *(from_record(one) for pair in value.items() for one in pair))
    if isinstance(value, list):
        return (_LIST, *map(from_record, value))
    raise NotPlainError(type(value).__name__)


def to_record(value: Plain, vocabulary: Vocabulary) -> Any:
    """What `from_record` was given."""
    return _KINDS[value[0]](value, vocabulary) if type(value) is tuple else value


def _from_model(value: Schema) -> Plain:
    model = type(value)
    if model not in _models():
        raise NotPlainError(model.__name__)
    mask = sum(1 << at for at, name in enumerate(model.model_fields) if name in value.model_fields_set)
    number = _models().index(model)
    shape = _shape(number, mask)
    if any(vars(value)[name] != usual for name, usual in shape.usual.items() if name not in shape.given):
        raise NotPlainError(model.__name__)
    return (_MODEL, number, mask, *(from_record(vars(value)[name]) for name in shape.names))


def _to_model(value: Plain, vocabulary: Vocabulary) -> Schema:
    shape = _shape(value[1], value[2])
    held = {**shape.usual}
    for name, one in zip(shape.names, value[3:], strict=True):
        held[name] = _KINDS[one[0]](one, vocabulary) if type(one) is tuple else one
    made = shape.model.__new__(shape.model)
    # As `model_construct` does, which would work out anew for each what all have in common.
    _set(made, "__dict__", held)
    _set(made, "__pydantic_fields_set__", shape.given)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


_set = object.__setattr__


@cache
def _shape(number: int, mask: int) -> _Shape:
    model = _models()[number]
    names = tuple(name for at, name in enumerate(model.model_fields) if mask >> at & 1)
    usual = {
        name: None if name in names else info.get_default(call_default_factory=True, validated_data={})
        for name, info in model.model_fields.items()
    }
    return _Shape(model, usual, names, set(names))


@cache
def _models() -> tuple[type[Schema], ...]:
    return *all_models(), Text


@cache
def _lists() -> tuple[type[Term], ...]:
    return tuple(Term.__subclasses__())


_date = lru_cache(maxsize=_MOST_KEPT)(edtf.parse)
_figure = lru_cache(maxsize=_MOST_KEPT)(figures.parse)


def _to_tuple(value: Plain, vocabulary: Vocabulary) -> tuple[Any, ...]:
    return tuple([_KINDS[one[0]](one, vocabulary) if type(one) is tuple else one for one in value[1:]])


def _to_dict(value: Plain, vocabulary: Vocabulary) -> dict[Any, Any]:
    parts = _to_tuple(value, vocabulary)
    return dict(zip(parts[::2], parts[1::2], strict=True))


_KINDS: tuple[Callable[[Plain, Vocabulary], Any], ...] = (
    _to_tuple,
    _to_model,
    lambda value, vocabulary: vocabulary.lists[_lists()[value[1]]][value[2]],
    lambda value, _: _date(value[1]),
    lambda value, _: _figure(value[1]),
    _to_dict,
    lambda value, vocabulary: list(_to_tuple(value, vocabulary)),
)
"""By what each tuple begins with."""


def from_problem(problem: Problem) -> Plain:
    """A problem as a plain value."""
    return (
        *(problem.code, problem.severity.value, _from_message(problem.message), problem.file),
        *(problem.line, problem.column, problem.text, problem.suggestion, problem.certain),
    )


def to_problem(value: Plain) -> Problem:
    """What `from_problem` was given."""
    code, severity, message, *rest = value
    return Problem(code, Severity(severity), _to_message(message), *rest)


def _from_message(message: Message) -> Plain:
    values = tuple(part for name, value in message.values.items() for part in (name, _from_part(value)))
    return str(message), message.template, message.plural, values


def _from_part(value: object) -> Plain:
    if isinstance(value, Message):
        return _from_message(value)
    # All but numbers are only ever shown.
    return value if type(value) in _ITSELF else str(value)


def _to_message(value: Plain) -> Message:
    text, template, plural, values = value
    message = Message(text)
    message.template, message.plural = template, plural
    parts = [_to_message(part) if type(part) is tuple else part for part in values]
    message.values = dict(zip(parts[::2], parts[1::2], strict=True))
    return message
