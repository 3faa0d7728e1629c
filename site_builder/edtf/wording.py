"""A date in words, for readers: what is known, no more and no less.

`late 2021` is never said, as nothing in EDTF says it. A date of which a part is unspecified is said with its
bounds, an interval as what lasted, one of a set as one unknown day.
"""

import re
from functools import lru_cache

from site_builder.edtf import calendar, calendar_words
from site_builder.edtf.bounds import Bound
from site_builder.edtf.calendar import Grouping, Hemisphere, SubYear
from site_builder.edtf.calendar_words import CalendarWords
from site_builder.edtf.dates import Blank, Date, Doubt, Part, Precision, Range, Shape
from site_builder.edtf.phrases import Phrases, Worded, fill

_MOST_NAMED = 8
"""Sets of more members are counted, not listed."""


@lru_cache(maxsize=1 << 16)
def words(date: Date, locale: str = "en") -> str:
    """A date as a phrase: `27 July 2024`, `from 25 to 27 July 2024`, `around November 2023`.

    Complete in English. In every other locale that Babel has, dates are in its language and order; the words
    around them are so in French, and English elsewhere. Raises ValueError for a locale that Babel has not.
    """
    local = calendar_words.of_locale(locale)
    if date.shape is Shape.SINGLE:
        part = date.parts[0]
        assert isinstance(part, Part)
        return _part_words(part, local, inside=False).text
    if date.shape is Shape.INTERVAL:
        first, last = date.parts
        return _interval(first, last, local)
    return _set(date, local)


@lru_cache(maxsize=1 << 16)
def words_of_bounds(earliest: Bound, latest: Bound, locale: str = "en") -> str:
    """The phrase for one unknown day between two bounds: `between 15 and 30 November 2023`.

    Whole months and years are said as such. An end that is not a day is said as open.
    """
    return _span_words(earliest, latest, calendar_words.of_locale(locale)).text


def _pair(first: Part, last: Part, local: CalendarWords) -> tuple[Worded, Worded]:
    """Both dates; without what they share where they are plain, whole dates of one precision."""
    plain = all(
        not part.is_doubtful and part.year is not None and not part.has_unspecified and not part.time
        for part in (first, last)
    )
    if plain and first.precision is last.precision is Precision.DAY:
        texts = local.days(_ymd(first), _ymd(last))
        return Worded(texts[0], True), Worded(texts[1], True)
    if plain and first.precision is last.precision is Precision.MONTH:
        texts = local.months(_ymd(first)[:2], _ymd(last)[:2])
        return Worded(texts[0]), Worded(texts[1])
    return _part_words(first, local, inside=True), _part_words(last, local, inside=True)


def _ymd(part: Part) -> tuple[int, int, int]:
    return _year_of(part), int(part.month), int(part.day or 1)


def _year_of(part: Part) -> int:
    """The year of a date of which the year is wholly known."""
    assert part.year is not None
    return part.year


def _interval(first: Part | Range | Blank, last: Part | Range | Blank, local: CalendarWords) -> str:
    phrases = local.phrases
    if isinstance(first, Part) and isinstance(last, Part):
        if first.text == last.text:
            return _part_words(first, local, inside=False).text
        a, b = _pair(first, last, local)
        return fill(phrases.interval, phrases, a=a, b=b)
    if isinstance(first, Part):
        template = phrases.since if last is Blank.OPEN else phrases.since_end_unknown
        return fill(template, phrases, a=_part_words(first, local, inside=True))
    assert isinstance(last, Part)
    template = phrases.until if first is Blank.OPEN else phrases.until_start_unknown
    return fill(template, phrases, b=_part_words(last, local, inside=True))


def _set(date: Date, local: CalendarWords) -> str:
    phrases = local.phrases
    one_of = date.shape is Shape.ONE_OF
    if len(date.parts) > _MOST_NAMED:
        template = phrases.one_of_many if one_of else phrases.many
        extent = _span_words(date.earliest, date.latest, local)
        return fill(template, phrases, n=Worded(local.number(len(date.parts))), x=extent)
    joint = phrases.or_joint if one_of else phrases.and_joint
    members = [_member(member, one_of=one_of, local=local) for member in date.parts]
    return _joined(members, joint, phrases)


def _member(member: Part | Range | Blank, *, one_of: bool, local: CalendarWords) -> Worded:
    if isinstance(member, Part):
        return _part_words(member, local, inside=True)
    assert isinstance(member, Range)
    phrases = local.phrases
    first, last = member.first, member.last
    if first and last:
        a, b = _pair(first, last, local)
        if first.span == last.span:
            return _part_words(first, local, inside=True)
        template = phrases.between if one_of else phrases.interval
    else:
        a = _part_words(first, local, inside=True) if first else Worded("")
        b = _part_words(last, local, inside=True) if last else Worded("")
        if one_of:
            template = phrases.or_later if first else phrases.or_earlier
        else:
            template = phrases.since if first else phrases.until
    text = Worded(fill(template, phrases, a=a, b=b))
    given = first or last
    if one_of or given is None:
        return text
    return Worded(fill(phrases.every.get(given.precision, "{x}"), phrases, x=text))


def _joined(members: list[Worded], joint: str, phrases: Phrases) -> str:
    """`a`, `a or b`, `a, b or c`"""
    if len(members) == 1:
        return members[0].text
    listed = Worded(", ".join(member.text for member in members[:-1]))
    return fill(joint, phrases, a=listed, b=members[-1])


_CENTURY = re.compile(r"-?[0-9]{2}XX")
_DOUBT_ORDER = (Doubt.UNCERTAIN, Doubt.APPROXIMATE, Doubt.BOTH)


def _part_words(part: Part, local: CalendarWords, *, inside: bool) -> Worded:
    """A date with what is doubtful in it; `inside` a longer phrase, doubts are put in brackets."""
    phrases = local.phrases
    core = _undoubted(part, local, inside=inside or part.is_doubtful)
    components = 3 if part.day else 2 if part.month else 1
    given = part.doubts[:components]
    if any(doubt is not given[0] for doubt in given):
        return Worded(fill(phrases.components, phrases, x=core, y=Worded(_doubtful(given, local))), core.is_day)
    if Doubt.APPROXIMATE in given[0]:
        whole = _is_plain(part) or part.precision is Precision.DECADE or _is_century(part)
        core = Worded(fill(phrases.around if whole else phrases.approximate, phrases, x=core))
    if Doubt.UNCERTAIN in given[0]:
        template = phrases.uncertain_inside if inside else phrases.uncertain
        core = Worded(fill(template, phrases, x=core), core.is_day)
    return core


def _span_words(earliest: Bound, latest: Bound, local: CalendarWords) -> Worded:
    """One unknown day from `earliest` to `latest`; whole months, years and decades are said as such."""
    phrases = local.phrases
    if earliest.day is None and latest.day is None:
        return Worded(phrases.unknown)
    if latest.day is None:
        return Worded(fill(phrases.or_later, phrases, a=_first_words(earliest, local)))
    if earliest.day is None:
        return Worded(fill(phrases.or_earlier, phrases, b=_last_words(latest, local)))
    first, last = calendar.civil(earliest.day), calendar.civil(latest.day)
    if first == last:
        return Worded(local.day(*first), True)
    if first[1:] == (1, 1) and last[1:] == (12, 31):
        return _years(first[0], last[0], local)
    if first[2] == 1 and last[2] == calendar.days_in_month(*last[:2]):
        if first[:2] == last[:2]:
            return Worded(local.month(*first[:2]))
        months = local.months(first[:2], last[:2])
        return Worded(fill(phrases.between, phrases, a=Worded(months[0]), b=Worded(months[1])))
    days = local.days(first, last)
    return Worded(fill(phrases.between, phrases, a=Worded(days[0], True), b=Worded(days[1], True)))


def _first_words(bound: Bound, local: CalendarWords) -> Worded:
    assert bound.day is not None
    year, month, day = calendar.civil(bound.day)
    if (month, day) == (1, 1):
        return Worded(local.year(year))
    return Worded(local.month(year, month)) if day == 1 else Worded(local.day(year, month, day), True)


def _last_words(bound: Bound, local: CalendarWords) -> Worded:
    assert bound.day is not None
    year, month, day = calendar.civil(bound.day)
    if (month, day) == (12, 31):
        return Worded(local.year(year))
    if day == calendar.days_in_month(year, month):
        return Worded(local.month(year, month))
    return Worded(local.day(year, month, day), True)


def _years(first: int, last: int, local: CalendarWords) -> Worded:
    phrases = local.phrases
    if first == last:
        return Worded(local.year(first))
    if first >= 1000 and first % 10 == 0 and last == first + 9:
        return Worded(fill(phrases.decade, phrases, x=Worded(local.era_year(first))))
    years = {"a": Worded(local.year(first)), "b": Worded(local.year(last))}
    return Worded(fill(phrases.between, phrases, **years))


def _is_plain(part: Part) -> bool:
    """Whether no digit is unspecified or without significance."""
    return not part.has_unspecified and part.precision in (
        Precision.DAY,
        Precision.MONTH,
        Precision.SEASON,
        Precision.YEAR,
    )


def _is_century(part: Part) -> bool:
    """Whether all that is known is the century."""
    return _CENTURY.fullmatch(part.year_mask) is not None and {part.month, part.day} <= {"", "XX"}


def _undoubted(part: Part, local: CalendarWords, *, inside: bool) -> Worded:
    """A date as if nothing qualified it."""
    phrases = local.phrases
    if part.precision is Precision.SEASON:
        return _season(part, calendar.SUB_YEARS[int(part.month)], local)
    if part.time:
        shift = part.shift.replace("Z", "UTC").replace("-", "UTC−").replace("+", "UTC+")
        return Worded(f"{local.day(*_ymd(part))}, {part.clock} {shift}".rstrip(), True)
    if part.significant is not None and part.precision is not Precision.YEAR:
        span = _span_words(part.span.earliest, part.span.latest, local)
        return Worded(fill(phrases.estimated, phrases, x=span, y=Worded(local.year(_year_of(part)))))
    if _is_century(part):
        number, before = int(part.year_mask[-4:-2]) + 1, part.year_mask.startswith("-")
        return Worded(local.century(number, before=before, inside=inside), True)
    if "X" in part.year_mask:
        return _of_masked_year(part, local)
    if "X" in part.month or "X" in part.day:
        return _within_year(part, local)
    if part.day:
        return Worded(local.day(*_ymd(part)), True)
    return Worded(local.month(*_ymd(part)[:2]) if part.month else local.year(_year_of(part)))


def _season(part: Part, season: SubYear, local: CalendarWords) -> Worded:
    phrases = local.phrases
    in_parts = {
        Grouping.QUARTER: phrases.quarters,
        Grouping.QUADRIMESTER: phrases.thirds,
        Grouping.SEMESTRAL: phrases.halves,
    }
    names = in_parts.get(season.grouping, phrases.seasons)
    name = Worded(names[season.ordinal - 1])
    if part.year is None:
        text = _in_masked_year(name, part, local)
    else:
        template = phrases.part_of_year if season.grouping in in_parts else phrases.season_of_year
        text = Worded(fill(template, phrases, x=name, y=Worded(local.year(part.year))))
    if season.hemisphere is None:
        return text
    hemisphere = phrases.hemispheres[0 if season.hemisphere is Hemisphere.NORTH else 1]
    return Worded(fill(hemisphere, phrases, x=text))


def _within_year(part: Part, local: CalendarWords) -> Worded:
    """Month or day unspecified, the year known."""
    phrases = local.phrases
    if part.month == "XX" and part.day in ("", "XX"):
        return Worded(fill(phrases.some_time_in, phrases, x=Worded(local.year(_year_of(part)))))
    if "X" not in part.month and part.day == "XX":
        month = Worded(local.month(_year_of(part), int(part.month)))
        return Worded(fill(phrases.some_time_in, phrases, x=month))
    return _span_words(part.span.earliest, part.span.latest, local)


def _of_masked_year(part: Part, local: CalendarWords) -> Worded:
    """The year unspecified in part or whole."""
    if part.month in ("", "XX") and part.day in ("", "XX"):
        if part.year_mask == "XXXX":
            return Worded(local.phrases.unknown_year)
        return _years(*calendar.matching_years(part.year_mask), local)
    if "X" in part.month or (part.day != "XX" and "X" in part.day):
        return _span_words(part.span.earliest, part.span.latest, local)
    if part.day in ("", "XX"):
        return _in_masked_year(Worded(local.month_name(int(part.month))), part, local)
    day = Worded(local.day_of_month(int(part.month), int(part.day)), True)
    return _in_masked_year(day, part, local)


def _in_masked_year(text: Worded, part: Part, local: CalendarWords) -> Worded:
    """A day, month or season, and what is known of its year."""
    phrases = local.phrases
    if part.year_mask == "XXXX":
        return Worded(fill(phrases.of_unknown_year, phrases, x=text))
    first, last = (Worded(local.year(year)) for year in calendar.matching_years(part.year_mask))
    between = Worded(fill(phrases.between, phrases, a=first, b=last))
    return Worded(fill(phrases.in_year, phrases, x=text, y=between))


def _doubtful(doubts: tuple[Doubt, ...], local: CalendarWords) -> str:
    """`year uncertain, month and day approximate`"""
    phrases = local.phrases
    said = []
    for doubt, template in zip(_DOUBT_ORDER, phrases.doubts, strict=True):
        names = [name for name, own in zip(phrases.component_names, doubts, strict=False) if own is doubt]
        if names:
            joined = fill(phrases.and_joint, phrases, a=Worded(names[0]), b=Worded(names[-1]))
            said.append(fill(template, phrases, x=Worded(joined if len(names) > 1 else names[0])))
    return ", ".join(said)
