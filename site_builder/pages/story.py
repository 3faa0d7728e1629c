"""A thread's events as a story: each with what ties it to earlier ones of the thread."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from site_builder.linking import EventLink
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.contents import links_back
from site_builder.pages.context import Here, PageLink, made_once
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.foreign import join
from site_builder.records import Event, Kind, Thread
from site_builder.vocabulary import LinkType


@dataclass(frozen=True, slots=True)
class StoryTie:
    """The earlier events to which an event is tied in one way."""

    type: LinkType
    events: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class TieNote:
    """Why an event is tied to an earlier one, and who says so."""

    note: Markup
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """An event of a thread."""

    line: EventLine
    starts: bool
    """Whether the editors propose to start with it."""
    ties: tuple[StoryTie, ...]
    notes: tuple[TieNote, ...]


def tell(here: Here, thread: Thread, event_id: str, shown: Collection[str]) -> StoryEvent:
    """An event of a thread on a page that shows these events of it."""
    links = links_back(here.chronicle, thread.id, event_id)
    return StoryEvent(
        view_line(here, here.chronicle.events[event_id]),
        starts=event_id in thread.start,
        ties=tuple(
            StoryTie(link_type, tuple(in_short(here, thread, one, shown) for one in dict.fromkeys(map(_event, found))))
            for link_type, found in groupby(links, key=lambda link: link.type)
        ),
        notes=tuple(TieNote(here.inline(link.note), view_refs(here, link.sources)) for link in links if link.note),
    )


def in_short(here: Here, thread: Thread, event_id: str, shown: Collection[str]) -> PageLink:
    """An event in few words, what it was and when, or else by its title; the link stays on a page that shows it."""
    link = here.record_link(Kind.EVENT, event_id)
    label = _short_names(here, thread.id).get(event_id, link.label)
    return PageLink(label, f"#{event_id}" if event_id in shown else link.href)


def _event(link: EventLink) -> str:
    return link.event


@made_once
def _short_names(here: Here, thread_id: str) -> Mapping[str, str]:
    """The shortest name of each event of a thread that no other has there; none where only its title is its own."""
    events = [here.chronicle.events[event_id] for event_id in here.chronicle.thread_events[thread_id]]
    names: dict[str, str] = {}
    for name_of in (_kind_and_date, _kind_speakers_and_date):
        told = {event.id: name_of(here, event) for event in events}
        alike = Counter(map(str, told.values()))
        names |= {one: name for one, name in told.items() if one not in names and alike[name] == 1}
    return names


def _kind_and_date(here: Here, event: Event) -> str:
    return join(", ", (here.gettext(event.kind.label), here.words(event.date)))


def _kind_speakers_and_date(here: Here, event: Event) -> str:
    speakers = [
        here.name(Kind.ACTOR, part.actor, event.date) for part in event.actors if part.actor and part.role.speaks
    ]
    return join(", ", (here.gettext(event.kind.label), *speakers, here.words(event.date)))
