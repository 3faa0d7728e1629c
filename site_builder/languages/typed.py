"""Words that people type in dates and figures: `<code>/typed.toml`, one file a language, and `signs.toml` for all.

A typed text is compared with them in one plain spelling. They are read when the first mistake is met.
"""

import re
import tomllib
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from site_builder.languages.calendar import CONTEXTS, calendar_names
from site_builder.languages.messages import FOLDER

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
    weekdays: dict[str, int]
    """From 1, Monday."""
    ordinals: dict[str, int]

    def before(self, role: str) -> re.Pattern[str]:
        """Matches a word of this meaning and what follows it (`rest`)."""
        return _compiled(f"(?:{self.any_of(role)})(?:(?<=[^\\W\\d_])-(?=[^\\W0_])|[\\s:,]*)(?P<rest>[^\\s].*)")

    def after(self, role: str) -> re.Pattern[str]:
        """Matches what stands before a word of this meaning (`rest`), and the word in brackets or not."""
        return _compiled(f"(?P<rest>.*?[^\\s(,])[\\s,:]*\\(?(?<![^\\W\\d_])(?:{self.any_of(role)})\\)?")

    def around(self, role: str, text: str) -> re.Match[str] | None:
        """A text that begins or ends with a word of this meaning."""
        return self.before(role).fullmatch(text) or self.after(role).fullmatch(text)

    def any_of(self, *roles: str) -> str:
        """The source of a pattern of every word of these meanings."""
        words = sorted({word for role in roles for word in self.roles[role]}, key=len, reverse=True)
        return "|".join(re.escape(word) + (_NOT_A_LETTER if word[-1].isalpha() else "") for word in words)


_compiled = cache(re.compile)


@cache
def _files() -> Mapping[str, Mapping[str, Any]]:
    """What each language has by its code, signs first."""
    files = (FOLDER / "signs.toml", *sorted(FOLDER.glob("*/typed.toml")))
    return {file.parent.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


@cache
def typed_lists(section: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of a section by their names, each with the signs and the words of all languages."""
    found: dict[str, tuple[str, ...]] = {}
    for written in _files().values():
        for name, words in written.get(section, {}).items():
            found[name] = (*found.get(name, ()), *words)
    return found


@cache
def meanings(section: str) -> Mapping[str, str]:
    """For each word of a section the name of its list."""
    return {word: name for name, words in typed_lists(section).items() for word in words}


@cache
def number_words() -> Mapping[str, int]:
    """Numbers in words: `twelve`, `douze`."""
    return {word: int(number) for word, number in meanings("numbers").items()}


@cache
def date_words() -> DateWords:
    """Every word of dates that is understood."""
    written = typed_lists("dates")
    roles = {role: tuple(map(clean, words)) for role, words in written.items()}
    small = frozenset(roles["small"])
    for role in roles.keys() - {"small", "today"}:
        words = (
            _without(clean(word), small) if any(map(str.isalpha, word)) else word for word in typed_lists("dates")[role]
        )
        roles[role] = tuple(filter(None, words))
    months = _numbered("months") | _names("months")
    taken = months.keys() | {word for role, words in roles.items() if role != "today" for word in words}
    weekdays = {name: number for name, number in (_numbered("weekdays") | _names("days")).items() if name not in taken}
    return DateWords(roles, months, weekdays, _numbered("ordinals"))


def without_small_words(text: str) -> str:
    """A cleaned text without articles and the like: `the 3rd of August` is `3rd august`."""
    return _without(text, frozenset(date_words().roles["small"]))


def _without(text: str, small: Container[str]) -> str:
    return " ".join(word for word in text.split() if word.strip(",;") not in small)


def _numbered(section: str) -> dict[str, int]:
    return {clean(word): int(number) for word, number in meanings(section).items()}


def _names(what: str) -> dict[str, int]:
    """The names of months or days of the week in all languages, long and short, and the number of each."""
    locales = [locale for code, written in _files().items() for locale in written.get("locales", [code])]
    forms = product(locales, CONTEXTS, ("wide", "abbreviated"))
    return {
        clean(name): number
        for locale, context, width in forms
        for number, name in enumerate(calendar_names(what, locale, context, width), 1)
    }
