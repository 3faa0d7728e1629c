"""The one error of this package: where a text stops being a date, and what could stand there.

That is only worked out when a text is not one.
"""

import re
from collections.abc import Sequence

from site_builder import TimelineError
from site_builder.languages import say

A_MONTH = "a month (01 to 12), or a season (21 to 41) where no day follows"
A_DAY = "a day (01 to 31)"
_A_YEAR = "a year of four digits, like 2024"
_LONGER_YEAR = "the end of a year of four digits; longer years are written with Y first, like Y12345"
_THE_END = "the end of the date"
_SECOND_QUALIFIER = "one qualifier at most: % is uncertain and approximate"

_LONG_YEAR_STEPS = (
    (re.compile(r"[?~%]?Y-?"), "Y and a year of more than four digits"),
    (re.compile(r"[1-9][0-9]*"), "digits of a year, the first not 0"),
    (re.compile(r"(?:E(?=[0-9]))?"), ""),
    (re.compile(r"(?<![E])|[1-9][0-9]*"), "an exponent from 1"),
    (re.compile(r"(?:S(?=[0-9]))?"), ""),
    (re.compile(r"(?<![S])|[1-9][0-9]*"), "a number of significant digits from 1"),
)

_COMPONENT = re.compile(r"([?~%]*)(-?)([?~%]*)([0-9X]{0,2})")
"""The qualifiers of what stands before it, a hyphen, its own qualifiers, and its digits."""
_SHOWN = 60


class EDTFError(TimelineError, ValueError):
    """A text is not a date in EDTF.

    `text` is the whole text, `position` the 0-based column at which it stops being one, `expected` what could
    stand there, `suggestion` a valid EDTF text that probably was meant, or None. `certain` says whether that is the
    only reading of the text and loses nothing of it, so that a program may write it. `doubt` says what it leaves out or
    takes for granted.
    """

    def __init__(
        self,
        text: str,
        position: int,
        expected: str,
        suggestion: str | None = None,
        certain: bool = False,
        doubt: str = "",
    ) -> None:
        super().__init__(text, position, expected, suggestion, certain, doubt)
        self.text, self.position, self.expected = text, position, expected
        self.suggestion, self.certain, self.doubt = suggestion, certain, doubt

    def __str__(self) -> str:
        """Where, what was expected, and the suggestion: positions are counted from 1, as people count."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        where = "at its end" if self.position >= len(self.text) else f"at character {self.position + 1}"
        hint = say("; did you mean '{suggestion}'?", suggestion=self.suggestion) if self.suggestion else ""
        return f"{shown!r} is not an EDTF date: {where}, expected {self.expected}{hint}"


def first_mismatch(text: str) -> tuple[int, str]:
    """The column at which a text that is not a date stops being one, and what was expected there."""
    lead = re.match(r"[?~%]?", text)
    at = lead.end() if lead else 0
    if text.startswith("Y", at):
        return first_unmet(_LONG_YEAR_STEPS, text, _THE_END)
    year = re.compile(r"-?[0-9X]{0,4}").match(text, at)
    end = year.end() if year else at
    if end - at - text.startswith("-", at) < 4:
        return end, _A_YEAR
    if text[end : end + 1] == "S":
        return end + 1, "a number of significant digits from 1, and the end of the date"
    if text[end : end + 1].isdigit():
        return end, _LONGER_YEAR
    return _after_year(text, end)


def first_unmet(steps: Sequence[tuple[re.Pattern[str], str]], text: str, after_all: str) -> tuple[int, str]:
    """The column of the first step that a text does not take, and what it expects; `after_all` where it takes all."""
    at = 0
    for pattern, expected in steps:
        match = pattern.match(text, at)
        if match is None:
            return at, expected
        at = match.end()
    return at, after_all


def _after_year(text: str, at: int, components: tuple[str, ...] = (A_MONTH, A_DAY)) -> tuple[int, str]:
    """What follows a year: `-` and a month, `-` and a day, each with its qualifiers."""
    found = _COMPONENT.match(text, at)
    assert found is not None
    if len(found[1]) > 1:
        return at + 1, _SECOND_QUALIFIER
    if not components or not found[2]:
        return found.end(1), _THE_END
    if len(found[3]) > 1:
        return found.end(2) + 1, _SECOND_QUALIFIER
    if len(found[4]) < 2:
        return found.start(4), components[0]
    return _after_year(text, found.end(), components[1:])
