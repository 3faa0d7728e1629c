"""Dates as people write them, `27 July 2024` or `27/07/2024`, in EDTF: for suggestions only.

Day, month and year are read by python-dateutil; what stands around them (`circa`, `from … to …`, `the 1990s`,
`19th century`, `44 BC`) here. A date whose day and month could be either has two readings. Month names are
understood in the languages below.
"""

import re
from datetime import datetime
from functools import cache

from babel import Locale
from dateutil import parser as dateutil_parser

from site_builder.edtf import single
from site_builder.edtf.bounds import day

_MAX_LENGTH = 80
_LANGUAGES = ("fr", "uk", "ru", "ar", "es", "pt", "de", "it")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORD = re.compile(r"[^\W\d_]+\.?")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")

_APPROXIMATE = re.compile(
    r"(?:circa|ca?\.?|about|around|approximately|approx\.?|vers|environ|autour d(?:e\s|[u’'])|~|≈)\s*(?=[\w])(.+)", re.I
)
_UNCERTAIN = re.compile(
    r"(?:possibly|probably|perhaps|maybe|uncertain|peut-être|probablement)[\s:]+(.+)|(.+?)[\s,]*(?:\(?uncertain\)?|\?)",
    re.I,
)
_VAGUE = re.compile(
    r"(?:(?:the\s+)?(?:early|mid|late|beginning of|middle of|end of)[\s-]+)(?:in\s+)?(.+)|"
    r"(?:(?:au|à la)\s+)?(?:début|mi|milieu|fin)[\s-]+(?:de\s+|d[’'])?(.+)",
    re.I,
)
_BETWEEN = re.compile(r"between\s+(.+?)\s+and\s+(.+)|entre\s+(.+?)\s+et\s+(.+)", re.I)
_FROM_TO = re.compile(
    r"(?:from\s+|du\s+|de\s+)?(.+?)(?:\s+(?:to|until|till|through|au|à)\s+|\s*[–—]\s*|\s+-\s+)(.+)", re.I
)
_SLASHED = re.compile(r"([^/]*[^\W\d_][^/]*)/([^/]*[^\W\d_][^/]*)")
_DAYS_OF_MONTH = re.compile(r"([0-9]{1,2})\s*[-–/]\s*([0-9]{1,2})\s+([^\W\d_].*)", re.I)
_MONTH_DAYS = re.compile(r"([^\W\d_]+\.?)\s+([0-9]{1,2})\s*[-–]\s*([0-9]{1,2}),?\s+([0-9]{4})", re.I)
_AFTER = re.compile(r"(?:after|later than|après)\s+(.+)", re.I)
_BEFORE = re.compile(r"(?:before|earlier than|avant)\s+(.+)", re.I)
_BY = re.compile(r"by\s+(.+)", re.I)
_SINCE = re.compile(r"(?:since|from|depuis)\s+(.+)", re.I)
_UNTIL = re.compile(r"(?:until|till|up to|to|jusqu[’'](?:au|en|à))\s+(.+)", re.I)
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter|printemps|été|automne|hiver)\s+(?:of\s+)?([0-9]{4})", re.I)
_DECADE = re.compile(r"(?:the\s+)?([0-9]{3})0['’]?s", re.I)
_CENTURY = re.compile(r"(?:the\s+)?([0-9]{1,2})(?:st|nd|rd|th)\s+century", re.I)
_BEFORE_ERA = re.compile(r"([0-9]{1,4})\s*(?:b\.?\s?c\.?(?:\s?e\.?)?)", re.I)
_NUMERIC = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{4})")
_WINTER = re.compile(r"winter\s+(?:of\s+)?([0-9]{4})\s*[/–-]\s*(?:[0-9]{2}|[0-9]{4})", re.I)
_LEADING = re.compile(r"^(?:le|en|in|on)\s+", re.I)
_YEAR_WORD = re.compile(r"\s*(?:р|г|року|года|год)\.?$")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th|er)\b", re.I)
_SEASON_CODES = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "printemps": 21, "été": 22, "automne": 23, "hiver": 24,
}  # fmt: skip


def readings(text: str) -> tuple[str, ...]:
    """What a date as people write it says, in EDTF: none, one, or two readings, the earlier first."""
    text = " ".join(text.split())
    if not 3 <= len(text) <= _MAX_LENGTH:
        return ()
    return _framed(text) or _pair(text) or _plain(text)


def _framed(text: str) -> tuple[str, ...]:
    """A date with words before or after it that EDTF has signs for, or none."""
    if match := _APPROXIMATE.fullmatch(text):
        return tuple(f"{reading}~" for reading in _plain(match[1]))
    if match := _UNCERTAIN.fullmatch(text):
        return tuple(f"{reading}?" for reading in _plain(match[1] or match[2]))
    if match := _VAGUE.fullmatch(text):
        return _plain(match[1] or match[2])
    for pattern, form, step in (
        (_AFTER, "[{}..]", 1),
        (_BEFORE, "[..{}]", -1),
        (_BY, "[..{}]", 0),
        (_SINCE, "{}/..", 0),
        (_UNTIL, "../{}", 0),
    ):
        match = pattern.fullmatch(text)
        found = _plain(match[1]) if match else ()
        if found:
            return tuple(form.format(_moved(reading, step)) for reading in found)
    return ()


def _moved(reading: str, step: int) -> str:
    """The next (1) or last (-1) year, month or day: what is before July is in June at the latest."""
    part = single.read_plain(reading) if step else None
    if part is None:
        return reading
    bound = part.span.latest if step > 0 else part.span.earliest
    moved = str(day(bound.number + step))
    return moved[: len(reading)] if len(moved) == len("YYYY-MM-DD") else reading


def _pair(text: str) -> tuple[str, ...]:
    """Two dates; the first may leave out what the second says. Pairs that can be read in two ways are left."""
    form, first, last = "{}/{}", "", ""
    if match := _BETWEEN.fullmatch(text):
        form, first, last = "[{}..{}]", match[1] or match[3], match[2] or match[4]
    elif match := _DAYS_OF_MONTH.fullmatch(text):
        first, last = match[1], f"{match[2]} {match[3]}"
    elif match := _MONTH_DAYS.fullmatch(text):
        first, last = f"{match[2]} {match[1]} {match[4]}", f"{match[3]} {match[1]} {match[4]}"
    elif match := _SLASHED.fullmatch(text) or _FROM_TO.fullmatch(text):
        first, last = match[1], match[2]
    first, last = _LEADING.sub("", first), _LEADING.sub("", last)
    last_readings = _plain(last)
    if len(last_readings) != 1:
        return ()
    if not _YEAR.search(first):
        day_only = first.strip().isdigit()
        first = f"{first} {re.sub(r'^[0-9]+', '', last)}" if day_only else f"{first} {last_readings[0][:4]}"
    first_readings = _plain(first)
    return (form.format(first_readings[0], last_readings[0]),) if len(first_readings) == 1 else ()


def _plain(text: str) -> tuple[str, ...]:
    """One date without words around it."""
    text = text.strip()
    if match := _DECADE.fullmatch(text):
        return (f"{match[1]}X",)
    if match := _CENTURY.fullmatch(text):
        return (f"{int(match[1]) - 1:02d}XX",) if match[1] != "0" else ()
    if match := _BEFORE_ERA.fullmatch(text):
        year = int(match[1]) - 1
        return (f"-{year:04d}" if year else "0000",)
    if match := _SEASON.fullmatch(text):
        return (f"{match[2]}-{_SEASON_CODES[match[1].lower()]}",)
    if match := _WINTER.fullmatch(text):
        return (f"{match[1]}-24",)
    if match := _MONTH_YEAR.fullmatch(text):
        return (f"{match[2]}-{match[1].zfill(2)}",)
    if not _YEAR.search(text):
        return ()
    text = _YEAR_WORD.sub("", _LEADING.sub("", text.lower()))
    text = _ORDINAL.sub("", _in_english(text))
    found = {_by_dateutil(text, dayfirst=True), _by_dateutil(text, dayfirst=not _NUMERIC.fullmatch(text))}
    return tuple(sorted(reading for reading in found if reading))


def _by_dateutil(text: str, *, dayfirst: bool) -> str | None:
    """Year, month and day as dateutil reads them, those that are given; None when it reads no date."""
    found = []
    # What is not in the text is taken from the default: two defaults tell what was given.
    for default in (datetime(2000, 1, 1), datetime(2004, 2, 2)):
        try:
            found.append(dateutil_parser.parse(text, default=default, dayfirst=dayfirst, ignoretz=True))
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
            # dateutil lets errors of its own workings through for some texts.
            return None
    one, other = found
    if one.year != other.year:
        return None
    if one.month != other.month:
        return f"{one.year:04d}" if one.day != other.day else None
    return f"{one.year:04d}-{one.month:02d}" + (f"-{one.day:02d}" if one.day == other.day else "")


def _in_english(text: str) -> str:
    """The text with the names of months and weekdays of other languages in English, which dateutil reads."""
    names = _names()
    return _WORD.sub(lambda word: names.get(word[0].rstrip("."), word[0]), text)


@cache
def _names() -> dict[str, str]:
    """The English month for each of its names in the other languages, long and short; weekdays by the long ones."""
    english: dict[str, str] = {}
    for language in _LANGUAGES:
        for widths in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for month, name in widths[width].items():
                    english.setdefault(str(name).lower().rstrip("."), _MONTHS[month - 1])
    for language in _LANGUAGES:
        for weekday, name in Locale.parse(language).days["format"]["wide"].items():
            english.setdefault(str(name).lower(), _WEEKDAYS[weekday])
    return english
