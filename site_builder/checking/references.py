"""Every place in a record's fields where another record is named by its id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from site_builder.reading import RecordPath, is_id
from site_builder.records import Actor, Claim, Event, Kind, Place, Question, Record, SourceRef, Thread


class FieldReference(NamedTuple):
    """An id of another record, and where it stands."""

    kind: Kind
    id: str
    path: RecordPath


def field_references(record: Record) -> Iterator[FieldReference]:
    """Every reference in a record's fields; those in prose and to claims are not among them."""
    match record:
        case Event():
            yield from _of_event(record)
        case Actor():
            yield from _of_actor(record)
        case Place():
            yield from _one(Kind.PLACE, record.within, ("within",))
            yield from _sources(record.sources, ("sources",))
        case Question():
            yield from _each(Kind.THREAD, record.threads, ("threads",))
            yield from _sources(record.sources, ("sources",))
        case Thread():
            yield from _each(Kind.EVENT, record.start, ("start",))


def _of_event(event: Event) -> Iterator[FieldReference]:
    yield from _each(Kind.THREAD, event.threads, ("threads",))
    for index, place in enumerate(event.places):
        yield FieldReference(Kind.PLACE, place.place, ("places", index, "place"))
    for index, actor in enumerate(event.actors):
        yield FieldReference(Kind.ACTOR, actor.actor, ("actors", index, "actor"))
    for index, link in enumerate(event.links):
        yield FieldReference(Kind.EVENT, link.event, ("links", index, "event"))
        yield from _sources(link.sources, ("links", index, "sources"))
    for index, claim in enumerate(event.claims):
        yield from _of_claim(claim, ("claims", index))
    yield from _sources(event.sources, ("sources",))


def _of_claim(claim: Claim, path: RecordPath) -> Iterator[FieldReference]:
    yield from _one(Kind.ACTOR, claim.by, (*path, "by"))
    yield from _one(Kind.ACTOR, claim.speaker, (*path, "speaker"))
    yield from _one(Kind.ACTOR, claim.side, (*path, "side"))
    if claim.via is not None and is_id(claim.via):
        yield FieldReference(Kind.ACTOR, claim.via, (*path, "via"))
    yield from _one(Kind.EVENT, claim.said_in, (*path, "said_in"))
    yield from _one(Kind.PLACE, claim.place, (*path, "place"))
    yield from _one(Kind.QUESTION, claim.question, (*path, "question"))
    for index, version in enumerate(claim.quote.versions if claim.quote else ()):
        yield FieldReference(Kind.SOURCE, version.source, (*path, "quote", "versions", index, "source"))
    yield from _sources(claim.sources, (*path, "sources"))


def _of_actor(actor: Actor) -> Iterator[FieldReference]:
    yield from _one(Kind.ACTOR, actor.parent, ("parent",))
    yield from _one(Kind.ACTOR, actor.side, ("side",))
    for index, predecessor in enumerate(actor.succeeds):
        yield FieldReference(Kind.ACTOR, predecessor.actor, ("succeeds", index, "actor"))
        yield from _sources(predecessor.sources, ("succeeds", index, "sources"))
    for index, position in enumerate(actor.positions):
        yield FieldReference(Kind.ACTOR, position.organisation, ("positions", index, "in"))
    yield from _sources(actor.sources, ("sources",))


def _one(kind: Kind, record_id: str | None, path: RecordPath) -> Iterator[FieldReference]:
    if record_id is not None:
        yield FieldReference(kind, record_id, path)


def _each(kind: Kind, ids: tuple[str, ...], path: RecordPath) -> Iterator[FieldReference]:
    for index, record_id in enumerate(ids):
        yield FieldReference(kind, record_id, (*path, index))


def _sources(references: tuple[SourceRef, ...], path: RecordPath) -> Iterator[FieldReference]:
    for index, reference in enumerate(references):
        yield FieldReference(Kind.SOURCE, reference.source, (*path, index, "source"))
