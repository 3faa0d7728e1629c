"""Every text of a record that readers see, with the keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
        for name, info in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
