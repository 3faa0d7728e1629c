"""Words as a search finds them: what is typed and what is searched are spelled alike, whatever their marks and signs.

`spelling.ts` does the same to what a reader types, and a table of cases holds the two together.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from site_builder.transliteration import in_latin

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("'’‘ʼʻʹ`´ʿʾ׳״", ""),
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "þ": "th",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ە": "ه",
        "ة": "ه",
        "ٱ": "ا",
        "ـ": "",
    }
)
"""Letters that keyboards and spellings differ in, and signs within words that some leave out."""
_WORD = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile(r"([぀-ヿ㐀-䶿一-鿿豈-﫿฀-๿])")
"""Scripts that put no space between words: each letter is looked for as a word."""
_ARABIC = re.compile(r"[؀-ۿ]")
_LONG_VOWELS = re.compile("[اوي]")
"""Of a foreign name in Arabic letters, what is written and what is left out differs most."""
_MOST_JOINED = 3
"""Words of a name that somebody may write as one."""


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked for."""
    if text.isascii():
        return _WORD.findall(text.lower().replace("'", "").replace("`", ""))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")).translate(_ALIKE)
    return [_without_long_vowels(word) for word in _WORD.findall(_WITHOUT_SPACES.sub(r" \1 ", plain))]


@lru_cache(maxsize=20_000)
def spellings_of_name(name: str) -> Sequence[str]:
    """What a name is found by, each once: its words, in the letters a to z too, and few words written as one."""
    spellings: list[str] = []
    for spelled in (name,) if name.isascii() else (name, in_latin(name)):
        words = words_of(spelled)
        spellings += words
        if 1 < len(words) <= _MOST_JOINED:
            spellings.append("".join(words))
    return tuple(dict.fromkeys(spellings))


def spellings_of(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts, but for those that are written as they are looked for."""
    for text in texts:
        written = {word.casefold() for word in text.split()}
        yield from (word for word in words_of(text) if word not in written)


def _without_long_vowels(word: str) -> str:
    if not _ARABIC.search(word):
        return word
    short = _LONG_VOWELS.sub("", word)
    return short if len(short) > 1 else word
