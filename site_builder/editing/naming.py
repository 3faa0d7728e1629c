"""Ids and files of new records, from what they say."""

import re
import unicodedata
from functools import partial

from site_builder import edtf
from site_builder.reading import Value, date_prefix, why_not_id, year_folder
from site_builder.records import Kind
from site_builder.transliteration import in_latin

_LONGEST = 50
"""Most characters of the words of an id."""
_ENGLISH = "a an and as at by for from in into near of on or that the to with"
_FRENCH = "de du des en et la le les"
_SMALL_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split(" "))
"""Words that say little of what a title is about."""
_SEASON = re.compile("(?<=^[0-9]{4})-(?:2[1-9]|3[0-9]|4[01])$")
"""What EDTF has behind the year for spring, for the southern autumn, for a quarter and so on."""
_APOSTROPHES = re.compile("['\u2019\u02bc\u2018`\u00b4\u2032\uff07]")
_ARTICLES = frozenset(["l", "d", "qu", "un", "dell", "nell", "all", "dall", "sull", "coll", "gl"])
"""What stands before an apostrophe and a vowel, in French or Italian, and says as little as the small words."""
_PRONOUNS = frozenset(["j", "m", "t", "s", "n", "c"])
"""The same in sentences; names of other languages begin so too, as M'Hamid does."""
_ELIDED = frozenset(["jusqu", "lorsqu", "puisqu", "quoiqu", "quell", "quest", "sant"])
"""Other words that lose their last vowel there."""
_VOWELS = frozenset("aeiouyhœæ")
_BEFORE_APOSTROPHE = re.compile(r"(?<![\w'])(\w+)'(?=(\w))")


def slug(text: str, longest: int = _LONGEST, *, is_name: bool = False, language: str = "") -> str:
    """The words of a text that say most, of a name all of them but an article that it begins with, as an id.

    Empty where nothing in it can be spelled in Latin letters or digits. `language` is the code of the text's language,
    where that is known.
    """
    apart = _BEFORE_APOSTROPHE.sub(partial(_parted, is_name=is_name), _APOSTROPHES.sub("'", text))
    plain = in_latin(apart, language).replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = words if is_name else [word for word in words if word not in _SMALL_WORDS] or words
    kept: list[str] = []
    for word in telling:
        if kept and len("-".join([*kept, word])) > longest:
            break
        kept.append(word[:longest])
    return "-".join(kept)


def _parted(found: re.Match[str], *, is_name: bool) -> str:
    """What stands before an apostrophe as a word of its own, or left out, where its last vowel was elided."""
    word, sound = found[1].lower(), unicodedata.normalize("NFD", found[2].lower())[0]
    if sound not in _VOWELS or (word in _PRONOUNS and (is_name or sound == "h")):
        return found[0]
    if word in _ARTICLES | _PRONOUNS:
        return f"{found[1]} " if is_name and found.start() else ""
    return f"{found[1]} " if word in _ELIDED else found[0]


def propose_id(kind: Kind, values: dict[str, Value]) -> str:
    """An id for a new record; empty where nothing in it can be spelled as one."""
    if kind in (Kind.ACTOR, Kind.PLACE):
        return slug(str(values["name"]), is_name=True)
    language = str(values.get("lang", ""))
    name = slug(str(values.get("title", "")), language=language)
    if kind is Kind.EVENT:
        return f"{date_prefix(edtf.parse(str(values['date']))) or ''}{name}" if name else ""
    if kind is Kind.SOURCE:
        # Of a season only the year: its number is none that people read.
        date = _SEASON.sub("", str(values.get("date", "")).partition("T")[0])
        publisher, title = slug(str(values["publisher"]), is_name=True), slug(name, 30)
        if not publisher and not title:
            # A date alone names no publication.
            return ""
        return "-".join(part for part in (publisher, date if why_not_id(date) is None else "", title) if part)
    return name


def propose_claim_id(values: dict[str, Value], taken: set[str]) -> str:
    """An id for a claim: who says it and what it is about, with a number where that is taken."""
    who = slug(str(values.get("by") or values.get("unnamed") or "claim"), 30, is_name=True) or "claim"
    name = f"{who}-{values['topic']}"
    numbered = (name if number == 1 else f"{name}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def file_of(kind: Kind, record_id: str, values: dict[str, Value]) -> str:
    """Where a new record stands below the folder of the records."""
    if kind is not Kind.EVENT:
        return f"{kind.plural}/{record_id}.yml"
    folder = year_folder(edtf.parse(str(values["date"]))) if "date" in values else None
    return f"{folder}/{record_id}.yml" if folder else f"{record_id}.yml"
