"""The finished whole: every record read, checked, ordered and cross-linked, immutable."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from site_builder import checking, linking, reading
from site_builder.chronology import Chronology, Dated, Tie, solve
from site_builder.linking import Backlinks, Claims, EventLink, Mentions
from site_builder.problems import Problem, Severity
from site_builder.records import Actor, Event, Kind, Place, Predecessor, Profile, Question, Record, Source, Thread

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Every page, feed and check reads this and nothing else."""

    folder: Path
    """The folder of the records."""
    events: Mapping[str, Event]
    """In the order of the chronology."""
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    threads: Mapping[str, Thread]
    questions: Mapping[str, Question]
    """These five in the order of their ids."""
    profile: Profile
    """What the chronicle says of itself; nothing where that cannot be read."""
    chronology: Chronology
    positions: Mapping[str, int]
    """For each event its place in the order, from 0."""
    members: Mapping[str, tuple[str, ...]]
    """For each actor the actors whose parent it is."""
    successors: Mapping[str, tuple[tuple[str, Predecessor], ...]]
    """For each actor the actors that came out of it, with what each says of that."""
    parts: Mapping[str, tuple[str, ...]]
    """For each place the places that lie directly within it."""
    resting: Mapping[str, tuple[tuple[Kind, str], ...]]
    """For each source the actors, places, threads and questions that name or cite it."""
    thread_events: Mapping[str, tuple[str, ...]]
    """For each thread its events, in order."""
    thread_positions: Mapping[str, Mapping[str, int]]
    """For each thread the place of each of its events in that order, from 0."""
    links: Mapping[str, tuple[EventLink, ...]]
    """For each event its links in both directions."""
    claims: Claims
    backlinks: Backlinks
    mentions: Mentions
    """The names of all actors and places, to be found in prose."""
    former_ids: Mapping[Kind, Mapping[str, str]]
    """For each kind the ids that records had before, with the id that each has now."""
    written: Mapping[str, bytes]
    """What the file of each record held when it was read, by its path below the folder."""
    problems: tuple[Problem, ...]
    """In the order of file and line."""

    @classmethod
    def open(cls, folder: Path, today: date | None = None) -> Chronicle:
        """Read a folder of records; what cannot be read is left out and stands in `problems`.

        `today` is the real day where it is not given; nothing but warnings depends on it.
        Raises OSError where the folder itself cannot be read.
        """
        with _without_collection():
            return assemble(folder, reading.read(folder), today)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def records(self, kind: Kind) -> Mapping[str, Record]:
        """All records of a kind by id."""
        return cast(Mapping[str, Record], getattr(self, kind.plural))


def assemble(folder: Path, read: reading.Reading, today: date | None = None) -> Chronicle:
    """Order, link and check what was read."""
    events = cast(Mapping[str, Event], read.records[Kind.EVENT])
    chronology = order_events(events)
    ordered = MappingProxyType({event_id: events[event_id] for event_id in chronology.order})
    claims = linking.relate_claims(ordered)
    thread_events = _thread_events(read.records[Kind.THREAD], ordered)

    def by_id(kind: Kind) -> Mapping[str, Record]:
        return MappingProxyType(dict(sorted(read.records[kind].items())))

    actors = cast(Mapping[str, Actor], by_id(Kind.ACTOR))
    places = cast(Mapping[str, Place], by_id(Kind.PLACE))
    mentions = linking.collect_mentions(actors.values(), places.values())
    return Chronicle(
        folder=folder,
        events=ordered,
        actors=actors,
        places=places,
        sources=cast(Mapping[str, Source], by_id(Kind.SOURCE)),
        threads=cast(Mapping[str, Thread], by_id(Kind.THREAD)),
        questions=cast(Mapping[str, Question], by_id(Kind.QUESTION)),
        profile=read.profile or Profile(),
        chronology=chronology,
        positions=_positions(ordered),
        members=_by_container((actor.id, actor.parent) for actor in actors.values()),
        successors=_successors(actors),
        parts=_by_container((place.id, place.within) for place in places.values()),
        resting=_resting(read.records),
        thread_events=thread_events,
        thread_positions=MappingProxyType({thread: _positions(members) for thread, members in thread_events.items()}),
        links=linking.link_events(ordered),
        claims=claims,
        backlinks=linking.find_backlinks({**read.records, Kind.EVENT: ordered}, mentions),
        mentions=mentions,
        former_ids=_former_ids(read.records),
        written=MappingProxyType({file: one.content for file, one in read.files.items() if one.record is not None}),
        problems=tuple(sorted((*read.problems, *checking.check(read.records, read.files, chronology, claims, today)))),
    )


@contextmanager
def _without_collection() -> Iterator[None]:
    """Records hold no cycles, and looking for them among ten thousand costs seconds."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def order_events(events: Mapping[str, Event]) -> Chronology:
    """The chronology of events with the links that their records write."""
    return solve(
        (Dated(event.id, event.date) for event in events.values()),
        (Tie(event.id, link.type, link.event) for event in events.values() for link in event.links),
    )


def _positions(ordered: Iterable[str]) -> Mapping[str, int]:
    return MappingProxyType({record_id: position for position, record_id in enumerate(ordered)})


def _by_container(pairs: Iterable[tuple[str, str | None]]) -> Mapping[str, tuple[str, ...]]:
    """From pairs of an id and the id of what holds it, what each holds."""
    held: dict[str, list[str]] = {}
    for record_id, container in pairs:
        if container is not None:
            held.setdefault(container, []).append(record_id)
    return _frozen(held)


def _successors(actors: Mapping[str, Actor]) -> Mapping[str, tuple[tuple[str, Predecessor], ...]]:
    successors: dict[str, list[tuple[str, Predecessor]]] = {}
    for actor in actors.values():
        for before in actor.succeeds:
            successors.setdefault(before.actor, []).append((actor.id, before))
    return _frozen(successors)


def _resting(records: Mapping[Kind, Mapping[str, Record]]) -> Mapping[str, tuple[tuple[Kind, str], ...]]:
    resting: dict[str, list[tuple[Kind, str]]] = {}
    for kind in (Kind.ACTOR, Kind.PLACE, Kind.THREAD, Kind.QUESTION):
        for record in sorted(records[kind].values(), key=lambda record: record.id):
            for source in dict.fromkeys(_sources(record)):
                resting.setdefault(source, []).append((kind, record.id))
    return _frozen(resting)


def _sources(record: Record) -> Iterator[str]:
    """The sources that an actor, place, thread or question names in a field or cites in its prose."""
    if isinstance(record, Actor | Place | Question):
        yield from (ref.source for ref in record.sources)
    if isinstance(record, Actor):
        yield from (ref.source for before in record.succeeds for ref in before.sources)
    texts = [getattr(record, name, None) for name in ("description", "summary", "note")]
    texts += [correction.note for correction in record.corrections]
    for text in texts:
        for _, version in text.versions if text is not None else ():
            yield from (reference.id for reference in linking.find_references(version) if reference.cites)


def _thread_events(threads: Mapping[str, Record], events: Mapping[str, Event]) -> Mapping[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {thread: [] for thread in sorted(threads)}
    for event in events.values():
        for thread in dict.fromkeys(event.threads):
            if thread in members:
                members[thread].append(event.id)
    return _frozen(members)


def _frozen(lists: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return MappingProxyType({name: tuple(items) for name, items in lists.items()})


def _former_ids(records: Mapping[Kind, Mapping[str, Record]]) -> Mapping[Kind, Mapping[str, str]]:
    return MappingProxyType(
        {
            kind: MappingProxyType(
                {
                    former: record.id
                    for record in of_kind.values()
                    for former in record.former_ids
                    if former not in of_kind
                }
            )
            for kind, of_kind in records.items()
        }
    )
