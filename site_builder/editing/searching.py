"""Finding records by words: ids, names, titles and aliases that are like what somebody typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.records import Actor, Event, Kind, Place, Question, Record, Source, Text, Thread

_LIKE = 60
"""The least likeness, of 100, at which a record is offered."""
_SAME = 90
"""The least likeness at which two names are probably of one thing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that somebody may have meant."""

    kind: Kind
    id: str
    label: str
    """What it is called."""


def search(chronicle: Chronicle, kinds: tuple[Kind, ...], words: str, limit: int = 8) -> list[Found]:
    """Records of some kinds whose id or names are like the words, the likeliest first."""
    names = {
        (kind, record_id, number): name
        for kind in kinds
        for record_id, record in chronicle.records(kind).items()
        for number, name in enumerate(names_of(record))
    }
    # A short name matches a part of many words: it has to be like all of them, a long one like some.
    likely = process.extract(words, names, scorer=fuzz.WRatio, processor=_folded, limit=limit * 4)
    found: dict[tuple[Kind, str], float] = {}
    for _, score, (kind, record_id, _number) in likely:
        if score >= _LIKE:
            found[kind, record_id] = max(score, found.get((kind, record_id), 0))
    best = sorted(found, key=lambda key: (-found[key], key))[:limit]
    return [Found(kind, record_id, label_of(chronicle.records(kind)[record_id])) for kind, record_id in best]


def label_of(record: Record) -> str:
    """What a record is called, in one line, to be told apart from others."""
    match record:
        case Actor() | Place():
            return str(record.name)
        case Event():
            return f"{record.title} ({edtf.words(record.date)})"
        case Question() | Thread():
            return str(record.title)
        case Source():
            date = edtf.words(record.date) if record.date is not None else ""
            return ", ".join(part for part in (record.publisher, record.title or "", date) if part)
        case _:
            return record.id


def names_of(record: Record) -> Iterator[str]:
    """The texts by which a record is found."""
    yield record.id
    yield record.id.replace("-", " ")
    match record:
        case Actor() | Place():
            yield from _versions(record.name)
            yield from (alias.alias for alias in record.aliases)
            if isinstance(record, Actor):
                yield from (name for former in record.names for name in _versions(former.name))
        case Event() | Question() | Thread():
            yield from _versions(record.title)
        case Source():
            yield label_of(record)
            yield from filter(None, (record.title,))


def _versions(text: Text) -> Iterator[str]:
    return (version for _, version in text.versions)


def similar(chronicle: Chronicle, kind: Kind, name: str) -> list[Found]:
    """Records that bear nearly this name, whatever its order of words, capitals and accents."""
    wanted = _folded(name)
    return [
        Found(kind, record_id, label_of(record))
        for record_id, record in chronicle.records(kind).items()
        if any(fuzz.token_sort_ratio(wanted, _folded(one)) >= _SAME for one in names_of(record))
    ]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return utils.default_process("".join(letter for letter in plain if not unicodedata.combining(letter)))
