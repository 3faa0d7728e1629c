"""The one layout that records have: order of keys, indentation, line width. It never changes what a record says."""

import json
from collections import Counter

from site_builder import TimelineError
from site_builder.editing.parsing import parse_tree
from site_builder.editing.tree import Collection, Node, Tree, TreeAlias, comments, nodes
from site_builder.editing.writing import write_tree
from site_builder.languages import say
from site_builder.reading import LINE_BREAK, Fault, Value, read_document
from site_builder.records import RecordPath, Schema, fields, model_at


def ordered(model: type[Schema], value: Value, path: RecordPath = ()) -> Value:
    """The value at a path of a record with the keys of every mapping in it in the order of the schema.

    They stay as they are where the order has a meaning (languages, figures, names in other databases) and
    where one of them is not in the schema.
    """
    if isinstance(value, dict):
        inner = model_at(model, path)
        known = list(fields(inner)) if inner is not None else []
        keys = sorted(value, key=known.index) if value.keys() <= set(known) else value
        return {key: ordered(model, value[key], (*path, key)) for key in keys}
    if isinstance(value, list):
        return [ordered(model, item, (*path, index)) for index, item in enumerate(value)]
    return value


class NotFormattedError(TimelineError):
    """A text that is left alone, with the reason, and the first fault where reading finds one."""

    def __init__(self, reason: str, fault: Fault | None = None) -> None:
        super().__init__(reason)
        self.fault = fault


def format_record(content: str, model: type[Schema], schema: str | None = None) -> str:
    """A record's text in the layout that records have, with the line breaks that it has. Idempotent.

    `schema` is the path of the schema that the first line names for editors; without it that line stays as
    it is. Raises NotFormattedError for a text that cannot be read, or that would not say the same afterwards.
    """
    content, line_break = with_one_break(content)
    values = read_values(content)
    tree = parse_tree(content)
    if schema is not None:
        tree.schema_line = f"# yaml-language-server: $schema={schema}"
    return format_tree(tree, model, values).replace("\n", line_break)


def with_one_break(content: str) -> tuple[str, str]:
    r"""A text whose lines end in `\n`, and what most of its lines ended in; the first of those met equally often."""
    met = Counter(LINE_BREAK.findall(content))
    return LINE_BREAK.sub("\n", content), max(met, key=met.__getitem__, default="\n")


def format_tree(tree: Tree, model: type[Schema], values: Value) -> str:
    """The text of a tree in the layout that records have, which says `values`.

    Raises NotFormattedError where it would say something else, or would have another layout when formatted again.
    """
    said = sorted(comments(tree))
    # A value that is named in one place and used in another has to stay before it.
    if not any(isinstance(node, TreeAlias) for node in nodes(tree.root)):
        values = ordered(model, values)
        _sort(tree.root, values)
    written = write_tree(tree)
    again = _read_again(written, values)
    if again is None or sorted(comments(again)) != said:
        raise NotFormattedError(say("its layout is left alone: in another it would not say the same"))
    if write_tree(again) != written:
        raise NotFormattedError(say("its layout is left alone: formatting it twice would change it twice"))
    return written


def read_values(content: str) -> dict[str, Value]:
    """What a text says. Raises NotFormattedError with the first fault where it cannot be read."""
    document = read_document(content)
    if document.faults or document.value is None:
        fault = min(document.faults, key=lambda fault: fault.index, default=None)
        raise NotFormattedError(fault.message if fault else say("it holds no record"), fault)
    return document.value


def _read_again(written: str, values: Value) -> Tree | None:
    """The tree of a text that has these values in this order; None where it has others."""
    try:
        # As text, because mappings are equal whatever the order of their keys.
        return parse_tree(written) if json.dumps(read_values(written)) == json.dumps(values) else None
    except NotFormattedError:
        return None


def _sort(node: Node, value: Value) -> None:
    """Put the keys of a tree in the order of the value that it says."""
    if not isinstance(node, Collection) or isinstance(value, str):
        return
    if isinstance(value, dict):
        keys = list(value)
        node.entries.sort(key=lambda entry: keys.index(entry.name or ""))
    for entry, inner in zip(node.entries, value.values() if isinstance(value, dict) else value, strict=True):
        _sort(entry.value, inner)
