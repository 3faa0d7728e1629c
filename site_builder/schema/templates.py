"""A record to begin with: the keys that a kind requires and those that are mostly used, each explained and empty."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from site_builder.records import MODELS, Kind, Record
from site_builder.schema.examples import examples_of
from site_builder.vocabulary import ActorType, Consulted, EventKind, NamedBecause, PlacePrecision, SourceKind, Term

_ALSO = {
    Kind.EVENT: ("threads", "places", "actors", "unknown"),
    Kind.ACTOR: ("aliases", "named_because", "description", "sources"),
    Kind.PLACE: ("aliases", "country", "within", "lat", "lon", "precision", "description", "sources"),
    Kind.SOURCE: ("title", "author", "date", "lang", "url", "archive", "kind", "origin", "consulted"),
    Kind.THREAD: ("summary", "start"),
    Kind.QUESTION: ("summary", "threads"),
}
_LISTS: dict[tuple[Kind, str], type[Term]] = {
    (Kind.EVENT, "kind"): EventKind,
    (Kind.ACTOR, "type"): ActorType,
    (Kind.ACTOR, "named_because"): NamedBecause,
    (Kind.PLACE, "precision"): PlacePrecision,
    (Kind.SOURCE, "kind"): SourceKind,
    (Kind.SOURCE, "consulted"): Consulted,
}
_MOST_EXAMPLES = 3
_WIDTH = 76
_HEAD = (
    "Write behind the colons, with a space between. Delete the keys of which you know nothing, and in the end "
    "these lines that begin with #."
)


def record_template(kind: Kind) -> str:
    """The text of a record of a kind without its values.

    What is left empty is an error where it is needed; else it is named, and says what leaving it out says.
    """
    model = MODELS[kind]
    own = [(name, info) for name, info in model.model_fields.items() if name not in Record.model_fields]
    shared = [(name, info) for name, info in model.model_fields.items() if name in Record.model_fields]
    lines = [*_comment(_HEAD), ""]
    for name, info in (*own, *shared):
        if name not in ("id", "file") and (info.is_required() or name in _ALSO[kind]):
            lines += _key(kind, name, info)
    return "\n".join(lines) + "\n"


def _key(kind: Kind, name: str, info: FieldInfo) -> Iterator[str]:
    needed = "Needed. " if info.is_required() else ""
    yield from _comment(f"{needed}{info.description}")
    listed = _LISTS.get((kind, name))
    owner = next(parent.__name__ for parent in MODELS[kind].__mro__ if name in getattr(parent, "__annotations__", {}))
    examples = [] if listed else examples_of(owner, name)[:_MOST_EXAMPLES]
    if listed:
        yield from _comment(f"One of {', '.join(term.value for term in listed.all())}.")
    first = examples[0] if examples else ""
    parts = first[0] if isinstance(first, list) else ""
    if isinstance(parts, dict):
        yield from _comment("For example, on a line of its own below the key:")
        yield f"#   - {_flow(parts)}"
    elif examples:
        yield from _comment("For example: " + "  or  ".join(map(_flow, examples)))
    yield f"{info.alias or name}:"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="#   ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _flow(value: object) -> str:
    """A value on one line, in YAML's flow style; plain where that is safe."""
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    text = str(value)
    plain = all(character.isalnum() or character in " -_./:~" for character in text) and ": " not in text
    return text if plain and text.strip() == text else json.dumps(text, ensure_ascii=False)
