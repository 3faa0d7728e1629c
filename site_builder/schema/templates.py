"""A record to begin with: the keys that a kind requires and those that are mostly used, each with an example."""

from __future__ import annotations

import json

from site_builder.records import MODELS, Kind
from site_builder.schema.examples import examples_of
from site_builder.vocabulary import ActorType, Consulted, EventKind, SourceKind

_ALSO = {
    Kind.EVENT: ("threads", "places", "actors", "unknown"),
    Kind.ACTOR: ("aliases", "description", "sources"),
    Kind.PLACE: ("aliases", "country", "within", "description"),
    Kind.SOURCE: ("title", "author", "date", "lang", "url", "kind", "consulted"),
    Kind.THREAD: ("summary", "start"),
    Kind.QUESTION: ("summary", "threads"),
}
_FROM_LISTS = {
    (Kind.EVENT, "kind"): EventKind.BATTLE,
    (Kind.ACTOR, "type"): ActorType.ARMED_GROUP,
    (Kind.SOURCE, "kind"): SourceKind.OUTLET,
    (Kind.SOURCE, "consulted"): Consulted.EXCERPT,
}


def record_template(kind: Kind) -> str:
    """The text of a record of a kind, every value an example to be replaced; `added` is for the day it is sent."""
    model = MODELS[kind]
    lines = ["# Replace every value; leave out what is not known. The keys are explained on the contributing page."]
    for name, info in model.model_fields.items():
        if name in ("id", "file") or not (info.is_required() or name in _ALSO[kind]):
            continue
        owner = next(parent.__name__ for parent in model.__mro__ if name in getattr(parent, "__annotations__", {}))
        example = _FROM_LISTS.get((kind, name)) or examples_of(owner, name)[0]
        lines.append(f"{info.alias or name}: {_flow(example)}")
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    """A value on one line, in YAML's flow style; plain where that is safe."""
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    text = str(value)
    plain = all(character.isalnum() or character in " -_./:" for character in text) and ": " not in text
    return text if plain and text.strip() == text else json.dumps(text, ensure_ascii=False)
