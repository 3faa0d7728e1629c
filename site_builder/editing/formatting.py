"""The one layout that records have: order of keys, indentation, line width. It never changes what a record says."""

import json
from collections import Counter
from collections.abc import Iterable

from site_builder import TimelineError
from site_builder.editing.parsing import parse_tree
from site_builder.editing.tree import Collection, Node, Tree, TreeAlias, comments, nodes
from site_builder.editing.writing import write_tree
from site_builder.reading import LINE_BREAK, Fault, Value, read_document
from site_builder.records import RecordPath, Schema, fields, model_at


def ordered_keys(model: type[Schema], path: RecordPath, keys: Iterable[str]) -> list[str]:
    """The keys of the mapping at a path of a record, in the order in which they are written.

    They stay as they are where the order has a meaning (languages, figures, names in other databases) and
    where one of them is not in the schema.
    """
    given = list(keys)
    inner = model_at(model, path)
    if inner is None:
        return given
    rank = {key: position for position, key in enumerate(fields(inner))}
    return sorted(given, key=rank.__getitem__) if all(key in rank for key in given) else given


def ordered(model: type[Schema], value: Value, path: RecordPath = ()) -> Value:
    """The value at a path of a record with the keys of every mapping in it in order."""
    if isinstance(value, dict):
        return {key: ordered(model, value[key], (*path, key)) for key in ordered_keys(model, path, value)}
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
        _sort(tree.root, model, ())
        values = ordered(model, values)
    written = write_tree(tree)
    again = _read_again(written, values)
    if again is None or sorted(comments(again)) != said:
        raise NotFormattedError("its layout is left alone: in another it would not say the same")
    if write_tree(again) != written:
        raise NotFormattedError("its layout is left alone: formatting it twice would change it twice")
    return written


def read_values(content: str) -> dict[str, Value]:
    """What a text says. Raises NotFormattedError with the first fault where it cannot be read."""
    document = read_document(content)
    if document.faults or document.value is None:
        fault = min(document.faults, key=lambda fault: fault.index, default=None)
        raise NotFormattedError(fault.message if fault else "it holds no record", fault)
    return document.value


def _read_again(written: str, values: Value) -> Tree | None:
    """The tree of a text that has these values in this order; None where it has others."""
    try:
        # As text, because mappings are equal whatever the order of their keys.
        return parse_tree(written) if json.dumps(read_values(written)) == json.dumps(values) else None
    except NotFormattedError:
        return None


def _sort(node: Node, model: type[Schema], path: RecordPath) -> None:
    if not isinstance(node, Collection):
        return
    for number, entry in enumerate(node.entries):
        _sort(entry.value, model, (*path, entry.name or "" if node.is_mapping else number))
    if node.is_mapping:
        names = ordered_keys(model, path, [entry.name or "" for entry in node.entries])
        rank = {name: position for position, name in enumerate(names)}
        node.entries.sort(key=lambda entry: rank[entry.name or ""])
