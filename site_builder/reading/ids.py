"""Ids as file names: their form, names that some systems cannot hold, and what a text looks like as an id."""

import re
import unicodedata

from site_builder import edtf
from site_builder.languages import Message, say
from site_builder.reading import letters
from site_builder.records import DEVICES, ID_PATTERN, MAX_ID
from site_builder.transliteration import in_latin

_ID = re.compile(ID_PATTERN)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
_FULL_WIDTH = 0xFF01
_CALENDAR_DATE = re.compile(r"(-?[0-9]{4})(-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_YEAR_BELOW_0 = re.compile(r"-[0-9]{4}(?![^-])")
_BEGINS_WITH_DATE = re.compile(r"^[0-9-]*(?:(?<=[0-9]-)bce(?:-[0-9-]*|$))?")
_BEGINS_WITH_YEAR = re.compile(r"(?P<before>[0-9]+)-bce-|(?P<year>[0-9]{4})-")
_NAMED_YEARS = range(-9999, 10_000)


def why_not_id(text: str) -> Message | None:
    """Why a text is not an id that any file system can hold; None where it is one."""
    if text in DEVICES:
        return say("is a name that Windows reserves for a device")
    if len(text) > MAX_ID:
        return say("has {n} characters, and an id has at most {most}", n=len(text), most=MAX_ID)
    if not _ID.fullmatch(text):
        return say("is not an id: small letters a to z, digits, and single hyphens between them")
    return None


def disguised_id(text: str) -> str | None:
    """The id that a text looks like that has letters or digits of another script in it; None where it is none such.

    None for one with a word that is all of another script: that may be a word of a language, and is spelled anew.
    """
    plain = letters.in_latin(text.translate(_HYPHENS))
    # Full-width letters and digits, and superscripts, are forms of the Latin ones themselves (NFKC).
    meant = unicodedata.normalize("NFKC", plain).lower()
    words = [word for word in text.translate(_HYPHENS).split("-") if not word.isascii()]
    mixed = all(any(letter.isascii() or ord(letter) >= _FULL_WIDTH for letter in word) for word in words)
    return meant if mixed and not text.isascii() and why_not_id(meant) is None else None


def as_id(text: str) -> str | None:
    """An id that a text could stand for, in small Latin letters without spaces; None where there is none."""
    if (meant := disguised_id(text)) is not None:
        return meant
    dated = _YEAR_BELOW_0.match(text)
    plain = year_name(int(dated[0])) + text[dated.end() :] if dated else text
    slug = re.sub(r"[^a-z0-9]+", "-", in_latin(plain)).strip("-")
    return slug if slug != text and slug and why_not_id(slug) is None else None


def is_id(text: str) -> bool:
    """Whether a text has the form of an id, as names in words do not."""
    return _ID.fullmatch(text) is not None


def date_prefix(date: edtf.Date) -> str | None:
    """What the id of an event of that date begins with: its start, as far as it is exact, and a hyphen.

    A time of day stands for the day as written. A start that is qualified, not given in full, or one of several asks
    only for its year; None where there is no year of four digits.
    """
    start = date.text.partition("/")[0].partition("T")[0]
    year, written = year_folder(date), _CALENDAR_DATE.fullmatch(start)
    return year and f"{year}{written[2] or '' if written else ''}-"


def year_folder(date: edtf.Date) -> str | None:
    """The folder of the events of the year in which a date begins; None where there is no year of four digits."""
    year = None if date.text.startswith("XXXX") else date.earliest.year
    return year_name(year, digits=4) if year is not None and year in _NAMED_YEARS else None


def year_name(year: int, digits: int = 1) -> str:
    """A year in ids and addresses, which begin with no hyphen: `2024`, `212-bce` for -211."""
    return f"{year:0{digits}d}" if year > 0 else f"{1 - year}-bce"


def year_in_id(text: str) -> int | None:
    """The year that the id of an event begins with; None where it begins with none."""
    found = _BEGINS_WITH_YEAR.match(text)
    if found is None:
        return None
    return 1 - int(found["before"]) if found["before"] else int(found["year"])


def without_date(text: str) -> str:
    """An id without the date that it begins with, whichever that is."""
    return _BEGINS_WITH_DATE.sub("", text, count=1)
