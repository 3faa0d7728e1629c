"""The finished whole: every record read, checked, ordered and cross-linked, immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from site_builder import checking, linking, reading
from site_builder.chronology import Chronology, Dated, Tie, solve
from site_builder.linking import Backlinks, Claims, EventLink, Mentions
from site_builder.problems import Problem, Severity
from site_builder.records import Actor, Event, Kind, Place, Predecessor, Question, Record, Source, Thread


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
    chronology: Chronology
    positions: Mapping[str, int]
    """For each event its place in the order, from 0."""
    members: Mapping[str, tuple[str, ...]]
    """For each actor the actors whose parent it is."""
    successors: Mapping[str, tuple[tuple[str, Predecessor], ...]]
    """For each actor the actors that came out of it, with what each says of that."""
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
    problems: tuple[Problem, ...]
    """In the order of file and line."""

    @classmethod
    def open(cls, folder: Path) -> Chronicle:
        """Read a folder of records; what cannot be read is left out and stands in `problems`.

        Raises OSError where the folder itself cannot be read.
        """
        return assemble(folder, reading.read(folder))

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def records(self, kind: Kind) -> Mapping[str, Record]:
        """All records of a kind by id."""
        return cast(Mapping[str, Record], getattr(self, kind.plural))


def assemble(folder: Path, read: reading.Reading) -> Chronicle:
    """Order, link and check what was read."""
    events = cast(Mapping[str, Event], read.records[Kind.EVENT])
    chronology = solve(
        (Dated(event.id, event.date) for event in events.values()),
        (Tie(event.id, link.type, link.event) for event in events.values() for link in event.links),
    )
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
        chronology=chronology,
        positions={event: position for position, event in enumerate(ordered)},
        members=_members(actors),
        successors=_successors(actors),
        thread_events=thread_events,
        thread_positions={
            thread: {event: position for position, event in enumerate(members)}
            for thread, members in thread_events.items()
        },
        links=linking.link_events(ordered),
        claims=claims,
        backlinks=linking.find_backlinks({**read.records, Kind.EVENT: ordered}, mentions),
        mentions=mentions,
        former_ids=_former_ids(read.records),
        problems=tuple(sorted((*read.problems, *checking.check(folder, read.records, chronology, claims)))),
    )


def _members(actors: Mapping[str, Actor]) -> Mapping[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {}
    for actor in actors.values():
        if actor.parent is not None:
            members.setdefault(actor.parent, []).append(actor.id)
    return {parent: tuple(ids) for parent, ids in members.items()}


def _successors(actors: Mapping[str, Actor]) -> Mapping[str, tuple[tuple[str, Predecessor], ...]]:
    successors: dict[str, list[tuple[str, Predecessor]]] = {}
    for actor in actors.values():
        for before in actor.succeeds:
            successors.setdefault(before.actor, []).append((actor.id, before))
    return {before: tuple(after) for before, after in successors.items()}


def _thread_events(threads: Mapping[str, Record], events: Mapping[str, Event]) -> Mapping[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {thread: [] for thread in sorted(threads)}
    for event in events.values():
        for thread in dict.fromkeys(event.threads):
            if thread in members:
                members[thread].append(event.id)
    return {thread: tuple(ids) for thread, ids in members.items()}


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
