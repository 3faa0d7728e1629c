"""The order in which the keys of a record are written: that of the models, what every record may have last."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.reading.positions import RecordPath
from site_builder.reading.schema import canonical_keys, model_at
from site_builder.reading.values import Value
from site_builder.records import Schema


def ordered_keys(model: type[Schema], path: RecordPath, keys: Iterable[str]) -> list[str]:
    """The keys of the mapping at a path of a record, in the order in which they are written.

    They stay as they are where the order has a meaning (languages, figures, names in other databases) and
    where one of them is not in the schema.
    """
    given = list(keys)
    inner = model_at(model, path)
    if inner is None:
        return given
    rank = {key: position for position, key in enumerate(canonical_keys(inner))}
    return sorted(given, key=rank.__getitem__) if all(key in rank for key in given) else given


def ordered(model: type[Schema], value: Value, path: RecordPath = ()) -> Value:
    """The value at a path of a record with the keys of every mapping in it in order."""
    if isinstance(value, dict):
        return {key: ordered(model, value[key], (*path, key)) for key in ordered_keys(model, path, value)}
    if isinstance(value, list):
        return [ordered(model, item, (*path, index)) for index, item in enumerate(value)]
    return value
