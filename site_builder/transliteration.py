"""Words of other scripts in the letters a to z, as people of the language write them.

AnyAscii spells letters one by one, whatever the language. What a language does otherwise stands here: Ukrainian after
resolution 55 of its government (2010), Greek after ELOT 743, Serbian as in its own Latin alphabet.
"""

import re
import unicodedata
from collections.abc import Mapping

from anyascii import anyascii

_SPELLED = frozenset({"LATIN", "CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN", "HANGUL"})
"""Scripts that write all sounds, so that their letters can be read aloud; Arabic leaves vowels out."""
_LETTERS: Mapping[str, Mapping[str, str]] = {
    "uk": {"г": "h", "и": "y", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"},
    "be": {"г": "h"},
    "bg": {"щ": "sht", "ъ": "a"},
    "sr": {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s", "џ": "dz"},
    "el": {"γγ": "ng", "γξ": "nx", "γχ": "nch", "ου": "ou", "χ": "ch"},
    "de": {"ä": "ae", "ö": "oe", "ü": "ue"},
}
_FIRST_LETTERS: Mapping[str, Mapping[str, str]] = {
    "uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"},
    "el": {"μπ": "b", "ντ": "d", "γκ": "g"},
}
"""What letters are at the beginning of a word, where they are something else there."""
_KNOWN_BY = (
    ("be", re.compile("ў")),
    ("sr", re.compile("[ђћљњџј]")),
    ("bg", re.compile(r"ъ(?![еёюя])(?=\w)")),
    ("el", re.compile("[α-ω]")),
    ("uk", re.compile("^(?!.*[ыэёъѣәғқңөұүһ]).*[іїєґ]", re.S)),
)
"""Letters that only one language has, or only one of those that are spelled otherwise."""
_GREEK_V = re.compile(r"(?<=[αεη])υ(?=[αεηιουωβγδζλμνρ])")
_GREEK_F = re.compile(r"(?<=[αεη])υ")


def in_latin(text: str, language: str = "") -> str:
    """A text in small letters a to z and digits, with its spaces and punctuation.

    What cannot be spelled becomes a space. `language` is the code of the language where that is known; else it is seen
    from the letters.
    """
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text.replace("İ", "I")).lower())
    small = re.sub(r"[ά-ώ]", lambda letter: _without_accent(letter[0]), small)
    known = language.partition("-")[0] or next((code for code, letters in _KNOWN_BY if letters.search(small)), "")
    if known == "el":
        small = _GREEK_F.sub("f", _GREEK_V.sub("v", small))
    for letters, spelled in _FIRST_LETTERS.get(known, {}).items():
        small = re.sub(rf"(?<![\w'’ʼ]){letters}", spelled, small)
    if known == "uk":
        small = re.sub(r"(?<=\w)['’ʼ](?=[єїюя])", "", small).replace("зг", "zgh")
    for letters, spelled in _LETTERS.get(known, {}).items():
        small = small.replace(letters, spelled)
    return "".join(map(_spelled, small))


def _without_accent(letter: str) -> str:
    """A Greek vowel without its accent; one with a diaeresis keeps that, as it is not one sound with that before it."""
    plain = unicodedata.normalize("NFD", letter).replace("\N{COMBINING ACUTE ACCENT}", "")
    return unicodedata.normalize("NFC", plain)


def _spelled(character: str) -> str:
    if character.isascii():
        return character
    if character in "ьъ" or unicodedata.combining(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    script = unicodedata.name(character, "").partition(" ")[0]
    return anyascii(character).lower() if character.isalpha() and script in _SPELLED else " "
