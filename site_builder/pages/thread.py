"""A thread's page: what it is about, where to start, where accounts disagree, and its events in order."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.pages.context import Here
from site_builder.pages.event_lines import EventLine, view_line, view_lines
from site_builder.pages.question import QuestionLine, view_question_line
from site_builder.pages.record import RecordNote, view_record
from site_builder.records import Thread
from site_builder.vocabulary import Term


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """What the template of a thread's page needs."""

    id: str
    title: str
    description: str
    summary: Markup
    state: Term
    start: tuple[EventLine, ...]
    questions: tuple[QuestionLine, ...]
    """Where accounts disagree."""
    events: tuple[EventLine, ...]
    record: RecordNote


def view_thread(here: Here, thread: Thread) -> ThreadPage:
    """The page of one thread."""
    return ThreadPage(
        id=thread.id,
        title=here.text(thread.title),
        description=here.plain(thread.summary),
        summary=here.prose_of(thread.summary, mentions=thread.link_mentions).html,
        state=thread.state,
        start=view_lines(here, thread.start),
        questions=tuple(
            view_question_line(here, question)
            for question in here.chronicle.questions.values()
            if thread.id in question.threads
        ),
        events=tuple(
            view_line(here, here.chronicle.events[event_id]) for event_id in here.chronicle.thread_events[thread.id]
        ),
        record=view_record(here, thread),
    )
