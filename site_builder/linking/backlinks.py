"""Which events refer to a record: in their fields, in their claims, or in their prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from site_builder.linking.mentions import Mentions
from site_builder.linking.references import named_in
from site_builder.records import Event, Kind, Record

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
        for target in {*named_in(event), *_mentioned(event, mentions)} - {(Kind.EVENT, event.id)}:
            found.setdefault(target, []).append(event.id)
    return Backlinks({target: tuple(events) for target, events in found.items()})


def _mentioned(event: Event, mentions: Mentions) -> Iterator[_Target]:
    for _, text in event.body.versions if event.link_mentions and event.body is not None else ():
        yield from ((mention.kind, mention.id) for mention in mentions.find(text))
