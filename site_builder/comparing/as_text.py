"""A comparison for a terminal and for programs."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from site_builder.comparing.changes import Comparison, Scope
from site_builder.comparing.outline import ReportEntry, outline
from site_builder.comparing.spans import Line, Style, pieces_of
from site_builder.comparing.summary import say_silent, summarise
from site_builder.languages import say
from site_builder.problems import visible

_INDENT = "  "


def as_text(comparison: Comparison, scope: Scope) -> str:
    """Every difference; words that went `[-so-]` and words that came `{+so+}`.

    Characters that could steer a terminal are escapes.
    """
    head = {"base": visible(scope.base), "commit": scope.short, "summary": summarise(comparison)}
    lines: list[str] = [say("Since {base} ({commit}): {summary}.", **head)]
    if scope.silent:
        lines.append(say_silent(scope))
    for section in outline(comparison, scope.prefix):
        lines += ["", section.title]
        for entry in section.entries:
            lines += _entry(entry, _INDENT)
    return "".join(f"{line}\n" for line in lines)


def _entry(entry: ReportEntry, indent: str) -> Iterator[str]:
    yield indent + _line(entry.line)
    for row in entry.rows:
        yield f"{indent}{_INDENT}{visible(row.key)}"
        for value in (say("before: {value}", value=row.before), say("now:    {value}", value=row.after)):
            yield f"{indent}{_INDENT}{_INDENT}{_line(value)}"
    for below in entry.entries:
        yield from _entry(below, indent + _INDENT)


_MARKS = {Style.WENT: ("[-", "-]"), Style.CAME: ("{+", "+}")}


def _line(line: Line) -> str:
    parts = []
    for style, text in pieces_of(line):
        before, after = _MARKS.get(style, ("", ""))
        parts.append(before + visible(text) + after)
    return "".join(parts)


VERSION = 1
"""Of the form; a key is only added under the same number."""


def as_json(comparison: Comparison, scope: Scope) -> str:
    """Everything as one object in ASCII; keys are those of the data in `changes`."""
    data = {
        "version": VERSION,
        **asdict(scope),
        "summary": summarise(comparison),
        "empty": comparison.is_empty,
        **asdict(comparison),
    }
    return json.dumps(data, indent=2) + "\n"
