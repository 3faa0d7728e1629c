"""Dates with the words around them, as people write them: `from 25 to 27 July 2024`, `before May 2024`, `circa 1950`.

A reading is sure where the text can mean nothing else and says no more than its EDTF does.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from site_builder.edtf import calendar, parsing
from site_builder.edtf.dates import Precision
from site_builder.edtf.readings import NoSuchDateError, Reading, exists, joined, possible
from site_builder.edtf.typed_dates import as_written, plain
from site_builder.languages import clean, date_words, trim, without_small_words

_MAX_LENGTH = 80
_OUR_TIME = range(1583, 2040)
"""Years that the calendars of Iran, Nepal, Thailand and of Islam do not count today."""
_DIGITS_OF_A_YEAR = re.compile(r"\d{3,}")
_BEFORE_OUR_ERA = re.compile(r"(?<![0-9])-[0-9]{4}")
_ENDS_WITH_YEAR = re.compile(r"\D*[0-9]{1,4}")
_NO_YEAR = "a year too, of four digits"
_CLOCK = r"(?:[0-2]?[0-9][:h.][0-5][0-9](?:[:.m][0-5][0-9])?(?:\s*[ap]m)?|[0-2]?[0-9]\s*(?:[ap]m|h|hrs?|uhr|o'clock))"
_ZONE_NAME = r"z|utc|gmt|local time|heure locale|[a-z]{2,4}t|[+-][0-9]{2}:?[0-9]{2}|(?:utc|gmt)[+-][0-9:]+"
_ZONE = rf"(?:\s*\(?(?:{_ZONE_NAME})\)?(?:\s*\([a-z ]+\))?)?"
_AT = r"(?:at|around|about|vers|a|um|в|о|om|alle|alas)"
_TIME_LAST = re.compile(rf"(?P<rest>.*?[0-9].*?)(?:\s*,\s*|\s+|t|:)(?:{_AT}\s+)?\(?{_CLOCK}{_ZONE}\)?")
_TIME_FIRST = re.compile(rf"(?:{_AT}\s+)?{_CLOCK}{_ZONE}(?:\s*,\s*|\s+)(?P<rest>.*)")
_ZONED_DAY = re.compile(r"(?P<rest>-?[0-9]{4}-[0-9]{2}-[0-9]{2})\s*(?:z|utc|gmt|[+-][0-9]{2}:[0-9]{2})")
_QUESTIONED = re.compile(r"(?P<rest>.*?[^\s(?])[\s,]*\(?\s*\?+\s*\)?")
_DIGIT_ASKED = re.compile(r"(?<![0-9])[0-9]\?$")
_NOTED = re.compile(r"(?P<rest>[^()]*?[^\s(])\s*(?P<note>\([^()]*\))")
_FRAMES = (
    ("at_latest", "[..{}]", 0, ""),
    ("at_earliest", "[{}..]", 0, ""),
    ("before", "[..{}]", -1, ""),
    ("after", "[{}..]", 1, ""),
    ("since", "{}/..", 0, ""),
    ("since_or_on", "{}/..", 0, "takes it for the start of a time"),
    ("until", "../{}", 0, ""),
    ("until_or_before", "../{}", 0, "takes it to include that date"),
)
"""What words say of the date behind them, its EDTF, how far from the date it is, and what is doubtful in that."""
_DAY_INSIDE = re.compile(r"(?<![\w.-])-?[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])")


def readings(text: str) -> tuple[Reading, ...]:
    """What a date as people write it says: nothing, one reading, or two of a date, the earlier first.

    Raises NoSuchDateError for what has the form of a date and cannot be one.
    """
    other_calendar = _may_count_by_another_calendar(text)
    text = clean(text)
    if not 3 <= len(text) <= _MAX_LENGTH:
        return ()
    found = _single(text) or _framed(text) or _pair(text) or _with_more(text) or _inside(text)
    begins = _DAY_INSIDE.match(text)
    found = tuple(reading for reading in found if not begins or begins[0] in reading.text)
    doubt = "takes the year for one of the Gregorian calendar" if other_calendar else ""
    # From before our era no other calendar counts.
    return tuple(reading if _BEFORE_OUR_ERA.search(reading.text) else reading.doubted(doubt) for reading in found)


def _may_count_by_another_calendar(text: str) -> bool:
    """Whether a year is written in the digits of another script and is not one of our time."""
    years = (run for run in _DIGITS_OF_A_YEAR.findall(text) if not (run.isascii() or "０" <= run[0] <= "９"))
    return any(int(run[:4]) not in _OUR_TIME for run in years)


def _single(text: str) -> tuple[Reading, ...]:
    dates = _qualified(text)
    if dates and not all(date.is_complete for date in dates):
        raise NoSuchDateError(_NO_YEAR)
    return dates


def _qualified(text: str) -> tuple[Reading, ...]:
    """One date with words that make it vague."""
    found = plain(text)
    if found:
        return found
    for match, mark, doubt in _vague(text):
        if match:
            dates = _qualified(trim(match["rest"]))
            return tuple((_marked(date, mark) if mark else date).doubted(doubt) for date in dates)
    return ()


def _vague(text: str) -> Iterator[tuple[re.Match[str] | None, str, str]]:
    """Ways in which a text may be a date (`rest`) with more, the qualifier that this means, and what is doubtful."""
    known, bare = date_words(), without_small_words(text)
    yield known.around("uncertain", bare), "?", ""
    yield known.around("approximate", bare), "~", ""
    yield _QUESTIONED.fullmatch(bare), "?", "takes `?` for doubt, not for a digit" if _DIGIT_ASKED.search(bare) else ""
    yield _TIME_LAST.fullmatch(text) or _TIME_FIRST.fullmatch(text), "", "leaves out the time of day"
    yield _ZONED_DAY.fullmatch(text), "", "leaves out the time zone"
    part = known.around("part", bare)
    left_out = trim(bare.replace(part["rest"], "", 1).strip(" -()")) if part else ""
    yield part, "", f"leaves out `{left_out}`"


def _marked(date: Reading, mark: str) -> Reading:
    """The date with one more qualifier; of one that has any, nothing is sure."""
    if date.edtf and date.vagueness:
        return date.doubted("leaves out a second qualifier")
    return replace(date, qualifier=mark if date.qualifier in ("", mark) else "%")


def _framed(text: str) -> tuple[Reading, ...]:
    """Before, after, since or until one date."""
    known, bare = date_words(), without_small_words(text)
    for role, form, step, doubt in _FRAMES:
        behind = {"at_latest": "or_before", "at_earliest": "or_after"}.get(role)
        for pattern in (known.before(role), *((known.after(behind),) if behind else ())):
            if (match := pattern.fullmatch(bare)) and (found := _frame(match["rest"], form, step, doubt)):
                return found
    if match := known.after("onwards").fullmatch(text):
        rest = known.before("since").fullmatch(match["rest"])
        return _frame(rest["rest"] if rest else match["rest"], "{}/..")
    return ()


def _frame(text: str, form: str, step: int = 0, doubt: str = "") -> tuple[Reading, ...]:
    """Dates in a form: themselves, or what is next to them."""
    found = []
    for date in _qualified(trim(text)):
        if date.is_complete:
            vague = "takes a vague date for one that is not" if step and date.vagueness else ""
            edtf = _next_to(date.text, step) if step else date.text
            found.append(Reading(edtf=form.format(edtf), doubt=joined(date.doubt, doubt, vague)))
    return tuple(found)


def _next_to(edtf: str, step: int) -> str:
    """The last day, month or year before a date, or the first after it: before July is in June at the latest."""
    date = parsing.parse_strictly(edtf)
    bound = date.latest if step > 0 else date.earliest
    if bound.day is None or date.is_doubtful:
        return edtf
    year, month, day = calendar.civil(bound.number + step)
    has_month = date.precision.rank < Precision.YEAR.rank and abs(year) < 10_000
    return Reading(year, month if has_month else None, day if date.precision is Precision.DAY else None).text


def _pair(text: str) -> tuple[Reading, ...]:
    """Two dates, of which one may leave out what the other says. Pairs that can be read in two ways are left.

    Raises NoSuchDateError where a date of the only pair that is seen cannot be one.
    """
    pairs = possible(partial(_split, *pairing) for pairing in _pairings(text))
    found = {reading.text: reading for reading in chain.from_iterable(pairs)}
    sure = [reading for reading in found.values() if not reading.doubt]
    chosen = sure if len(sure) == 1 else list(found.values())
    return tuple(chosen) if len(chosen) == 1 else ()


def _pairings(text: str) -> Iterator[tuple[str, list[str], str, str]]:
    """Ways in which a text may be two dates: it without the words before it, what may join them, and the EDTF."""
    known = date_words()
    bare = without_small_words(text)
    if between := known.before("between").fullmatch(bare):
        yield between["rest"], [rf"\s+(?:{known.any_of('and', 'to')})\s*", r"\s*[–-]\s*"], "[{}..{}]", ""
        return
    since = known.before("since").fullmatch(bare)
    rest = since["rest"] if since else bare
    yield rest, [rf"\s+(?:{known.any_of('to')})\s+", r"\s+[–-]\s+", r"\s*–\s*", r"\s*/\s*"], "{}/{}", ""
    yield rest, [rf"\s+(?:{known.any_of('night_to')})\s+"], "{}/{}", "takes it for the start and end of a time"
    yield bare, [rf",?\s+(?:{known.any_of('or')})\s+"], "[{},{}]", ""
    yield bare, [rf"\s+(?:{known.any_of('and')})\s*", r"\s*[,;&+]\s*"], "{{{},{}}}", "takes it for both dates"
    yield rest, ["-"], "{}/{}", ""


def _split(text: str, joints: list[str], form: str, doubt: str) -> list[Reading]:
    """The readings of a text that is two dates around one of the joints, the first joint that gives any."""
    return next(possible(partial(_split_at, joint, text, form, doubt) for joint in joints), [])


def _split_at(joint: str, text: str, form: str, doubt: str) -> Iterator[Reading]:
    halves = [(match[0], trim(text[: match.start()]), trim(text[match.end() :])) for match in re.finditer(joint, text)]
    pairs = (partial(_joined, first, last, form, doubt, sign) for sign, first, last in halves if first and last)
    return chain.from_iterable(possible(pairs))


def _joined(first: str, last: str, form: str, doubt: str, joint: str) -> Iterator[Reading]:
    starts, ends = _qualified(_with_era_of(last, first)), _qualified(last)
    if len(starts) != 1 or len(ends) != 1:
        return
    start, end = starts[0], ends[0]
    if bool(start.edtf) != bool(end.edtf) and (start.edtf or end.edtf).endswith("X"):
        end = end.doubted("takes one for many years and the other for one")
    for first_date, last_date in _completed(start, end, joint.strip()):
        is_one_vague = bool(start.vagueness) != bool(end.vagueness)
        one = "says of one of the dates that it is vague" if is_one_vague else ""
        doubts = joined(first_date.doubt, last_date.doubt, doubt, one)
        yield Reading(edtf=form.format(first_date.text, last_date.text), doubt=doubts)


def _with_era_of(last: str, first: str) -> str:
    """The first date of two with the era of the last, which is said once: `300` in `300 to 250 BC`."""
    era = date_words().after("bce").fullmatch(last)
    if era and _ENDS_WITH_YEAR.fullmatch(trim(era["rest"])) and _ENDS_WITH_YEAR.fullmatch(first):
        return first + last.removeprefix(era["rest"])
    return first


def _completed(start: Reading, end: Reading, joint: str) -> Iterator[tuple[Reading, Reading]]:
    """Both dates with what one says for both: `25` and `27 July 2024`, `2024-08-03` and `05`."""
    if start.month and start.day and end.year is not None and end.day and not end.month:
        end = exists(replace(end, month=start.month))
    if not (start.is_complete or end.is_complete):
        raise NoSuchDateError(_NO_YEAR)
    if start.is_complete and end.is_complete:
        yield start, end
    elif end.is_complete and not end.edtf:
        month = start.month or (end.month if start.day else None)
        if start.day and not start.month and not end.day:
            return
        completed = replace(start, year=end.year, month=month)
        if completed.text > end.text and end.year is not None and end.year > 1:
            completed = replace(completed, year=end.year - 1)
            completed = completed.doubted("takes the first date for one of the year before")
        if joint == "/" and start.day:
            completed = completed.doubted("takes `/` for the start and end of a time")
        yield exists(completed), end
    elif start.is_complete and not start.edtf and end.year is None:
        yield from _completed_end(start, end, joint)


def _completed_end(start: Reading, end: Reading, joint: str) -> Iterator[tuple[Reading, Reading]]:
    hyphen = "takes the last number for the end of a time" if joint == "-" else ""
    recent = start.year is not None and start.year >= 2000
    if start.day:
        ended = exists(replace(end, year=start.year, month=end.month or start.month))
        if ended.day and ended.text > start.text:
            yield start, ended.doubted(hyphen if not end.month else "")
    elif start.month and end.month and not end.day:
        ended = exists(replace(end, year=start.year))
        if ended.text > start.text:
            yield start, ended
    elif start.month and end.day and not end.month:
        ended = replace(end, year=start.year, month=end.day, day=None)
        if ended.month is not None and start.month < ended.month <= 12:
            yield start, ended.doubted("takes the last number for a month")
    elif start.year and end.day and not end.month and not start.month:
        year = start.year - start.year % 100 + end.day
        if year > start.year:
            season = "takes `/` for the start and end of a time" if joint == "/" and year == start.year + 1 else ""
            yield start, Reading(year, doubt=season or (hyphen if end.day <= 31 or recent else ""))


def _with_more(text: str) -> tuple[Reading, ...]:
    """A date, or two, with a note in brackets after it, or after a word for a part of it."""
    part = date_words().before("part").fullmatch(without_small_words(text))
    for match, left_out in (
        (_NOTED.fullmatch(text), "leaves out the note in brackets"),
        (part, "leaves out the part of the day, month or year"),
    ):
        rest = trim(match["rest"]) if match else ""
        if found := rest and (_single(rest) or _framed(rest) or _pair(rest)):
            return tuple(one.doubted(left_out) for one in found)
    return ()


def _inside(text: str) -> tuple[Reading, ...]:
    """A date in EDTF within other text, which stays what it is."""
    days = _DAY_INSIDE.findall(text)
    if len(days) != 1 or set(text) & set("[]{}") or as_written(days[0]) is None:
        return ()
    return (Reading(edtf=days[0], doubt="leaves out the rest of the text"),)
