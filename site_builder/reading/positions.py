"""Where things stand in a file: lines and columns of offsets, and the locations of a record's keys and values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple

from site_builder.records import RecordPath

_SHOWN = 80
LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line of a file, as editors count lines."""


def first_line(text: str) -> str:
    """The first line of a text, shortened where it is long, to show what stands at a location."""
    lines = text.strip().splitlines()
    first = lines[0] if lines else ""
    return first if len(first) <= _SHOWN and len(lines) < 2 else first[: _SHOWN - 1].rstrip() + "…"


Extent = tuple[Any, Any, Any]
"""Three of the parser's events: a value's key (or the first again), the first of the value and its last."""

_QUOTES = ("'", '"')
_PROPERTIES = re.compile(r"(?:[&!][^\s\[\]{},]*\s+)+")


def text_start(event: Any, content: str) -> int:
    """Where the text of a key or value begins: after its anchor, its tag and an opening quote."""
    start: int = event.start_mark.index
    if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
        found = _PROPERTIES.match(content, start, event.end_mark.index)
        start = found.end() if found else start
    return start + _is_quoted(event)


def _is_quoted(event: Any) -> bool:
    return getattr(event, "style", None) in _QUOTES


class Offsets(NamedTuple):
    """Where a value stands, as offsets in characters."""

    key: int
    """Where its key begins; where the value begins for list items and the record itself."""
    start: int
    """Where the value begins, after an opening quote."""
    end: int
    """Where the value ends, before a closing quote."""


class Location(NamedTuple):
    """A line and a column, both from 1 and in characters, and the text that stands there."""

    line: int
    column: int
    text: str


class FileText:
    """The text of a file; finds lines and columns, for which line starts are worked out once and on demand."""

    def __init__(self, content: str) -> None:
        self.content = content
        self._starts: list[int] | None = None

    def line_column(self, index: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset."""
        if self._starts is None:
            self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(self.content))]
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line_at(self, index: int) -> str:
        """The rest of the line from an offset on, as far as any of it is shown."""
        end = min(index + 2 * _SHOWN, len(self.content))
        found = LINE_BREAK.search(self.content, index, end)
        return self.content[index : found.start() if found else end]


def offset_of(content: str, line: int, column: int) -> int | None:
    """The offset of a line and column, both from 1, in a text; None where it has no such location."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(content))]
    offset = starts[line - 1] + column - 1 if line <= len(starts) else None
    return offset if offset is not None and offset <= len(content) else None


class Positions:
    """Where the keys and values of one file stand."""

    def __init__(self, text: FileText, extents: Mapping[RecordPath, Extent]) -> None:
        self.text = text
        self.extents = extents

    def within(self, text: FileText) -> Positions:
        """The same locations in a text that differs from this one in no offset."""
        return Positions(text, self.extents)

    def span(self, path: RecordPath) -> Offsets:
        """The span of a value, or of the nearest mapping or list around it that stands in the file."""
        while path and path not in self.extents:
            path = path[:-1]
        if path not in self.extents:
            return Offsets(0, 0, 0)
        key, first, last = self.extents[path]
        content = self.text.content
        end = last.end_mark.index - _is_quoted(last)
        return Offsets(text_start(key, content), text_start(first, content), end)

    def source(self, path: RecordPath) -> str:
        """A value as it is written."""
        span = self.span(path)
        return self.text.content[span.start : span.end]

    def source_at(self, index: int) -> str | None:
        """The text, as it is written, that begins at an offset; None where none does."""
        spans = (self.span(path) for path, (_, first, last) in self.extents.items() if first is last)
        return next((self.text.content[span.start : span.end] for span in spans if span.start == index), None)

    def mapping_at(self, index: int) -> RecordPath | None:
        """The path of the mapping one of whose keys begins at an offset; None where no key does."""
        content = self.text.content
        keys = (path for path, (key, _, _) in self.extents.items() if path and text_start(key, content) == index)
        return next((path[:-1] for path in keys if isinstance(path[-1], str)), None)

    def find(self, path: RecordPath, needle: str = "", occurrence: int = 0) -> Location:
        """Where a value begins; with `needle`, where that text stands in it for the given time (from 0).

        What cannot be found there is placed at the start of the value.
        """
        span = self.span(path)
        return self._place(span.start, span.end, needle, occurrence)

    def find_key(self, path: RecordPath, needle: str = "", occurrence: int = 0) -> Location:
        """Where the key of a value begins, or a text in it."""
        span = self.span(path)
        end = span.key + len(str(path[-1])) if path and isinstance(path[-1], str) else span.end
        return self._place(span.key, end, needle, occurrence)

    def _place(self, start: int, end: int, needle: str, occurrence: int) -> Location:
        content = self.text.content
        index = start
        for count in range(occurrence + 1 if needle else 0):
            index = content.find(needle, index + (count > 0), end)
            if index < 0:
                index = start
                break
        line, column = self.text.line_column(index)
        return Location(line, column, needle or first_line(content[start:end]))
