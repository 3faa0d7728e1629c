"""From a text to a date: the Extended Date/Time Format, levels 0, 1 and 2.

ISO 8601-2:2019, Annex A, as the Library of Congress profiles it (February 2019). Decisions where texts of the
standard, or the suites of other parsers, leave a choice:

* An interval or a range of a set whose end is certainly before its start is an error.
* A date exists: 29 February only in leap years, and an unspecified digit must leave one day at least.
* `Y` is for years of more than four digits, without leading zeros; exponents and significant digits begin at 1,
  and there are no more significant digits than the year has.
* Unspecified digits of a year from the right, one to three, are of level 1; in an interval, of level 2.
* Seasons, long years and qualified dates may stand wherever a date may. Times of day stand alone.
* A time of day may end at the minute, as in ISO 8601-1: no seconds are made up for it.
* An interval has a date at one end at least.
"""

from site_builder.edtf import intervals, sets, single, time_of_day
from site_builder.edtf.dates import Date, Shape
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.parts import NO_DOUBTS, Doubt, Part

MAX_LENGTH = 10_000
"""Longer texts are refused unread."""


def parse_strictly(text: str) -> Date:
    """The date that an EDTF text means. Raises EDTFError without looking for a suggestion."""
    plain = single.read_plain(text)
    if plain is not None:
        return _single(plain)
    if len(text) > MAX_LENGTH:
        raise EDTFError(text, MAX_LENGTH, f"at most {MAX_LENGTH:,} characters")
    if text.startswith(("[", "{")):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _single(time_of_day.read(text) if "T" in text else single.read(text, text, 0))


def _single(part: Part) -> Date:
    uncertain, approximate = _doubts([part])
    shape = Shape.SINGLE
    return Date(part.text, part.level, part.span, part.span, uncertain, approximate, part.precision, shape, (part,))


def _interval(text: str) -> Date:
    first, second = intervals.read(text)
    parts = [end for end in (first, second) if isinstance(end, Part)]
    return Date(
        text,
        intervals.level(first, second),
        intervals.start_span(first),
        intervals.end_span(second),
        *_doubts(parts),
        min((part.precision for part in parts), key=lambda precision: precision.rank),
        Shape.INTERVAL,
        (first, second),
    )


def _set(text: str) -> Date:
    members = sets.read(text)
    shape = Shape.ONE_OF if text[0] == "[" else Shape.ALL_OF
    if shape is Shape.ONE_OF:
        start = end = sets.one_of_span(members)
    else:
        start, end = sets.all_of_spans(members)
    parts = sets.parts_of(members)
    finest = min((part.precision for part in parts), key=lambda precision: precision.rank)
    return Date(text, 2, start, end, *_doubts(parts), finest, shape, members)


def _doubts(parts: list[Part]) -> tuple[bool, bool]:
    """Whether any component of any part is uncertain, and whether any is approximate."""
    qualified = [part for part in parts if part.doubts is not NO_DOUBTS]
    if not qualified:
        return False, False
    found = Doubt.NONE
    for part in qualified:
        for doubt in part.doubts:
            found |= doubt
    return Doubt.UNCERTAIN in found, Doubt.APPROXIMATE in found
