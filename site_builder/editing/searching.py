"""Finding records by words: ids, names, titles and aliases that are like what somebody typed."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process, utils

from site_builder import edtf, linking
from site_builder.chronicle import Chronicle
from site_builder.records import Actor, Event, Kind, Place, Record, Source

_LIKE = 65
"""The least share, of 100, of the words typed that a record's name has to have for it to be offered."""
_CANDIDATES = 300
"""Most names that are compared word by word."""
_SAME = 90
"""The least likeness at which two names are probably of one thing."""


def search(chronicle: Chronicle, kinds: tuple[Kind, ...], words: str, limit: int = 8) -> list[Record]:
    """Records of some kinds whose id or names are like the words, the likeliest first."""
    names = {
        (kind, record_id, number): name
        for kind in kinds
        for record_id, record in chronicle.records(kind).items()
        for number, name in enumerate(names_of(record))
    }
    typed = _folded(words).split()
    likely = process.extract(words, names, scorer=fuzz.WRatio, processor=_folded, limit=_CANDIDATES)
    found: dict[tuple[Kind, str], tuple[float, float]] = {}
    for name, score, (kind, record_id, _number) in likely:
        has = _share(typed, _folded(name).split())
        if has >= _LIKE:
            found[kind, record_id] = max((has, score), found.get((kind, record_id), (0, 0)))
    best = sorted(found, key=lambda key: (*(-part for part in found[key]), key))[:limit]
    return [chronicle.records(kind)[record_id] for kind, record_id in best]


def exact(chronicle: Chronicle, kind: Kind, words: str) -> list[Record]:
    """Records of a kind that bear exactly this name or address, whatever its capitals and accents."""
    wanted = _plain_name(words)
    return _bearing(chronicle, kind, lambda name: bool(wanted) and _plain_name(name) == wanted)


def _plain_name(text: str) -> str:
    """A name without capitals and accents, an address without its scheme and last slash."""
    if is_address(text):
        return re.sub(r"^(?:https?:)?//", "", text.strip(), flags=re.I).rstrip("/")
    return _folded(text)


def is_address(text: str) -> bool:
    """Whether somebody who names a source typed or pasted an address."""
    return re.match(r"\s*(?:https?://|www\.)\S", text, re.I) is not None


def _share(typed: list[str], name: list[str]) -> float:
    """How much of what was typed stands in a name, of 100, word by word; a word that is begun counts as a whole one."""
    if not typed or not name:
        return 0
    likeness = (max(100 if one.startswith(word) else fuzz.ratio(word, one) for one in name) for word in typed)
    return sum(likeness) / len(typed)


def label_of(record: Record) -> str:
    """The name of a record in one line, with the date that tells an event or a source from others."""
    date = record.date if isinstance(record, Event | Source) else None
    return f"{record.heading}" if date is None else f"{record.heading} ({edtf.words(date)})"


def names_of(record: Record) -> Iterator[str]:
    """The texts by which a record is found."""
    yield record.id
    yield record.id.replace("-", " ")
    if isinstance(record, Actor | Place):
        yield from linking.names_of(record)
    else:
        yield from (version for _, version in record.heading.versions)
    if isinstance(record, Source):
        yield label_of(record)
        yield from filter(None, (record.title, record.url, record.archive))


def similar(chronicle: Chronicle, kind: Kind, name: str) -> list[Record]:
    """Records that bear nearly this name, whatever its order of words, capitals and accents."""
    wanted = _folded(name)
    return _bearing(chronicle, kind, lambda one: fuzz.token_sort_ratio(wanted, _folded(one)) >= _SAME)


def _bearing(chronicle: Chronicle, kind: Kind, is_meant: Callable[[str], bool]) -> list[Record]:
    """Records of a kind of which a name is meant."""
    return [one for one in chronicle.records(kind).values() if any(map(is_meant, names_of(one)))]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return utils.default_process("".join(letter for letter in plain if not unicodedata.combining(letter)))
