"""Signs that pass for those of YAML: `title：A`, `title:A`, `– item`, `［a，b］`, and odd spaces around them.

YAML reads them as letters, and complains lines later. Where a line is right with the sign that was meant, it is read
so, and a fault stands where the sign does.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from site_builder import problems
from site_builder.languages import Message, say
from site_builder.problems import Code, Severity
from site_builder.reading.decoding import name
from site_builder.reading.documents import Document
from site_builder.reading.faults import Fault
from site_builder.reading.positions import FileText, Positions
from site_builder.reading.spaces import ODD
from site_builder.records import Schema, all_keys, date_keys, holds_list, holds_words

_COLONS = "：﹕︓∶ː꞉"
_DASHES = "–—−－‐‑‒―•·‣▪*"
_KEY = re.compile(
    rf"(?P<before>^[ {ODD}]*+(?:[-{_DASHES}][ {ODD}]++)*+|[{{｛,][ {ODD}]*+)"
    rf"(?P<key>[A-Za-z0-9_][\w+-]*+)(?P<gap>[ \t{ODD}]*+)(?P<colon>[:{_COLONS}])(?P<after>[ \t{ODD}]*+)"
    r"(?=(?P<next>[^\r\n]?))",
    re.MULTILINE,
)
"""What looks like a key at the beginning of a line, behind a dash, or in brackets."""
_NAME = re.compile(r"[\w+-]+")
"""A key that is read as it was meant: under others, such as `– place`, a text may hold what was a key."""
_ITEM = re.compile(rf"^(?P<before>[ {ODD}]*+)(?P<dash>[-{_DASHES}])(?P<after>[ {ODD}]++)(?=\S)", re.MULTILINE)
_INDENT = re.compile(rf"^(?= *+[{ODD}])[ {ODD}]*+(?=[^\s#])", re.MULTILINE)
_BRACKETS = str.maketrans("［］【】〔〕｛｝，、", "[][][]{},,")
_MOST = 4
"""Most readings of one file with what was meant."""
_LONGEST = 100_000
"""Characters of a file above which it is read as it is."""
_OPENING = "［【〔｛"
_QUOTES = {"“": "”“", "„": "“”", "”": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "’": "’", "＂": "＂", "`": "`"}
"""What closes each sign that opens a quotation in print."""
_SIGNS = "".join((_COLONS, _DASHES, ODD, _OPENING, *_QUOTES))
_ANY_SIGN, _ASCII_SIGNS = re.compile(f"[{_SIGNS}]"), tuple(sign for sign in _SIGNS if sign.isascii() and sign != "-")
_ANY_COLON = re.compile(r":(?:(?<=[\w+-]:)[^\s/]|(?<=[ \t]:)(?=\S))")
"""Begins with the sign itself, because that is what a pattern is looked for by in no time."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A text to be read as another."""

    start: int
    before: str
    after: str
    code: Code
    message: Message


@dataclass(frozen=True, slots=True)
class _Mark:
    """An offset in the text as written."""

    index: int


def read_past_punctuation(content: str, read_as: Callable[[str], Document], model: type[Schema]) -> Document:
    """What a reading makes of a text with the signs that were meant, and a fault for each that was not."""
    document = read_as(content)
    if len(content) > _LONGEST or not _may_have_slips(content):
        return document
    slips = _structure(content)
    if slips:
        texts = [
            (event.start_mark.index, event.end_mark.index)
            for path, event in document.scalars
            if not holds_list(model, path) and all(isinstance(part, int) or _NAME.fullmatch(part) for part in path)
        ]
        slips = _outside(texts, slips)
    moved = document
    for _ in range(_MOST):
        more = [*_brackets(moved, content, model), *_quotes(moved, content, model)]
        if not (together := _apart([*slips, *more])):
            return document
        read, shifts = _apply(content, together)
        moved = _moved(read_as(read), read, content, shifts)
        if moved.value is None and document.value is not None:
            return document
        kept = _outside([(event.start_mark.index, event.end_mark.index) for _, event in moved.scalars], together)
        if kept == slips:
            break
        slips = kept
    faults = [Fault(one.code, one.message, one.start, one.before, one.after, True, Severity.ERROR) for one in slips]
    return replace(moved, faults=[*moved.faults, *faults]) if slips else document


def _may_have_slips(content: str) -> bool:
    """Whether a sign stands in a text that may be a slip: in most there is none."""
    if content.isascii():
        has_signs = any(sign in content for sign in _ASCII_SIGNS)
    else:
        has_signs = _ANY_SIGN.search(content) is not None
    return has_signs or _ANY_COLON.search(content) is not None


def _structure(content: str) -> list[_Slip]:
    """Signs that may be slips in keys, items of lists and indentation."""
    found = [_space(one.start(), one[0], " " * len(one[0])) for one in _INDENT.finditer(content)]
    for one in _ITEM.finditer(content):
        found += _dash(one)
    for one in _KEY.finditer(content):
        found += _colon(one)
    return _apart(found)


def _brackets(document: Document, content: str, model: type[Schema]) -> list[_Slip]:
    """Lists and mappings in brackets that are none of YAML."""
    found = []
    for path, event in document.scalars:
        text = content[event.start_mark.index : event.end_mark.index]
        if text and text[0] in _OPENING and not event.style and holds_list(model, path):
            meant = text.translate(_BRACKETS)
            message = say(
                "{name} is not a bracket of YAML: write {pair}", name=name(text[0]), pair=f"{meant[0]} {meant[-1]}"
            )
            found.append(_Slip(event.start_mark.index, text, meant, problems.LOOKALIKE_SIGN, message))
    return found


def _apart(found: list[_Slip]) -> list[_Slip]:
    """Slips in order, no two at one offset."""
    kept: list[_Slip] = []
    for slip in sorted(found, key=lambda slip: slip.start):
        if not kept or slip.start >= kept[-1].start + len(kept[-1].before):
            kept.append(slip)
    return kept


def _quotes(document: Document, content: str, model: type[Schema]) -> list[_Slip]:
    """Values in quotes of print: but no words, in which they may be meant, and no dates, which have their own rule."""
    found = []
    for path, event in document.scalars:
        text = content[event.start_mark.index : event.end_mark.index]
        meant = text[1:-1]
        if event.style or len(text) < 3 or text[-1] not in _QUOTES.get(text[0], "") or re.search(r"[\"\\\r\n]", meant):
            continue
        if path[-1] not in date_keys() and "figures" not in path and not holds_words(model, path):
            message = say('{name} is not a quotation mark of YAML: write " or no quotes', name=name(text[0]))
            slip = _Slip(event.start_mark.index, text, f'"{meant}"', problems.LOOKALIKE_SIGN, message)
            found.append(slip)
    return found


def _dash(one: re.Match[str]) -> list[_Slip]:
    if one["dash"] != "-":
        message = say("{name} is not a hyphen: begin an item of a list with `- `", name=name(one["dash"]))
        return [_Slip(one.start("dash"), one["dash"] + one["after"], "- ", problems.LOOKALIKE_SIGN, message)]
    return [_space(one.start("after"), one["after"], " ")] if one["after"].strip(" ") else []


def _colon(one: re.Match[str]) -> list[_Slip]:
    written = one["gap"] + one["colon"] + one["after"]
    meant = ": " if one["next"] else ":"
    if one["colon"] != ":":
        message = say("{name} is not a colon: write `{key}: `, with a space", name=name(one["colon"]), key=one["key"])
        return [_Slip(one.start("gap"), written, meant, problems.LOOKALIKE_SIGN, message)]
    if any(sign not in " \t" for sign in one["after"]):
        return [_space(one.start("gap"), written, meant)]
    if not one["after"] and one["next"] not in ",]}" and one["key"] in all_keys():
        message = say("a colon and a space end a key: write `{key}: `", key=one["key"])
        return [_Slip(one.start("gap"), written, meant, problems.LOOKALIKE_SIGN, message)]
    return []


def _space(start: int, before: str, after: str) -> _Slip:
    odd = next(sign for sign in before if sign not in " \t:")
    message = say("{name} is not an ordinary space, which YAML needs here: type an ordinary one", name=name(odd))
    return _Slip(start, before, after, problems.ODD_SPACE, message)


def _outside(spans: list[tuple[int, int]], slips: list[_Slip]) -> list[_Slip]:
    """The slips that are in no span, and the quotes, which are around one; spans are in order, and none in another."""
    kept = []
    for slip in slips:
        before = bisect_left(spans, (slip.start + 1,)) - 1
        if slip.before[0] in _QUOTES or before < 0 or slip.start >= spans[before][1]:
            kept.append(slip)
    return kept


def _apply(content: str, slips: list[_Slip]) -> tuple[str, list[tuple[int, int]]]:
    """The text with what was meant, and where it then stands how much further on than in the text as written."""
    parts, shifts, position, shift = [], [(0, 0)], 0, 0
    for slip in slips:
        parts += [content[position : slip.start], slip.after]
        position = slip.start + len(slip.before)
        shift += len(slip.after) - len(slip.before)
        shifts.append((position + shift, shift))
    return "".join((*parts, content[position:])), shifts


def _moved(document: Document, read: str, content: str, shifts: list[tuple[int, int]]) -> Document:
    """A document with every offset in it back in the text as written, of which `read` was made."""
    offsets = [offset for offset, _ in shifts]

    def back(index: int) -> int:
        return max(0, min(len(content), index - shifts[max(0, bisect_left(offsets, index + 1) - 1)][1]))

    def moved(event: Any) -> Any:
        again = copy(event)
        again.start_mark, again.end_mark = _Mark(back(event.start_mark.index)), _Mark(back(event.end_mark.index))
        return again

    extents = {
        path: (moved(key), moved(first), moved(last)) for path, (key, first, last) in document.positions.extents.items()
    }

    def written(fault: Fault) -> Fault:
        start, end = back(fault.index), back(fault.index + len(fault.text))
        verbatim = read.startswith(fault.text, fault.index)
        return replace(fault, index=start, text=content[start:end] if verbatim else fault.text)

    faults = [written(fault) for fault in document.faults]
    scalars = [(path, moved(event)) for path, event in document.scalars]
    return Document(document.value, Positions(FileText(content), extents), faults, document.absent, scalars)
