"""A record to begin with: the keys that a kind requires and those that are mostly used, each explained and empty."""

import json
import textwrap
from collections.abc import Iterator

from site_builder.records import MODELS, Kind, Schema, annotation_at, fields, key_of, meaning_of
from site_builder.vocabulary import Term, Vocabulary

_MOST_EXAMPLES = 3
_WIDTH = 76
_HEAD = (
    "Write behind the colons, with a space between. Delete the keys of which you know nothing, and in the end "
    "these lines that begin with #."
)


def record_template(kind: Kind, vocabulary: Vocabulary) -> str:
    """The text of a record of a kind without its values.

    What is left empty is an error where it is needed; else it is named, and says what leaving it out says.
    """
    model = MODELS[kind]
    lines = [*_comment(_HEAD), ""]
    for key in fields(model):
        info = fields(model)[key]
        if info.is_required() or key_of(info).in_template:
            lines += _key(model, key, vocabulary)
    return "\n".join(lines) + "\n"


def _key(model: type[Schema], key: str, vocabulary: Vocabulary) -> Iterator[str]:
    info, held = fields(model)[key], annotation_at(model, (key,))
    needed = "Needed. " if info.is_required() else ""
    yield from _comment(f"{needed}{meaning_of(model, key)}")
    examples = (info.examples or [])[:_MOST_EXAMPLES]
    if isinstance(held, type) and issubclass(held, Term):
        yield from _comment(f"One of {', '.join(vocabulary.terms(held))}.")
    parts = examples[0][0] if examples and isinstance(examples[0], list) else ""
    if isinstance(parts, dict):
        yield from _comment("For example, on a line of its own below the key:")
        yield f"#   - {_flow(parts)}"
    elif examples:
        yield from _comment("For example: " + "  or  ".join(map(_flow, examples)))
    yield f"{key}:"


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
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    text = str(value)
    plain = all(character.isalnum() or character in " -_./:~" for character in text) and ": " not in text
    return text if plain and text.strip() == text else json.dumps(text, ensure_ascii=False)
