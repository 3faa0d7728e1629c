"""Links between events, seen from both ends, and the events that refer to a record in any way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from site_builder.linking.keys import grouped
from site_builder.linking.mentions import Mentions
from site_builder.linking.references import named_in
from site_builder.records import Event, Kind, SourceRefs, Text
from site_builder.vocabulary import LinkType, Vocabulary, inverse_of


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


def link_events(events: Mapping[str, Event], vocabulary: Vocabulary) -> Mapping[str, tuple[EventLink, ...]]:
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
                seen = replace(own, type=inverse_of(link.type, vocabulary), event=event_id, inferred=True)
                written[link.event].append(seen)
    return MappingProxyType({event_id: _merge(links) for event_id, links in written.items()})


def _merge(links: Iterable[EventLink]) -> tuple[EventLink, ...]:
    """Each link once, in order; one without a note joins the first that says the same with a note."""
    merged: list[EventLink] = []
    by_other: dict[tuple[LinkType, str], list[int]] = {}
    for link in sorted(links, key=lambda link: (link.note is None, link.inferred)):
        alike = by_other.setdefault((link.type, link.event), [])
        same = next((at for at in alike if link.note in (None, merged[at].note)), None)
        if same is None:
            alike.append(len(merged))
            merged.append(link)
        else:
            kept = merged[same]
            sources = (*kept.sources, *(ref for ref in link.sources if ref not in kept.sources))
            merged[same] = replace(kept, sources=sources, inferred=kept.inferred and link.inferred)
    return tuple(sorted(merged, key=lambda link: (link.type.order, link.event, link.inferred)))


def find_backlinks(events: Iterable[Event], mentions: Mentions) -> Mapping[tuple[Kind, str], tuple[str, ...]]:
    """By kind and id of a record the events that refer to it, in their order; an event does not refer to itself.

    Names that bodies mention without brackets count as references too, but where the event opts out.
    """
    return grouped(
        (target, event.id)
        for event in events
        for target in {*named_in(event), *_mentioned(event, mentions)} - {(Kind.EVENT, event.id)}
    )


def _mentioned(event: Event, mentions: Mentions) -> Iterator[tuple[Kind, str]]:
    for _, text in event.body.versions if event.link_mentions and event.body is not None else ():
        yield from ((mention.kind, mention.id) for mention in mentions.find(text))
