"""The text of a record made from answers; a claim put into the text of an event, or one key into that of a record."""

import re

from site_builder.editing.formatting import (
    NotFormattedError,
    format_record,
    format_tree,
    read_values,
    with_one_break,
)
from site_builder.editing.parsing import parse_tree
from site_builder.editing.tree import Collection, Node, Scalar, Tree, TreeEntry
from site_builder.editing.writing import write_tree
from site_builder.languages import say
from site_builder.reading import LINE_BREAK, Value, read_document
from site_builder.records import MODELS, Event, Kind, Schema, date_keys, fields

_PLAIN_IN_BRACKETS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .+~/-]*[A-Za-z0-9+~.])?|~[0-9]+")


def draft(kind: Kind, values: dict[str, Value], schema: str | None = None) -> str:
    """The text of a new record, formatted. Raises NotFormattedError for values that no YAML text can hold."""
    return format_record(write_tree(Tree(_mapping(values, inside=False))), MODELS[kind], schema)


def add_claim(content: str, claim: dict[str, Value], schema: str | None = None) -> str:
    """The text of an event with one more claim at the end of its claims; comments stay, and it is formatted.

    Raises NotFormattedError where the event cannot be read, or its claims are not a list.
    """
    content, line_break = with_one_break(content)
    content = format_record(content, Event, schema)
    values = read_values(content)
    tree = parse_tree(content)
    mapping = _mapping(claim, inside=False)
    added = TreeEntry(None, None, mapping)
    # A text of several lines gains a last line break in a block.
    claim = read_values(write_tree(Tree(mapping)))
    found = next((entry.value for entry in tree.root.entries if entry.name == "claims"), None)
    if isinstance(found, Collection) and not found.is_mapping:
        # A list in brackets has no room for a claim.
        found.flow = False
        found.entries.append(added)
    else:
        tree.root.entries.append(TreeEntry("claims", "claims", Collection(False, False, entries=[added])))
    claims = values.get("claims", [])
    assert isinstance(claims, list)
    return format_tree(tree, Event, {**values, "claims": [*claims, claim]}).replace("\n", line_break)


def with_key(content: str, model: type[Schema], key: str, value: str) -> str:
    """The text of a record with one more key, in a line after the key that comes before it in the schema.

    Raises NotFormattedError where the record cannot be read, has that key, or has no line for it, as in brackets.
    """
    values = read_values(content)
    known = list(fields(model))
    before = [name for name in known[: known.index(key)] if name in values]
    if key in values or not before:
        raise NotFormattedError(say("there is no place for `{key}` in it", key=key))
    document = read_document(content)
    line_break = with_one_break(content)[1]
    found = LINE_BREAK.search(content, document.positions.span((before[-1],)).end)
    end = len(content) if found is None else found.end()
    line = f"{'' if found else line_break}{key}: {_scalar(key, value).written}{line_break}"
    written = f"{content[:end]}{line}{content[end:]}"
    if read_values(written) != {**values, key: value}:
        raise NotFormattedError(say("there is no line for `{key}` in it: write it yourself", key=key))
    return written


def _node(key: str, value: Value) -> Node:
    if isinstance(value, str):
        return _scalar(key, value)
    if isinstance(value, dict):
        return _mapping(value, inside=True)
    flow = all(isinstance(item, str) and _PLAIN_IN_BRACKETS.fullmatch(item) for item in value)
    return Collection(False, flow, entries=[TreeEntry(None, None, _node("", item)) for item in value])


def _mapping(values: dict[str, Value], *, inside: bool) -> Collection:
    """A mapping, in brackets where it stands inside another value and holds only words."""
    flow = inside and all(isinstance(item, str) and _PLAIN_IN_BRACKETS.fullmatch(item) for item in values.values())
    entries = [TreeEntry(_scalar("", key).written, key, _node(key, value)) for key, value in values.items()]
    return Collection(True, flow, entries=entries)


def _scalar(key: str, text: str) -> Scalar:
    """A text in the plainest style that says it."""
    if key in date_keys() and text[:1] in ("[", "{"):
        return Scalar(text, text, "[")
    if "\n" in text:
        block = text.rstrip() + "\n"
        return Scalar(block, block, "|")
    document = read_document(f"key: {text}\n")
    if not document.faults and document.value == {"key": text}:
        return Scalar(text, text)
    return Scalar(text, "'" + text.replace("'", "''") + "'", "'")
