"""From plain values to a record, or to every fault that keeps them from being one."""

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from site_builder import problems
from site_builder.languages import Message, say
from site_builder.reading.documents import Document
from site_builder.reading.explaining import Case, broken_rule, explain
from site_builder.reading.faults import Fault
from site_builder.reading.files import PROFILE, RecordFile
from site_builder.reading.ids import why_not_id
from site_builder.reading.values import Value
from site_builder.records import (
    IMPLICIT,
    MODELS,
    Kind,
    Profile,
    Record,
    RecordPath,
    Removals,
    Schema,
    field_names,
    fields,
    hint_of,
    model_at,
)
from site_builder.vocabulary import Vocabulary, stock

Held = Record | Profile | Removals
"""What a file may hold."""
_ANY_ID = "x"
"""Id under which a record is validated whose file's name is not one."""


def validate(file: RecordFile, document: Document, vocabulary: Vocabulary) -> tuple[Held | None, list[Fault]]:
    """What a file holds, with the terms of a vocabulary, or every fault that keeps it from being that."""
    if document.value is None:
        return None, []
    if not file.is_record:
        return _judge(Case(file.model, file.noun, document.value, document, stock()), {})
    values = {key: value for key, value in document.value.items() if key not in IMPLICIT}
    if all(key in fields(Profile) for key in values) and not values.keys() <= fields(MODELS[file.kind]).keys():
        message = say("this has the keys of the profile of the chronicle: move it to `{profile}`", profile=PROFILE)
        return None, [Fault(problems.WRONG_FOLDER, message, 0)]
    kind = _kind_by_keys(file.kind, values)
    case = Case(MODELS[kind], kind.value, values, document, vocabulary)
    record, faults = _judge(case, {"id": _ANY_ID if why_not_id(file.id) else file.id, "file": file.file})
    misplaced = [] if kind is file.kind else [_wrong_folder(file.kind, kind)]
    faults = [*misplaced, *(_implicit(case, key) for key in IMPLICIT if key in document.value), *faults]
    return (None if faults else record), faults


def _judge(case: Case, implicit: Mapping[str, str]) -> tuple[Held | None, list[Fault]]:
    """The values of a document as its model, with what comes from where its file stands; or what is wrong."""
    try:
        held = case.model.model_validate({**case.values, **implicit}, context=case.vocabulary)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [fault for one in details for fault in explain(case, one)]
        return None, [*faults, *(broken_rule(case, *broken) for broken in _broken_rules(case, details))]
    return cast(Held, held), []


def _implicit(case: Case, key: str) -> Fault:
    message = say("`{key}` is not a key: the id of a record is the name of its file", key=key)
    return case.key_fault(problems.UNKNOWN_KEY, (key,), message)


def _wrong_folder(kind: Kind, meant: Kind) -> Fault:
    folder = say("the folder of its year") if meant is Kind.EVENT else f"`{meant.plural}/`"
    message = say(
        "this has the keys of the kind {meant}, not {kind}: move it to {folder}",
        meant=meant.value,
        kind=kind.value,
        folder=folder,
    )
    return Fault(problems.WRONG_FOLDER, message, 0)


def _kind_by_keys(kind: Kind, keys: Collection[str]) -> Kind:
    """The one kind that has all these keys; `kind` where several have, or none."""
    if all(key in fields(MODELS[kind]) for key in keys):
        return kind
    knowing = [other for other in Kind if all(key in fields(MODELS[other]) for key in keys)]
    return knowing[0] if len(knowing) == 1 else kind


def _broken_rules(case: Case, details: Iterable[Any]) -> Iterator[tuple[RecordPath, str, Message]]:
    """The mappings in which a key is wrong and that break a rule too: path, key and what the rule says.

    pydantic asks the rules only where every key is right; a writer would correct the keys and then meet the rule.
    `details` are the entries of `ValidationError.errors()`.
    """
    wrong: dict[RecordPath, set[str | int]] = {}
    for one in details:
        path: RecordPath = one["loc"]
        for length, part in enumerate(path):
            wrong.setdefault(path[:length], set()).add(part)
    for path in sorted(wrong, key=str):
        inner, given = model_at(case.model, path), case.value(path)
        if inner is not None and inner.rules and isinstance(given, dict):
            known = SimpleNamespace(**dict(_known(inner, given, wrong[path], case.vocabulary)))
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
