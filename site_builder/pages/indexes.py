"""The pages that list all records of a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.pages.context import Here, Link
from site_builder.pages.source import heading
from site_builder.pages.whereabouts import countries
from site_builder.records import Actor, Kind, Place, Question, Record, Source, Thread

INDEXED = (Kind.THREAD, Kind.QUESTION, Kind.ACTOR, Kind.PLACE, Kind.SOURCE)
"""Kinds with an index page of their own, in the order of the navigation; events have the timeline."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list."""

    record: Link
    detail: str
    summary: str


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one sort, under a heading that may be empty."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What the template of an index needs."""

    title: str
    description: str
    total: int
    sections: tuple[Section, ...]


def view_index(here: Here, kind: Kind) -> IndexPage:
    """The list of all records of a kind."""
    describe = _DESCRIBE[kind]
    sections: dict[str, list[Entry]] = {}
    records = here.chronicle.records(kind)
    for record in records.values():
        heading_, entry = describe(here, record)
        sections.setdefault(heading_, []).append(entry)
    ordered = sorted(sections.items()) if kind is not Kind.SOURCE else sorted(sections.items(), reverse=True)
    return IndexPage(
        title=kind.plural.capitalize(),
        description="",
        total=len(records),
        sections=tuple(
            Section(name, tuple(sorted(entries, key=lambda entry: entry.record.label.casefold())))
            for name, entries in ordered
        ),
    )


def _count(number: int, singular: str) -> str:
    return f"{number} {singular}" if number == 1 else f"{number} {singular}s"


def _actor(here: Here, record: Record) -> tuple[str, Entry]:
    assert isinstance(record, Actor)
    events = len(here.chronicle.backlinks.events_of(Kind.ACTOR, record.id))
    claims = len(here.chronicle.claims.by_actor(record.id))
    detail = f"{_count(events, 'event')}, {_count(claims, 'claim')}"
    link = here.record_link(Kind.ACTOR, record.id)
    return record.type.label.capitalize(), Entry(link, detail, here.plain(record.description))


def _place(here: Here, record: Record) -> tuple[str, Entry]:
    assert isinstance(record, Place)
    events = len(here.chronicle.backlinks.events_of(Kind.PLACE, record.id))
    link = here.record_link(Kind.PLACE, record.id)
    return countries(here, record), Entry(link, _count(events, "event"), here.plain(record.description))


def _source(here: Here, record: Record) -> tuple[str, Entry]:
    assert isinstance(record, Source)
    title = Link(heading(here, record), here.record_href(Kind.SOURCE, record.id))
    claims = _count(len(here.chronicle.claims.resting_on(record.id)), "claim")
    detail = ", ".join(part for part in (record.publisher, here.words(record.date), claims) if part)
    year = str(record.date.earliest)[:4] if record.date is not None else "Undated"
    return year, Entry(title, detail, "")


def _thread(here: Here, record: Record) -> tuple[str, Entry]:
    assert isinstance(record, Thread)
    events = _count(len(here.chronicle.thread_events[record.id]), "event")
    return "", Entry(here.record_link(Kind.THREAD, record.id), events, here.plain(record.summary))


def _question(here: Here, record: Record) -> tuple[str, Entry]:
    assert isinstance(record, Question)
    claims = _count(len(here.chronicle.claims.on_question(record.id)), "claim")
    link = here.record_link(Kind.QUESTION, record.id)
    return "", Entry(link, f"{record.state.label}, {claims}", here.plain(record.summary))


_DESCRIBE: Mapping[Kind, Callable[[Here, Record], tuple[str, Entry]]] = {
    Kind.ACTOR: _actor,
    Kind.PLACE: _place,
    Kind.SOURCE: _source,
    Kind.THREAD: _thread,
    Kind.QUESTION: _question,
}
