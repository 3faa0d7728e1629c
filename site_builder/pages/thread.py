"""A thread's page: what it is about, where it stands, where accounts disagree, and its events as a story."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.pages.as_of import AsOf, view_as_of
from site_builder.pages.context import Here, PageLink
from site_builder.pages.event_lines import view_lines
from site_builder.pages.instrument import Instrument, instrument_of_record
from site_builder.pages.question import QuestionLine, view_question_line
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.pages.story import in_short
from site_builder.records import Kind, Question, Thread


@dataclass(frozen=True, slots=True)
class ThreadPage(RecordPage[Thread]):
    """What the template of a thread's page needs."""

    summary: Markup
    now: Markup
    """Where the story stands today, as the editors say it; may be empty."""
    latest: PageLink | None
    """Its latest event, in short."""
    start: tuple[PageLink, ...]
    """The events that the editors propose to start with, in short."""
    questions: tuple[QuestionLine, ...]
    """Where accounts disagree."""
    instrument: Instrument | None
    """Its events over time."""
    lists: RecordLists
    as_of: AsOf | None
    """The choice of a day; None where there is no list."""


def view_thread(here: Here, thread: Thread) -> ThreadPage:
    """The page of one thread."""
    lists = view_lists(here, thread)
    shown = {line.record.id for found in lists.lists for line in found.events}
    events = here.chronicle.thread_events[thread.id]
    return ThreadPage(
        thread,
        view_note(here, thread),
        summary=here.prose_of(thread.summary, mentions=thread.link_mentions),
        now=here.inline(thread.now),
        latest=in_short(here, thread, events[-1], shown) if events else None,
        start=tuple(in_short(here, thread, line.record.id, shown) for line in view_lines(here, thread.start)),
        questions=tuple(
            view_question_line(here, question)
            for question in here.chronicle.in_editors_order(Kind.QUESTION)
            if isinstance(question, Question) and thread.id in question.threads
        ),
        instrument=instrument_of_record(here, thread),
        lists=lists,
        as_of=view_as_of(here) if lists.lists else None,
    )
