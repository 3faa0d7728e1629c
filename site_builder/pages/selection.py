"""What events can be chosen by, and which a record stands for: those of its parts too, unlike on its page."""

from collections.abc import Iterator, Mapping

from site_builder.chronicle import Chronicle
from site_builder.languages import Message, say
from site_builder.linking import reached_from
from site_builder.pages.contents import events_of
from site_builder.records import Actor, Place, Question, Record, Thread

DIMENSIONS: Mapping[str, Message] = {
    "thread": say("Thread"),
    "actor": say("Actor"),
    "place": say("Place"),
    "kind": say("Kind"),
    "standing": say("Standing"),
    "importance": say("Importance"),
    "question": say("Question"),
    "tag": say("Tag"),
}
"""What events can be chosen by, in the order in which readers meet it."""


def dimensions_of(chronicle: Chronicle) -> Iterator[str]:
    """Those in which a chronicle has something to choose."""
    missing = {
        "thread": not chronicle.threads,
        "actor": not chronicle.actors,
        "place": not chronicle.places,
        "question": not chronicle.questions,
        "tag": not any(event.tags for event in chronicle.events.values()),
    }
    return (name for name in DIMENSIONS if not missing.get(name))


def events_chosen_by(chronicle: Chronicle, record: Record) -> set[str]:
    """The ids of the events: an umbrella has those of its parts, a region those of its towns."""
    match record:
        case Actor():
            below = reached_from(record.id, chronicle.members.__getitem__)
            return _of_all(chronicle, [chronicle.actors[one] for one in below], "did")
        case Place():
            below = reached_from(record.id, chronicle.parts.__getitem__)
            return _of_all(chronicle, [chronicle.places[one] for one in below], "events")
        case Thread():
            return {*chronicle.thread_events[record.id]}
        case Question():
            return {*_showing_claims_on(chronicle, record.id)}
    return set()


def _of_all(chronicle: Chronicle, records: list[Actor] | list[Place], listed: str) -> set[str]:
    return {event for record in records for event in events_of(chronicle, record)[listed]}


def _showing_claims_on(chronicle: Chronicle, question: str) -> Iterator[str]:
    """The events whose pages show a claim that bears on a question."""
    claims = chronicle.claims
    for key in claims.on_question[question]:
        yield key.event
        said_in = claims.all[key].said_in
        if said_in is not None and said_in in chronicle.events:
            yield said_in
