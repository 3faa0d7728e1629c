"""The rules of a model that can be judged although some of its keys are wrong.

pydantic runs a model's own validators only where every field is right; a writer would mend the fields and then
meet the rule. So the rules are run here on what is right: one that looks at a wrong field says nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from site_builder import TimelineError
from site_builder.reading.positions import RecordPath
from site_builder.reading.schema import fields, model_at
from site_builder.reading.values import Value, value_at
from site_builder.records import Schema


def broken_rules(
    model: type[Schema], values: dict[str, Value], details: Iterable[Any]
) -> Iterator[tuple[RecordPath, str]]:
    """The mappings whose rules pydantic did not come to and that break one, with what the rule says.

    `details` are the entries of `ValidationError.errors()`.
    """
    wrong: dict[RecordPath, set[str | int]] = {}
    for one in details:
        path: RecordPath = one["loc"]
        for length, part in enumerate(path):
            wrong.setdefault(path[:length], set()).add(part)
    for path in sorted(wrong, key=str):
        inner, given = model_at(model, path), value_at(values, path)
        if inner is not None and isinstance(given, dict):
            for message in _judge(inner, given, wrong[path]):
                yield path, message


def _judge(model: type[Schema], values: dict[str, Value], wrong: set[str | int]) -> Iterator[str]:
    known: dict[str, Any] = {}
    for key, info in fields(model).items():
        name = next(name for name, field in model.model_fields.items() if field is info)
        if key in wrong:
            continue
        if key not in values:
            known[name] = info.get_default(call_default_factory=True, validated_data={})
            continue
        try:
            known[name] = _adapter(model, name).validate_python(values[key])
        except ValidationError:
            continue
    for rule in model.__pydantic_decorators__.model_validators.values():
        try:
            rule.func(_Partial(known))
        except _WrongFieldError:
            continue
        except ValueError as error:
            yield str(error)


@functools.cache
def _adapter(model: type[Schema], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return TypeAdapter(annotation)


class _WrongFieldError(TimelineError):
    """A rule looked at a field that is wrong."""


class _Partial:
    """Stands for a model with some fields missing."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known

    def __getattr__(self, name: str) -> Any:
        try:
            return self._known[name]
        except KeyError:
            raise _WrongFieldError from None
