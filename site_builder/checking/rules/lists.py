"""The same thing twice in a list of a record, and threads and questions that too little belongs to."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.languages import say
from site_builder.linking import Linked, plain_name
from site_builder.records import (
    Actor,
    Alias,
    Claim,
    Correction,
    Event,
    EventActor,
    EventPlace,
    FormerName,
    Kind,
    Link,
    Media,
    Place,
    Position,
    Predecessor,
    QuoteVersion,
    RecordPath,
    Schema,
    SourceRef,
    Text,
    walk_values,
)

_ELSEWHERE = (Link, Claim)
"""Rules of their own look at links written twice, and at claims with one id, as one does at former ids."""
Named = tuple[str, Hashable]
"""What an entry names, in words, and all that must be the same where two entries are one."""


@rule
def listed_twice(records: Linked) -> Iterator[Finding]:
    """No list of a record names the same thing twice, in the same role or at the same place."""
    for record in records.all():
        for path, items in _lists(record, ()):
            if path != ("former_ids",):
                yield from _twice(record, path, items)
        if isinstance(record, Actor | Place):
            yield from _own_name(record)


def _lists(value: Any, path: RecordPath) -> Iterator[tuple[RecordPath, Sequence[Any]]]:
    """Every list in a record and in what it holds, with the keys that lead there."""
    if isinstance(value, tuple):
        yield path, value
        held: Iterable[tuple[str | int, Any]] = enumerate(value)
    else:
        held = ((info.alias or name, getattr(value, name)) for name, info in type(value).model_fields.items())
    for key, inner in held:
        if isinstance(inner, Schema | tuple) and not isinstance(inner, Text):
            yield from _lists(inner, (*path, key))


def _twice(record: Any, path: RecordPath, items: Sequence[Any]) -> Iterator[Finding]:
    if len(items) < 2 or isinstance(items[0], _ELSEWHERE):
        return
    known: dict[Hashable, int] = {}
    for index, item in enumerate(items):
        name, same = _named(item)
        first = known.setdefault(same, index)
        if first != index:
            message = say(
                "{name} stands twice in this list, as entry {number} and {number_2}: take one of them out",
                name=name,
                number=first + 1,
                number_2=index + 1,
            )
            yield Finding(problems.LISTED_TWICE, record, (*path, index), message)
    yield from _besides(record, path, items)


def _named(item: Any) -> Named:
    """What an entry of a list names, and by what it differs from others."""
    match item:
        case EventPlace():
            return f"the place `{item.place}` as {item.role.value}", (item.place, item.role)
        case EventActor():
            return f"the actor `{item.actor}` as {item.role.value}", (item.actor, item.role)
        case SourceRef():
            where = "" if item.at is None else f" at {item.at}"
            return f"the source `{item.source}`{where}", (item.source, plain_name(item.at or "").casefold())
        case Alias():
            return f"the alias `{item.alias}`", plain_name(item.alias)
        case Predecessor():
            return f"the actor `{item.actor}`", (item.actor, item.how, str(item.date))
        case Position():
            return f"the office `{item.title}`", (item.organisation, str(item.title), str(item.date))
        case Media():
            return "the address", item.url
        case QuoteVersion():
            return "the quotation", (item.text, item.lang, item.source)
        case Correction():
            return "the correction", (str(item.date), item.kind, item.note.versions)
        case FormerName():
            return f"the name `{item.name}`", (item.name.versions, str(item.since), str(item.until))
        case Text():
            return "the text", item.versions
        case _:
            return f"`{item}`", str(item)


def _besides(record: Any, path: RecordPath, items: Sequence[Any]) -> Iterator[Finding]:
    """Entries that say nothing which another of the same place or source does not say too."""
    places = {item.place for item in items if isinstance(item, EventPlace) and item.role.part_of_event}
    pinpointed = {item.source for item in items if isinstance(item, SourceRef) and item.at is not None}
    for index, item in enumerate(items):
        if isinstance(item, EventPlace) and not item.role.part_of_event and item.place in places:
            message = say(
                "the place `{place}` is listed in another role too, so that it need not be mentioned", place=item.place
            )
        elif isinstance(item, SourceRef) and item.at is None and item.source in pinpointed:
            message = say(
                "the source `{source}` is listed with a pinpoint too: take it out where it has none", source=item.source
            )
        else:
            continue
        yield Finding(problems.LISTED_TWICE, record, (*path, index), message)


def _own_name(record: Actor | Place) -> Iterator[Finding]:
    names = {plain_name(name) for _, name in record.name.versions}
    for index, alias in enumerate(record.aliases):
        if plain_name(alias.alias) in names:
            message = say("`{alias}` is the name itself, and no other: take it out of `aliases`", alias=alias.alias)
            yield Finding(problems.LISTED_TWICE, record, ("aliases", index), message)


FEWEST_EVENTS = 3
"""Events that make a reading path."""


@rule
def short_threads(records: Linked) -> Iterator[Finding]:
    """A thread has three events or more: fewer are no path through the chronicle."""
    if records.has_unreadable(Kind.EVENT):
        return
    events = Counter(thread for event in records.events.values() for thread in {*event.threads})
    events.update(thread for named in _in_broken_events(records, Kind.THREAD) for thread in named)
    for thread in records.threads.values():
        if events[thread.id] < FEWEST_EVENTS:
            said = ("no event is", "only one event is", "only two events are")[events[thread.id]]
            message = say("{said} in this thread: a reading path needs three or more", said=said)
            yield Finding(problems.SHORT_THREAD, thread, ("title",), message)


@rule
def questions_without_claims(records: Linked) -> Iterator[Finding]:
    """A question has claims that bear on it."""
    if records.has_unreadable(Kind.EVENT):
        return
    named = frozenset[str]().union(*_in_broken_events(records, Kind.QUESTION))
    for question in records.questions.values():
        if question.id not in named and not records.claims.on_question[question.id]:
            message = say("no claim bears on this question: write `question: {id}` on those that do", id=question.id)
            yield Finding(problems.QUESTION_WITHOUT_CLAIMS, question, ("title",), message)


def _in_broken_events(records: Linked, kind: Kind) -> Iterator[frozenset[str]]:
    """For each event with errors of its own the ids of a kind that it names: it belongs there once it is fixed."""
    for reading in records.broken:
        if reading.record is None and reading.file.kind is Kind.EVENT:
            yield frozenset(found.id for found in walk_values(Event, reading.values) if found.kind is kind)
