"""From the tree of a record to its text, in the one layout that records have."""

from __future__ import annotations

from site_builder.editing.scalars import STEP, WIDTH, on_one_line, write_scalar
from site_builder.editing.tree import BLANK, Alias, Collection, Entry, Node, Scalar, Tree
from site_builder.problems import columns


def write_tree(tree: Tree) -> str:
    """The text of a record, which ends with a line break."""
    settle_comments(tree.root)
    lines = [] if tree.schema_line is None else [tree.schema_line]
    head = _without_runs(tree.head)
    while head and head[0] == BLANK:
        head.pop(0)
    lines += [*head, *([BLANK] if head else [])]
    lines += write_collection(tree.root, 0) if tree.root.entries else ["{}"]
    return "\n".join(lines) + "\n"


def write_collection(collection: Collection, indent: int) -> list[str]:
    """The lines of a block: its entries and the comments at its end."""
    lines: list[str] = []
    keeps = False
    for number, entry in enumerate(collection.entries):
        above = _without_runs(entry.above)
        # Nothing parts the first from what it is in, and a text that keeps its line breaks would gain one.
        while above and above[0] == BLANK and (not number or keeps):
            above = above[1:]
        lines += [" " * indent + line if line else "" for line in above]
        lines += _entry(entry, indent, collection.is_mapping)
        keeps = _keeps_breaks(entry.value)
    end = _without_runs(collection.end)
    if keeps and end[:1] == [BLANK]:
        end = end[1:]
    return [*lines, *(" " * indent + line if line else "" for line in end)]


def settle_comments(collection: Collection, indent: int = 0) -> None:
    """Move each comment that cannot stay where it is to where it is written, which is where it is read again.

    `indent` is that of the entries. Inner entries come first: a comment in several brackets moves out of each.
    """
    for entry in collection.entries:
        value = entry.value
        if not isinstance(value, Collection):
            continue
        settle_comments(value, indent + STEP)
        if not value.entries:
            entry.above += value.end
            value.end = []
        elif not collection.is_mapping and value.anchor is None:
            # Nothing can stand between the dash and what it holds, whose first line may have a comment of its own.
            entry.above += [line for line in value.entries[0].above if line]
            value.entries[0].above = []
            if entry.beside and _one_line(entry, indent, in_mapping=False) is None:
                entry.above.append(entry.beside)
                entry.beside = None


def _one_line(entry: Entry, indent: int, in_mapping: bool) -> str | None:
    """An entry whose value is not a text on one line; None where it takes several."""
    flat = _flat(entry.value)
    if flat is None:
        return None
    line = _lead(entry, indent, in_mapping) + flat
    breakable = isinstance(entry.value, Collection) and entry.value.entries
    return None if breakable and columns(line) > WIDTH else line


def _lead(entry: Entry, indent: int, in_mapping: bool) -> str:
    return " " * indent + (f"{entry.key}: " if in_mapping else "- ")


def _entry(entry: Entry, indent: int, in_mapping: bool) -> list[str]:
    lead = _lead(entry, indent, in_mapping)
    beside = f"  {entry.beside}" if entry.beside else ""
    value = entry.value
    anchor = f"&{value.anchor} " if value.anchor else ""
    if isinstance(value, Scalar):
        return write_scalar(value, lead + anchor, indent, beside)
    line = _one_line(entry, indent, in_mapping)
    if line is not None:
        return [line + beside]
    assert isinstance(value, Collection)
    inner = write_collection(value, indent + STEP)
    if in_mapping or anchor:
        return [(lead + anchor).rstrip() + beside, *inner]
    return [lead + inner[0][indent + STEP :], *inner[1:]]


def _flat(node: Node) -> str | None:
    """A value on one line, as written in brackets; None where a comment or a text keeps it from that."""
    anchor = f"&{node.anchor} " if node.anchor else ""
    if isinstance(node, Alias):
        return f"*{node.name}"
    if isinstance(node, Scalar):
        text = on_one_line(node)
        return None if text is None else anchor + text
    if not node.flow and node.entries:
        return None
    parts = []
    for entry in node.entries:
        text = _flat(entry.value)
        if text is None or entry.above or entry.beside:
            return None
        parts.append(f"{entry.key}: {text}" if node.is_mapping else text)
    if node.end and node.entries:
        return None
    return anchor + ("{" + ", ".join(parts) + "}" if node.is_mapping else "[" + ", ".join(parts) + "]")


def _keeps_breaks(node: Node) -> bool:
    """Whether a value ends with a text whose last line breaks belong to it."""
    while isinstance(node, Collection) and node.entries:
        node = node.entries[-1].value
    return isinstance(node, Scalar) and node.style in ("|", ">") and node.value.endswith("\n\n")


def _without_runs(lines: list[str]) -> list[str]:
    """Blank lines one at a time."""
    return [line for number, line in enumerate(lines) if line or (number and lines[number - 1]) or not number]
