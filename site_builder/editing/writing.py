"""From the tree of a record to its text, in the one layout that records have."""

import json
import re

from site_builder.editing.tree import BLANK, Collection, Node, Scalar, Tree, TreeAlias, TreeEntry
from site_builder.problems import columns

WIDTH = 100
"""Most columns of a line, where the text lets itself be broken."""
STEP = 2
"""Columns by which what is inside is indented."""

_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_UNFOLDABLE = re.compile("[\t\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_HEADER = re.compile(r"[|>]([-+0-9]*)[^\n]*\n?")


def on_one_line(scalar: Scalar) -> str | None:
    """A scalar without line breaks, as it may stand in brackets too; None where it has to take several lines."""
    if scalar.style in ("|", ">"):
        return None
    if "\n" not in scalar.written:
        return scalar.written
    if "\n" in scalar.value or _UNFOLDABLE.search(scalar.value) or scalar.style == "[":
        return None
    if scalar.style == "'":
        return "'" + scalar.value.replace("'", "''") + "'"
    if scalar.style == '"':
        return None if "\\" in scalar.written or '"' in scalar.value else f'"{scalar.value}"'
    return scalar.value


def write_scalar(scalar: Scalar, lead: str, indent: int, beside: str) -> list[str]:
    """The lines of a scalar after `lead` (indentation, key and colon, or dash), with the comment beside it.

    `indent` is that of the key or dash: lines after the first are indented one step more.
    """
    inside = indent + STEP
    if scalar.style in ("|", ">") and not scalar.value.strip("\n"):
        # A block without a line would not say where it ends.
        return [lead + json.dumps(scalar.value) + beside]
    if scalar.style == "|":
        return _literal(scalar.value, lead, inside, beside)
    if scalar.style == ">":
        return _folded(scalar, lead, inside, beside)
    flat = on_one_line(scalar)
    if flat is not None and (columns(lead + flat) <= WIDTH or not _BREAK.search(scalar.value)):
        return [lead + flat + beside]
    if _can_fold(scalar.value) and scalar.style != "[":
        return _fold(scalar.value, lead, inside, beside)
    if flat is not None:
        return [lead + flat + beside]
    return _several_lines(scalar, lead, inside, beside)


def _several_lines(scalar: Scalar, lead: str, inside: int, beside: str) -> list[str]:
    """A text in quotes that cannot be had otherwise: white space around its line breaks says nothing."""
    first, *rest = scalar.written.split("\n")
    if scalar.style != "[":
        rest = [" " * inside + line.strip(" \t") if line.strip(" \t") else "" for line in rest]
    lines = [lead + first, *rest]
    lines[-1] += beside
    return lines


def _literal(value: str, lead: str, inside: int, beside: str) -> list[str]:
    text, chomping = _chomp(value)
    lines = text.split("\n")
    # A first line that begins with white space would be taken for a deeper indentation.
    starts_inside = next((line for line in lines if line), " ")[:1] in (" ", "\t")
    header = f"|{STEP if starts_inside else ''}{chomping}"
    return [lead + header + beside, *(" " * inside + line if line else "" for line in lines)]


def _folded(scalar: Scalar, lead: str, inside: int, beside: str) -> list[str]:
    header = _HEADER.match(scalar.written)
    assert header is not None
    lines = scalar.written[header.end() :].rstrip("\n").split("\n")
    first = next((line for line in lines if line.strip(" ")), "")
    depth = len(first) - len(first.lstrip(" "))
    as_written = [" " * inside + line[depth:] if line[depth:] else "" for line in lines]
    while as_written and not as_written[-1]:
        as_written.pop()
    has_depth = any(sign.isdigit() for sign in header[1])
    fits = all(columns(line) <= WIDTH for line in as_written) and "\t" not in scalar.value
    if fits and not has_depth and not scalar.value.endswith("\n\n") and first:
        return [lead + ">" + _chomp(scalar.value)[1] + beside, *as_written]
    if _can_fold(scalar.value):
        return _fold(scalar.value, lead, inside, beside)
    return _literal(scalar.value, lead, inside, beside)


def _fold(value: str, lead: str, inside: int, beside: str) -> list[str]:
    text, chomping = _chomp(value)
    lines = []
    for number, paragraph in enumerate(text.split("\n")):
        # A line break in the text is a blank line in a folded block.
        lines += [""] if number else []
        lines += [" " * inside + line for line in _wrap(paragraph, WIDTH - inside)]
    return [lead + ">" + chomping + beside, *lines]


def _can_fold(value: str) -> bool:
    """Whether a folded block can say it: no line of it begins with white space, and none is empty at its ends."""
    text, chomping = _chomp(value)
    lines = text.split("\n")
    return bool(
        lines[0]
        and lines[-1]
        and chomping != "+"
        and not _UNFOLDABLE.search(value)
        and not any(line.startswith(" ") or line.endswith(" ") for line in lines)
    )


def _chomp(value: str) -> tuple[str, str]:
    """A text without its last line break, and the sign that says how many there are."""
    if not value.endswith("\n"):
        return value, "-"
    return value[:-1], "+" if value.endswith("\n\n") or value == "\n" else ""


def _wrap(text: str, width: int) -> list[str]:
    """Lines of a paragraph, broken at single spaces only: others would be lost."""
    lines: list[str] = []
    for word in _BREAK.split(text) if text else []:
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def write_tree(tree: Tree) -> str:
    """The text of a record, which ends with a line break."""
    settle_comments(tree.root)
    lines = [] if tree.schema_line is None else [tree.schema_line]
    head = _comments(tree.head, 0, joined=True)
    lines += [*head, *([BLANK] if head else [])]
    lines += write_collection(tree.root, 0) if tree.root.entries else ["{}"]
    return "\n".join(lines) + "\n"


def write_collection(collection: Collection, indent: int) -> list[str]:
    """The lines of a block: its entries and the comments at its end."""
    lines: list[str] = []
    # Nothing parts the first from what it is in, and a text that keeps its line breaks would gain one.
    joined = True
    for entry in collection.entries:
        lines += _comments(entry.above, indent, joined=joined)
        lines += _entry(entry, indent, collection.is_mapping)
        joined = _keeps_breaks(entry.value)
    return [*lines, *_comments(collection.end, indent, joined=joined)]


def _comments(comments: list[str], indent: int, *, joined: bool) -> list[str]:
    """The lines of comments, with blank ones one at a time, and none before the first where that is joined."""
    lines: list[str] = []
    before = BLANK if joined else None
    for comment in comments:
        if comment != BLANK or before != BLANK:
            lines.append(" " * indent + comment if comment else BLANK)
        before = comment
    return lines


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


def _one_line(entry: TreeEntry, indent: int, in_mapping: bool) -> str | None:
    """An entry whose value is not a text on one line; None where it takes several."""
    flat = _flat(entry.value)
    if flat is None:
        return None
    line = _lead(entry, indent, in_mapping) + flat
    breakable = isinstance(entry.value, Collection) and entry.value.entries
    return None if breakable and columns(line) > WIDTH else line


def _lead(entry: TreeEntry, indent: int, in_mapping: bool) -> str:
    return " " * indent + (f"{entry.key}: " if in_mapping else "- ")


def _entry(entry: TreeEntry, indent: int, in_mapping: bool) -> list[str]:
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
    if isinstance(node, TreeAlias):
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
