"""Codes of languages and countries, by the Unicode locale data (CLDR) that Babel carries, and which was meant."""

import functools
import re

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from site_builder import TimelineError
from site_builder.languages import say

_NAMED_IN = ("en", "fr", "es", "de", "uk", "ru", "ar", "pt", "it")
"""Languages in which the name of a language or country is understood."""
_NO_COUNTRIES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""What the locale data has besides countries, for tests and for what is unknown."""
_FORMER = frozenset(["AN", "BU", "CS", "DD", "DY", "FX", "HV", "NH", "NT", "RH", "SU", "TP", "VD", "YD", "YU", "ZR"])
"""Countries that are no more, by ISO 3166-3: a chronicle of history needs them."""
_FOR_USERS = re.compile(r"X[C-Z]")
"""Codes that ISO 3166-1 leaves to users: what a chronicle means by them it says itself."""
_SUBTAG = re.compile(r"[A-Za-z]{2}")


class UnknownCodeError(TimelineError, ValueError):
    """A code of no language or country; `meant` is the one that was probably meant."""

    def __init__(self, message: str, written: str, meant: str | None, *, is_language: bool) -> None:
        super().__init__(message)
        self.written = written
        self.meant = meant
        self.is_language = is_language


def check_language(written: str) -> str:
    """A language tag as it is. Raises UnknownCodeError where its language is none.

    Codes of three letters that the locale data lacks are taken as they are: it has a few hundred of thousands.
    """
    language = written.partition("-")[0]
    if len(language) > 2 or (language in _languages() and language not in get_global("language_aliases")):
        return written
    message = say("expected a language code such as en, fr or uk (ISO 639)")
    raise UnknownCodeError(message, written, language_meant(written), is_language=True)


def check_country(written: str) -> str:
    """A country code as it is. Raises UnknownCodeError where no country has or had it."""
    if written in _FORMER or _FOR_USERS.fullmatch(written) or written in _countries():
        return written
    message = say("expected a country code such as ML (ISO 3166-1)")
    raise UnknownCodeError(message, written, country_meant(written), is_language=False)


def language_meant(written: str) -> str | None:
    """The language tag that a text stands for: another spelling of one, a former code, a country's, or a name."""
    language, hyphen, rest = written.strip().replace("_", "-").partition("-")
    known = language.casefold()
    aliases = get_global("language_aliases")
    if known in aliases:
        known = str(aliases[known]).partition("_")[0]
    elif known not in _languages():
        official = get_official_languages(known.upper()) if _SUBTAG.fullmatch(known) else ()
        named = _by_name("languages").get(written.strip().casefold())
        found = official[0] if len(official) == 1 else named
        if found is None or (hyphen and named is None and not official):
            return None
        known, hyphen, rest = (found, hyphen, rest) if len(official) == 1 else (found, "", "")
    meant = known.replace("_", "-") + (f"-{_in_form(rest)}" if hyphen else "")
    return meant if meant != written else None


def country_meant(written: str) -> str | None:
    """The country code that a text stands for: in other letters, of three letters, a former one, or a name."""
    code = written.strip().upper()
    aliases = get_global("territory_aliases").get(code, ())
    if code in _FORMER or code in _countries():
        return code if code != written else None
    if len(aliases) == 1:
        return str(aliases[0])
    return _by_name("territories").get(written.strip().casefold())


def _in_form(subtags: str) -> str:
    """Subtags as they are written: a script `Latn`, a region `US`, others in small letters."""
    forms = {4: str.title, 2: str.upper}
    return "-".join(forms.get(len(subtag), str.lower)(subtag) for subtag in subtags.split("-"))


@functools.cache
def _languages() -> frozenset[str]:
    return frozenset(Locale("en").languages)


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").territories) if code.isalpha()) - _NO_COUNTRIES


@functools.cache
def _by_name(what: str) -> dict[str, str]:
    """Codes by the names of what they stand for, without those that two share."""
    codes: dict[str, set[str]] = {}
    usual = _languages() if what == "languages" else _countries()
    for code, name in (pair for language in _NAMED_IN for pair in getattr(Locale(language), what).items()):
        if code in usual and "_" not in code and name:
            codes.setdefault(name.casefold(), set()).add(code)
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}
