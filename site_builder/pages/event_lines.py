"""An event in one or two lines, as timelines, threads and lists show it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.pages.context import Here, PageLink, made_once
from site_builder.pages.dates import DateView
from site_builder.pages.known import begun_since
from site_builder.records import Event, Kind

Roles = tuple[tuple[str, str], ...]
"""Roles in words, each with its standing in words where that is not established."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """Date in words, title, place, standing, and whether claims disagree."""

    record: Event
    event: PageLink
    date: DateView
    place: str
    summary: str
    disagreeing: int
    """How many of its claims are disputed."""
    since: str
    """The day from which it is certain that it had begun; may be empty."""
    roles: Roles
    """What that was in it of whose list this is; may be empty."""


def view_line(here: Here, event: Event, roles: Roles = ()) -> EventLine:
    """The line of an event in a list, with what the list says of it."""
    line = _line(here, event.id)
    return replace(line, roles=roles) if roles else line


@made_once
def _line(here: Here, event_id: str) -> EventLine:
    event, claims = here.chronicle.events[event_id], here.chronicle.claims
    return EventLine(
        event,
        event=here.record_link(Kind.EVENT, event.id),
        date=here.event_date(event.id),
        place=next((here.name(Kind.PLACE, at.place) for at in event.places if at.role.main), ""),
        summary=here.plain(event.summary),
        disagreeing=sum(claims.disputed(key) for key in claims.shown_on[event.id]),
        since=begun_since(event.date),
        roles=(),
    )


def view_lines(here: Here, ids: Iterable[str]) -> tuple[EventLine, ...]:
    """Lines for events in the order of the chronicle; ids without a record are left out."""
    position = here.chronicle.positions
    known = sorted({event_id for event_id in ids if event_id in position}, key=position.__getitem__)
    return tuple(view_line(here, here.chronicle.events[event_id]) for event_id in known)
