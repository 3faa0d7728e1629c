"""Reading past the commonest slip: a text with a second colon, without quotes. What else is wrong is told with it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from site_builder.reading.covers import COVERS, cover, uncovered
from site_builder.reading.documents import Document, Needed, nothing_needed, read_document
from site_builder.reading.faults import Fault
from site_builder.reading.yaml_events import SECOND_COLON

_MOST = 10
"""Most slips of one file that are read past: each is a reading of its own."""
_LONGEST = 50_000
"""Characters of a file above which it is read once."""
_KEY_BEFORE = re.compile(r"\s*(?:-\s+)*([\w-]+:\s+)([^\s\"'\[{>|&*!#].*)")
"""What stands before the second colon of a value: its key, the first colon, and how the text begins."""
_MESSAGE = "a second colon in one value: put the value in quotes"
_WIDEST = 200
"""Characters of a value above which it is not written out in quotes."""
_LINE_BREAK = re.compile(r"[\r\n]|\Z")


def read_past_colons(content: str, date_keys: Collection[str] = (), is_needed: Needed = nothing_needed) -> Document:
    """As `read_document`; the texts with a second colon are read as the texts that they were meant to be.

    A fault tells of each of them. Never raises for what the text holds.
    """
    document = read_document(content, date_keys, is_needed=is_needed)
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
        document = read_document(read, date_keys, is_needed=is_needed)
    if not slips:
        return document
    written = uncovered(document, content)
    return replace(written, faults=[*written.faults, *slips])


def _slip(document: Document, content: str) -> int | None:
    """Where the second colon stands at which reading stopped; None where it did not stop at one."""
    if document.value is not None or not document.faults or document.faults[-1].message != SECOND_COLON:
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
