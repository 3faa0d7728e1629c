"""Texts that a ` #` cuts short: YAML takes the rest of the line for a comment, and readers would never see it.

What looks like text (`Brigade #4`, `#MeToo`) is read as the text that it was meant to be, and is an error until it is
in quotes. What looks like a comment (`# to be checked`) is one, and a warning where it follows words for readers. After
ids, dates and values of lists any comment is fine, and so is one after quotes unless it looks like text, or on a line
of its own unless that is where a text may go on: it stands further in, and looks like text.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Any

from site_builder import problems
from site_builder.languages import say
from site_builder.problems import Severity
from site_builder.reading.covers import COVERS, cover, in_quotes, read_past_colons, uncovered
from site_builder.reading.documents import Document
from site_builder.reading.faults import Fault
from site_builder.reading.positions import first_line, text_start
from site_builder.records import Schema, holds_words

Comment = tuple[Any, int]
"""The parser's event of the value that a comment follows, and where its sign stands."""

_MOST = 40
"""Most readings of one file; in each all texts are read one comment further."""
_MOST_READ = 2_000_000
"""Most characters that all readings of one file take together."""
_SIGN = re.compile(r"(?<=[ \t])#")
_BEHIND = re.compile(r"[ \t]+#")
_BELOW = re.compile(r"[ \t]*\r?\n(?P<indent>[ \t]+)#")
"""A comment on the next line, which may be where a text goes on."""
_BLOCKS = ("|", ">")
_LINE_BREAK = re.compile(r"[\r\n]")
_TEXT = re.compile(r"#(?!(?:todo|fixme|xxx|tbd|note|nb|check)\b|[a-z_]+:(?:\s|$))\w", re.IGNORECASE)
"""How a sign begins that is part of a text, and not a note to oneself or a key that was taken out."""
_NOTE = say(
    "a `#` after a space begins a comment, which readers do not see: put the text in quotes if this is part of it, "
    "or the comment on a line of its own"
)


def read_past_comments(content: str, model: type[Schema] | None = None) -> Document:
    """As `read_past_colons`; words that are cut short by what looks like text are read whole, and have a fault.

    Never raises for what the text holds.
    """
    document = read_past_colons(content, model)
    if model is None or not _SIGN.search(content) or COVERS["#"] in content:
        return document
    read, document = _cover_texts(content, document, model)
    noted = _comments(document, read, model)
    if document.value is None and noted:
        # A note in the middle of a text, or before the end of a bracket: nothing can be read with it.
        tried = cover(read, (sign for _, sign in noted))
        if (other := read_past_colons(tried, model)).value is not None:
            read, document = tried, other
    if not noted and read == content:
        return document
    cut = _cut_texts(document, content, read)
    notes = [_note(content, event) for event, _ in noted]
    known = {fault.index for fault in cut}
    written = uncovered(document, content)
    return replace(written, faults=[*written.faults, *cut, *(note for note in notes if note.index not in known)])


def _cover_texts(content: str, document: Document, model: type[Schema]) -> tuple[str, Document]:
    """The content with a cover over each sign that is part of words, and what it says."""
    read = content
    for _ in range(min(_MOST, 1 + _MOST_READ // (len(content) + 1))):
        comments = _comments(document, read, model)
        found = [one for one in comments if not one[0].style and _TEXT.match(read, one[1])]
        if not found:
            break
        read = cover(read, (sign for _, sign in found))
        document = read_past_colons(read, model)
    return read, document


def _comments(document: Document, content: str, model: type[Schema]) -> list[Comment]:
    """The comments that follow words, or stand in place of them; after quotes only what looks like text."""
    found = []
    for path, event in document.scalars:
        if event.style in _BLOCKS or not holds_words(model, path):
            continue
        behind = _BEHIND.match(content, event.end_mark.index) or _goes_on_below(content, event)
        if behind is None:
            continue
        sign = behind.end() - 1
        if _TEXT.match(content, sign) or (event.value and not event.style):
            found.append((event, sign))
    return found


def _goes_on_below(content: str, event: Any) -> re.Match[str] | None:
    """A comment that looks like text, in from the line on which the words before it begin."""
    below = _BELOW.match(content, event.end_mark.index) if event.value and not event.style else None
    if below is None or not _TEXT.match(content, below.end() - 1):
        return None
    line = content[content.rfind("\n", 0, event.start_mark.index) + 1 : event.start_mark.index]
    return below if len(below["indent"]) > len(line) - len(line.lstrip()) else None


def _cut_texts(document: Document, content: str, read: str) -> list[Fault]:
    """A fault for each text that holds signs which are covered in what was read."""
    faults: list[Fault] = []
    signs = [one.start() for one in re.finditer(COVERS["#"], read)]
    found: set[int] = set()
    for _, event in document.scalars:
        start, end = text_start(event, read), event.end_mark.index
        first, last = bisect_left(signs, start), bisect_left(signs, end)
        if first < last:
            faults.append(_cut(content, start, end, signs[first]))
            found.update(signs[first:last])
    rest = [sign for sign in signs if sign not in found]
    return [*faults, *(_cut(content, sign, _end_of_line(content, sign), sign) for sign in rest)]


def _cut(content: str, start: int, end: int, sign: int) -> Fault:
    """The fault of a text that is cut at a sign, and of which as much as was read ends at `end`."""
    noted = _BEHIND.match(content, end) is not None
    text = content[start : _end_of_line(content, end) if noted else end].rstrip()
    kept = content[start:sign].rstrip()
    message = say(
        "a `#` after a space begins a comment, and readers would see {seen}: put the text in quotes",
        seen=say("only `{text}`", text=first_line(kept)) if kept else say("nothing of it"),
    )
    goes_on = _LINE_BREAK.search(content, sign, end) is not None
    # A line of its own may be a comment after all.
    alone = re.search(r"\n[ \t]*#", text) is not None
    certain = (
        not noted
        and not goes_on
        and not alone
        and all(_TEXT.match(text, found.start()) for found in _SIGN.finditer(text))
    )
    return Fault(problems.CUT_TEXT, message, start, text, in_quotes(text), certain)


def _note(content: str, event: Any) -> Fault:
    start = text_start(event, content) - bool(event.style)
    text = content[start : _end_of_line(content, event.end_mark.index)].rstrip()
    return Fault(problems.CUT_TEXT, _NOTE, start, text, in_quotes(text), severity=Severity.WARNING)


def _end_of_line(content: str, index: int) -> int:
    found = _LINE_BREAK.search(content, index)
    return found.start() if found is not None else len(content)
