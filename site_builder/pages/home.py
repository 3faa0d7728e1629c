"""The home page's parts: where to start, what is disputed, what is new, and honest counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from markupsafe import Markup

from site_builder.pages.citations import count_read
from site_builder.pages.context import Here, PageLink
from site_builder.pages.event_lines import EventLine, view_lines
from site_builder.pages.question import QuestionLine, view_question_line
from site_builder.records import Event, Kind, Licence, Question, Thread

_LATEST = 6


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A thread in a list."""

    thread: PageLink
    summary: str
    events: int


@dataclass(frozen=True, slots=True)
class Change:
    """Something added or corrected lately."""

    date: str
    what: str
    """`Added`, or the kind of correction."""
    event: PageLink
    note: Markup


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the template of the home page needs besides its hand-written words."""

    start: tuple[EventLine, ...]
    questions: tuple[QuestionLine, ...]
    threads: tuple[ThreadLine, ...]
    changes: tuple[Change, ...]
    events: int
    claims: int
    sources: int
    read_counts: str
    licence: Licence | None
    """Under which terms the records may be used, where the chronicle says so."""


def view_home(here: Here, start: tuple[str, ...] = ()) -> HomePage:
    """The parts of the home page; `start` are the events to start with where the page itself names some."""
    chronicle = here.chronicle
    return HomePage(
        start=view_lines(here, start or _start(here)),
        questions=tuple(
            view_question_line(here, question)
            for question in chronicle.in_editors_order(Kind.QUESTION)
            if isinstance(question, Question) and question.state.open
        ),
        threads=tuple(
            ThreadLine(
                here.record_link(Kind.THREAD, thread.id),
                here.plain(thread.summary),
                len(chronicle.thread_events[thread.id]),
            )
            for thread in chronicle.in_editors_order(Kind.THREAD)
            if isinstance(thread, Thread)
        ),
        changes=_changes(here),
        events=len(chronicle.events),
        claims=len(chronicle.claims.all),
        sources=len(chronicle.sources),
        read_counts=count_read(here, chronicle.sources.values()),
        licence=chronicle.profile.licence,
    )


def _start(here: Here) -> tuple[str, ...]:
    """Three events to start with: the profile's, else those of the longest thread that names some, else major ones."""
    if here.chronicle.profile.start:
        return tuple(here.chronicle.present_id(Kind.EVENT, event) for event in here.chronicle.profile.start)
    threads = sorted(
        (thread for thread in here.chronicle.threads.values() if thread.start),
        key=lambda thread: (-len(here.chronicle.thread_events[thread.id]), thread.id),
    )
    if threads:
        return threads[0].start
    events = here.chronicle.events.values()
    major = [event.id for event in events if event.importance.leads]
    return tuple((major or [event.id for event in events])[:3])


def _changes(here: Here) -> tuple[Change, ...]:
    """The latest additions and corrections; of one day those of the latest events first."""
    events = reversed([*here.chronicle.events.values()])
    dated = [change for event in events for change in _changes_of(here, event)]
    dated.sort(key=itemgetter(0), reverse=True)
    return tuple(change for _, change in dated[:_LATEST])


def _changes_of(here: Here, event: Event) -> Iterator[tuple[str, Change]]:
    link = here.record_link(Kind.EVENT, event.id)
    yield str(event.added), Change(here.words(event.added), here.say("Added"), link, Markup(""))
    for correction in event.corrections:
        what = here.gettext(correction.kind.label).capitalize()
        yield str(correction.date), Change(here.words(correction.date), what, link, here.inline(correction.note))
