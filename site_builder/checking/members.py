"""Threads and questions that too little belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.records import Event, Kind
from site_builder.records.references import field_references

FEWEST_EVENTS = 3
"""Events that make a reading path."""


def short_threads(world: World) -> Iterator[Finding]:
    """A thread has three events or more: fewer are no path through the chronicle."""
    if world.has_unreadable(Kind.EVENT):
        return
    events = Counter(thread for event in world.events.values() for thread in {*event.threads})
    events.update(thread for named in _in_broken_events(world, Kind.THREAD) for thread in named)
    for thread in world.threads.values():
        if events[thread.id] < FEWEST_EVENTS:
            said = ("no event is", "only one event is", "only two events are")[events[thread.id]]
            message = f"{said} in this thread: a reading path needs three or more"
            yield Finding(problems.SHORT_THREAD, thread, ("title",), message)


def questions_without_claims(world: World) -> Iterator[Finding]:
    """A question has claims that bear on it."""
    if world.has_unreadable(Kind.EVENT):
        return
    named = frozenset[str]().union(*_in_broken_events(world, Kind.QUESTION))
    for question in world.questions.values():
        if question.id not in named and not world.claims.on_question(question.id):
            message = f"no claim bears on this question: write `question: {question.id}` on those that do"
            yield Finding(problems.QUESTION_WITHOUT_CLAIMS, question, ("title",), message)


def _in_broken_events(world: World, kind: Kind) -> Iterator[frozenset[str]]:
    """For each event with errors of its own the ids of a kind that it names, to which it will belong when mended."""
    for reading in world.broken:
        if reading.record is None and reading.file.kind is Kind.EVENT:
            yield frozenset(found.id for found in field_references(Event, reading.values) if found.kind is kind)
