"""A date in words, for readers: what is known, no more and no less.

`late 2021` is never said, as nothing in EDTF says it. A date of which a part is unspecified is said with its
bounds, an interval as what lasted, one of a set as one unknown day.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from site_builder.edtf import calendar
from site_builder.edtf.calendar import Grouping, Hemisphere
from site_builder.edtf.dates import Blank, Bound, Date, Doubt, Part, Precision, Range, Shape
from site_builder.languages import N_, CalendarWords, Worded, calendar_of

_MOST_NAMED = 8
"""Sets of more members are counted, not listed."""
_CENTURY = re.compile(r"-?[0-9]{2}XX")
_WHOLE = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)


_COMPONENTS = (N_("year"), N_("month"), N_("day"))
_DOUBTS = {
    Doubt.UNCERTAIN: N_("{component} uncertain"),
    Doubt.APPROXIMATE: N_("{component} approximate"),
    Doubt.BOTH: N_("{component} uncertain and approximate"),
}
_EVERY = {
    Precision.DAY: N_("every day {extent}"),
    Precision.MONTH: N_("every month {extent}"),
    Precision.SEASON: N_("every season {extent}"),
    Precision.YEAR: N_("every year {extent}"),
}
_PARTS_OF_YEAR = {
    Grouping.SEASON: (N_("spring"), N_("summer"), N_("autumn"), N_("winter")),
    Grouping.QUARTER: (
        N_("the first quarter"),
        N_("the second quarter"),
        N_("the third quarter"),
        N_("the fourth quarter"),
    ),
    Grouping.QUADRIMESTER: (N_("the first third"), N_("the second third"), N_("the last third")),
    Grouping.SEMESTRAL: (N_("the first half"), N_("the second half")),
}


@lru_cache(maxsize=1 << 16)
def words(date: Date, locale: str = "en") -> str:
    """A date as a phrase: `27 July 2024`, `from 25 to 27 July 2024`, `around November 2023`.

    Complete in English and in languages with a catalogue. In every other locale that Babel has, dates are in its
    language and order, and the words around them in English. Raises ValueError for a locale that Babel has not.
    """
    local = calendar_of(locale)
    first, last = date.parts[0], date.parts[-1]
    if date.shape is Shape.SINGLE:
        assert isinstance(first, Part)
        return _part(first, local, inside=False).text
    if date.shape is Shape.INTERVAL:
        assert not isinstance(first, Range)
        assert not isinstance(last, Range)
        return _interval(first, last, local).text
    return _set(date, local).text


@lru_cache(maxsize=1 << 16)
def words_of_bounds(earliest: Bound, latest: Bound, locale: str = "en") -> str:
    """The phrase for one unknown day between two bounds: `between 15 and 30 November 2023`.

    Whole months and years are said as such. An end that is not a day is said as open.
    """
    return _between(earliest, latest, calendar_of(locale)).text


def words_of_month(year: int, month: int, locale: str = "en") -> str:
    """A month with its year: `July 2024`."""
    return calendar_of(locale).month(year, month).text


def words_of_year(year: int, locale: str = "en") -> str:
    """A year: `2024`, `45 BCE`."""
    return calendar_of(locale).year(year).text


def _between(earliest: Bound, latest: Bound, local: CalendarWords) -> Worded:
    """One unknown day from `earliest` to `latest`; whole months, years and decades are said as such."""
    if earliest.day is None and latest.day is None:
        return local.phrase("date unknown")
    if latest.day is None:
        return _or_beyond(_end(earliest, local, is_first=True), local, later=True)
    if earliest.day is None:
        return _or_beyond(_end(latest, local, is_first=False), local, later=False)
    first, last = calendar.civil(earliest.day), calendar.civil(latest.day)
    if first == last:
        return local.day(*first)
    if first[1:] == (1, 1) and last[1:] == (12, 31):
        return _years(first[0], last[0], local)
    if first[2] == 1 and last[2] == calendar.days_in_month(*last[:2]):
        if first[:2] == last[:2]:
            return local.month(*first[:2])
        return _one_between(*local.months(first[:2], last[:2]), local)
    return _one_between(*local.days(first, last), local)


def _one_between(first: Worded, last: Worded, local: CalendarWords) -> Worded:
    return local.phrase("between {first} and {last}", first=first, last=last)


def _or_beyond(date: Worded, local: CalendarWords, *, later: bool) -> Worded:
    return local.phrase("{date} or later", date=date) if later else local.phrase("{date} or earlier", date=date)


def _end(bound: Bound, local: CalendarWords, *, is_first: bool) -> Worded:
    """A day, or the month or year of which it is the first or the last one."""
    assert bound.day is not None
    year, month, day = calendar.civil(bound.day)
    if (month, day) == ((1, 1) if is_first else (12, 31)):
        return local.year(year)
    if day == (1 if is_first else calendar.days_in_month(year, month)):
        return local.month(year, month)
    return local.day(year, month, day)


def _years(first: int, last: int, local: CalendarWords) -> Worded:
    if first == last:
        return local.year(first)
    if first >= 1000 and first % 10 == 0 and last == first + 9:
        return local.phrase("the {year}s", year=local.era_year(first))
    return _one_between(local.year(first), local.year(last), local)


def _interval(first: Part | Blank | None, last: Part | Blank | None, local: CalendarWords) -> Worded:
    """What lasted from one date to another, or is open at one end."""
    if isinstance(first, Part) and isinstance(last, Part):
        if first.text == last.text:
            return _part(first, local, inside=False)
        a, b = _pair(first, last, local)
        return local.phrase("from {first} to {last}", first=a, last=b)
    if isinstance(first, Part):
        start = _part(first, local, inside=True)
        if last is Blank.UNKNOWN:
            return local.phrase("from {date}, end unknown", date=start)
        return local.phrase("from {date}", date=start)
    assert isinstance(last, Part)
    end = _part(last, local, inside=True)
    if first is Blank.UNKNOWN:
        return local.phrase("until {date}, start unknown", date=end)
    return local.phrase("until {date}", date=end)


def _pair(first: Part, last: Part, local: CalendarWords) -> tuple[Worded, Worded]:
    """Both dates; without what they share where they are plain, whole dates of one precision."""
    plain = all(
        not part.is_doubtful and part.year is not None and not part.has_unspecified and not part.time
        for part in (first, last)
    )
    if plain and first.precision is last.precision is Precision.DAY:
        return local.days(_ymd(first), _ymd(last))
    if plain and first.precision is last.precision is Precision.MONTH:
        return local.months(_ymd(first)[:2], _ymd(last)[:2])
    return _part(first, local, inside=True), _part(last, local, inside=True)


def _set(date: Date, local: CalendarWords) -> Worded:
    one_of = date.shape is Shape.ONE_OF
    if len(date.parts) > _MOST_NAMED:
        extent, n = _between(date.earliest, date.latest, local), local.number(len(date.parts))
        if one_of:
            return local.phrase("one of {n} dates, {extent}", n=n, extent=extent)
        return local.phrase("{n} dates, {extent}", n=n, extent=extent)
    members = [_member(member, local, one_of=one_of) for member in date.parts]
    if len(members) == 1:
        return members[0]
    listed = Worded(", ".join(member.text for member in members[:-1]))
    if one_of:
        return local.phrase("{first} or {last}", first=listed, last=members[-1])
    return local.phrase("{first} and {last}", first=listed, last=members[-1])


def _member(member: Part | Range | Blank, local: CalendarWords, *, one_of: bool) -> Worded:
    """A date of a set, or consecutive ones."""
    if isinstance(member, Part):
        return _part(member, local, inside=True)
    assert isinstance(member, Range)
    first, last = member.first, member.last
    given = first or last
    assert given is not None
    if first and last and first.span == last.span:
        return _part(first, local, inside=True)
    if not one_of:
        return local.phrase(_EVERY.get(given.precision, "{extent}"), extent=_interval(first, last, local))
    if first and last:
        return _one_between(*_pair(first, last, local), local)
    return _or_beyond(_part(given, local, inside=True), local, later=first is not None)


def _part(part: Part, local: CalendarWords, *, inside: bool) -> Worded:
    """A date with what is doubtful in it; `inside` a longer phrase, doubts are put in brackets."""
    core = _undoubted(part, local, inside=inside or part.is_doubtful)
    given = part.doubts[: 3 if part.day else 2 if part.month else 1]
    if any(doubt is not given[0] for doubt in given):
        return local.phrase("{date} ({doubts})", is_day=core.is_day, date=core, doubts=_doubtful(given, local))
    if Doubt.APPROXIMATE in given[0]:
        is_whole = not part.has_unspecified and part.precision in _WHOLE
        if is_whole or part.precision is Precision.DECADE or _is_century(part):
            core = local.phrase("around {date}", date=core)
        else:
            core = local.phrase("{date}, approximate", date=core)
    if Doubt.UNCERTAIN in given[0]:
        if inside:
            return local.phrase("{date} (uncertain)", is_day=core.is_day, date=core)
        return local.phrase("{date}, uncertain", is_day=core.is_day, date=core)
    return core


def _doubtful(doubts: Sequence[Doubt], local: CalendarWords) -> str:
    """`year uncertain, month and day approximate`"""
    said = []
    for doubt, template in _DOUBTS.items():
        names = [local.phrase(name) for name, own in zip(_COMPONENTS, doubts, strict=False) if own is doubt]
        if names:
            pair = local.phrase("{first} and {last}", first=names[0], last=names[-1])
            said.append(local.phrase(template, component=pair if len(names) > 1 else names[0]).text)
    return ", ".join(said)


def _undoubted(part: Part, local: CalendarWords, *, inside: bool) -> Worded:
    """A date as if nothing qualified it."""
    if part.precision is Precision.SEASON:
        return _season(part, local)
    if part.time:
        time = part.time.replace("Z", " UTC").replace("-", " UTC−").replace("+", " UTC+")
        return Worded(f"{local.day(*_ymd(part))}, {time}", is_day=True)
    if _is_century(part):
        number, before = int(part.year_mask[-4:-2]) + 1, part.year_mask.startswith("-")
        return local.century(number, before=before, inside=inside)
    if part.year is None:
        return _of_masked_year(part, local)
    if part.significant is not None and part.precision is not Precision.YEAR:
        span = _between(part.span.earliest, part.span.latest, local)
        return local.phrase("{extent}, estimated as {year}", extent=span, year=local.year(part.year))
    if part.month == "XX" and part.day in ("", "XX"):
        return local.phrase("some time in {date}", date=local.year(part.year))
    if part.day == "XX" and "X" not in part.month:
        return local.phrase("some time in {date}", date=local.month(part.year, int(part.month)))
    if "X" in part.month or "X" in part.day:
        return _between(part.span.earliest, part.span.latest, local)
    if part.day:
        return local.day(*_ymd(part))
    return local.month(*_ymd(part)[:2]) if part.month else local.year(part.year)


def _is_century(part: Part) -> bool:
    """Whether all that is known is the century."""
    return _CENTURY.fullmatch(part.year_mask) is not None and {part.month, part.day} <= {"", "XX"}


def _ymd(part: Part) -> tuple[int, int, int]:
    """Year, month and day of a date of which year and month are known."""
    assert part.year is not None
    return part.year, int(part.month), int(part.day or 1)


def _season(part: Part, local: CalendarWords) -> Worded:
    """A season, quarter, third or half of a year."""
    season = calendar.SUB_YEARS[int(part.month)]
    name = local.phrase(_PARTS_OF_YEAR[season.grouping][season.ordinal - 1])
    if part.year is None:
        text = _in_masked_year(name, part, local)
    elif season.grouping is Grouping.SEASON:
        text = local.phrase("{season} {year}", season=name, year=local.year(part.year))
    else:
        text = local.phrase("{part} of {year}", part=name, year=local.year(part.year))
    if season.hemisphere is Hemisphere.NORTH:
        return local.phrase("{season} (northern hemisphere)", season=text)
    if season.hemisphere is Hemisphere.SOUTH:
        return local.phrase("{season} (southern hemisphere)", season=text)
    return text


def _of_masked_year(part: Part, local: CalendarWords) -> Worded:
    """The year unspecified in part or whole."""
    if part.month in ("", "XX") and part.day in ("", "XX"):
        if part.year_mask == "XXXX":
            return local.phrase("an unknown year")
        return _years(*calendar.matching_years(part.year_mask), local)
    if "X" in part.month or (part.day != "XX" and "X" in part.day):
        return _between(part.span.earliest, part.span.latest, local)
    if part.day in ("", "XX"):
        return _in_masked_year(local.month_name(int(part.month)), part, local)
    return _in_masked_year(local.day_of_month(int(part.month), int(part.day)), part, local)


def _in_masked_year(text: Worded, part: Part, local: CalendarWords) -> Worded:
    """A day, month or season, and what is known of its year."""
    if part.year_mask == "XXXX":
        return local.phrase("{date} of an unknown year", date=text)
    first, last = map(local.year, calendar.matching_years(part.year_mask))
    years = _one_between(first, last, local)
    return local.phrase("{date}, {years}", date=text, years=years)
