"""What stands in each list of a record's page. Whoever says how many there are counts these, so that pages agree."""

from collections.abc import Iterable, Mapping

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.linking import ClaimKey, EventLink
from site_builder.records import Actor, Event, Place, Question, Record, Source, Thread

MOST_TIES = 8
"""Most links of an event to earlier ones of a thread that its page tells; the page of the event has all."""


def events_of(chronicle: Chronicle, record: Record) -> Mapping[str, list[str]]:
    """The ids of the events of each list of a record's page, in the order of the chronicle."""
    events = chronicle.backlinks[record.record_kind, record.id]
    match record:
        case Actor() | Place():
            took_part = {one for one in events if _takes_part(chronicle.events[one], record)}
            name = "did" if isinstance(record, Actor) else "events"
            return {
                name: [one for one in events if one in took_part],
                "named": [one for one in events if one not in took_part],
            }
        case Source():
            return {"events": [*events]}
        case Thread():
            return {"events": [*chronicle.thread_events[record.id]]}
    return {}


def claims_of(chronicle: Chronicle, record: Record) -> Mapping[str, list[ClaimKey]]:
    """The keys of the claims of each list of a record's page; those of a source by event, all others by date said."""
    claims = chronicle.claims
    match record:
        case Actor():
            return {"said": by_date_said(chronicle, claims.by_actor[record.id])}
        case Source():
            return {"claims": [*claims.resting_on[record.id]]}
        case Question():
            return {"ledger": by_date_said(chronicle, claims.on_question[record.id])}
    return {}


def links_back(chronicle: Chronicle, thread_id: str, event_id: str) -> list[EventLink]:
    """The links of an event of a thread to earlier ones of it: by type, then in the order of the chronicle."""
    position = chronicle.thread_positions[thread_id]
    links = [
        link
        for link in chronicle.links[event_id]
        if link.type.points_back and position.get(link.event, len(position)) < position[event_id]
    ]
    return sorted(links, key=lambda link: (link.type.order, position[link.event]))[:MOST_TIES]


def _takes_part(event: Event, record: Actor | Place) -> bool:
    if isinstance(record, Actor):
        return any(part.actor == record.id for part in event.actors)
    return any(at.place == record.id for at in event.places)


def by_date_said(chronicle: Chronicle, keys: Iterable[ClaimKey]) -> list[ClaimKey]:
    """Claims by the date on which they were said; the undated last, in the order of their events."""
    claims, position = chronicle.claims.all, chronicle.positions

    def place(key: ClaimKey) -> tuple[bool, edtf.Date, int, str]:
        said = claims[key].date
        event = chronicle.events[key.event]
        return said is None, said if said is not None else event.date, position[key.event], key.claim

    return sorted(keys, key=place)
