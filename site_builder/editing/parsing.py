"""From the text of a record to its tree. The text has been read before and is known to be YAML within bounds."""

import re
from typing import Any, NamedTuple

import yaml

from site_builder.editing.tree import BLANK, Collection, Node, Scalar, Tree, TreeAlias, TreeEntry
from site_builder.reading import read_events, text_start
from site_builder.records import date_keys

_BEFORE_NEXT = -1
"""Indentation of a comment that follows the dash of a list item, or other punctuation: it is about what comes."""


class Line(NamedTuple):
    """A line of its own: a comment, or a blank one."""

    text: str
    indent: int


def _line(text: str) -> Line | None:
    comment = _comment(text)
    if comment is None:
        return None if text.strip() else Line(BLANK, _BEFORE_NEXT)
    before = text[: text.index("#")]
    return Line(comment, _BEFORE_NEXT if before.strip() else len(before))


def _comment(text: str) -> str | None:
    at = text.find("#")
    return text[at:].rstrip() if at >= 0 else None


def closed_by(node: Node) -> list[Collection]:
    """The blocks that end where a value ends, outermost first."""
    chain: list[Collection] = []
    while isinstance(node, Collection) and not node.flow:
        chain.append(node)
        node = node.entries[-1].value
    return chain


def share_out(lines: list[Line], closed: list[Collection]) -> list[str]:
    """Give comments to the closed blocks that they are indented like; what is left belongs to what comes next."""
    open_until = len(closed)
    waiting: list[str] = []
    for line in lines:
        if line.text == BLANK:
            waiting.append(BLANK)
            continue
        fitting = [index for index in range(open_until) if closed[index].column <= line.indent]
        if not fitting:
            open_until = 0
            waiting.append(line.text)
            continue
        open_until = fitting[-1] + 1
        closed[fitting[-1]].end += [*waiting, line.text]
        waiting = []
    return waiting


_SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n]*)?")
_QUOTES = ("'", '"')
_STEP = 2


def parse_tree(content: str) -> Tree:
    """The tree of a text that `read_document` finds no fault with; lines end in `\\n`."""
    return _Parser(content).parse()


class _Parser:
    """Walks the events of one text once; what stands between them are the comments."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.next_event = read_events(content)
        self.end = 0
        self.last: TreeEntry | None = None
        """The entry whose line the text before `end` is."""

    def parse(self) -> Tree:
        self.next_event()
        self.next_event()
        start = self.next_event()
        # As if a line had ended before the first: nothing stands beside which its comment could be.
        lines = [line.text for line in self._gap(start.start_mark.index, before="\n")]
        root = self._collection(start, -1)
        rest = share_out(self._gap(len(self.content), after="\n"), closed_by(root))
        root.end += rest if any(rest) else []
        schema = next((line for line in lines if _SCHEMA_LINE.match(line)), None)
        head, above = _split([line for line in lines if not _SCHEMA_LINE.match(line)])
        if not root.entries:
            return Tree(root, [*head, *above], schema)
        root.entries[0].above = [*above, *root.entries[0].above]
        return Tree(root, head, schema)

    def _gap(self, start: int, before: str = "", after: str = "") -> list[Line]:
        """The lines between what was read and `start`; a comment beside what was read goes there."""
        first, *rest = (before + self.content[self.end : start] + after).split("\n")
        self.end = max(self.end, start)
        if (beside := _comment(first)) is not None and self.last is not None:
            if self.last.beside is not None:
                self.last.above.append(self.last.beside)
            self.last.beside = beside
        # What stands on the line of the next value is part of it, but for a comment.
        whole = [*rest[:-1], *(text for text in rest[-1:] if "#" in text)]
        return [line for line in map(_line, whole) if line is not None]

    def _comments(self, start: int) -> list[str]:
        """The comments between what was read and `start`, inside brackets or between a key and its value."""
        return [line.text for line in self._gap(start) if line.text != BLANK]

    def _collection(self, start: Any, around: int) -> Collection:
        is_mapping = isinstance(start, yaml.MappingStartEvent)
        # An anchor stands on the line of the key, and says nothing of where the block stands.
        column = around + _STEP if start.anchor else max(start.start_mark.column, around + 1)
        collection = Collection(is_mapping, bool(start.flow_style), column, anchor=start.anchor)
        opening = text_start(start, self.content)
        if self.content[opening : opening + 1] in ("[", "{") and collection.flow:
            self.end = opening + 1
        while not isinstance(event := self.next_event(), yaml.CollectionEndEvent):
            self._entry(collection, event)
        self._close(collection, event)
        return collection

    def _close(self, collection: Collection, event: Any) -> None:
        """The end of a list or mapping; only brackets stand in the text."""
        start, end = event.start_mark.index, event.end_mark.index
        if collection.flow and end > start:
            collection.end += self._comments(start)
            self.end = end

    def _entry(self, collection: Collection, event: Any) -> None:
        entry = TreeEntry(None, None, TreeAlias(""))
        if collection.flow:
            entry.above = self._comments(event.start_mark.index)
        else:
            closed = closed_by(collection.entries[-1].value) if collection.entries else []
            entry.above = share_out(self._gap(event.start_mark.index), closed)
        self.last = entry
        if collection.is_mapping:
            entry.key, entry.name = self._written(event), event.value
            self.end = event.end_mark.index
            event = self.next_event()
        entry.value = self._value(event, entry, collection.column)
        collection.entries.append(entry)

    def _value(self, event: Any, entry: TreeEntry, around: int) -> Node:
        is_collection = isinstance(event, yaml.CollectionStartEvent)
        if not is_collection or event.flow_style:
            entry.above += self._comments(event.start_mark.index)
        if is_collection:
            if event.flow_style and entry.name in date_keys():
                return self._date(event)
            node = self._collection(event, around)
            if node.flow:
                self.last = entry
            return node
        self.end = event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            return TreeAlias(event.anchor or "")
        scalar = Scalar(event.value, self._written(event), event.style or "", event.anchor)
        if scalar.style in ("|", ">"):
            self._block_scalar(event, entry)
        return scalar

    def _block_scalar(self, event: Any, entry: TreeEntry) -> None:
        start, end = text_start(event, self.content), event.end_mark.index
        header = _BLOCK_HEADER.match(self.content, start)
        if header is not None and header[1]:
            if entry.beside is not None:
                entry.above.append(entry.beside)
            entry.beside = header[1].rstrip()
        keeps = header is not None and "+" in header[0].partition("#")[0]
        text = self.content[start:end]
        # Blank lines after the last line that says something part it from what follows.
        self.end = start + (len(text.removesuffix("\n")) if keeps else _length(text, event.value))

    def _date(self, event: Any) -> Scalar:
        start, anchor, depth = text_start(event, self.content), event.anchor, 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if not depth:
                break
            event = self.next_event()
        self.end = event.end_mark.index
        written = self.content[start : self.end]
        return Scalar(written, written, "[", anchor)

    def _written(self, event: Any) -> str:
        start = text_start(event, self.content) - (event.style in _QUOTES)
        return self.content[start : event.end_mark.index]


def _length(text: str, value: str) -> int:
    """Where the last line of a block's value ends in its text: a line of spaces belongs to it if it is deep enough."""
    if not value.rstrip("\n").endswith((" ", "\t")):
        return len(text.rstrip())
    lines = text.split("\n")
    says = next(line for line in lines[1:] if line.strip(" ")) if value.strip(" \n") else ""
    said = next(line for line in value.split("\n") if line.strip(" ")) if says else ""
    depth = len(says) - len(says.lstrip(" ")) - (len(said) - len(said.lstrip(" ")))
    while len(lines) > 1 and len(lines[-1]) <= depth:
        lines.pop()
    return len("\n".join(lines))


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """What stands at the top of a file, and what belongs to its first key: the last blank line parts them."""
    parted = max((index for index, line in enumerate(lines) if line == BLANK), default=-1)
    head = lines[: max(parted, 0)]
    while head and head[-1] == BLANK:
        head.pop()
    return head, lines[parted + 1 :]
