"""The schema of one kind of record, made from its model.

Source: JSON Schema draft-07, which the YAML language server of editors reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.records import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MAX_ID,
    MAX_LINE,
    MAX_URL,
    MODELS,
    Alias,
    Date,
    Figure,
    Kind,
    LocalText,
    PagePath,
    Profile,
    Record,
    RefersTo,
    SourceRef,
    Url,
)
from site_builder.schema import dates
from site_builder.vocabulary import ActorType, Assessment, LinkType, PlacePrecision, QuestionState, Term

_CAUSES = [term.value for term in LinkType.all() if term.names_cause]


def _where(key: str, values: list[str], then: dict[str, Any]) -> dict[str, Any]:
    """What is asked for where a key is there and has one of some values."""
    return {"if": {"required": [key], "properties": {key: {"enum": values}}}, "then": then}


RULES: Mapping[str, dict[str, Any]] = {
    "Claim": {
        "anyOf": [{"required": ["by"]}, {"required": ["unnamed"]}],
        "not": {"required": ["by", "unnamed"]},
        "dependencies": {"speaker": ["by"], "side": ["unnamed"]},
        **_where(
            "assessment",
            [term.value for term in Assessment.all() if not term.usual],
            {"required": ["because"]},
        ),
    },
    "Link": _where("type", _CAUSES, {"required": ["note", "sources"], "properties": {"sources": {"minItems": 1}}}),
    "Actor": _where("type", [term.value for term in ActorType.all() if term.person], {"required": ["named_because"]}),
    "Place": {
        "dependencies": {
            "lat": {"required": ["lon", "precision", "sources"], "properties": {"sources": {"minItems": 1}}},
            "lon": ["lat"],
        },
        **_where(
            "precision",
            [term.value for term in PlacePrecision.all() if term.coordinates == "required"],
            {"required": ["lat", "lon"]},
        ),
    },
    "Question": _where(
        "state",
        [term.value for term in QuestionState.all() if not term.open],
        {"required": ["note", "sources"], "properties": {"sources": {"minItems": 1}}},
    ),
}
"""By model."""
AT_LEAST_ONE = frozenset({("Event", "sources"), ("Claim", "sources")})
"""The lists, by model and field, that hold something wherever they stand."""


Document = dict[str, Any]

_NOT_WRITTEN = frozenset({"id", "file"})
"""Fields of a record that come from where its file stands."""
_LONE: dict[type, Kind | None] = {SourceRef: Kind.SOURCE, Alias: None}
"""Models that may be written as their one required text, and the kind of record that it names."""
_WORDS: Document = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "patternErrorMessage": "Expected some text",
}
"""Text: a number is one too, where it stands without quotes."""
_LINE: Document = {**_WORDS, "maxLength": MAX_LINE}
_TEXT: Document = {
    "oneOf": [
        _WORDS,
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": LANGUAGE_PATTERN},
            "additionalProperties": _WORDS,
        },
    ]
}
_DATE: Document = {
    "type": ["string", "integer", "array", "object"],
    "pattern": dates.PATTERN,
    "patternErrorMessage": dates.EXPECTED,
    "maximum": 9999,
    "items": {"type": ["string", "integer"], "pattern": dates.MEMBER, "patternErrorMessage": dates.EXPECTED},
    "minItems": 1,
    "propertyNames": {"pattern": dates.MEMBER},
    "additionalProperties": {"type": "null"},
    "minProperties": 1,
}
"""EDTF; `[..]` and `{..}` look like a list or mapping to an editor, and a year like a number.

`patternErrorMessage` is what editors say where a text does not have the form.
"""
_FIGURE: Document = {
    "type": ["string", "integer"],
    "pattern": r"^([0-9]+|~[0-9]+|[0-9]+-[0-9]+|[0-9]+\+|up to [0-9]+|dozens|hundreds|thousands)$",
    "patternErrorMessage": "Expected a figure: 84, ~50, 20-80, 46+, up to 10, dozens, hundreds, thousands",
    "minimum": 0,
}
_PAGE: Document = {
    "type": "string",
    "pattern": r"^(?!/)(?!(.*/)?\.{0,2}/)[^\\:]+\.md$",
    "patternErrorMessage": "Expected the path of a page below docs/, such as method.md",
    "maxLength": MAX_LINE,
}
_ID: Document = {
    "type": "string",
    "pattern": ID_PATTERN,
    "patternErrorMessage": "Expected an id: small letters a to z, digits, and single hyphens between them",
    "maxLength": MAX_ID,
}


def record_schema(kind: Kind, ids_file: str) -> Document:
    """The schema of a kind; ids of other records are completed from the document at `ids_file`."""
    model = MODELS[kind]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind.value.capitalize(),
        "description": (model.__doc__ or "").split("\n")[0],
        **_object(model, ids_file),
    }


def profile_schema(ids_file: str) -> Document:
    """The schema of what a chronicle says of itself."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Profile",
        "description": (Profile.__doc__ or "").split("\n")[0],
        **_object(Profile, ids_file),
    }


def _object(model: type[BaseModel], ids_file: str) -> Document:
    fields = {
        info.alias or name: (name, info)
        for name, info in model.model_fields.items()
        if not (issubclass(model, Record) and name in _NOT_WRITTEN)
    }
    document: Document = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _key(model, name, info, ids_file) for key, (name, info) in fields.items()},
    }
    if required := [key for key, (_, info) in fields.items() if info.is_required()]:
        document["required"] = required
    return document | RULES.get(model.__name__, {})


def _key(model: type[BaseModel], name: str, info: FieldInfo, ids_file: str) -> Document:
    hint: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    document: Document = {"description": info.description}
    document |= _type(hint, ids_file)
    if (model.__name__, name) in AT_LEAST_ONE:
        document["minItems"] = 1
    if info.examples:
        document["examples"] = info.examples
    return document


def _type(hint: Any, ids_file: str) -> Document:
    if hint == LocalText:
        return _TEXT
    if hint == Date:
        return _DATE
    if hint == PagePath:
        return _PAGE
    if hint == Figure:
        return _FIGURE
    if hint == Url:
        return {
            "type": "string",
            "pattern": r"""^https?://[^\s<>"`\\^{}|]+$""",
            "patternErrorMessage": "Expected an address that begins with https:// or http://, without spaces or quotes",
            "format": "uri",
            "maxLength": MAX_URL,
        }
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _type(next(part for part in arguments if part is not NoneType), ids_file)
    if origin is Annotated:
        return _annotated(arguments, ids_file)
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], ids_file)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1], ids_file)}
    if origin is Literal:
        return {"enum": [str(value) for value in arguments]}
    return _plain(hint, ids_file)


def _annotated(arguments: tuple[Any, ...], ids_file: str) -> Document:
    inner = arguments[0]
    if inner is str:
        pattern = next((part.pattern for part in arguments[1:] if getattr(part, "pattern", None)), None)
        if pattern == ID_PATTERN:
            refers_to = next((part.kind for part in arguments[1:] if isinstance(part, RefersTo)), None)
            return _id(refers_to, ids_file)
        return {"type": "string", "pattern": pattern} if pattern else _LINE
    document = _type(inner, ids_file)
    if isinstance(inner, type) and inner in _LONE:
        kind = _LONE[inner]
        return {"oneOf": [_id(kind, ids_file) if kind is not None else _LINE, document]}
    if get_origin(inner) is tuple and any(getattr(part, "func", None) is not None for part in arguments[1:]):
        return _lone_or_list(document)
    return document


def _lone_or_list(document: Document) -> Document:
    """A key that takes one value or a list of them, where the values are texts."""
    return {"oneOf": [document["items"], document]} if document["items"].get("type") == "string" else document


def _id(refers_to: Kind | None, ids_file: str) -> Document:
    """An id: completed from those that exist, and any other that has the form of one."""
    return _ID if refers_to is None else {"anyOf": [{"$ref": f"{ids_file}#/definitions/{refers_to.value}"}, _ID]}


def _plain(hint: Any, ids_file: str) -> Document:
    if isinstance(hint, type) and issubclass(hint, Term):
        return _terms(hint.all())
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _object(hint, ids_file)
    if hint is float:
        return {"type": "number"}
    if hint is bool:
        return {"type": "boolean"}
    return {"type": "string"}


def _terms(terms: tuple[Term, ...]) -> Document:
    """A closed list; editors that know `markdownEnumDescriptions` show each value's definition."""
    return {
        "enum": [term.value for term in terms],
        "markdownEnumDescriptions": [term.definition for term in terms],
    }
