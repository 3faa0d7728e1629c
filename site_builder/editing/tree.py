"""A record's YAML as a tree that keeps what its values do not say: comments, blank lines, and how they were written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

BLANK = ""
"""Stands for a blank line among comments."""


@dataclass(slots=True)
class Scalar:
    """A text, or a bracketed date, which is a text to us."""

    value: str
    written: str
    """As in the file, quotes and block header included; the text itself where it is new."""
    style: str = ""
    """YAML's sign for how it is written: empty for plain, `'`, `"`, `|`, `>`; `[` for a bracketed date."""
    anchor: str | None = None


@dataclass(slots=True)
class TreeAlias:
    """A value that is written elsewhere."""

    name: str
    anchor: str | None = None


@dataclass(slots=True)
class TreeEntry:
    """A key with its value, or an item of a list, and the comments that go with it."""

    key: str | None
    """As written; None for an item of a list."""
    name: str | None
    """The key that is meant."""
    value: "Node"
    above: list[str] = field(default_factory=list)
    """Comments on lines of their own before it, and blank lines."""
    beside: str | None = None
    """The comment at the end of its line."""


@dataclass(slots=True)
class Collection:
    """A list or a mapping."""

    is_mapping: bool
    flow: bool
    """Whether it is written with brackets."""
    column: int = 0
    """Where a block began in the file, from 0; deeper than the block around it."""
    entries: list[TreeEntry] = field(default_factory=list)
    end: list[str] = field(default_factory=list)
    """Comments on lines of their own after the last entry, and blank lines."""
    anchor: str | None = None


Node = Scalar | TreeAlias | Collection


@dataclass(slots=True)
class Tree:
    """A file."""

    root: Collection
    head: list[str] = field(default_factory=list)
    """Comments at the top that belong to no key: a blank line parts them from the first."""
    schema_line: str | None = None
    """The comment that says to editors where the schema is."""


def nodes(node: Node) -> Iterator[Node]:
    """A node and every node in it."""
    yield node
    if isinstance(node, Collection):
        for entry in node.entries:
            yield from nodes(entry.value)


def comments(tree: Tree) -> Iterator[str]:
    """Every comment but the schema's."""
    yield from _said(tree.head)
    for node in nodes(tree.root):
        if isinstance(node, Collection):
            yield from _said(node.end)
            for entry in node.entries:
                yield from _said([*entry.above, entry.beside or BLANK])


def _said(lines: list[str]) -> Iterator[str]:
    return (line for line in lines if line != BLANK)
