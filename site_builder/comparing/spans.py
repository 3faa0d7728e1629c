"""The parts of a line that is reported: whose words they are, and no more of them than is shown."""

from collections.abc import Iterable, Iterator
from enum import Enum
from string import Formatter
from typing import Any, NamedTuple, TypeAlias

from site_builder.languages import Message

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


class Piece(NamedTuple):
    """Words of one style."""

    style: Style
    text: str


Line: TypeAlias = Message | Piece | tuple[Any, ...]
"""What stands on a line: a message, whose values may be lines too, words, or several lines."""


def ours(text: str) -> Piece:
    return Piece(Style.OURS, text)


def an_id(text: str) -> Piece:
    return Piece(Style.ID, clip(text, LONGEST))


def message(text: str) -> Piece:
    return Piece(Style.MESSAGE, clip_value(text))


def of_record(text: str) -> Piece:
    return Piece(Style.RECORD, clip_value(text))


def joined(separator: str, lines: Iterable[Line]) -> Line:
    """Several lines in one."""
    return tuple(part for line in lines for part in (ours(separator), line))[1:]


def pieces_of(value: object, form: str = "") -> Iterator[Piece]:
    """The pieces of a line, or of a value that a message shows in a form."""
    match value:
        case Piece():
            yield value
        case tuple():
            for part in value:
                yield from pieces_of(part)
        case Message():
            template = value.plural if value.plural and value.values["n"] != 1 else value.template
            for words, name, inner_form, _ in Formatter().parse(template):
                yield ours(words)
                if name is not None:
                    yield from pieces_of(value.values[name], inner_form or "")
        case _:
            yield ours(format(value, form))


def clip_value(text: str) -> str:
    """On one line, and no longer than is shown; what is far beyond that is not looked at."""
    return clip(" ".join(text[: 10 * LONGEST].split()), LONGEST)


def clip(text: str, longest: int) -> str:
    """A text, or its beginning and an ellipsis."""
    return text if len(text) <= longest else text[:longest].rstrip() + ELLIPSIS
