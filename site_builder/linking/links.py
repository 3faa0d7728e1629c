"""Links between events, seen from both ends, and the events that refer to a record in any way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import cast

from site_builder.linking.mentions import Mentions
from site_builder.linking.references import named_in
from site_builder.records import Event, Kind, Record, SourceRef, SourceRefs, Text
from site_builder.vocabulary import LinkType


@dataclass(frozen=True, slots=True)
class EventLink:
    """A link as one of its two events sees it."""

    type: LinkType
    """What this event is to the other."""
    event: str
    """The id of the other event."""
    note: Text | None
    sources: SourceRefs
    inferred: bool
    """Whether only the other event's record wrote it."""


def link_events(events: Mapping[str, Event]) -> Mapping[str, tuple[EventLink, ...]]:
    """All links of every event, in both directions, whichever record wrote them.

    A link that both records wrote is one link. Where both gave it a note and the notes differ, it stays two
    links, so that neither editor's words are lost. Links to unknown events, or to the event itself, are left
    out. The order does not depend on the order of `events`: by type as the closed list has them, then by the
    other event's id, then own before inferred.
    """
    written: dict[str, list[EventLink]] = {event_id: [] for event_id in events}
    for event_id in sorted(events):
        for link in events[event_id].links:
            if link.event in events and link.event != event_id:
                own = EventLink(link.type, link.event, link.note, link.sources, inferred=False)
                written[event_id].append(own)
                written[link.event].append(replace(own, type=link.type.inverse, event=event_id, inferred=True))
    return MappingProxyType({event_id: _merge(links) for event_id, links in written.items()})


def _merge(links: Iterable[EventLink]) -> tuple[EventLink, ...]:
    """Each link once, in order; one without a note joins the first that says the same with a note."""
    merged: list[EventLink] = []
    by_other: dict[tuple[LinkType, str], list[int]] = {}
    for link in sorted(links, key=_merging_order):
        alike = by_other.setdefault((link.type, link.event), [])
        same = next((at for at in alike if link.note in (None, merged[at].note)), None)
        if same is None:
            alike.append(len(merged))
            merged.append(link)
        else:
            kept = merged[same]
            merged[same] = replace(
                kept, sources=_union(kept.sources, link.sources), inferred=kept.inferred and link.inferred
            )
    return tuple(sorted(merged, key=lambda link: (link.type.order, link.event, link.inferred)))


def _merging_order(link: EventLink) -> tuple[bool, bool]:
    return (link.note is None, link.inferred)


def _union(first: SourceRefs, second: SourceRefs) -> tuple[SourceRef, ...]:
    return (*first, *(ref for ref in second if ref not in first))


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
