"""A date in words, for readers: what is known, no more and no less.

`late 2021` is never said, as nothing in EDTF says it. A date of which a part is unspecified is said with its
bounds, an interval as what lasted, one of a set as one unknown day.
"""

from functools import lru_cache

from site_builder.edtf import calendar_words
from site_builder.edtf.bounds import Bound
from site_builder.edtf.calendar_words import CalendarWords
from site_builder.edtf.dates import Date, Shape
from site_builder.edtf.part_words import part_words, span_words, year_of
from site_builder.edtf.parts import NO_DOUBTS, Blank, Part, Precision, Range
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
        return part_words(part, local, inside=False).text
    if date.shape is Shape.INTERVAL:
        first, last = date.parts
        return _interval(first, last, local)
    return _set(date, local)


@lru_cache(maxsize=1 << 16)
def words_of_bounds(earliest: Bound, latest: Bound, locale: str = "en") -> str:
    """The phrase for one unknown day between two bounds: `between 15 and 30 November 2023`.

    Whole months and years are said as such. An end that is not a day is said as open.
    """
    return span_words(earliest, latest, calendar_words.of_locale(locale)).text


def _pair(first: Part, last: Part, local: CalendarWords) -> tuple[Worded, Worded]:
    """Both dates; without what they share where they are plain, whole dates of one precision."""
    plain = all(
        part.doubts == NO_DOUBTS and part.year is not None and not part.has_unspecified and not part.time
        for part in (first, last)
    )
    if plain and first.precision is last.precision is Precision.DAY:
        texts = local.days(_ymd(first), _ymd(last))
        return Worded(texts[0], True), Worded(texts[1], True)
    if plain and first.precision is last.precision is Precision.MONTH:
        texts = local.months(_ymd(first)[:2], _ymd(last)[:2])
        return Worded(texts[0]), Worded(texts[1])
    return part_words(first, local, inside=True), part_words(last, local, inside=True)


def _ymd(part: Part) -> tuple[int, int, int]:
    return year_of(part), int(part.month), int(part.day or 1)


def _interval(first: Part | Range | Blank, last: Part | Range | Blank, local: CalendarWords) -> str:
    phrases = local.phrases
    if isinstance(first, Part) and isinstance(last, Part):
        if first.text == last.text:
            return part_words(first, local, inside=False).text
        a, b = _pair(first, last, local)
        return fill(phrases.interval, phrases, a=a, b=b)
    if isinstance(first, Part):
        template = phrases.since if last is Blank.OPEN else phrases.since_end_unknown
        return fill(template, phrases, a=part_words(first, local, inside=True))
    assert isinstance(last, Part)
    template = phrases.until if first is Blank.OPEN else phrases.until_start_unknown
    return fill(template, phrases, b=part_words(last, local, inside=True))


def _set(date: Date, local: CalendarWords) -> str:
    phrases = local.phrases
    one_of = date.shape is Shape.ONE_OF
    if len(date.parts) > _MOST_NAMED:
        template = phrases.one_of_many if one_of else phrases.many
        extent = span_words(date.earliest, date.latest, local)
        return fill(template, phrases, n=Worded(local.number(len(date.parts))), x=extent)
    joint = phrases.or_joint if one_of else phrases.and_joint
    members = [_member(member, one_of=one_of, local=local) for member in date.parts]
    return _joined(members, joint, phrases)


def _member(member: Part | Range | Blank, *, one_of: bool, local: CalendarWords) -> Worded:
    if isinstance(member, Part):
        return part_words(member, local, inside=True)
    assert isinstance(member, Range)
    phrases = local.phrases
    first, last = member.first, member.last
    if first and last:
        a, b = _pair(first, last, local)
        if first.span == last.span:
            return part_words(first, local, inside=True)
        template = phrases.between if one_of else phrases.interval
    else:
        a = part_words(first, local, inside=True) if first else Worded("")
        b = part_words(last, local, inside=True) if last else Worded("")
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
