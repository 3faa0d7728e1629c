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

from site_builder.edtf import single
from site_builder.edtf.dates import (
    INFINITY,
    MINUS_INFINITY,
    UNKNOWN_END,
    UNKNOWN_START,
    Blank,
    Date,
    Doubt,
    Part,
    Range,
    Shape,
    Span,
)
from site_builder.edtf.errors import EDTFError
from site_builder.languages import say

MAX_LENGTH = 10_000
"""Longer texts are refused unread."""

_BLANK_STARTS = {
    Blank.OPEN: Span(MINUS_INFINITY, MINUS_INFINITY),
    Blank.UNKNOWN: Span(UNKNOWN_START, UNKNOWN_START),
}
_BLANK_ENDS = {Blank.OPEN: Span(INFINITY, INFINITY), Blank.UNKNOWN: Span(UNKNOWN_END, UNKNOWN_END)}
_CLOSING = {"[": "]", "{": "}"}

End = Part | Blank
Member = Part | Range


def parse_strictly(text: str) -> Date:
    """The date that an EDTF text means. Raises EDTFError without looking for a suggestion."""
    plain = single.read_plain(text)
    if plain is not None:
        return Date(text, 0, plain.span, plain.span, Doubt.NONE, plain.precision, Shape.SINGLE, (plain,))
    if len(text) > MAX_LENGTH:
        raise EDTFError(text, MAX_LENGTH, say("at most {max_length:,} characters", max_length=MAX_LENGTH))
    if text.startswith(("[", "{")):
        members = _read_members(text)
        shape = Shape.ONE_OF if text[0] == "[" else Shape.ALL_OF
        return _date(text, 2, _spans_of_set(members, shape), shape, members)
    if "/" in text:
        first, last = _read_ends(text)
        start = first.span if isinstance(first, Part) else _BLANK_STARTS[first]
        end = last.span if isinstance(last, Part) else _BLANK_ENDS[last]
        level = max(map(_level_of_end, (first, last)))
        return _date(text, level, (start, end), Shape.INTERVAL, (first, last))
    part = single.read_with_time(text) if "T" in text else single.read(text, text, 0)
    return _date(text, part.level, (part.span, part.span), Shape.SINGLE, (part,))


def _date(text: str, level: int, spans: tuple[Span, Span], shape: Shape, members: tuple[Member | Blank, ...]) -> Date:
    """A date of these members, with what can be said of all dates in it."""
    parts = [part for member in members for part in _ends_of(member) if part is not None]
    doubt = Doubt.NONE
    for part in parts:
        if part.is_doubtful:
            doubt |= part.doubts[0] | part.doubts[1] | part.doubts[2]
    finest = min((part.precision for part in parts), key=lambda precision: precision.rank)
    return Date(text, level, *spans, doubt, finest, shape, members)


def _ends_of(member: Member | Blank) -> tuple[Part | None, Part | None]:
    """The first and the last date of a range, a date alone twice."""
    if isinstance(member, Range):
        return member.first, member.last
    return (None, None) if isinstance(member, Blank) else (member, member)


def _read_ends(text: str) -> tuple[End, End]:
    """The two ends. Raises EDTFError, also when the end is certainly before the start: it suggests the swap."""
    first_text, _, second_text = text.partition("/")
    at = len(first_text) + 1
    if "/" in second_text:
        raise EDTFError(text, at + second_text.index("/"), say("one / at most"))
    first, second = _end(first_text, text, 0), _end(second_text, text, at)
    if not isinstance(first, Part) and not isinstance(second, Part):
        raise EDTFError(text, 0, say("a date at one end of the interval at least"))
    if isinstance(first, Part) and isinstance(second, Part) and first.span.earliest > second.span.latest:
        swapped = f"{second_text}/{first_text}"
        raise EDTFError(text, at, say("an end that is not before the start"), swapped)
    return first, second


def _end(text: str, whole: str, at: int) -> End:
    if not text:
        return Blank.UNKNOWN
    if text == "..":
        return Blank.OPEN
    if "T" in text:
        raise EDTFError(whole, at + text.index("T"), say("no time of day: the ends of intervals are dates"))
    return single.read(text, whole, at)


def _level_of_end(end: End) -> int:
    """The lowest level that has this end of an interval: unspecified digits in one are of level 2."""
    if not isinstance(end, Part):
        return 1
    return 2 if end.has_unspecified else end.level


def _read_members(text: str) -> tuple[Member, ...]:
    """The members, as written. Raises EDTFError.

    `..` before the first or after the last member is an open end; between two dates it needs both of the same
    precision, without unspecified digits, and in order.
    """
    closing = _CLOSING[text[0]]
    if not text.endswith(closing) or len(text) < 2:
        raise EDTFError(text, len(text), closing)
    members: list[Member] = []
    written = text[1:-1].split(",")
    at = 1
    for i, member in enumerate(written):
        first, dots, last = member.partition("..")
        if not dots:
            members.append(single.read(member, text, at))
        else:
            members.append(_range(first, last, text, at, at_start=i == 0, at_end=i == len(written) - 1))
        at += len(member) + 1
    return tuple(members)


def _range(first: str, last: str, whole: str, at: int, *, at_start: bool, at_end: bool) -> Range:
    after_dots = at + len(first) + 2
    if not first and not (at_start and last):
        raise EDTFError(whole, at, say("a date: only the first member of a set can be open at its start"))
    if not last and not at_end:
        raise EDTFError(whole, after_dots, say("a date: only the last member of a set can be open at its end"))
    first_part = single.read(first, whole, at) if first else None
    last_part = single.read(last, whole, after_dots) if last else None
    if first_part and last_part:
        _check_consecutive(first_part, last_part, whole, at, after_dots)
    return Range(first_part, last_part)


def _check_consecutive(first: Part, last: Part, whole: str, at: int, after_dots: int) -> None:
    for part, position in ((first, at), (last, after_dots)):
        if part.has_unspecified or part.significant is not None:
            raise EDTFError(whole, position, say("a date without unspecified digits at either end of .."))
    if first.precision is not last.precision:
        raise EDTFError(
            whole,
            after_dots,
            say(
                "a {precision} as before the .., not a {precision_2}",
                precision=first.precision,
                precision_2=last.precision,
            ),
        )
    if first.span.earliest > last.span.latest:
        swapped = f"{whole[:at]}{last.text}..{first.text}{whole[after_dots + len(last.text) :]}"
        raise EDTFError(
            whole, after_dots, say("a {precision} not before the first", precision=first.precision), swapped
        )


def _spans_of_set(members: tuple[Member, ...], shape: Shape) -> tuple[Span, Span]:
    """Where the first and the last of all dates lie; twice where the only one lies."""
    ends = [_ends_of(member) for member in members]
    firsts = [first.span if first else _BLANK_STARTS[Blank.OPEN] for first, _ in ends]
    lasts = [last.span if last else _BLANK_ENDS[Blank.OPEN] for _, last in ends]
    earliest, latest = min(span.earliest for span in firsts), max(span.latest for span in lasts)
    if shape is Shape.ONE_OF:
        return Span(earliest, latest), Span(earliest, latest)
    return Span(earliest, min(span.latest for span in firsts)), Span(max(span.earliest for span in lasts), latest)
