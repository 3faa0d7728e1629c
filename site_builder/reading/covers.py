"""Reading past a slip: what YAML would take for a sign of its own is covered by a letter, and the text read again.

A cover is one character, so that every offset in what is read is that in the text itself.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from site_builder.languages import say
from site_builder.reading.documents import Document, read_document
from site_builder.reading.faults import Fault
from site_builder.reading.positions import FileText
from site_builder.reading.values import Value
from site_builder.records import Schema
from site_builder.vocabulary import FigureCategory, Vocabulary

COVERS = {":": "\uf03a", "#": "\uf023", ",": "\uf02c"}
"""Letters of nobody's (of the private use area), by the sign that they stand for."""
_SIGNS = str.maketrans({cover: sign for sign, cover in COVERS.items()})
_THOUSANDS = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")


def cover(content: str, offsets: Iterable[int]) -> str:
    """A text with the signs at these offsets covered."""
    letters = list(content)
    for offset in offsets:
        letters[offset] = COVERS[letters[offset]]
    return "".join(letters)


def cover_thousands(content: str, vocabulary: Vocabulary) -> str:
    """A text with the commas within figures covered: in brackets YAML takes `{killed: 1,000}` for two keys."""
    if COVERS[","] in content or not _THOUSANDS.search(content):
        return content
    figures = _figure(tuple(vocabulary.lists[FigureCategory])).finditer(content)
    offsets = [found.start() for one in figures for found in _THOUSANDS.finditer(content, one.start(1), one.end(1))]
    return cover(content, offsets) if offsets else content


@cache
def _figure(categories: tuple[str, ...]) -> re.Pattern[str]:
    """A figure behind what it counts."""
    return re.compile(
        rf"\b(?:{'|'.join(categories)}):[ \t]+"
        r"([^\s{}\[\]#\"'][^{}\[\]#\"'\r\n]{0,60}?)(?=,\s|\s*[}\r\n]|\s*\Z)"
    )


def uncovered(document: Document, content: str) -> Document:
    """What a text says of which `document` was read with covers."""
    value = _value(document.value) if document.value is not None else None
    assert value is None or isinstance(value, dict)
    faults = [
        replace(
            fault,
            text=_text(fault.text),
            message=fault.message.changed(_text),
            suggestion=None if fault.suggestion is None else _text(fault.suggestion),
        )
        for fault in document.faults
    ]
    absent = {tuple(_text(part) if isinstance(part, str) else part for part in path) for path in document.absent}
    positions = document.positions.within(FileText(content))
    return Document(value, positions, faults, absent, document.scalars)


def _value(value: Value) -> Value:
    if isinstance(value, dict):
        return {_text(key): _value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner) for inner in value]
    return _text(value)


def _text(text: str) -> str:
    meant = text.translate(_SIGNS)
    return text if meant == text else meant


_MOST = 10
"""Most slips of one file that are read past: each is a reading of its own."""
_LONGEST = 50_000
"""Characters of a file above which it is read once."""
_KEY_BEFORE = re.compile(r"\s*(?:-\s+)*([\w-]+:\s+)([^\s\"'\[{>|&*!#].*)")
"""What stands before the second colon of a value: its key, the first colon, and how the text begins."""
_MESSAGE = say("a second colon in one value: put the value in quotes")
_WIDEST = 200
"""Characters of a value above which it is not written out in quotes."""
_LINE_BREAK = re.compile(r"[\r\n]|\Z")


def read_past_colons(content: str, model: type[Schema] | None = None) -> Document:
    """As `read_document`; the texts with a second colon are read as the texts that they were meant to be.

    Each of them has a fault. Never raises for what the text holds.
    """
    document = read_document(content, model)
    if len(content) > _LONGEST or COVERS[":"] in content:
        return document
    slips: list[Fault] = []
    read = content
    for _ in range(_MOST):
        at = _slip(document, read)
        if at is None:
            break
        if not slips or "\n" in content[slips[-1].index : at]:
            slips.append(replace(document.faults[-1], message=_MESSAGE, suggestion=_in_quotes(content, at)))
        read = cover(read, [at])
        document = read_document(read, model)
    if not slips:
        return document
    written = uncovered(document, content)
    return replace(written, faults=[*written.faults, *slips])


def _slip(document: Document, content: str) -> int | None:
    """Where the second colon stands at which reading stopped; None where it did not stop at one."""
    if not document.at_second_colon:
        return None
    at = document.faults[-1].index
    return at if content[at : at + 1] == ":" and _KEY_BEFORE.fullmatch(_line_before(content, at)) else None


def _line_before(content: str, at: int) -> str:
    return content[max(content.rfind("\n", 0, at), content.rfind("\r", 0, at)) + 1 : at]


def _in_quotes(content: str, at: int) -> str | None:
    """The key with its value in quotes; None where the value goes on below, or a comment follows it."""
    before = _KEY_BEFORE.fullmatch(_line_before(content, at))
    end = _LINE_BREAK.search(content, at)
    assert before is not None and end is not None
    indent = len(before[0]) - len(before[0].lstrip(" "))
    below = content[end.end() :].removeprefix("\n")
    value = before[2] + content[at : end.start()].rstrip()
    if " #" in value or below.startswith(" " * (indent + 1)) or len(value) > _WIDEST:
        return None
    return before[1] + in_quotes(value)


def in_quotes(text: str) -> str:
    """A text without quotes, as it is written, with the quotes in which it means the same."""
    return f'"{text}"' if not {'"', "\\"} & set(text) else "'" + text.replace("'", "''") + "'"
