"""The schema of one kind of record, made from its model.

Source: JSON Schema draft-07, which the YAML language server of editors reads.
"""

from typing import Any, Literal, get_args, get_origin

from site_builder.problems import CODES, Code
from site_builder.records import (
    ID_PATTERN,
    MODELS,
    Alias,
    Kind,
    Profile,
    RefersTo,
    Removals,
    Rule,
    RuleSettings,
    Schema,
    SourceRef,
    annotation_at,
    bare,
    fields,
    hint_of,
    meaning_of,
)
from site_builder.schema.forms import ID, KNOWN, LINE, Document
from site_builder.vocabulary import Term, Vocabulary, stock

IDS = "ids.json"
"""The ids that exist, beside the schemas. It falls behind as records are added, which harms nothing: new ids pass."""
_LONE: dict[type, Kind | None] = {SourceRef: Kind.SOURCE, Alias: None}
"""Models that may be written as their one required text, and the kind of record that it names."""


def record_schema(kind: Kind, vocabulary: Vocabulary) -> Document:
    """The schema of a kind; ids of other records are completed from the document at `IDS`."""
    return _document(kind.value.capitalize(), MODELS[kind], vocabulary)


def profile_schema() -> Document:
    """The schema of what a chronicle says of itself."""
    return _document("Profile", Profile, stock())


def _found() -> Document:
    """What the engine found out; the keys of a claim that are not named here are how it stands to others."""
    figure: Document = {"party": {"type": "string"}, "category": {"type": "string"}}
    claim: Document = {
        "disputed": {"description": "Whether it is denied, or a figure of it is disputed.", "type": "boolean"},
        "disputed-figures": {
            "description": "Which of its figures are disputed, by the party as the claim writes it and the category.",
            "type": "array",
            "items": {"type": "object", "properties": figure, "required": [*figure], "additionalProperties": False},
        },
    }
    claims: Document = {
        "type": "object",
        "properties": claim,
        "required": ["disputed"],
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
    }
    return {
        "description": "What the engine found out about the records.",
        "type": "object",
        "properties": {
            "events": {"type": "object"},
            "claims": {"type": "object", "additionalProperties": claims},
        },
    }


def removals_schema() -> Document:
    """The schema of what was removed for privacy."""
    return _document("Removals", Removals, stock())


def whole_schema(vocabulary: Vocabulary) -> Document:
    """The schema of a chronicle in one file: its profile, the records with their ids and paths, what was removed."""
    records = {kind.plural: {"type": "array", "items": _in_one_file(kind, vocabulary)} for kind in Kind}
    properties: Document = {
        "profile": _object(Profile, stock()),
        **records,
        "removed": _object(Removals, stock()),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Chronicle",
        "description": "All records of a chronicle.",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "version": {"type": "integer"},
            # No list of the ids that exist is beside it.
            **_with_any_id(properties),
            "found": _found(),
        },
        "required": ["version", *properties],
        "additionalProperties": False,
    }


def _in_one_file(kind: Kind, vocabulary: Vocabulary) -> Document:
    record = _object(MODELS[kind], vocabulary)
    record["properties"] |= {"id": ID, "file": {"type": "string"}}
    record["required"] = ["id", "file", *record.get("required", ())]
    return record


def _with_any_id(part: Any) -> Any:
    """Part of a schema in which every id that has the form of one will do."""
    if isinstance(part, list):
        return [*map(_with_any_id, part)]
    if not isinstance(part, dict):
        return part
    if part.get("anyOf", [None])[-1] == ID:
        return {key: value for key, value in part.items() if key != "anyOf"} | ID
    return {key: _with_any_id(value) for key, value in part.items()}


def _document(title: str, model: type[Schema], vocabulary: Vocabulary) -> Document:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": (model.__doc__ or "").split("\n")[0],
        **_object(model, vocabulary),
    }


def _object(model: type[Schema], vocabulary: Vocabulary) -> Document:
    document: Document = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _key(model, key, vocabulary) for key in fields(model)},
    }
    if required := [key for key, info in fields(model).items() if info.is_required()]:
        document["required"] = required
    if rules := [rule for rule in (_rule(model, one, vocabulary) for one in model.rules) if rule]:
        document["allOf"] = rules
    return document


def _rule(model: type[Schema], rule: Rule, vocabulary: Vocabulary) -> Document:
    lists = [key for key in rule.needed if get_origin(annotation_at(model, (key,))) is tuple]
    asked: Document = {"required": list(rule.needed)} if rule.needed else {**rule.schema}
    if lists:
        asked["properties"] = {key: {"minItems": 1} for key in lists}
    if not rule.where:
        return asked
    terms = [term.value for term in vocabulary.terms(annotation_at(model, (rule.where,))) if rule.having(term)]
    return {"if": {"required": [rule.where], "properties": {rule.where: {"enum": terms}}}, "then": asked}


def _key(model: type[Schema], key: str, vocabulary: Vocabulary) -> Document:
    info = fields(model)[key]
    examples = {"examples": info.examples} if info.examples else {}
    return {"description": meaning_of(model, key), **_type(hint_of(info), vocabulary), **examples}


def _type(hint: Any, vocabulary: Vocabulary) -> Document:
    held, marks = bare(hint)
    if held == bare(RuleSettings)[0]:
        return _rule_settings()
    known = next((document for one, document in KNOWN if bare(one) == (held, marks)), None)
    if known is not None:
        return known
    if held is str:
        return _text(marks)
    origin, arguments = get_origin(held), get_args(held)
    if origin is tuple:
        document = {"type": "array", "items": _type(arguments[0], vocabulary)}
        return _lone_or_list(document) if any(hasattr(mark, "func") for mark in marks) else document
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1], vocabulary)}
    if origin is Literal:
        return {"enum": [str(value) for value in arguments]}
    if held in _LONE:
        kind = _LONE[held]
        return {"oneOf": [_id(kind) if kind is not None else LINE, _object(held, vocabulary)]}
    return _plain(held, vocabulary)


def _rule_settings() -> Document:
    """What may be asked of the rule of each code."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {code.id: _rule_setting(code) for code in CODES.values()},
    }


def _rule_setting(code: Code) -> Document:
    words: Document = {"enum": ["off", "error"] if code.may_be_off else ["error"]}
    numbers: Document = {
        one.name: {"description": one.means, "type": "integer", "minimum": one.least, "maximum": one.most}
        for one in code.page.thresholds.values()
    }
    described = {"description": code.page.title}
    if not numbers:
        return {**described, **words}
    own = {
        "properties": {**numbers, "severity": {"enum": ["error"]}},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {**described, "oneOf": [words, {"type": "object", **own}]}


def _text(marks: tuple[Any, ...]) -> Document:
    pattern = next((mark.pattern for mark in marks if getattr(mark, "pattern", None)), None)
    if pattern == ID_PATTERN:
        return _id(next((mark.kind for mark in marks if isinstance(mark, RefersTo)), None))
    return {"type": "string", "pattern": pattern} if pattern else LINE


def _lone_or_list(document: Document) -> Document:
    """A key that takes one value or a list of them, where the values are texts."""
    return {"oneOf": [document["items"], document]} if document["items"].get("type") == "string" else document


def _id(refers_to: Kind | None) -> Document:
    """An id: completed from those that exist, and any other that has the form of one."""
    return ID if refers_to is None else {"anyOf": [{"$ref": f"{IDS}#/definitions/{refers_to.value}"}, ID]}


def _plain(hint: Any, vocabulary: Vocabulary) -> Document:
    if isinstance(hint, type) and issubclass(hint, Term):
        # Editors that know `markdownEnumDescriptions` show each value's definition.
        terms = vocabulary.terms(hint)
        return {"enum": list(map(str, terms)), "markdownEnumDescriptions": [term.definition for term in terms]}
    if isinstance(hint, type) and issubclass(hint, Schema):
        return _object(hint, vocabulary)
    return {"type": {float: "number", bool: "boolean"}.get(hint, "string")}
