"""What was probably meant by a text that is not EDTF, and whether it can mean nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from site_builder.edtf import dialects, parsing
from site_builder.edtf.dates import Date
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.readings import NoSuchDateError
from site_builder.edtf.wording import words
from site_builder.languages import clean, date_words, say, without_small_words

_YEAR_FIRST = re.compile(r"\s*-?[0-9]{4}(?![0-9])")
_MAX_LENGTH = 200
"""Nothing is suggested for longer texts."""
_MOST_SWAPS = 4
_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_ORDER = "year, month and day in digits and in this order"
_EPOCH_OF_SPREADSHEETS = date(1899, 12, 30)
_EPOCH = date(1970, 1, 1)
_LIKELY = range(1900, 2100)
_NO_DATE = re.compile(r"0+([-/.])0+(?:\1(0+))?(?:[T ]00:00(?::00)?)?|1900-01-00|0?1/0?0/1900|0?0([/.])0?1\3(?:19)?00")
"""What data bases and spreadsheets write where there is no date."""
_OPEN = (
    "a date; an open one is written with X for the digits that are not known: `2024-08-XX`, `2024`, `XXXX`, or with its"
    " bounds: `[..2024-08]` for August 2024 or earlier. A key that is not required may be left out"
)


def parse(text: str) -> Date:
    """The date that an EDTF text means.

    Raises EDTFError, and nothing else, for every other text: with a suggestion where one is seen.
    """
    try:
        return parsing.parse_strictly(text)
    except EDTFError as error:
        found = hint(text, error.suggestion)
        if found is None and _WORD.search(text) and _YEAR_FIRST.match(text) is None:
            raise EDTFError(text, 0, say("{in_order}, like 2024-08-03, 2024-08 or 2024", in_order=_IN_ORDER)) from None
        if found is None:
            raise EDTFError(text, error.position, error.expected) from None
        expected = found.expected or error.expected
        if found.doubt:
            expected = say("{expected} (the suggestion {doubt})", expected=expected, doubt=found.doubt)
        position = 0 if found.expected else error.position
        raise EDTFError(text, position, expected, found.suggestion, certain=found.certain) from None


@dataclass(frozen=True, slots=True)
class Hint:
    """What to write instead of a text that is not a date."""

    suggestion: str | None
    """A valid EDTF text, or None where only the explanation helps."""
    expected: str | None = None
    """What to say was expected, where the parser did not see what the text is."""
    doubt: str = ""
    """What the suggestion leaves out, or takes for granted, where the explanation does not say it."""
    certain: bool = False
    """Whether the suggestion is the only reading of the text and loses nothing of it."""


def hint(text: str, swapped: str | None = None) -> Hint | None:
    """What was meant: `swapped` if that is a date, the modern form of an older dialect, or of a date as people
    write it; None when nothing is seen.

    A date that can be read in two ways is suggested as one of the two, `[2024-03-04,2024-04-03]`: valid, and
    true as long as nobody says which.
    """
    if len(text) > _MAX_LENGTH:
        return None
    if _NO_DATE.fullmatch(text.strip()):
        return Hint(None, f"{_OPEN}. This is what programs write where there is no date")
    if swapped and (found := _checked(swapped)):
        return Hint(found.suggestion)
    for reading in dialects.rewritings(text):
        if found := _checked(reading.text, reading.doubt):
            return found
    return _of_a_number(text) or _of_a_typed_date(text)


def _of_a_typed_date(text: str) -> Hint | None:
    # Only for a text with a mistake in it, and slow to import: most runs never need it.
    from site_builder.edtf import typed_phrases

    try:
        readings = typed_phrases.readings(text)
    except NoSuchDateError as error:
        in_digits = _YEAR_FIRST.match(text) and not any(map(str.isalpha, text))
        return None if in_digits else Hint(None, str(error))
    found = [one for reading in readings if (one := _checked(reading.text, reading.doubt))]
    if len(found) == 1:
        return replace(found[0], expected=None if _YEAR_FIRST.match(text) else _IN_ORDER)
    if found:
        return _of_several(found)
    typed, known = without_small_words(clean(text)), date_words().roles
    if typed in known["open"] or text.strip() in known["open"]:
        return Hint(None, _OPEN)
    return Hint(None, "the day itself: the record is read later too") if typed in known["relative"] else None


def means_today(text: str) -> bool:
    """Whether a text is a word for the day on which it is written, in whatever language."""
    return clean(text).strip("<>{} ") in date_words().roles["today"]


def _of_several(found: Sequence[Hint]) -> Hint:
    texts = [one.suggestion for one in found if one.suggestion]
    said = " or ".join(f"{text} ({words(parsing.parse_strictly(text))})" for text in texts)
    both = _checked(f"[{','.join(texts)}]")
    return Hint(both.suggestion if both else None, f"year, month and day in this order: {said}")


def _checked(text: str, doubt: str = "") -> Hint | None:
    """The text if it is a date, or once the ends of its intervals are swapped; else None."""
    for swaps in range(_MOST_SWAPS + 1):
        try:
            checked = parsing.parse_strictly(text).text
        except EDTFError as error:
            if error.suggestion is None:
                return None
            text = error.suggestion
        else:
            swap = "changes the order of two dates" if swaps else ""
            return Hint(checked, doubt=doubt or swap, certain=not doubt and not swaps)
    return None


def _of_a_number(text: str) -> Hint | None:
    """A number that programs write instead of a date: days of a spreadsheet, seconds since 1970, a bare month."""
    match = re.fullmatch(r"[\s'\"]*([0-9]{5,})(\.[0-9]*)?[\s'\"]*", text)
    if match is None or (len(match[1]) == 8 and not match[2]):
        return None
    number, digits = int(match[1]), len(match[1])
    what, day = f"a number of {digits} digits", None
    if digits == 5:
        what, day = "a number as spreadsheets keep in place of a date", _day(_EPOCH_OF_SPREADSHEETS, number)
    elif digits == 6 and number // 100 in _LIKELY and 1 <= number % 100 <= 12:
        return Hint(
            f"{match[1][:4]}-{match[1][4:]}",
            f"{_IN_ORDER}; this may be year and month without their hyphen",
        )
    elif digits in (10, 13):
        seconds = number // (1000 if digits == 13 else 1)
        what, day = "a timestamp, which counts seconds from 1970", _day(_EPOCH, seconds // 86_400)
    elif digits in (12, 14):
        found = _checked(f"{match[1][:4]}-{match[1][4:6]}-{match[1][6:8]}")
        what, day = "a timestamp", found.suggestion if found else None
    longer = f"; a year of more than four digits has a Y before it: `Y{number}`" if digits in (5, 6) and number else ""
    return Hint(day, f"{_IN_ORDER}; this looks like {what}{longer}")


def _day(epoch: date, days: int) -> str | None:
    try:
        day = epoch + timedelta(days)
    except OverflowError:
        return None
    return day.isoformat() if day.year in _LIKELY else None
