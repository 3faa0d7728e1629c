"""The parts of a line that is reported: whose words they are, and no more of them than is shown."""

from enum import Enum

LONGEST = 2_000
"""Characters of one value that are shown."""
ELLIPSIS = "…"


class Style(Enum):
    """Whose words they are, and what became of them."""

    OURS = "ours"
    RECORD = "record"
    """Of a record: anything at all."""
    MESSAGE = "message"
    """Ours, with words of a record between backticks."""
    ID = "id"
    """An id, a key or a file's name."""
    WENT = "went"
    """Words of a record that went."""
    CAME = "came"
    """Words of a record that came."""


Piece = tuple[Style, str]
Line = tuple[Piece, ...]


def ours(text: str) -> Piece:
    return (Style.OURS, text)


def an_id(text: str) -> Piece:
    return (Style.ID, clip(text, LONGEST))


def message(text: str) -> Piece:
    return (Style.MESSAGE, clip_value(text))


def of_record(text: str) -> Piece:
    return (Style.RECORD, clip_value(text))


def clip_value(text: str) -> str:
    """On one line, and no longer than is shown; what is far beyond that is not looked at."""
    return clip(" ".join(text[: 10 * LONGEST].split()), LONGEST)


def clip(text: str, longest: int) -> str:
    """A text, or its beginning and an ellipsis."""
    return text if len(text) <= longest else text[:longest].rstrip() + ELLIPSIS
