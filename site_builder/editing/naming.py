"""Ids and files of new records, from what they say."""

from __future__ import annotations

import re
import unicodedata

from site_builder import edtf
from site_builder.reading.ids import date_prefix, why_not_id
from site_builder.reading.values import Value
from site_builder.records import Kind

_LONGEST = 50
"""Most characters of the words of an id."""
_ENGLISH = "a an and as at by for from in into near of on or that the to with"
_FRENCH = "de du des en et la le les"
_SMALL_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split(" "))
"""Words that tell little of what a title is about."""
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "", "'": ""})


def slug(text: str, longest: int = _LONGEST, *, is_name: bool = False) -> str:
    """The words of a text that tell most, of a name all of them, as an id.

    Empty where it has no Latin letters or digits.
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    telling = words if is_name else [word for word in words if word not in _SMALL_WORDS] or words
    kept: list[str] = []
    for word in telling:
        if kept and len("-".join([*kept, word])) > longest:
            break
        kept.append(word[:longest])
    return "-".join(kept)


def propose_id(kind: Kind, values: dict[str, Value]) -> str:
    """An id for a new record; empty where nothing in it can be spelled as one."""
    if kind in (Kind.ACTOR, Kind.PLACE):
        return slug(str(values["name"]), is_name=True)
    name = slug(str(values.get("title", "")))
    if kind is Kind.EVENT:
        return with_date(str(values["date"]), name) if name else ""
    if kind is Kind.SOURCE:
        date = str(values.get("date", "")).partition("T")[0]
        parts = (slug(str(values["publisher"]), is_name=True), date if why_not_id(date) is None else "", slug(name, 30))
        return "-".join(part for part in parts if part)
    return name


def with_date(date: str, words: str) -> str:
    """The id of an event: what its date asks for, and its words."""
    return f"{date_prefix(edtf.parse(date)) or ''}{words}"


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
    prefix = date_prefix(edtf.parse(str(values["date"])))
    return f"{prefix[:4]}/{record_id}.yml" if prefix else f"{record_id}.yml"
