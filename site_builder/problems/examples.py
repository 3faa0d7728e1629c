"""How the examples of codes are written.

An example is the text of one record, or of several, each after a line `=== path`; without such a line it is an event
of the name USUAL_FILE. Keys that every record needs and that do not matter are left out. What cannot be typed stands
in angle quotation marks: `‹U+202E›` a character, `‹byte E9›` a byte, `‹a × 200›` a text repeated, `‹link to a.yml›`
a symbolic link in place of a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

USUAL_FILE = "2024/2024-08-02-attack.yml"
"""The file of an example that names none, relative to the folder of the records."""

_FILE = re.compile(r"^=== (.*)\n", re.MULTILINE)
_STAND_IN = re.compile(r"‹(?:U\+([0-9A-F]{4,6})|byte ([0-9A-F]{2})|(.*?) × ([0-9]+))›", re.DOTALL)
_LINK = re.compile(r"‹link to (.*)›\n?")


def files_of(example: str) -> dict[str, str]:
    """The texts of an example by the paths of their files."""
    before, *rest = _FILE.split(example)
    files = {USUAL_FILE: before} if before or not rest else {}
    return files | dict(zip(rest[::2], rest[1::2], strict=True))


def link_target(text: str) -> str | None:
    """What a file of an example leads to, where it is a symbolic link."""
    found = _LINK.fullmatch(text)
    return found[1] if found else None


def as_bytes(text: str) -> bytes:
    """The content of a file of an example, with what cannot be typed in it."""
    content, position = b"", 0
    for found in _STAND_IN.finditer(text):
        content += text[position : found.start()].encode() + _stand_in(found)
        position = found.end()
    return content + text[position:].encode()


def _stand_in(found: re.Match[str]) -> bytes:
    character, byte, repeated, times = found.groups()
    readings: tuple[tuple[str | None, Callable[[str], bytes]], ...] = (
        (character, lambda point: chr(int(point, 16)).encode()),
        (byte, bytes.fromhex),
        (repeated, lambda text: text.encode() * int(times)),
    )
    return next(read(text) for text, read in readings if text is not None)
