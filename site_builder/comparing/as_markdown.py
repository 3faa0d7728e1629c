"""A comparison as one comment on a pull request, safe whatever the records say, and bounded."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.comparing.changes import Comparison, Scope
from site_builder.comparing.escaping import code, escape
from site_builder.comparing.outline import Entry, Line, Row, Section, Style, outline
from site_builder.comparing.summary import say_silent, summarise
from site_builder.comparing.wording import count

MARKER = "<!-- timeline diff -->"
"""The first line, by which the comment is found again."""
LONGEST = 60_000
"""Characters of a comment, counted as GitHub does, in UTF-16; it bounds them at 65,536."""
_LONGEST_ENTRY = 6_000
_MOST_ROWS = 30
_RESERVED = 3_000
"""Characters kept for what was left out: a few for each section."""


def as_markdown(comparison: Comparison, scope: Scope) -> str:
    """The comment."""
    head = f"**{summarise(comparison)}.** Compared with {code(scope.base)} ({code(scope.short)})."
    parts = [f"{MARKER}\n### What this change means\n\n{head}\n"]
    if scope.silent:
        parts.append(f"\n{say_silent(scope)}\n")
    room = LONGEST - _RESERVED - sum(map(_length, parts))
    left_out = []
    for section in outline(comparison, scope.prefix):
        text, missing = _section(section, room)
        parts.append(text)
        room -= _length(text)
        if missing:
            left_out.append(f"{missing:,} of {len(section.entries):,} under “{section.title}”")
    if left_out:
        parts.append(f"\n**Left out, as a comment holds no more:** {'; '.join(left_out)}.\n")
    return "".join(parts)


def _section(section: Section, room: int) -> tuple[str, int]:
    """As many of the entries as there is room for, and how many there are more."""
    text = f"\n#### {section.title}\n\n"
    told: list[str] = []
    for number, entry in enumerate(section.entries):
        more = "".join(_bounded(entry))
        room -= _length(more)
        if room < _length(text):
            return ("".join((text, *told)) if told else ""), len(section.entries) - number
        told.append(more)
    return "".join((text, *told)), 0


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _bounded(entry: Entry) -> Iterator[str]:
    """An entry with as much below it as fits."""
    length = 0
    blocks = list(_blocks(entry, ""))
    for number, block in enumerate(blocks):
        length += _length(block)
        if number and length > _LONGEST_ENTRY:
            yield f"  - … and {count(len(blocks) - number, 'line')} more\n"
            return
        yield block


def _blocks(entry: Entry, indent: str) -> Iterator[str]:
    yield f"{indent}- {_line(entry.line)}\n"
    indent += "  "
    if entry.rows:
        rows = "".join(f"{indent}{_row(row)}\n" for row in entry.rows[:_MOST_ROWS])
        if len(entry.rows) > _MOST_ROWS:
            rows += f"{indent}| … | {len(entry.rows) - _MOST_ROWS:,} more | |\n"
        yield f"\n{indent}| | before | now |\n{indent}| --- | --- | --- |\n{rows}\n"
    for below in entry.entries:
        yield from _blocks(below, indent)


def _row(row: Row) -> str:
    return f"| {escape(row.key)} | {_line(row.before)} | {_line(row.after)} |"


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: tuple[Style, str]) -> str:
    style, text = span
    match style:
        case Style.OURS:
            return text
        case Style.ID:
            return code(text)
        case Style.RECORD:
            return escape(text)
        case Style.WENT:
            return f"<del>{escape(text)}</del>"
        case Style.CAME:
            return f"<ins>{escape(text)}</ins>"
