"""By what names are compared that readers take for one another: the skeletons of Unicode TR 39, without case.

The table of letters that look alike is Unicode's (`confusables.txt`), as the package confusable-homoglyphs ships it.
"""

import json
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_APOSTROPHES = "‘’‚‛ʼʻʹʽˈ′´`＇ꞌ՚׳"
_QUOTES = "“”„‟«»″״"
_ONE_FOR_ONE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | {"\u2212": "-"})
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
"""Characters without a picture that are not of the category of such (Cf)."""
_MOST_KEPT = 65_536
"""Names of which the forms are kept."""
_SPACES = str.maketrans({"\u2800": " ", "\u3164": " ", "\uffa0": " "})


@lru_cache(maxsize=_MOST_KEPT)
def plain(name: str) -> str:
    """A name without what nobody hears: form, case and accents of Latin letters, signs within it, spaces around."""
    return _without_accents(_spelled(name).casefold())


@lru_cache(maxsize=_MOST_KEPT)
def skeletons(name: str) -> frozenset[str]:
    """What a name looks like: two names that share one of these can be taken for one another.

    There are two, because letters that look alike as capitals do not as small ones: В and B, but not в and b.
    """
    spelled = _spelled(name)
    return frozenset({_skeleton(spelled.casefold()), _skeleton(_skeleton(spelled).casefold())})


@lru_cache(maxsize=_MOST_KEPT)
def scripts(name: str) -> frozenset[str]:
    """The scripts that the letters of a name belong to, as Unicode's names begin: `LATIN`, `CYRILLIC`."""
    letters = (letter for letter in unicodedata.normalize("NFKC", name) if letter.isalpha())
    return frozenset(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)


def _spelled(name: str) -> str:
    """A name with one form of each letter, digit, sign and space, and nothing unseen."""
    if name.isascii():
        return " ".join(name.replace("`", "'").replace("-", " ").split()).rstrip(" .")
    # Before NFKC, which makes a space and an accent of `´`, and of the fillers of Hangul something else.
    text = unicodedata.normalize("NFKC", name.translate(_SPACES).translate(_ONE_FOR_ONE)).translate(_ONE_FOR_ONE)
    return " ".join("".join(map(_seen, text)).split()).rstrip(" .")


def _seen(sign: str) -> str:
    if sign.isascii():
        return " " if sign == "-" else sign
    category = unicodedata.category(sign)
    if category in ("Cf", "Cc") or sign in _UNSEEN or 0xFE00 <= ord(sign) <= 0xFE0F or 0xE0100 <= ord(sign) <= 0xE01EF:
        return " " if sign.isspace() else ""
    if category == "Pd":
        return " "
    return str(unicodedata.digit(sign)) if category == "Nd" else sign


def _without_accents(text: str) -> str:
    """A text without the marks upon its Latin letters; those upon others are letters of their own."""
    if text.isascii():
        return text
    kept: list[str] = []
    for sign in unicodedata.normalize("NFD", text):
        if not (unicodedata.combining(sign) and kept and kept[-1].isascii()):
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


def _skeleton(text: str) -> str:
    return _without_accents(unicodedata.normalize("NFD", text).translate(_looks()))


@cache
def _looks() -> dict[int, str]:
    """For each letter the one, or the several, that stand for all that look like it."""
    table = json.loads(files("confusable_homoglyphs").joinpath("confusables.json").read_text(encoding="utf-8"))
    found: dict[int, str] = {}
    for sign, alike in table.items():
        # What stands for others has all of them beside it; each of the others has that one alone.
        if len(sign) == 1 and len(alike) == 1:
            other = str(alike[0]["c"]).strip("\u200e\u200f")
            stands_alone = len(table.get(alike[0]["c"], ())) == 1
            if not (stands_alone and sign < other):
                found[ord(sign)] = other
    return found
