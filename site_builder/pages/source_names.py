"""What sources are called in lists: by publisher and date, and where that is the same of several, by what differs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_builder import edtf
from site_builder.languages import say, translate
from site_builder.records import Source


@dataclass(frozen=True, slots=True)
class SourceName:
    """What a source is called; empty is what is not known, or not needed to tell it from others."""

    publisher: str
    title: str = ""
    date: str = ""
    carrier: str = ""
    """In whose copy it was read, in words."""
    id: str = ""

    @property
    def words(self) -> str:
        return ", ".join(part for part in (self.publisher, self.title, self.date, self.carrier, self.id) if part)


def name_sources(sources: Iterable[Source], language: str) -> Mapping[str, SourceName]:
    """The names of all sources of a chronicle, by id; no two are the same."""
    known = {source.id: source for source in sources}
    names = {at: SourceName(source.publisher, date=_words(source.date, language)) for at, source in known.items()}
    for at, name in _alike(names):
        names[at] = replace(name, carrier=_carrier(known[at], language))
    for at, name in _alike(names):
        names[at] = replace(name, title=known[at].title or "")
    for at, name in _alike(names):
        names[at] = replace(name, id=at)
    return names


def _alike(names: Mapping[str, SourceName]) -> list[tuple[str, SourceName]]:
    """Those that several sources have."""
    times = Counter(names.values())
    return [(at, name) for at, name in names.items() if times[name] > 1]


def _words(date: edtf.Date | None, language: str) -> str:
    return "" if date is None else edtf.words(date, language)


def _carrier(source: Source, language: str) -> str:
    if source.read_in is None:
        return ""
    return translate(say("in the copy of {copy}", copy=source.read_in.publisher), language)
