"""A comparison as one comment on a pull request, safe whatever the records say, and bounded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from site_builder.comparing.changes import Comparison, Scope
from site_builder.comparing.outline import ReportEntry, ReportRow, ReportSection, outline
from site_builder.comparing.spans import Line, Style, clip, pieces_of
from site_builder.comparing.summary import say_silent, summarise
from site_builder.languages import say, say_n
from site_builder.problems import visible

MARKER = "<!-- timeline diff -->"
"""The first line, by which the comment is found again."""
LONGEST = 60_000
"""Characters of a comment, counted as GitHub does, in UTF-16; it bounds them at 65,536."""
_RESERVED = 3_000
"""Characters kept for what was left out: a few for each section."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """How much is shown of each thing."""

    entry: int
    """Characters."""
    rows: int
    value: int
    """Characters of one value."""


_ALL = _Bounds(LONGEST, LONGEST, LONGEST)
_SHARED = _Bounds(6_000, 30, 400)
"""Where not all has room, so that one record takes no other's."""
_OF_ENDING = 50
"""Characters that say how much is left out of an entry."""


def as_markdown(comparison: Comparison, scope: Scope) -> str:
    """The comment: everything, where that has room; else something of everything as far as there is room."""
    sections = outline(comparison, scope.prefix)
    named = {"base": code(scope.base), "commit": code(scope.short)}
    head = say("**{summary}.** Compared with {base} ({commit}).", summary=summarise(comparison), **named)
    parts = [f"{MARKER}\n### {say('What this change means')}\n\n{head}\n"]
    if scope.silent:
        parts.append(f"\n{say_silent(scope)}\n")
    room = LONGEST - _RESERVED - sum(map(_length, parts))
    shown = [_section(section, room, _ALL) for section in sections]
    if any(part.missing for part in shown) or sum(_length(part.text) for part in shown) > room:
        needs = [_need(_section(section, room, _SHARED), room) for section in sections]
        shares = _share(room, needs)
        shown = [_section(section, share, _SHARED) for section, share in zip(sections, shares, strict=True)]
    parts += (part.text for part in shown)
    left_out = [
        say("{n:,} of {all:,} under “{title}”", n=part.missing, all=len(section.entries), title=section.title)
        for section, part in zip(sections, shown, strict=True)
        if part.missing
    ]
    if left_out:
        message = say("**Left out, as a comment holds no more:** {list}.", list="; ".join(left_out))
        parts.append(f"\n{message}\n")
    return "".join(parts)


def _share(room: int, needs: Sequence[int]) -> list[int]:
    """What each gets of the room: those that need little all of it, the others the same."""
    shares = [0] * len(needs)
    for served, place in enumerate(sorted(range(len(needs)), key=lambda place: needs[place])):
        shares[place] = min(needs[place], room // (len(needs) - served))
        room -= shares[place]
    return shares


class _Part(NamedTuple):
    """What is shown of a section."""

    text: str
    missing: int
    """Entries for which there was no room."""


def _need(part: _Part, room: int) -> int:
    return room if part.missing else _length(part.text)


def _section(section: ReportSection, room: int, bounds: _Bounds) -> _Part:
    """As many of the entries as there is room for."""
    title = f"\n#### {section.title}\n\n"
    room -= _length(title)
    shown: list[str] = []
    for number, entry in enumerate(section.entries):
        more = "".join(_bounded(entry, bounds))
        if not shown and _length(more) > room:
            # Something of the first, rather than nothing.
            more = "".join(_bounded(entry, replace(bounds, entry=room - _OF_ENDING)))
        room -= _length(more)
        if room < 0:
            return _Part("".join((title, *shown)) if shown else "", len(section.entries) - number)
        shown.append(more)
    return _Part("".join((title, *shown)), 0)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _bounded(entry: ReportEntry, bounds: _Bounds) -> Iterator[str]:
    """An entry with as much below it as fits."""
    length = 0
    blocks = list(_blocks(entry, "", bounds))
    for number, block in enumerate(blocks):
        length += _length(block)
        if number and length > bounds.entry:
            more = say_n("… and {n:,} line more", "… and {n:,} lines more", len(blocks) - number)
            yield f"  - {more}\n"
            return
        yield block


def _blocks(entry: ReportEntry, indent: str, bounds: _Bounds) -> Iterator[str]:
    yield f"{indent}- {_line(entry.line, bounds)}\n"
    indent += "  "
    if entry.rows:
        rows = "".join(f"{indent}{_row(row, bounds)}\n" for row in entry.rows[: bounds.rows])
        if len(entry.rows) > bounds.rows:
            rows += f"{indent}| … | {say('{n:,} more', n=len(entry.rows) - bounds.rows)} | |\n"
        yield f"\n{indent}| | {say('before')} | {say('now')} |\n{indent}| --- | --- | --- |\n{rows}\n"
    for below in entry.entries:
        yield from _blocks(below, indent, bounds)


def _row(row: ReportRow, bounds: _Bounds) -> str:
    return f"| {escape(row.key)} | {_line(row.before, bounds)} | {_line(row.after, bounds)} |"


def _line(line: Line, bounds: _Bounds) -> str:
    return "".join(_span(style, clip(text, bounds.value)) for style, text in pieces_of(line))


def _span(style: Style, text: str) -> str:
    match style:
        case Style.OURS:
            return text
        case Style.ID:
            return code(text)
        case Style.MESSAGE:
            return _message(text)
        case Style.RECORD:
            return escape(text)
        case Style.WENT:
            return f"<del>{escape(text)}</del>"
        case Style.CAME:
            return f"<ins>{escape(text)}</ins>"


def _message(text: str) -> str:
    """A message of ours, in which what stands between backticks is a record's."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    return "".join(code(part) if number % 2 else _between(part) for number, part in enumerate(parts))


def _between(words: str) -> str:
    """Words with the spaces around them."""
    before, after = (" " if words[end : end + 1].isspace() else "" for end in (0, len(words) - 1))
    return f"{before}{escape(words)}{after if words.strip() else ''}"


_GAP = "&#8203;"
"""A space of no width."""
_AUTOMATIC = re.compile(
    r"(?P<mention>@)"
    r"|(?P<scheme>:)(?=\S)"  # https://, mailto:, :emoji:
    r"|(?P<issue>#)(?=\w)"
    r"|(?P<host>www)(?=\.)"
    r"|(?P<numbered>\b(?:GH|GHSA|CVE)-)"
    r"|(?P<commit>\b[0-9a-f]{7,64}\b)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[\\`*_\[\]|~]")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("$"): "&#36;"}
_MARK = "\ue000"
"""Stands for a gap until everything else is escaped."""


def escape(text: str) -> str:
    """The text as a part of a line of Markdown that does not begin with it, or of a table's cell."""
    plain = visible(" ".join(text.split())).replace(_MARK, "\\ue000")
    broken = _AUTOMATIC.sub(_break, plain)
    return _MARKUP.sub(r"\\\g<0>", broken.translate(_ENTITIES)).replace(_MARK, _GAP)


def code(text: str) -> str:
    """A code span, in which nothing is looked for; not for tables, where a bar would end it."""
    shown = visible(text)
    longest = max((len(ticks) for ticks in re.findall("`+", shown)), default=0)
    fence, space = "`" * (longest + 1), " " if longest or shown != shown.strip() else ""
    return f"{fence}{space}{shown}{space}{fence}" if shown else ""


def _break(found: re.Match[str]) -> str:
    if found["commit"] is None:
        return found[0] + _MARK
    return _MARK.join(found[0][at : at + 6] for at in range(0, len(found[0]), 6))
