"""A thread's page: what it is about, where to start, where accounts disagree, and its events in order."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.pages.context import Here
from site_builder.pages.event_lines import EventLine, view_lines
from site_builder.pages.question import QuestionLine, view_question_line
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.records import Thread


@dataclass(frozen=True, slots=True)
class ThreadPage(RecordPage[Thread]):
    """What the template of a thread's page needs."""

    summary: Markup
    start: tuple[EventLine, ...]
    questions: tuple[QuestionLine, ...]
    """Where accounts disagree."""
    lists: RecordLists


def view_thread(here: Here, thread: Thread) -> ThreadPage:
    """The page of one thread."""
    return ThreadPage(
        thread,
        view_note(here, thread),
        summary=here.prose_of(thread.summary, mentions=thread.link_mentions),
        start=view_lines(here, thread.start),
        questions=tuple(
            view_question_line(here, question)
            for question in here.chronicle.questions.values()
            if thread.id in question.threads
        ),
        lists=view_lists(here, thread),
    )
