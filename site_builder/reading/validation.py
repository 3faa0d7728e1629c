"""From plain values to a record, or to every fault that keeps them from being one."""

from collections.abc import Collection, Mapping
from typing import cast

from pydantic import ValidationError

from site_builder import problems
from site_builder.languages import say
from site_builder.reading.documents import Document
from site_builder.reading.explaining import Case, broken_rule, explain
from site_builder.reading.faults import Fault
from site_builder.reading.files import PROFILE
from site_builder.reading.rules import broken_rules
from site_builder.reading.wording import name_of
from site_builder.records import IMPLICIT, MODELS, Kind, Profile, Record, Schema, fields
from site_builder.vocabulary import Vocabulary


def validate(
    kind: Kind, record_id: str, file: str, document: Document, vocabulary: Vocabulary
) -> tuple[Record | None, list[Fault]]:
    """The record that a document holds, with terms of a vocabulary, or every fault that keeps it from being one."""
    if document.value is None:
        return None, []
    values = {key: value for key, value in document.value.items() if key not in IMPLICIT}
    if values and all(key in fields(Profile) for key in values):
        message = say(
            "this has the keys of the profile of the chronicle: move it to `{profile}`, among no records",
            profile=PROFILE,
        )
        return None, [Fault(problems.WRONG_FOLDER, message, 0)]
    if (meant := kind_by_keys(kind, values)) is not None:
        return None, [_wrong_folder(kind, meant), *validate(meant, record_id, file, document, vocabulary)[1]]
    case = Case(MODELS[kind], kind.value, values, document, vocabulary)
    record, faults = _judge(case, {"id": record_id, "file": file})
    faults = [*(_implicit(case, key) for key in IMPLICIT if key in document.value), *faults]
    return (None if faults else cast(Record, record)), faults


def validate_profile(document: Document, vocabulary: Vocabulary) -> tuple[Profile | None, list[Fault]]:
    """The profile that a document holds, or every fault that keeps it from being one."""
    if document.value is None:
        return None, []
    profile, faults = _judge(Case(Profile, "profile", document.value, document, vocabulary), {})
    return cast(Profile | None, profile), faults


def _judge(case: Case, implicit: Mapping[str, str]) -> tuple[Schema | None, list[Fault]]:
    """The values of a document as its model, with what comes from where its file stands; or what is wrong."""
    try:
        return case.model.model_validate({**case.values, **implicit}, context=case.vocabulary), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [fault for one in details for fault in explain(case, one)]
        broken = broken_rules(case.model, case.values, details, case.vocabulary)
        faults += [broken_rule(case, path, key, message) for path, key, message in broken]
        return None, faults


def _implicit(case: Case, key: str) -> Fault:
    message = say(
        "`{key}` is not a key of {owner}: the name of the file is the record's id",
        key=key,
        owner=name_of(case.noun, ()),
    )
    return case.key_fault(problems.UNKNOWN_KEY, (key,), message)


def _wrong_folder(kind: Kind, meant: Kind) -> Fault:
    folder = "the folder of its year" if meant is Kind.EVENT else f"`{meant.plural}/`"
    article = "an" if meant.value[0] in "aeiou" else "a"
    message = say(
        "this has the keys of {article} {meant}, but lies among the {plural}: move it to {folder}",
        article=article,
        meant=meant.value,
        plural=kind.plural,
        folder=folder,
    )
    return Fault(problems.WRONG_FOLDER, message, 0)


def kind_by_keys(kind: Kind, keys: Collection[str]) -> Kind | None:
    """The one kind that has all these keys, where `kind` has not; None where that is in doubt."""
    knowing = [other for other in Kind if all(key in fields(MODELS[other]) for key in keys)]
    return knowing[0] if len(knowing) == 1 and knowing[0] is not kind else None
