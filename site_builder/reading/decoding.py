"""From the bytes of a file to its text."""

import re
import unicodedata

from site_builder import problems
from site_builder.languages import say
from site_builder.reading.faults import Fault

LARGEST = 1024 * 1024
"""Most bytes that a file may have."""

_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)
"""What YAML does not allow, and the two separators that YAML, unlike editors, takes for line breaks."""


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """The text of a file without its byte order mark, and what is wrong with it.

    Where there are faults the text is good only for showing where they are.
    """
    if len(data) > LARGEST:
        return "", [Fault(problems.FILE_TOO_LARGE, say("the file is larger than 1 MiB, the most a record may have"), 0)]
    if _is_wide(data):
        return "", [Fault(problems.NOT_UTF8, say("the file is in UTF-16 or UTF-32: save it as UTF-8"), 0)]
    try:
        # All of them: libyaml passes over one more without counting it, which would shift every place.
        text = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    return text, find_controls(text)


def _is_wide(data: bytes) -> bool:
    """Whether a text has two or four bytes a character: by its mark, or by zero bytes, of which others have none."""
    return data.startswith(_WIDE_BOMS) or data.count(0) > max(len(data) // 3, 8)


def find_controls(text: str) -> list[Fault]:
    """The control characters in a text."""
    return [_control(found) for found in _CONTROL.finditer(text)]


def name(character: str) -> str:
    """A character as people can look it up: its number and its Unicode name."""
    known = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{' ' + known.lower() if known else ''}"


def _control(found: re.Match[str]) -> Fault:
    message = say("{name} is a control character, which no text needs: delete it", name=name(found[0]))
    return Fault(problems.CONTROL_CHARACTER, message, found.start(), found[0])


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, list[Fault]]:
    before = data[: error.start].decode("utf-8").lstrip("\ufeff")
    found = data[error.start]
    message = say("byte {byte} ({found:02x}) is not UTF-8: save the file as UTF-8", byte=error.start + 1, found=found)
    return before, [Fault(problems.NOT_UTF8, message, len(before), f"\\x{found:02x}")]
