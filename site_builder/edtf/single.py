"""Reading one date: calendar dates with all that may qualify or mask them, seasons, long years, times of day.

EDTF's own profile has times to the second only. One to the minute is what people know and what ISO 8601 has too
(ISO 8601-1:2019, 5.4 and 5.3.1.3); no seconds are made up for it.

A time belongs to the day as written, whatever its shift from UTC: both bounds are that day. `24:00:00` is the end
of that day. UTC counts only where two times are compared: `Moment` says how. Shifts are those in use: from -12:00 to
+14:00; -00:00 means nothing. There is no second 60: when one was inserted is a matter of tables, not of a calendar.
"""

import re
from dataclasses import replace
from functools import lru_cache

from site_builder.edtf import calendar
from site_builder.edtf.dates import NO_DOUBTS, Doubt, Moment, Part, Precision, Span, precision_of_year
from site_builder.edtf.errors import A_DAY, A_MONTH, EDTFError, first_mismatch, first_unmet
from site_builder.languages import say

_MAX_YEAR_DIGITS = 1_000
"""Years of more digits than this are refused: they would only cost time."""
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CALENDAR = re.compile(
    r"(?P<left0>[?~%])?(?P<year>-?[0-9X]{4})(?P<right0>[?~%])?"
    r"(?:-(?P<left1>[?~%])?(?P<month>[0-9X]{2})(?P<right1>[?~%])?"
    r"(?:-(?P<left2>[?~%])?(?P<day>[0-9X]{2})(?P<right2>[?~%])?)?)?"
)
_LONG_YEAR = re.compile(
    r"(?P<left0>[?~%])?"
    r"(?:Y(?P<long>-?(?:0|[1-9][0-9]*))(?:E(?P<exponent>[1-9][0-9]*))?|(?P<short>-?[0-9]{4})(?=S))"
    r"(?:S(?P<significant>[1-9][0-9]*))?(?P<right0>[?~%])?"
)
_RIGHT_MASKS = re.compile(r"-?[0-9][0-9X]{3}(?<=X)|-?[0-9]{4}-(?:XX(?:-XX)?|[0-9]{2}-XX)")
_QUALIFIERS = ("left0", "right0", "left1", "right1", "left2", "right2")
_DOUBTS = {None: Doubt.NONE, "?": Doubt.UNCERTAIN, "~": Doubt.APPROXIMATE, "%": Doubt.BOTH}


def read_plain(text: str) -> Part | None:
    """The most frequent dates, `2024`, `2024-07` and `2024-07-27`; None when the text is anything else."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    year_text, month_text, day_text = match.groups()
    year = int(year_text)
    try:
        if day_text:
            first = last = calendar.day_number(year, int(month_text), int(day_text))
            how = Precision.DAY
        elif month_text:
            month = int(month_text)
            first = calendar.day_number(year, month, 1)
            last = first + calendar.days_in_month(year, month) - 1
            how = Precision.MONTH
        else:
            first, last = _whole_years(year, year)
            how = Precision.YEAR
    except ValueError:
        return None
    return Part(text, 0, Span.of_days(first, last), how, year, year_text, month_text or "", day_text or "")


def read(text: str, whole: str, at: int) -> Part:
    """One date without a time of day: `text` stands in `whole` at column `at`.

    Raises EDTFError, its position counted in `whole`.
    """
    plain = read_plain(text)
    if plain is not None:
        return plain
    match = _CALENDAR.fullmatch(text)
    if match is not None:
        return _calendar_date(match, whole, at)
    match = _LONG_YEAR.fullmatch(text)
    if match is not None:
        return _long_year(match, whole, at)
    position, expected = first_mismatch(text)
    raise EDTFError(whole, at + position, expected)


@lru_cache(maxsize=1_024)
def _doubts(*qualifiers: str | None) -> tuple[tuple[Doubt, Doubt, Doubt], int]:
    """What qualifiers say of year, month and day, and the level that allows them where they stand.

    They come in pairs, left and right of each component. One at the left is of its component alone; one at the
    right is of that component and all before it (ISO 8601-2:2019, 8.2).
    """
    doubts = list(NO_DOUBTS)
    level = 0
    for i in range(len(qualifiers) // 2):
        left, right = qualifiers[2 * i : 2 * i + 2]
        doubts[i] |= _DOUBTS[left]
        for j in range(i + 1) if right else ():
            doubts[j] |= _DOUBTS[right]
        if left or (right and 2 * (i + 1) < len(qualifiers)):
            level = 2
        elif right:
            level = max(level, 1)
    return (doubts[0], doubts[1], doubts[2]) if level else NO_DOUBTS, level


def _calendar_date(match: re.Match[str], whole: str, at: int) -> Part:
    year_mask, month, day_of_month = match["year"], match["month"] or "", match["day"] or ""
    if year_mask == "-0000":
        raise EDTFError(whole, at + match.start("year"), say("a year: the year zero is 0000, without a sign"))
    components = 3 if day_of_month else 2 if month else 1
    doubts, level = _doubts(*match.group(*_QUALIFIERS[: 2 * components]))
    bare = "-".join((year_mask, month, day_of_month)[:components])
    plain = read_plain(bare)
    if plain is not None:
        return replace(plain, text=match[0], level=level, doubts=doubts)
    if year_mask[0] == "-":
        level = max(level, 1)
    if "X" in bare:
        level = max(level, 1 if _RIGHT_MASKS.fullmatch(bare) else 2)
    if not day_of_month and month.isdigit() and int(month) in calendar.SUB_YEARS:
        level = max(level, 1 if int(month) <= 24 else 2)
        first, last = calendar.matching_years(year_mask)
        span = Span.of_days(calendar.season_days(first, int(month))[0], calendar.season_days(last, int(month))[1])
    else:
        span = _span(match, year_mask, month, day_of_month, whole, at)
    year = None if "X" in year_mask else int(year_mask)
    how = _precision(year_mask, month, day_of_month)
    return Part(match[0], level, span, how, year, year_mask, month, day_of_month, doubts)


def _span(match: re.Match[str], year: str, month: str, day_of_month: str, whole: str, at: int) -> Span:
    """The first and last matching day. Raises EDTFError at the component that cannot be."""
    found = calendar.matching_days(year, month, day_of_month)
    if found is not None:
        return Span.of_days(*found)
    if calendar.matching_days("XXXX", month, "") is None:
        raise EDTFError(whole, at + match.start("month"), A_MONTH)
    longest = next(n for n in ("31", "30", "29", "28") if calendar.matching_days(year, month, n))
    expected = A_DAY if longest == "31" else say("a day that the month has (01 to {longest})", longest=longest)
    raise EDTFError(whole, at + match.start("day"), expected)


def _precision(year_mask: str, month: str, day_of_month: str) -> Precision:
    if day_of_month and "X" not in day_of_month:
        return Precision.DAY
    if month and "X" not in month:
        return Precision.MONTH if int(month) <= 12 else Precision.SEASON
    return precision_of_year(len(year_mask) - len(year_mask.rstrip("X")))


def _long_year(match: re.Match[str], whole: str, at: int) -> Part:
    """`Y170000002`, `Y17E7`, `1950S2`, `Y3388E2S3` (ISO 8601-2:2019, 4.4 and 4.7; years only)."""
    written, exponent, significant = match["long"], match["exponent"], match["significant"]
    digits = (written or match["short"]).lstrip("-")
    zeros = int(exponent or 0) if len(exponent or "") < 5 else _MAX_YEAR_DIGITS
    if len(digits) + zeros > _MAX_YEAR_DIGITS:
        raise EDTFError(
            whole, at, say("a year of at most {max_year_digits:,} digits", max_year_digits=_MAX_YEAR_DIGITS)
        )
    if written and (digits == "0" or (exponent is None and len(digits) < 5)):
        expected = say("more than four digits after Y: shorter years are written without it")
        raise EDTFError(whole, at + match.start("long"), expected)
    if match["short"] == "-0000":
        raise EDTFError(whole, at + match.start("short"), say("a year: the year zero is 0000, without a sign"))
    digits += "0" * zeros
    if significant is not None and (len(significant) > 4 or int(significant) > len(digits)):
        expected = say("at most as many significant digits as the year has ({count})", count=len(digits))
        raise EDTFError(whole, at + match.start("significant"), expected)
    sign = -1 if "-" in (written or match["short"]) else 1
    year = sign * int(digits)
    loose = len(digits) - int(significant) if significant is not None else 0
    doubts, level = _doubts(match["left0"], match["right0"])
    return Part(
        match[0],
        max(level, 2 if exponent or significant else 1),
        _years_span(sign, int(digits), loose),
        precision_of_year(loose),
        year,
        match["short"] or "",
        "",
        "",
        doubts,
        significant=int(significant) if significant is not None else None,
    )


def _years_span(sign: int, magnitude: int, loose_digits: int) -> Span:
    """Every year that agrees with the magnitude in all but its last digits."""
    step: int = 10**loose_digits
    least = magnitude - magnitude % step
    years = sorted((sign * least, sign * (least + step - 1)))
    return Span.of_days(*_whole_years(*years))


def _whole_years(first: int, last: int) -> tuple[int, int]:
    return calendar.day_number(first, 1, 1), calendar.day_number(last, 12, 31)


_TIME_OF_DAY = re.compile(
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<shift>Z|(?P<sign>[+-])(?P<shift_hour>[0-9]{2})(?::(?P<shift_minute>[0-9]{2}))?)?"
)
_SECONDS_IN_DAY = 24 * 60 * 60
_EASTMOST, _WESTMOST = 14 * 60, -12 * 60
_TIME_STEPS = (
    (re.compile(r"[0-9]{2}"), "an hour (00 to 23)"),
    (re.compile(r":[0-9]{2}"), "a colon and a minute (00 to 59)"),
    (re.compile(r":[0-9]{2}|(?!:)"), "a second (00 to 59) after the colon, or no colon"),
    (re.compile(r"(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"), ""),
)


def read_with_time(text: str) -> Part:
    """A complete date, T, and a time. Raises EDTFError."""
    date_text, _, time_text = text.partition("T")
    after_t = len(date_text) + 1
    date = read(date_text, text, 0)
    if date.precision is not Precision.DAY or date.year is None or date.level > 1 or any(date.doubts):
        raise EDTFError(text, 0, say("a complete date (YYYY-MM-DD), neither qualified nor unspecified, before T"))
    match = _TIME_OF_DAY.fullmatch(time_text)
    if match is None:
        position, expected = first_unmet(_TIME_STEPS, time_text, "Z, a shift from UTC like +02:00, or the end")
        raise EDTFError(text, after_t + position, expected)
    how = Precision.SECOND if match["second"] else Precision.MINUTE
    return replace(date, text=text, precision=how, time=time_text, moment=_moment(match, date.span, text, after_t))


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
        raise EDTFError(text, at + match.start("hour"), say("an hour (00 to 23), or 24:00 for the end of the day"))
    if minute > 59:
        raise EDTFError(text, at + match.start("minute"), say("a minute (00 to 59)"))
    if second > 59:
        raise EDTFError(text, at + match.start("second"), say("a second (00 to 59)"))
    return hour * 60 + minute


def _shift(match: re.Match[str], text: str, at: int) -> int:
    """Minutes ahead of UTC; 0 where none is written."""
    if match["sign"] is None:
        return 0
    hours, minutes = int(match["shift_hour"]), int(match["shift_minute"] or 0)
    shift = (hours * 60 + minutes) * (-1 if match["sign"] == "-" else 1)
    if minutes > 59 or not _WESTMOST <= shift <= _EASTMOST:
        raise EDTFError(text, at + match.start("shift"), say("a shift from UTC from -12:00 to +14:00"))
    if shift == 0 and match["sign"] == "-":
        raise EDTFError(text, at + match.start("shift"), say("+00:00 or Z"))
    return shift
