"""The home page's parts: the story, who is who, where to start, what is disputed, what is new, and what was read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.languages import say, say_n
from site_builder.pages.addresses import index_address
from site_builder.pages.citations import reading_in_a_sentence
from site_builder.pages.context import Here, PageLink
from site_builder.pages.event_lines import EventLine, view_lines
from site_builder.pages.instrument import Instrument, instrument_of_home
from site_builder.pages.news import Changes, latest_day, link_to_log, view_news
from site_builder.pages.over_time import OverTime, view_over_time
from site_builder.pages.question import QuestionLine, view_question_line
from site_builder.pages.script_words import Texts, words_of_since
from site_builder.records import Actor, Kind, Licence, Question

_MOST_ACTORS = 8
_AT_ONCE = 6
"""Questions and threads that are shown at once; the others open on a tap, unless that is one."""
_AT_MOST = 36
"""Questions and threads that home has at all; their lists have all."""
_STOP = re.compile(r"(\w+)[.!?؟](?=\s+[^\W\d_])|[。！？]")
_SHORT = 3
"""A word of so many letters at most with a capital and a full stop, such as `St.`, ends no sentence."""


@dataclass(frozen=True, slots=True)
class Who:
    """An actor in one line."""

    actor: PageLink
    words: str


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A thread in a list."""

    thread: PageLink
    events: int


@dataclass(frozen=True, slots=True)
class Rest:
    """How a list goes on that begins on the home page."""

    shown: int
    """How many lines are shown at once."""
    words: str
    """How many are not, in words; empty where all are."""
    link: PageLink | None
    """The list that has all, where home has not."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the template of the home page needs besides its hand-written words."""

    story: Markup
    why: Markup
    who: tuple[Who, ...]
    start: tuple[EventLine, ...]
    over_time: OverTime
    instrument: Instrument
    questions: tuple[QuestionLine, ...]
    """Those that are open."""
    all_questions: Rest
    threads: tuple[ThreadLine, ...]
    all_threads: Rest
    news: tuple[Changes, ...]
    corrections: PageLink
    """The log of all corrections."""
    latest: str
    """The last day on which something was added or corrected; empty where nothing is there."""
    since_words: Mapping[str, Texts]
    """What is said of what is new since a day."""
    events: int
    claims: int
    reading: str
    """What the editors read of the sources, in a sentence; empty where there are none."""
    method_href: str
    licence: Licence | None
    """Under which terms the records may be used, where the chronicle says so."""


def view_home(here: Here, start: tuple[str, ...] = ()) -> HomePage:
    """The parts of the home page; `start` are the events to start with where the page itself names some."""
    chronicle, profile = here.chronicle, here.chronicle.profile
    questions = [one for one in chronicle.in_editors_order(Kind.QUESTION) if _is_open_question(one)]
    threads = chronicle.in_editors_order(Kind.THREAD)
    return HomePage(
        story=here.inline(profile.story),
        why=here.inline(profile.why),
        who=tuple(_who(here)),
        start=view_lines(here, start or _start(here)),
        over_time=view_over_time(here),
        instrument=instrument_of_home(here),
        questions=tuple(view_question_line(here, one) for one in questions[:_AT_MOST] if isinstance(one, Question)),
        threads=tuple(
            ThreadLine(here.record_link(Kind.THREAD, one.id), len(chronicle.thread_events[one.id]))
            for one in threads[:_AT_MOST]
        ),
        all_questions=_rest(here, Kind.QUESTION, len(questions)),
        all_threads=_rest(here, Kind.THREAD, len(threads)),
        news=view_news(here),
        latest=latest_day(here),
        corrections=link_to_log(here),
        since_words=words_of_since(here),
        events=len(chronicle.events),
        claims=len(chronicle.claims.all),
        reading=reading_in_a_sentence(here, chronicle.sources.values()) if chronicle.sources else "",
        method_href=here.written_href(profile.method_page, ""),
        licence=profile.licence,
    )


def _is_open_question(record: object) -> bool:
    return isinstance(record, Question) and record.state.open


def _rest(here: Here, kind: Kind, number: int) -> Rest:
    """How a list of so many records of a kind goes on."""
    shown = number if number <= _AT_ONCE + 1 else _AT_ONCE
    more = number - shown
    words, all_of_them = {
        Kind.QUESTION: (say_n("{n} more question", "{n} more questions", more), say("All questions")),
        Kind.THREAD: (say_n("{n} more thread", "{n} more threads", more), say("All threads")),
    }[kind]
    return Rest(
        shown,
        here.translate(words) if more else "",
        PageLink(here.translate(all_of_them), here.href(index_address(kind))) if number > _AT_MOST else None,
    )


def _who(here: Here) -> Iterator[Who]:
    """The actors that the editors put first, each in its words in short or in the first sentence of its description."""
    chosen = here.chronicle.ranks[Kind.ACTOR]
    actors = [one for one in here.chronicle.in_editors_order(Kind.ACTOR) if one.id in chosen and isinstance(one, Actor)]
    for actor in actors[:_MOST_ACTORS]:
        words = here.text(actor.in_short) or first_sentence(here.plain(actor.description))
        yield Who(here.record_link(Kind.ACTOR, actor.id), words)


def first_sentence(text: str) -> str:
    """The first sentence of a text; more than it rather than less where its end is not clear."""
    for stop in _STOP.finditer(text):
        word = stop[1]
        if word is None or (len(word) > 1 and (len(word) > _SHORT or not word.istitle())):
            return text[: stop.end()]
    return text


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
