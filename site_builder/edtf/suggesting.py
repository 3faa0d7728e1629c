"""What was probably meant by a text that is not EDTF."""

import re
from dataclasses import dataclass

from site_builder.edtf import dialects, parsing
from site_builder.edtf.dates import Date
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.wording import words

_YEAR_FIRST = re.compile(r"\s*-?[0-9]{4}-")
_MAX_LENGTH = 200
"""Nothing is suggested for longer texts."""
_MOST_SWAPS = 4


def parse(text: str) -> Date:
    """The date that an EDTF text means.

    Raises EDTFError, and nothing else, for every other text: with a suggestion where one is seen.
    """
    try:
        return parsing.parse_strictly(text)
    except EDTFError as error:
        found = hint(text, error.suggestion)
        if found and found.expected:
            raise EDTFError(text, 0, found.expected, found.suggestion) from None
        raise EDTFError(text, error.position, error.expected, found.suggestion if found else None) from None


@dataclass(frozen=True, slots=True)
class Hint:
    """A valid EDTF text, and what to say was expected where the parser did not see what the text is."""

    suggestion: str
    expected: str | None = None


def hint(text: str, swapped: str | None = None) -> Hint | None:
    """What was meant: `swapped` if that is a date, the modern form of an older dialect, or of a date as people
    write it; None when nothing is seen.

    A date that can be read in two ways is suggested as one of the two, `[2024-03-04,2024-04-03]`: valid, and
    true as long as nobody says which.
    """
    if len(text) > _MAX_LENGTH:
        return None
    for candidate in (swapped, *dialects.rewritings(text)):
        date = _date(candidate) if candidate else None
        if date is not None:
            return Hint(date)
    # Only for a text with a mistake in it, and slow to import: most runs never need it.
    from site_builder.edtf import human_dates

    found = [date for reading in human_dates.readings(text) if (date := _date(reading))]
    if len(found) == 1:
        year_first = _YEAR_FIRST.match(text)
        return Hint(found[0], None if year_first else "year, month and day in digits and in this order")
    if len(found) > 1:
        said = " or ".join(f"{reading} ({words(parsing.parse_strictly(reading))})" for reading in found)
        both = f"[{','.join(found)}]"
        return Hint(both, f"year, month and day in this order: {said}") if _date(both) else None
    return None


def _date(text: str) -> str | None:
    """The text if it is a date, or once the ends of its intervals are swapped; else None."""
    for _ in range(_MOST_SWAPS + 1):
        try:
            return parsing.parse_strictly(text).text
        except EDTFError as error:
            if error.suggestion is None:
                return None
            text = error.suggestion
    return None
