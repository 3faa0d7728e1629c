"""Threads and questions that too little belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World

FEWEST_EVENTS = 3
"""Events that make a reading path."""


def short_threads(world: World) -> Iterator[Finding]:
    """A thread has three events or more: fewer are no path through the chronicle."""
    events = Counter(thread for event in world.events.values() for thread in {*event.threads})
    for thread in world.threads.values():
        if events[thread.id] < FEWEST_EVENTS:
            said = ("no event is", "only one event is", "only two events are")[events[thread.id]]
            message = f"{said} in this thread: a reading path needs three or more"
            yield Finding(problems.SHORT_THREAD, thread, ("title",), message)


def questions_without_claims(world: World) -> Iterator[Finding]:
    """A question has claims that bear on it."""
    for question in world.questions.values():
        if not world.claims.on_question(question.id):
            message = f"no claim bears on this question: write `question: {question.id}` on those that do"
            yield Finding(problems.QUESTION_WITHOUT_CLAIMS, question, ("title",), message)
