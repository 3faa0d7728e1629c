"""What was probably meant by a text that is not EDTF, and whether it can mean nothing else.

Older and neighbouring ways of writing are rewritten towards the EDTF of 2019. The draft of 2012 wrote `199u`,
`y17e7p3`, `2004-06-(01)~`, `1984?~`, `unknown/2004`, `2004/open` and `2001-21^southernHemisphere`. Neighbours are ISO
8601's weeks and times, XML Schema's `--05-03`, and slips of the hand. Each rewriting is then parsed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from site_builder.edtf import parsing
from site_builder.edtf.dates import Date
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.readings import NoSuchDateError, Reading, joined
from site_builder.edtf.wording import words
from site_builder.languages import clean, date_words, say, without_small_words

_YEAR_FIRST = re.compile(r"\s*-?[0-9]{4}(?![0-9])")
_MAX_LENGTH = 200
"""Nothing is suggested for longer texts."""
_MOST_SWAPS = 4
_MOST_KEPT = 1 << 14
"""Dates that are kept: those of a chronicle are few, and each stands in many records."""
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
_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "−": "-"})
_ZEROS = re.compile(r"(?!0000)(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-00)+([?~%]?)")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([?~%]?)")
_BARE_RANGE = re.compile(r"([^][{},]+?)\.\.([^][{},]+)")
_LONG = re.compile(r"[+]?(-?)[Yy]?(-?)0*([0-9]{1,4})([?~%]?)")
_LONG_LETTERED = re.compile(r"[+]?[Yy](-?)0*([0-9]{5,})([?~%]?)")
_ASKED = re.compile(r"[0-9]{3}\?|[0-9]{2}\?\?|[0-9]{4}-(?:\?\?(?:-\?\?)?|[0-9]{2}-(?:\?\?|[0-3]\?))")
_SHORT_YEAR = re.compile(r"-([0-9]{1,3})((?:-[0-9]{2}){1,2}[?~%]?)")
_PARENTHESES = re.compile(r"\(([^()]*)\)([?~%])")
_OUTSIDE_PARENTHESES = re.compile(r"\((-?[0-9X]{4}(?:-[0-9X]{2})?)\)-([0-9X-]{2,5})([?~%])")
_PLACED_SEASON = re.compile(r"(-?[0-9]{4})-(2[1-4])\^(.*)", re.IGNORECASE)
_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})([Tt ])\s*([0-9:]+)([.,][0-9]+)?\s*([Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?"
)
_COMPACT_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_DAY_OF_YEAR = re.compile(r"([0-9]{4})-([0-9]{3})")
_SPACED = re.compile(r"\s*([/,\[\]{}]|\.\.)\s*")
_ENDS = {
    "unknown": "",
    "unk": "",
    "open": "..",
    "now": "..",
    "present": "..",
    "ongoing": "..",
    "*": "..",
}


@lru_cache(maxsize=_MOST_KEPT)
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
        raise EDTFError(text, position, expected, found.suggestion, found.certain, found.doubt) from None


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
    for reading in _rewritings(text):
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


def _rewritings(text: str) -> Iterator[Reading]:
    """What the text may be in the EDTF of today, the likeliest first."""
    text = text.strip().translate(_HYPHENS)
    yield from _whole(text)
    compact = _SPACED.sub(r"\1", text)
    yield Reading(edtf=compact)
    if compact.count("/") == 1:
        ends = [_end(end) for end in compact.split("/")]
        yield Reading(edtf="/".join(end.edtf for end in ends), doubt=joined(*(end.doubt for end in ends)))
    yield Reading(edtf=_letters(compact))


def _whole(text: str) -> Iterator[Reading]:
    """Readings that look at the text as a whole."""
    if match := _ZEROS.fullmatch(text):
        yield Reading(edtf="-".join(filter(None, (match[1], match[2] if match[2] != "00" else None))) + match[3])
    if (match := _COMPACT.fullmatch(text)) and match[4]:
        yield Reading(edtf=f"{match[1]}-{match[2]}-{match[3]}{match[4]}")
    if match := _BARE_RANGE.fullmatch(text):
        yield Reading(edtf=f"{match[1].strip()}/{match[2].strip()}", doubt="takes `..` for the start and end of a time")
    yield from _years(text)
    if match := _PLACED_SEASON.fullmatch(text):
        yield Reading(edtf=f"{match[1]}-{int(match[2]) + (8 if 'south' in match[3].lower() else 4)}")
    if match := _TIME.fullmatch(text):
        yield from _time(match)
    if match := _COMPACT_TIME.fullmatch(text):
        seconds = f":{match[6]}" if match[6] else ""
        yield Reading(edtf=f"{match[1]}-{match[2]}-{match[3]}T{match[4]}:{match[5]}{seconds}{match[7] or ''}")
    if match := _WEEK.fullmatch(text):
        yield from _week(*(int(number or 0) for number in match.groups()))
    if (match := _DAY_OF_YEAR.fullmatch(text)) and 1 <= int(match[2]) <= 366 and int(match[1]):
        day = date(int(match[1]), 1, 1) + timedelta(int(match[2]) - 1)
        yield Reading(edtf=day.isoformat(), doubt=f"takes {match[2]} for the day of the year")
    if text.startswith("--"):
        yield Reading(edtf=f"XXXX{text[1:]}")


def _years(text: str) -> Iterator[Reading]:
    if _ASKED.fullmatch(text):
        yield Reading(edtf=text.replace("?", "X"), doubt="takes `?` for a digit that is not known")
    if (match := _LONG.fullmatch(text)) and len(text) > 2:
        sign = match[1] or match[2]
        doubt = say("takes it for a year of four digits") if len(text.strip("+-Yy?~%")) < 4 else ""
        yield Reading(edtf=f"{sign if int(match[3]) else ''}{match[3].zfill(4)}{match[4]}", doubt=doubt)
    if match := _LONG_LETTERED.fullmatch(text):
        yield Reading(edtf=f"Y{match[1]}{match[2]}{match[3]}")
    if match := _SHORT_YEAR.fullmatch(text):
        yield Reading(edtf=f"-{match[1].zfill(4)}{match[2]}", doubt="counts years from 0000, which is 1 BCE")


def _time(match: re.Match[str]) -> Iterator[Reading]:
    shift = (match[5] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    shift = f"{shift[:3]}:{shift[3:]}" if len(shift) == 5 else shift
    doubt = say("leaves out parts of the second") if match[4] else ""
    if match[2] == " ":
        doubt = doubt or "takes the number for a time of day"
    yield Reading(edtf=f"{match[1]}T{match[3]}{shift}", doubt=doubt)


def _week(year: int, week: int, weekday: int) -> Iterator[Reading]:
    try:
        first, last = (date.fromisocalendar(year, week, day) for day in ((weekday, weekday) if weekday else (1, 7)))
    except ValueError:
        return
    if weekday:
        yield Reading(edtf=first.isoformat())
    else:
        yield Reading(edtf=f"[{first}..{last}]", doubt="takes it for one day of that week")


def _end(text: str) -> Reading:
    """One end of an interval, by the first rewriting that knows it."""
    named = _ENDS.get(text.lower())
    return Reading(edtf=named) if named is not None else next(_whole(text), Reading(edtf=_letters(text)))


def _letters(text: str) -> str:
    """The signs of 2012 in those of 2019: letters, two qualifiers at once, brackets."""
    text = text.removeprefix("+")
    if text[:1] in ("y", "Y"):
        return text.translate(str.maketrans("yep", "YES"))
    text = re.sub(r"(?<=[0-9xXuU-])[uUx]|[uUx](?=[0-9xXuU-])|(?<=-)[uUx]{2}", "X", text)
    text = re.sub(r"\?~|~\?", "%", text)
    if match := _OUTSIDE_PARENTHESES.fullmatch(text):
        return f"{match[1]}-{_qualified(match[2], match[3])}"
    return _PARENTHESES.sub(lambda group: _qualified(group[1], group[2]), text)


def _qualified(components: str, qualifier: str) -> str:
    """Each component with the qualifier at its left, which is of it alone."""
    return "-".join(f"{qualifier}{component}" for component in components.split("-"))
