"""The rules of a model asked although some of its keys are wrong.

pydantic asks them only where every key is right; a writer would correct the keys and then meet the rule.
"""

import functools
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from site_builder.languages import Message
from site_builder.reading.values import Value, value_at
from site_builder.records import RecordPath, Schema, field_names, hint_of, model_at
from site_builder.vocabulary import Vocabulary


def broken_rules(
    model: type[Schema], values: dict[str, Value], details: Iterable[Any], vocabulary: Vocabulary
) -> Iterator[tuple[RecordPath, str, Message]]:
    """The mappings in which a key is wrong and that break a rule besides: path, key and what the rule says.

    `details` are the entries of `ValidationError.errors()`.
    """
    wrong: dict[RecordPath, set[str | int]] = {}
    for one in details:
        path: RecordPath = one["loc"]
        for length, part in enumerate(path):
            wrong.setdefault(path[:length], set()).add(part)
    for path in sorted(wrong, key=str):
        inner, given = model_at(model, path), value_at(values, path)
        if inner is not None and inner.rules and isinstance(given, dict):
            known = SimpleNamespace(**dict(_known(inner, given, wrong[path], vocabulary)))
            for rule in inner.rules:
                # A rule that looks at a wrong key says nothing more.
                with suppress(AttributeError):
                    yield from ((path, key, message) for key, message in rule(known))


def _known(
    model: type[Schema], values: dict[str, Value], wrong: set[str | int], vocabulary: Vocabulary
) -> Iterator[tuple[str, Any]]:
    """The fields that are right, by name."""
    for key, name in field_names(model).items():
        if key in wrong:
            continue
        if key not in values:
            yield name, model.model_fields[name].get_default(call_default_factory=True, validated_data={})
            continue
        with suppress(ValidationError):
            yield name, _adapter(model, name).validate_python(values[key], context=vocabulary)


@functools.cache
def _adapter(model: type[Schema], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(hint_of(model.model_fields[name]))
