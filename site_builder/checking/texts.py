"""Every text of a record that readers see, with the keys that lead to it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, get_args

from site_builder.reading import RecordPath
from site_builder.records import Record, Schema, Text


def texts_of(record: Record) -> Iterator[tuple[RecordPath, str]]:
    """Each version of each text, in the order of the schema."""
    yield from _texts(record, ())


def _texts(value: Any, path: RecordPath) -> Iterator[tuple[RecordPath, str]]:
    if isinstance(value, Text):
        for code, text in value.versions:
            yield (path if code is None else (*path, code)), text
    elif isinstance(value, Schema):
        for name, key in _fields_with_text(type(value)):
            inner = getattr(value, name)
            if inner:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


@functools.cache
def _fields_with_text(model: type[Schema]) -> tuple[tuple[str, str], ...]:
    """Names and keys of the fields that are, or hold, text for readers."""
    return tuple(
        (name, info.alias or name) for name, info in model.model_fields.items() if _holds_text(info.annotation)
    )


def _holds_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return annotation is Text or bool(_fields_with_text(annotation))
    return any(_holds_text(argument) for argument in get_args(annotation))
