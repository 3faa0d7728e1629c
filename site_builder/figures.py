"""Counts that can be vague: what a claimant wrote, and the bounds it implies."""

import re
from dataclasses import dataclass

from site_builder import TimelineError
from site_builder.figure_wording import Meant, meant
from site_builder.languages import say

_WORDS = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2_000, 999_999)}
_FIGURE = re.compile("(~|up to |)([0-9]{1,12})")
_RANGE = re.compile(r"([0-9]{1,12})(?:-([0-9]{1,12})|\+)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people as written, with the least and the most it can mean."""

    text: str
    """As written: `84`, `~50`, `20-80`, `46+`, `up to 10`, `dozens`."""
    least: int
    """Lower bound, inclusive."""
    most: int | None
    """Upper bound, inclusive; None where open."""
    approximate: bool = False
    """Written with `~`: the bounds are a fifth either side, a convention and not the claimant's."""

    def __str__(self) -> str:
        return self.text

    def excludes(self, other: "Figure") -> bool:
        """Whether the two cannot both be true of the same people."""
        return (self.most is not None and other.least > self.most) or (
            other.most is not None and self.least > other.most
        )


class FigureError(TimelineError, ValueError):
    """A text is not a figure; says what was expected, and what was probably meant."""

    def __init__(self, message: str, meant: Meant | None) -> None:
        super().__init__(message)
        self.suggestion = meant.text if meant is not None else None
        self.certain = meant is not None and meant.certain
        """Whether that is the only reading and loses nothing."""


def parse(text: str) -> Figure:
    """Read a figure; raises FigureError."""
    text = text.strip()
    if text in _WORDS:
        least, most = _WORDS[text]
        return Figure(text, least, most, approximate=True)
    if found := _FIGURE.fullmatch(text):
        sign, count = found[1], int(found[2])
        margin = -(-count // 5) if sign == "~" else 0
        return Figure(text, 0 if sign == "up to " else count - margin, count + margin, approximate=sign == "~")
    if found := _RANGE.fullmatch(text):
        first, last = int(found[1]), int(found[2]) if found[2] else None
        if last is not None and first > last:
            raise FigureError(say("the lower number comes first"), Meant(f"{last}-{first}", False))
        return Figure(text, first, last)
    expected = say("expected a figure: 84, ~50, 20-80, 46+, up to 10, dozens, hundreds or thousands")
    raise FigureError(expected, meant(text))


def validate(value: object) -> Figure:
    """Read a figure from a value of unknown type, for schemas."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(say("expected a figure such as 84, ~50, 20-80 or 46+"))
    return parse(str(value))


def split_parties(written: str) -> tuple[str, ...]:
    """The parties whose losses one figure counts together: `a+b` are two."""
    return tuple(party.strip() for party in written.split("+"))


def sort_parties(written: str) -> str:
    """The same parties in the order of their names, each once: `b+a` and `a + b` are both `a+b`."""
    return "+".join(sorted({*split_parties(written)}))
