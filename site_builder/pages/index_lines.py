"""What stands in the list of all records of a kind, by letter or by year, so that its pages can be planned."""

import unicodedata
from dataclasses import dataclass

from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import year_part
from site_builder.pages.dates import first_year
from site_builder.pages.paging import Sheets, bytes_of, make_sheets, year_levels
from site_builder.records import Actor, Event, Kind, Place, Question, Record, Source, Text, Thread

OTHER = "other"
"""The part of names that begin with no letter, as addresses name it."""
_ENTRY = 180
"""Bytes of HTML of an entry without its texts."""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A record in the list of its kind."""

    id: str
    part: str
    """Its year or letter, as addresses name it."""
    year: int | None
    """The year of a source; None for what is listed by letter."""
    letter: str
    """The first letter of a name; empty for what is listed by year, and for names that begin with no letter."""
    weight: int
    """About how many bytes of HTML its entry has."""


IndexSheets = Sheets[IndexLine]


def plan_index(chronicle: Chronicle, language: str, kind: Kind, most: int) -> IndexSheets:
    """The pages of the list of all records of a kind: sources by year, the latest first, all others by letter."""
    lines = [_line(record, language) for record in chronicle.records(kind).values()]
    lines.sort(key=lambda line: (line.part == OTHER, line.letter, line.year is None, -(line.year or 0)))
    above = year_levels(_year) if kind is Kind.SOURCE else ()
    return make_sheets(lines, lambda line: line.weight, lambda line: line.part, above=above, most=most)


def _year(line: IndexLine) -> int | None:
    return line.year


def _line(record: Record, language: str) -> IndexLine:
    name, summary = _name_of(record, language), summary_of(record)
    said = summary.choose(language)[0] if summary is not None else ""
    weight = _ENTRY + len(record.id) + bytes_of(name, said)
    if isinstance(record, Source):
        year = year_of_source(record)
        return IndexLine(record.id, year_part(year), year, "", weight + bytes_of(record.publisher))
    letter = first_letter(name)
    return IndexLine(record.id, letter_part(letter), None, letter, weight)


def year_of_source(source: Source) -> int | None:
    """The year in which it was published, or can have been published first."""
    return first_year(source.date.earliest, source.date.latest) if source.date is not None else None


def first_letter(name: str) -> str:
    """The first letter of a name, as a capital without accents; empty where a number comes first."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    first = next((sign for sign in folded if sign.isalnum()), "")
    return first.upper()[:1] if first.isalpha() else ""


def letter_part(letter: str) -> str:
    """A letter as the last part of an address: `a`, or the number of a letter of another alphabet as `u0645`."""
    if not letter:
        return OTHER
    return letter.lower() if letter.isascii() else f"u{ord(letter):04x}"


def summary_of(record: Record) -> Text | None:
    """What a record says in a few words of what it is about."""
    match record:
        case Actor() | Place():
            return record.description
        case Event() | Thread() | Question():
            return record.summary
    return None


def _name_of(record: Record, language: str) -> str:
    """What a record is listed under, but for sources without a title, which are listed by year."""
    return record.title or "" if isinstance(record, Source) else record.heading.choose(language)[0]
