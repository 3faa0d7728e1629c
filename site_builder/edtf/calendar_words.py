"""Days, months and years in the words of a locale: names, their order and shortened pairs, by Babel's data.

Babel formats `datetime` values, which end at the years 1 and 9999; its patterns are rendered here instead, for
any year. Years of the first millennium and before carry their era, years above 9999 are grouped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names, tokenize_pattern
from babel.numbers import get_group_symbol

from site_builder.edtf.phrases import Phrases, in_language

_HOME = {"en": "en_GB"}
"""The territory whose order of day and month a language without one takes, where it is not Babel's choice."""
_SEPARATOR = re.compile(r"(?:[\s–~～至-]|\bتا\b)+$")


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The calendar of one locale, and the words around it."""

    locale: Locale
    phrases: Phrases

    def day(self, year: int, month: int, day: int) -> str:
        """`27 July 2024`"""
        return self._render(self.locale.date_formats["long"].pattern, year, month, day) + self._era(year)

    def month(self, year: int, month: int) -> str:
        """`July 2024`"""
        return self._render(self._skeleton("yMMMM", "MMMM y"), year, month) + self._era(year)

    def year(self, year: int) -> str:
        """`2024`, `44 BCE`, `170,000,002`"""
        return self._render(self._skeleton("y", "y"), year) + self._era(year)

    def century(self, number: int, *, before: bool, inside: bool) -> str:
        """`19th century`, `8th century BCE`; with its article inside a longer phrase."""
        template = self.phrases.century_inside if inside else self.phrases.century
        return template.replace("{x}", self.phrases.ordinal(number)) + (self._era(0) if before else "")

    def day_of_month(self, month: int, day: int) -> str:
        """`27 July`"""
        return self._render(self._skeleton("MMMMd", "d MMMM"), 0, month, day)

    def month_name(self, month: int) -> str:
        """`July`"""
        return str(get_month_names("wide", "stand-alone", self.locale)[month])

    def days(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[str, str]:
        """Two days, without what the other says too: `25`, `27 July 2024`."""
        shared = "y" if first[0] != last[0] else "M" if first[1] != last[1] else "d"
        patterns = None if shared == "y" else self._pair(("yMMMMd", "yMMMd"), shared, "dMy")
        if patterns is None:
            return self.day(*first), self.day(*last)
        return self._render(patterns[0], *first), self._render(patterns[1], *last) + self._era(last[0])

    def months(self, first: tuple[int, int], last: tuple[int, int]) -> tuple[str, str]:
        """Two months, without the year where they share it: `March`, `May 2024`."""
        patterns = None if first[0] != last[0] else self._pair(("yMMMM", "yMMM"), "M", "My")
        if patterns is None:
            return self.month(*first), self.month(*last)
        return self._render(patterns[0], *first), self._render(patterns[1], *last) + self._era(last[0])

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
        own, data = self.phrases.eras, self.locale.eras.get("abbreviated", {})
        of_data = data.get(0 if year <= 0 else 1, "BCE" if year <= 0 else "CE")
        return f" {own[year > 0] if own else of_data}"

    def _skeleton(self, name: str, otherwise: str) -> str:
        pattern = self.locale.datetime_skeletons.get(name)
        return pattern.pattern if pattern is not None else otherwise

    def _pair(self, skeletons: tuple[str, ...], differs: str, fields: str) -> tuple[str, str] | None:
        """The two patterns of an interval, its separator taken off; None where the data has no usable two."""
        for skeleton in skeletons:
            parts = self.locale.interval_formats.get(skeleton, {}).get(differs, ())
            named = "".join(parts).replace("L", "M")
            if len(parts) == 2 and _balanced(parts) and all(letter in named for letter in fields):
                wide = [re.sub(r"\b(?:MMM|LLL)\b", lambda found: found[0] + found[0][0], part) for part in parts]
                return _SEPARATOR.sub("", wide[0]), wide[1]
        return None

    def _render(self, pattern: str, year: int, month: int = 0, day: int = 0) -> str:
        """A pattern of the locale data, filled in; its era field is left out."""
        rendered = []
        for kind, value in tokenize_pattern(pattern):
            if kind == "chars":
                rendered.append(str(value))
                continue
            letter, width = str(value[0]), int(value[1])
            if letter == "y":
                rendered.append(self.era_year(year))
            elif letter == "d":
                rendered.append(f"{day:0{width}d}")
            elif letter in "ML":
                rendered.append(self._month_field(letter, width, month))
        return re.sub(" {2,}", " ", "".join(rendered)).strip()

    def _month_field(self, letter: str, width: int, month: int) -> str:
        if width < 3:
            return f"{month:0{width}d}"
        names = get_month_names("wide", "format" if letter == "M" else "stand-alone", self.locale)
        return str(names[month])


def _balanced(parts: Sequence[str]) -> bool:
    """Whether no quotation is broken, or holds the separator, as it is and does in some locales."""
    whole = all(part.count("'") % 2 == 0 and "''" not in part for part in parts)
    return whole and not parts[0].endswith("'")


@lru_cache(maxsize=64)
def of_locale(name: str) -> CalendarWords:
    """The calendar of a locale: `en`, `fr`, `en_US`, `pt-BR`. Raises ValueError when Babel has no such locale."""
    try:
        locale = Locale.parse(_HOME.get(name, name).replace("-", "_"))
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from error
    return CalendarWords(locale, in_language(locale.language))
