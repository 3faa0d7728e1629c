"""A typed text in one plain spelling, and the words of many languages that dates are typed with.

The words are data: `typed_words.toml`, and the names of months and days of the week in the Unicode locale data.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

_LOCALES = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar", "ar_DZ", "ar_MA", "ar_SY", "ar_TN")
_OTHER_LOCALES = ("hr",)
"""Locales whose names are not read, because those above have some of them for other months."""
_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("‐‑−﹣", "-"),
        **dict.fromkeys("—‒―〜～", "–"),
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **dict.fromkeys("“”„‟«»‹›「」『』", '"'),
        **dict(zip("。、،؟؛", ".,,?;", strict=True)),
        "…": "...",
    }
)
_EAST_ASIAN = re.compile(r"(?<=[0-9])\s*([年년月월])\s*(?=[0-9])")
_EAST_ASIAN_END = re.compile(r"(?<=[0-9])\s*[年년月월日일]")
_ELISION = re.compile(r"(?<![^\W_])[dl]'(?=[^\W_])")
_DOT_INSIDE = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_]|-)")
_DOT_AFTER = re.compile(r"(?<=[^\W\d_])\.")
_BRACKETED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_NOT_A_LETTER = r"(?![^\W\d_])"
_STARRED = re.compile(r"\*.*\*")
_EDGES = " \t\"',;:!|"


def clean(text: str) -> str:
    """A text in small ASCII digits, plain dashes and quotes, single spaces, and letters without accents and dots."""
    text = "".join(_plain(character) for character in text.translate(_CHARACTERS))
    text = _EAST_ASIAN_END.sub(" ", _EAST_ASIAN.sub("-", text))
    text = unicodedata.normalize("NFD", text.lower().replace("-feira", ""))
    text = unicodedata.normalize("NFC", "".join(c for c in text if unicodedata.category(c) != "Mn"))
    text = _DOT_AFTER.sub(" ", _DOT_INSIDE.sub("", text))
    text = re.sub(r"(?<!\S)و(?=[0-9])", "و ", text)
    return trim(" ".join(_ELISION.sub("", text).split()))


def trim(text: str) -> str:
    """A text without quotes, brackets and punctuation around it; a star at one end points to a note, and stays."""
    while True:
        trimmed = text.lstrip(_EDGES).rstrip(_EDGES + ".") if not text.endswith("..") else text.lstrip(_EDGES)
        if _BRACKETED.fullmatch(trimmed) or _STARRED.fullmatch(trimmed):
            trimmed = trimmed[1:-1]
        if trimmed == text:
            return text
        text = trimmed


def _plain(character: str) -> str:
    """One character: digits of any script as ASCII, full-width signs as ASCII, what cannot be seen as nothing."""
    if character.isascii():
        return character if character.isprintable() else " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category.startswith("Z"):
        return " "
    return unicodedata.normalize("NFKC", character) if "！" <= character <= "～" else character


@dataclass(frozen=True, slots=True)
class DateWords:
    """What words mean, in whatever language, as `clean` spells them."""

    roles: dict[str, tuple[str, ...]]
    """The words of each meaning, longer ones first."""
    months: dict[str, int]
    months_elsewhere: frozenset[str]
    """The names that other languages have for other months."""
    weekdays: dict[str, int]
    """From 1, Monday."""
    ordinals: dict[str, int]

    def before(self, role: str) -> re.Pattern[str]:
        """Matches a word of this meaning and what follows it (`rest`)."""
        return _compiled(f"(?:{self.any_of(role)})(?:(?<=[^\\W\\d_])-(?=[^\\W0_])|[\\s:,]*)(?P<rest>[^\\s].*)")

    def after(self, role: str) -> re.Pattern[str]:
        """Matches what stands before a word of this meaning (`rest`), and the word in brackets or not."""
        return _compiled(f"(?P<rest>.*?[^\\s(,])[\\s,:]*\\(?(?<![^\\W\\d_])(?:{self.any_of(role)})\\)?")

    def any_of(self, *roles: str) -> str:
        """The source of a pattern of every word of these meanings."""
        words = sorted({word for role in roles for word in self.roles[role]}, key=len, reverse=True)
        return "|".join(re.escape(word) + (_NOT_A_LETTER if word[-1].isalpha() else "") for word in words)


_compiled = cache(re.compile)


@cache
def date_words() -> DateWords:
    """Every word that is understood; read when the first mistake is met."""
    data = tomllib.loads((Path(__file__).parent / "typed_words.toml").read_text(encoding="utf-8"))
    numbered = {name: _by_number(data.pop(name)) for name in ("months", "weekdays", "ordinals")}
    today = tuple(clean(word) for words in data.pop("today").values() for word in words)
    small = tuple(sorted({clean(word) for words in data.pop("small").values() for word in words}, key=len))
    roles = {
        role: tuple({word: None for words in by_language.values() for one in words if (word := _spelled(one, small))})
        for role, by_language in data.items()
    }
    roles["small"] = small
    months = numbered["months"] | _names("months")
    others = _names("months", _OTHER_LOCALES)
    elsewhere = frozenset(name for name in months.keys() & others.keys() if months[name] != others[name])
    taken = {word for words in roles.values() for word in words} | months.keys()
    weekdays = {name: number for name, number in (numbered["weekdays"] | _names("days")).items() if name not in taken}
    roles["today"] = today
    return DateWords(roles, months, elsewhere, weekdays, numbered["ordinals"])


def without_small_words(text: str, small: Iterable[str] = ()) -> str:
    """A cleaned text without articles and the like: `the 3rd of August` is `3rd august`."""
    dropped = frozenset(small or date_words().roles["small"])
    return " ".join(word for word in text.split() if word.strip(",;") not in dropped)


def _spelled(word: str, small: Iterable[str]) -> str:
    """A word of the data as `clean` spells it; signs stay as they are."""
    return without_small_words(clean(word), small) if any(map(str.isalpha, word)) else word


def _by_number(table: dict[str, list[str]]) -> dict[str, int]:
    return {clean(word): int(number) for number, words in table.items() for word in words}


def _names(what: str, locales: Iterable[str] = _LOCALES) -> dict[str, int]:
    """The names of months or days of the week in some languages, long and short."""
    names: dict[str, int] = {}
    for locale in map(Locale.parse, locales):
        for widths in getattr(locale, what).values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    names[clean(str(name))] = number + (what == "days")
    return names
