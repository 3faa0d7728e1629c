"""The words around dates, one table a language, and how they are filled; others borrow the English words.

A placeholder may name a preposition, `{a:from}`: `forms` says how it reads before a day and before anything
else, for languages in which the two differ. Month names, the order of day, month and year, and eras come from
the Unicode locale data (Babel), for every language.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from string import Formatter

from site_builder.edtf.dates import Precision

_VOWELS = tuple("aeiouéêœ")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. `{a}` and `{b}` are two dates, `{x}` is one, `{n}` a number."""

    interval: str
    """Lasted from one date to another."""
    since: str
    """Began; the end is open."""
    until: str
    """Ended; the start is open."""
    since_end_unknown: str
    until_start_unknown: str
    between: str
    """On one unknown day between two, both included."""
    or_earlier: str
    or_later: str
    unknown: str
    """Nothing is known of the date."""
    some_time_in: str
    """Somewhere in a month or a year of which no more is known."""
    in_year: str
    """`{x}` is a day, month or season without its year, `{y}` between which years."""
    of_unknown_year: str
    decade: str
    """`{x}` is the first year of ten."""
    century: str
    """`{x}` is which century it is."""
    century_inside: str
    """As `century`, within a longer phrase."""
    ordinal: Callable[[int], str]
    """Which one a number says: `19th`."""
    unknown_year: str
    estimated: str
    """`{x}` is a span of years, `{y}` the one that is estimated."""
    around: str
    approximate: str
    """As `around`, after a phrase that cannot follow it."""
    uncertain: str
    uncertain_inside: str
    """As `uncertain`, within a longer phrase."""
    components: str
    """`{x}` is a date, `{y}` what is doubtful in it."""
    doubts: tuple[str, str, str]
    """What `?`, `~` and `%` say of the components `{x}`."""
    component_names: tuple[str, str, str]
    every: dict[Precision, str]
    """Every date of a precision in the extent `{x}`."""
    one_of_many: str
    many: str
    or_joint: str
    and_joint: str
    season_of_year: str
    """`{x}` is a season, `{y}` its year."""
    part_of_year: str
    """`{x}` is a quarter, a third or a half."""
    seasons: tuple[str, str, str, str]
    """Spring to winter."""
    hemispheres: tuple[str, str]
    """`{x}` is a season: in the north, in the south."""
    quarters: tuple[str, str, str, str]
    thirds: tuple[str, str, str]
    halves: tuple[str, str]
    eras: tuple[str, str] | None = None
    """Before and of the common era; None for those of the locale data."""
    forms: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """A preposition's form before a day, before anything else, and before a vowel."""


def _ordinal(number: int) -> str:
    """`1st`, `2nd`, `11th`"""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """A number up to a hundred in Roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10] + ones[number % 10]


ENGLISH = Phrases(
    interval="from {a} to {b}",
    since="from {a}",
    until="until {b}",
    since_end_unknown="from {a}, end unknown",
    until_start_unknown="until {b}, start unknown",
    between="between {a} and {b}",
    or_earlier="{b} or earlier",
    or_later="{a} or later",
    unknown="date unknown",
    some_time_in="some time in {x}",
    in_year="{x}, {y}",
    of_unknown_year="{x} of an unknown year",
    decade="the {x}s",
    century="{x} century",
    century_inside="the {x} century",
    ordinal=_ordinal,
    unknown_year="an unknown year",
    estimated="{x}, estimated as {y}",
    around="around {x}",
    approximate="{x}, approximate",
    uncertain="{x}, uncertain",
    uncertain_inside="{x} (uncertain)",
    components="{x} ({y})",
    doubts=("{x} uncertain", "{x} approximate", "{x} uncertain and approximate"),
    component_names=("year", "month", "day"),
    every={
        Precision.DAY: "every day {x}",
        Precision.MONTH: "every month {x}",
        Precision.SEASON: "every season {x}",
        Precision.YEAR: "every year {x}",
    },
    one_of_many="one of {n} dates, {x}",
    many="{n} dates, {x}",
    or_joint="{a} or {b}",
    and_joint="{a} and {b}",
    season_of_year="{x} {y}",
    part_of_year="{x} of {y}",
    seasons=("spring", "summer", "autumn", "winter"),
    hemispheres=("{x} (northern hemisphere)", "{x} (southern hemisphere)"),
    quarters=("the first quarter", "the second quarter", "the third quarter", "the fourth quarter"),
    thirds=("the first third", "the second third", "the last third"),
    halves=("the first half", "the second half"),
    eras=("BCE", "CE"),
)

FRENCH = Phrases(
    interval="{a:de} {b:à}",
    since="à partir {a:de}",
    until="jusqu’{b:à}",
    since_end_unknown="à partir {a:de}, fin inconnue",
    until_start_unknown="jusqu’{b:à}, début inconnu",
    between="entre {a:le} et {b:le}",
    or_earlier="{b:le} ou avant",
    or_later="{a:le} ou après",
    unknown="date inconnue",
    some_time_in="{x} (date exacte inconnue)",
    in_year="{x}, {y}",
    of_unknown_year="{x} d’une année inconnue",
    decade="les années {x}",
    century="{x} siècle",
    century_inside="{x} siècle",
    ordinal=lambda number: f"{_roman(number)}{'er' if number == 1 else 'e'}",
    unknown_year="une année inconnue",
    estimated="{x}, estimée à {y}",
    around="vers {x:le}",
    approximate="{x}, approximatif",
    uncertain="{x}, incertain",
    uncertain_inside="{x} (incertain)",
    components="{x} ({y})",
    doubts=("{x} : incertain", "{x} : approximatif", "{x} : incertain et approximatif"),
    component_names=("année", "mois", "jour"),
    every={
        Precision.DAY: "chaque jour {x}",
        Precision.MONTH: "chaque mois {x}",
        Precision.SEASON: "chaque saison {x}",
        Precision.YEAR: "chaque année {x}",
    },
    one_of_many="l’une de {n} dates, {x}",
    many="{n} dates, {x}",
    or_joint="{a} ou {b}",
    and_joint="{a} et {b}",
    season_of_year="{x} {y}",
    part_of_year="{x} de {y}",
    seasons=("printemps", "été", "automne", "hiver"),
    hemispheres=("{x} (hémisphère nord)", "{x} (hémisphère sud)"),
    quarters=("le premier trimestre", "le deuxième trimestre", "le troisième trimestre", "le quatrième trimestre"),
    thirds=("le premier tiers", "le deuxième tiers", "le dernier tiers"),
    halves=("le premier semestre", "le second semestre"),
    forms={
        "de": ("du {x}", "de {x}", "d’{x}"),
        "à": ("au {x}", "à {x}", "à {x}"),
        "le": ("le {x}", "{x}", "{x}"),
    },
)

_BY_LANGUAGE = {"en": ENGLISH, "fr": FRENCH}
_BORROWED = replace(ENGLISH, eras=None)


def in_language(language: str) -> Phrases:
    """The table of a language (`fr`), the English one where there is none."""
    return _BY_LANGUAGE.get(language, _BORROWED)


@dataclass(frozen=True, slots=True)
class Worded:
    """A date that is already words."""

    text: str
    is_day: bool = False
    """Whether it is one day, or a century: these take another preposition than a month in some languages."""


def fill(template: str, phrases: Phrases, **values: Worded) -> str:
    """A phrase with its dates in place, each in the form that its placeholder names (`{a:from}`)."""
    filled = []
    for literal, name, form, _ in Formatter().parse(template):
        filled.append(literal)
        if name is not None:
            value = values[name]
            filled.append(_with_preposition(value, phrases.forms[form]) if form else value.text)
    return "".join(filled)


def _with_preposition(value: Worded, forms: tuple[str, str, str]) -> str:
    before_day, before_other, before_vowel = forms
    if value.is_day:
        return before_day.replace("{x}", value.text)
    return (before_vowel if value.text[:1].lower() in _VOWELS else before_other).replace("{x}", value.text)
