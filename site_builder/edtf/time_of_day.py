"""Reading a date with a time of day, to the second or to the minute (ISO 8601-1:2019, 5.4 and 5.3.1.3).

EDTF's own profile has times to the second only. One to the minute is what people know and what ISO 8601 has too;
no seconds are made up for it.

A time belongs to the day as written, whatever its shift from UTC: both bounds are that day. `24:00:00` is the end
of that day. UTC counts only where two times are compared: `Moment` says how. Shifts are those in use: from -12:00 to
+14:00; -00:00 means nothing. There is no second 60: when one was inserted is a matter of tables, not of a calendar.
"""

import re

from site_builder.edtf import single
from site_builder.edtf.bounds import Span
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.parts import Moment, Part, Precision

_TIME = re.compile(
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<shift>Z|(?P<sign>[+-])(?P<shift_hour>[0-9]{2})(?::(?P<shift_minute>[0-9]{2}))?)?"
)
_SECONDS_IN_DAY = 24 * 60 * 60
_EASTMOST, _WESTMOST = 14 * 60, -12 * 60


def read(text: str) -> Part:
    """A complete date, T, and a time. Raises EDTFError."""
    date_text, _, time_text = text.partition("T")
    after_t = len(date_text) + 1
    date = single.read(date_text, text, 0)
    if date.precision is not Precision.DAY or date.year is None or date.level > 1 or any(date.doubts):
        raise EDTFError(text, 0, "a complete date (YYYY-MM-DD), neither qualified nor unspecified, before T")
    match = _TIME.fullmatch(time_text)
    if match is None:
        position, expected = _first_mismatch(time_text)
        raise EDTFError(text, after_t + position, expected)
    return Part(
        text,
        date.level,
        date.span,
        Precision.SECOND if match["second"] else Precision.MINUTE,
        date.year,
        date.year_mask,
        date.month,
        date.day,
        time=time_text,
        moment=_moment(match, date.span, text, after_t),
    )


def _moment(match: re.Match[str], span: Span, text: str, at: int) -> Moment:
    midnight = span.earliest.number * _SECONDS_IN_DAY
    shift = _shift(match, text, at) * 60
    first = midnight + _minutes(match, text, at) * 60 + int(match["second"] or 0) - shift
    last = first if match["second"] else first + 59
    return Moment(
        first=first,
        last=last,
        end_of_day=max(last, midnight + _SECONDS_IN_DAY - 1 - shift),
        in_utc=match["shift"] is not None,
    )


def _minutes(match: re.Match[str], text: str, at: int) -> int:
    """Whole minutes since midnight."""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 24 or (hour == 24 and (minute or second)):
        raise EDTFError(text, at + match.start("hour"), "an hour (00 to 23), or 24:00 for the end of the day")
    if minute > 59:
        raise EDTFError(text, at + match.start("minute"), "a minute (00 to 59)")
    if second > 59:
        raise EDTFError(text, at + match.start("second"), "a second (00 to 59)")
    return hour * 60 + minute


def _shift(match: re.Match[str], text: str, at: int) -> int:
    """Minutes ahead of UTC; 0 where none is written."""
    if match["sign"] is None:
        return 0
    hours, minutes = int(match["shift_hour"]), int(match["shift_minute"] or 0)
    shift = (hours * 60 + minutes) * (-1 if match["sign"] == "-" else 1)
    if minutes > 59 or not _WESTMOST <= shift <= _EASTMOST:
        raise EDTFError(text, at + match.start("shift"), "a shift from UTC from -12:00 to +14:00")
    if shift == 0 and match["sign"] == "-":
        raise EDTFError(text, at + match.start("shift"), "+00:00 or Z")
    return shift


_STEPS = (
    (re.compile(r"[0-9]{2}"), "an hour (00 to 23)"),
    (re.compile(r":[0-9]{2}"), "a colon and a minute (00 to 59)"),
    (re.compile(r":[0-9]{2}|(?!:)"), "a second (00 to 59) after the colon, or no colon"),
    (re.compile(r"(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"), ""),
)


def _first_mismatch(text: str) -> tuple[int, str]:
    at = 0
    for pattern, expected in _STEPS:
        match = pattern.match(text, at)
        if match is None:
            return at, expected
        at = match.end()
    return at, "Z, a shift from UTC like +02:00, or the end"
