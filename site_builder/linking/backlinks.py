"""Which events refer to a record: in their fields, in their claims, or in their prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from site_builder.linking.mentions import Mentions
from site_builder.linking.references import find_references
from site_builder.records import Claim, Event, Kind, Record, SourceRef, Text

_Target = tuple[Kind, str]


class Backlinks:
    """For every record the events that refer to it. Immutable; make it with `find_backlinks`."""

    def __init__(self, events: Mapping[_Target, tuple[str, ...]]) -> None:
        self._events = events

    def events_of(self, kind: Kind, record_id: str) -> tuple[str, ...]:
        """The ids of all events that refer to a record, in the order in which the events were given."""
        return self._events.get((kind, record_id), ())


def find_backlinks(records: Mapping[Kind, Mapping[str, Record]], mentions: Mentions) -> Backlinks:
    """What refers to what; an event does not refer to itself.

    Names that bodies mention without brackets count as references too, but where the event opts out.
    """
    found: dict[_Target, list[str]] = {}
    for event in cast(Mapping[str, Event], records[Kind.EVENT]).values():
        for target in {*_fields(event), *_prose(event, mentions)} - {(Kind.EVENT, event.id)}:
            found.setdefault(target, []).append(event.id)
    return Backlinks({target: tuple(events) for target, events in found.items()})


def _fields(event: Event) -> Iterator[_Target]:
    for actor in event.actors:
        yield Kind.ACTOR, actor.actor
    for place in event.places:
        yield Kind.PLACE, place.place
    for thread in event.threads:
        yield Kind.THREAD, thread
    yield from _sources(event.sources)
    for link in event.links:
        yield Kind.EVENT, link.event
        yield from _sources(link.sources)
    for claim in event.claims:
        yield from _claim_fields(claim)


def _claim_fields(claim: Claim) -> Iterator[_Target]:
    for actor in (claim.by, claim.speaker, claim.side, claim.via):
        if actor is not None:
            yield Kind.ACTOR, actor
    for parties in claim.figures:
        for party in parties.split("+"):
            yield Kind.ACTOR, party.strip()
    if claim.place is not None:
        yield Kind.PLACE, claim.place
    if claim.question is not None:
        yield Kind.QUESTION, claim.question
    if claim.said_in is not None:
        yield Kind.EVENT, claim.said_in
    yield from _sources(claim.sources)
    for version in claim.quote.versions if claim.quote is not None else ():
        yield Kind.SOURCE, version.source


def _sources(refs: tuple[SourceRef, ...]) -> Iterator[_Target]:
    for ref in refs:
        yield Kind.SOURCE, ref.source


def _prose(event: Event, mentions: Mentions) -> Iterator[_Target]:
    for text in _texts(event):
        for _, version in text.versions:
            for reference in find_references(version):
                yield reference.kind, reference.id
    if event.link_mentions and event.body is not None:
        for _, version in event.body.versions:
            for mention in mentions.find(version):
                yield mention.kind, mention.id


def _texts(event: Event) -> Iterator[Text]:
    """Every text of an event in which references are read."""
    yield event.summary
    yield from event.unknown
    yield from (text for text in (event.date_note, event.body) if text is not None)
    yield from (link.note for link in event.links if link.note is not None)
    yield from (correction.note for correction in event.corrections)
    for claim in event.claims:
        yield claim.says
        if claim.because is not None:
            yield claim.because
    for media in event.media:
        yield media.shows
        if media.caption is not None:
            yield media.caption
