"""The same thing twice in a list of a record, and threads and questions that too little belongs to."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from site_builder import problems
from site_builder.checking.findings import Finding, rule, rule_for_each
from site_builder.languages import say, say_n
from site_builder.linking import Linked, plain_name
from site_builder.reading import first_line
from site_builder.records import (
    Actor,
    Alias,
    Claim,
    Event,
    EventActor,
    EventPlace,
    FieldList,
    Kind,
    Link,
    Media,
    Place,
    Predecessor,
    Record,
    RecordPath,
    Schema,
    SourceRef,
    Text,
    walk,
    walk_values,
)

_ELSEWHERE = (Link, Claim)
"""Rules of their own look at links written twice, and at claims with one id, as one does at former ids."""
_SAME_BY: Mapping[type[Schema], Callable[[Any], Hashable]] = {
    EventPlace: attrgetter("place", "role"),
    EventActor: attrgetter("actor", "role"),
    SourceRef: lambda ref: (ref.source, plain_name(ref.at or "").casefold()),
    Alias: lambda alias: plain_name(alias.alias),
    Predecessor: attrgetter("actor", "how", "date"),
    Media: attrgetter("url"),
}
"""What must be the same where two entries are one; of entries of other models everything must."""


@rule_for_each
def listed_twice(records: Linked) -> Iterator[Finding]:
    """No list of a record names the same thing twice, in the same role or at the same place."""
    for record in records.all():
        for found in walk(record, FieldList):
            is_here = found.path != ("former_ids",) and not isinstance(found.items[0], _ELSEWHERE)
            if is_here and len(found.items) > 1:
                yield from _twice(record, found.path, found.items)
                yield from _besides(record, found.path, found.items)
        if isinstance(record, Actor | Place):
            yield from _own_name(record)


def _twice(record: Record, path: RecordPath, items: Sequence[Any]) -> Iterator[Finding]:
    known: dict[Hashable, int] = {}
    for index, item in enumerate(items):
        same_by = _SAME_BY.get(type(item))
        first = known.setdefault(same_by(item) if same_by is not None else item, index)
        if first != index:
            message = say(
                "`{name}` stands twice in this list, as entries {number} and {number_2}: remove one of them",
                name=first_line(_name(item)),
                number=first + 1,
                number_2=index + 1,
            )
            yield Finding(problems.LISTED_TWICE, record, (*path, index), message)


def _name(item: Any) -> str:
    """An entry by the first thing that it says."""
    return str(item if isinstance(item, str | Text) else next(value for _, value in item))


def _besides(record: Record, path: RecordPath, items: Sequence[Any]) -> Iterator[Finding]:
    """Entries that say nothing which another of the same place or source does not say too."""
    places = {item.place for item in items if isinstance(item, EventPlace) and item.role.part_of_event}
    pinpointed = {item.source for item in items if isinstance(item, SourceRef) and item.at is not None}
    for index, item in enumerate(items):
        if isinstance(item, EventPlace) and not item.role.part_of_event and item.place in places:
            message = say(
                "the place `{place}` has another role in this list already: remove this entry",
                place=item.place,
            )
        elif isinstance(item, SourceRef) and item.at is None and item.source in pinpointed:
            message = say(
                "the source `{source}` is listed with a pinpoint already: remove this entry",
                source=item.source,
            )
        else:
            continue
        yield Finding(problems.LISTED_TWICE, record, (*path, index), message)


def _own_name(record: Actor | Place) -> Iterator[Finding]:
    names = {plain_name(name) for _, name in record.name.versions}
    for index, alias in enumerate(record.aliases):
        if plain_name(alias.alias) in names:
            message = say("`{alias}` is the name itself: remove it from `aliases`", alias=alias.alias)
            yield Finding(problems.LISTED_TWICE, record, ("aliases", index), message)


@rule
def short_threads(records: Linked) -> Iterator[Finding]:
    """A thread has events enough: fewer are no path through the chronicle."""
    if records.has_unreadable(Kind.EVENT):
        return
    fewest = records.profile.threshold(problems.SHORT_THREAD, "events")
    events = Counter(thread for event in records.events.values() for thread in {*event.threads})
    events.update(thread for named in _in_broken_events(records, Kind.THREAD) for thread in named)
    for thread in records.threads.values():
        if events[thread.id] < fewest:
            message = say_n(
                "{n} event names this thread: a reading path needs {fewest} or more",
                "{n} events name this thread: a reading path needs {fewest} or more",
                events[thread.id],
                fewest=fewest,
            )
            yield Finding(problems.SHORT_THREAD, thread, ("title",), message)


@rule
def questions_without_claims(records: Linked) -> Iterator[Finding]:
    """A question has claims that bear on it."""
    if records.has_unreadable(Kind.EVENT):
        return
    named = frozenset[str]().union(*_in_broken_events(records, Kind.QUESTION))
    for question in records.questions.values():
        if question.id not in named and not records.claims.on_question[question.id]:
            message = say(
                "no claim is about this question: write `question: {id}` in each claim that is", id=question.id
            )
            yield Finding(problems.QUESTION_WITHOUT_CLAIMS, question, ("title",), message)


def _in_broken_events(records: Linked, kind: Kind) -> Iterator[frozenset[str]]:
    """For each event with errors of its own the ids of a kind that it names: it belongs there once it is fixed."""
    for reading in records.broken:
        if reading.record is None and reading.file.kind is Kind.EVENT:
            yield frozenset(found.id for found in walk_values(Event, reading.values) if found.kind is kind)
