"""Words of other scripts in the letters a to z, as people of the language write them.

AnyAscii spells letters one by one, whatever the language. What a language does otherwise stands in its folder, in
`letters.toml`: the letters by which it is known, if no other language that is spelled otherwise has them, and regular
expressions with what is written for them one after the other, those of `first` at the beginning of a word.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from anyascii import anyascii

from site_builder.languages import FOLDER

_SPELLED = frozenset({"LATIN", "CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN", "HANGUL"})
"""Scripts that write all sounds, so that their letters can be read aloud; Arabic leaves vowels out."""
_BEGINNING = r"(?<![\w'’ʼ])"


def in_latin(text: str, language: str = "") -> str:
    """A text in small letters a to z and digits, with its spaces and punctuation.

    What cannot be spelled becomes a space. `language` is the code of the language where that is known; else it is seen
    from the letters.
    """
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text.replace("İ", "I")).lower())
    written = _languages()
    signs = ((code, about["known_by"]) for code, about in written.items() if "known_by" in about)
    known = language.partition("-")[0] or next((code for code, sign in signs if re.search(sign, small)), "")
    about = written.get(known, {})
    for letters, spelled in about.get("first", {}).items():
        small = re.sub(_BEGINNING + letters, spelled, small)
    for letters, spelled in about.get("spelled", {}).items():
        small = re.sub(letters, spelled, small)
    return "".join(map(_spelled, small))


@cache
def _languages() -> Mapping[str, Mapping[str, Any]]:
    """What each language has by its code."""
    files = sorted(FOLDER.glob("*/letters.toml"))
    return {file.parent.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


def _spelled(character: str) -> str:
    if character.isascii():
        return character
    if character in "ьъ" or unicodedata.combining(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    script = unicodedata.name(character, "").partition(" ")[0]
    return anyascii(character).lower() if character.isalpha() and script in _SPELLED else " "
