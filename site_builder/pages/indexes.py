"""The pages that list all records of a kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from site_builder import edtf
from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import first_year
from site_builder.pages.hosting import new_href
from site_builder.pages.place import countries
from site_builder.pages.record import LISTS, record_title, summary_of
from site_builder.records import Actor, Kind, Place, Question, Source, Thread

INDEXED = (Kind.THREAD, Kind.QUESTION, Kind.ACTOR, Kind.PLACE, Kind.SOURCE)
"""Kinds with an index page of their own, in the order of the navigation; events have the timeline."""

_Heading = tuple[float, str]
"""A section's place among the others, and its words; of those in one place the words decide."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A record in a list."""

    record: PageLink
    detail: str
    summary: str


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one sort, under a heading that may be empty."""

    heading: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What the template of an index needs."""

    title: str
    description: str
    total: int
    new_href: str
    """Begins a record of the kind on the host that keeps the records; empty where none is known."""
    new_label: str
    none_yet: str
    """What stands in the place of an empty list."""
    sections: tuple[Section, ...]


def view_index(here: Here, kind: Kind) -> IndexPage:
    """The list of all records of a kind."""
    sections: dict[_Heading, list[IndexEntry]] = {}
    records = here.chronicle.records(kind)
    for record in records.values():
        section, detail = _DESCRIBE[kind](here, record)
        link = PageLink(record_title(here, record), here.record_href(kind, record.id))
        entry = IndexEntry(link, detail, here.plain(summary_of(record)))
        sections.setdefault(section, []).append(entry)
    return IndexPage(
        title=here.translate(LISTS[kind].title),
        description="",
        total=len(records),
        new_href=new_href(here.site.host, kind, here.chronicle.vocabulary),
        new_label=here.translate(LISTS[kind].add),
        none_yet=here.translate(LISTS[kind].none_yet),
        sections=tuple(
            Section(words, tuple(sorted(entries, key=lambda entry: entry.record.label.casefold())))
            for (_, words), entries in sorted(sections.items(), key=lambda section: section[0])
        ),
    )


def _count(here: Here, number: int, noun: str) -> str:
    """A number with its noun; empty for none."""
    return here.number(number, noun) if number else ""


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _actor(here: Here, record: Actor) -> tuple[_Heading, str]:
    events = len(here.chronicle.backlinks[Kind.ACTOR, record.id])
    claims = len(here.chronicle.claims.by_actor[record.id])
    detail = _join(_count(here, events, "event"), _count(here, claims, "claim"))
    return (0, here.gettext(record.type.label).capitalize()), detail


def _place(here: Here, record: Place) -> tuple[_Heading, str]:
    events = here.chronicle.backlinks[Kind.PLACE, record.id]
    return (0, countries(here, record)), _count(here, len(events), "event")


def _source(here: Here, record: Source) -> tuple[_Heading, str]:
    claims = _count(here, len(here.chronicle.claims.resting_on[record.id]), "claim")
    detail = _join(record.publisher, here.words(record.date), claims) if record.title else claims
    year = first_year(record.date.earliest, record.date.latest) if record.date is not None else None
    under = (-year, edtf.words_of_year(year, here.site.language)) if year is not None else (inf, here.say("Undated"))
    return under, detail


def _thread(here: Here, record: Thread) -> tuple[_Heading, str]:
    return (0, ""), _count(here, len(here.chronicle.thread_events[record.id]), "event")


def _question(here: Here, record: Question) -> tuple[_Heading, str]:
    claims = _count(here, len(here.chronicle.claims.on_question[record.id]), "claim")
    return (0, ""), _join(here.gettext(record.state.label), claims)


_DESCRIBE: Mapping[Kind, Callable[[Here, Any], tuple[_Heading, str]]] = {
    Kind.ACTOR: _actor,
    Kind.PLACE: _place,
    Kind.SOURCE: _source,
    Kind.THREAD: _thread,
    Kind.QUESTION: _question,
}
