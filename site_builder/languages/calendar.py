"""Days, months and years in the words of a locale, and the phrases around them in its language.

Names, their order and shortened pairs come from Babel's data, phrases from the catalogues of `site_builder.languages`.

Babel formats `datetime` values, which end at the years 1 and 9999; here its patterns are filled in for any year.
Years of the first millennium and before carry their era, years above 9999 are grouped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, parse_pattern
from babel.numbers import get_group_symbol

from site_builder.languages.messages import translations

_ERAS = {"en": ("BCE", "CE")}
"""Names of eras that are not those of Babel's data."""
CONTEXTS = ("format", "stand-alone")
"""Where a name stands: within a date, or alone."""
_PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_VOWELS = tuple("aeiouéêœ")
_HOME = {"en": "en_GB"}
"""The territory whose order of day and month a language without one takes, where it is not Babel's choice."""
_SEPARATOR = re.compile(r"(?:[\s–~～至-]|\bتا\b)+$")


def N_(template: str) -> str:  # noqa: N802 - the name by which gettext's tools find texts
    """Marks a text that is translated elsewhere."""
    return template


@dataclass(frozen=True, slots=True)
class Worded:
    """A date that is already words.

    A translation can name the preposition before it, `{date:du |de |d’}`: before a day, before anything else, and
    before a vowel.
    """

    text: str
    is_day: bool = False
    """Whether it is one day, or a century: these take another preposition than a month in some languages."""

    def __format__(self, prepositions: str) -> str:
        if not prepositions:
            return self.text
        before_day, before_other, before_vowel = prepositions.split("|")
        if self.is_day:
            return before_day + self.text
        return (before_vowel if self.text[:1].lower() in _VOWELS else before_other) + self.text


@dataclass(frozen=True, slots=True)
class _Ending:
    """What follows a number that says which one. A translation names its language and the endings that this has, in
    the order of Unicode's plural forms: `{ending:en|st|nd|rd|th}`."""

    number: int

    def __format__(self, endings: str) -> str:
        language, *by_form = endings.split("|")
        ordinal_form = Locale(language).ordinal_form
        forms = [form for form in _PLURAL_FORMS if form in {*ordinal_form.tags, "other"}]
        return by_form[forms.index(ordinal_form(self.number))]


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The calendar of one locale, and the phrases of its language."""

    locale: Locale
    language: str
    """The name of the locale whose catalogue is read."""

    def phrase(self, template: str, *, is_day: bool = False, **values: object) -> Worded:
        """A phrase in the language of the locale; in English where it has no translation."""
        return Worded(translations(self.language).gettext(template).format(**values), is_day)

    def day(self, year: int, month: int, day: int) -> Worded:
        """`27 July 2024`"""
        long = self.locale.date_formats["long"].pattern
        return Worded(self._render(long, year, month, day) + self._era(year), is_day=True)

    def month(self, year: int, month: int) -> Worded:
        """`July 2024`"""
        return Worded(self._render(self._skeleton("yMMMM", "MMMM y"), year, month) + self._era(year))

    def year(self, year: int) -> Worded:
        """`2024`, `44 BCE`, `170,000,002`"""
        return Worded(self._render(self._skeleton("y", "y"), year) + self._era(year))

    def century(self, number: int, *, before: bool, inside: bool) -> Worded:
        """`19th century`, `8th century BCE`; with its article inside a longer phrase."""
        long, short = N_("the {number}{ending:en|st|nd|rd|th} century"), N_("{number}{ending:en|st|nd|rd|th} century")
        template, ending = long if inside else short, _Ending(number)
        words = self.phrase(template, number=number, ending=ending, roman=roman_numeral(number))
        return Worded(words.text + (self._era(0) if before else ""), is_day=True)

    def day_of_month(self, month: int, day: int) -> Worded:
        """`27 July`"""
        return Worded(self._render(self._skeleton("MMMMd", "d MMMM"), 0, month, day), is_day=True)

    def month_name(self, month: int) -> Worded:
        """`July`"""
        return Worded(calendar_names("months", str(self.locale), "stand-alone")[month - 1])

    def days(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[Worded, Worded]:
        """Two days, without what the other says too: `25`, `27 July 2024`."""
        shared = "y" if first[0] != last[0] else "M" if first[1] != last[1] else "d"
        patterns = None if shared == "y" else self._pair(("yMMMMd", "yMMMd"), shared, "dMy")
        if patterns is None:
            return self.day(*first), self.day(*last)
        start, end = self._render(patterns[0], *first), self._render(patterns[1], *last) + self._era(last[0])
        return Worded(start, is_day=True), Worded(end, is_day=True)

    def months(self, first: tuple[int, int], last: tuple[int, int]) -> tuple[Worded, Worded]:
        """Two months, without the year where they share it: `March`, `May 2024`."""
        patterns = None if first[0] != last[0] else self._pair(("yMMMM", "yMMM"), "M", "My")
        if patterns is None:
            return self.month(*first), self.month(*last)
        return Worded(self._render(patterns[0], *first)), Worded(self._render(patterns[1], *last) + self._era(last[0]))

    def number(self, number: int) -> str:
        """A count, its digits grouped."""
        return f"{number:,}".replace(",", get_group_symbol(self.locale))

    def era_year(self, year: int) -> str:
        """The year's number in its era: 45 for the astronomical -44."""
        in_era = 1 - year if year <= 0 else year
        return self.number(in_era) if in_era > 9999 else str(in_era)

    def _era(self, year: int) -> str:
        if year >= 1000:
            return ""
        own = dict(enumerate(_ERAS.get(self.locale.language, ()))) or self.locale.eras.get("abbreviated", {})
        return f" {own.get(int(year > 0), _ERAS['en'][year > 0])}"

    def _skeleton(self, name: str, otherwise: str) -> str:
        pattern = self.locale.datetime_skeletons.get(name)
        return pattern.pattern if pattern is not None else otherwise

    def _pair(self, skeletons: tuple[str, ...], differs: str, fields: str) -> tuple[str, str] | None:
        """The two patterns of an interval, its separator taken off; None where the data has no usable two."""
        for skeleton in skeletons:
            parts = self.locale.interval_formats.get(skeleton, {}).get(differs, ())
            named = "".join(parts).replace("L", "M")
            if len(parts) == 2 and _balanced(parts) and all(letter in named for letter in fields):
                return _SEPARATOR.sub("", parts[0]), parts[1]
        return None

    def _render(self, pattern: str, year: int, month: int = 1, day: int = 1) -> str:
        """A pattern of the locale data, filled in; its era field is left out."""
        rendered = parse_pattern(pattern) % _OfAnyYear(self.era_year(year), month, day, self.locale)
        return re.sub(" {2,}", " ", rendered).strip()


class _OfAnyYear(DateTimeFormat):
    """The fields of a day in a pattern, its year in words and its month in full."""

    def __init__(self, year: str, month: int, day: int, locale: Locale) -> None:
        super().__init__(date(2000, month, day), locale)
        self.year = year

    def format_era(self, char: str, num: int) -> str:
        return ""

    def format_year(self, char: str, num: int) -> str:
        return self.year

    def format_month(self, char: str, num: int) -> str:
        return super().format_month(char, 4 if num > 2 else num)


def roman_numeral(number: int) -> str:
    """A number up to a hundred in Roman numerals."""
    return _ROMAN_TENS[number // 10] + _ROMAN_ONES[number % 10]


def _balanced(parts: Sequence[str]) -> bool:
    """Whether no quotation is broken, or holds the separator, as it is and does in some locales."""
    whole = all(part.count("'") % 2 == 0 and "''" not in part for part in parts)
    return whole and not parts[0].endswith("'")


@lru_cache(maxsize=256)
def calendar_names(what: str, locale: str, context: str = "format", width: str = "wide") -> tuple[str, ...]:
    """The names of `months`, January first, or of `days` of the week, Monday first.

    They are as in a date (`format`) or `stand-alone`, `wide` or `abbreviated`.
    """
    names = getattr(Locale.parse(locale), what)[context][width]
    return tuple(str(names[number]) for number in sorted(names))


@lru_cache(maxsize=64)
def calendar_of(name: str) -> CalendarWords:
    """The calendar of a locale: `en`, `fr`, `en_US`, `pt-BR`. Raises ValueError when Babel has no such locale."""
    try:
        locale = Locale.parse(_HOME.get(name, name).replace("-", "_"))
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from error
    return CalendarWords(locale, name)
