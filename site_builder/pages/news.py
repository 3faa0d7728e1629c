"""What was corrected and added lately, by day and kind: a line each, which opens to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import edtf
from site_builder.languages import Message, say_n
from site_builder.linking import Corrected
from site_builder.pages.addresses import CORRECTIONS
from site_builder.pages.context import Here, PageLink
from site_builder.records import Event, Kind

_MOST_DAYS = 3
_MOST_LISTED = 20
"""Corrections, or additions, of one day that are listed."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event that was added, or a correction of a record."""

    record: PageLink
    kind: str
    """Of a correction, else empty."""
    note: Markup


@dataclass(frozen=True, slots=True)
class Changes:
    """What was corrected on a day, or what was added."""

    words: str
    """The day and how many, in words."""
    listed: tuple[Change, ...]
    unlisted: str
    """How many more, in words; empty where all are listed."""


def view_news(here: Here) -> tuple[Changes, ...]:
    """The latest days on which something was corrected or added; of one day the latest events first."""
    events = [*here.chronicle.events.values()][::-1]
    days = {event.added for event in events} | {one.date for one in _corrected(here)}
    latest = sorted(days, key=lambda day: day.sort_key, reverse=True)[:_MOST_DAYS]
    return tuple(changes for day in latest for changes in _of_day(here, day, events))


def latest_day(here: Here) -> str:
    """The last day on which an event was added or corrected; empty where there is none."""
    days = [event.added for event in here.chronicle.events.values()]
    days += [one.date for one in _corrected(here)]
    return max((day.earliest.iso for day in days), default="")


def _of_day(here: Here, day: edtf.Date, events: Iterable[Event]) -> Iterator[Changes]:
    corrections = [one for one in _corrected(here) if one.date == day]
    if corrections:
        number = say_n("{n} correction", "{n} corrections", len(corrections))
        listed = [view_change(here, one) for one in corrections[:_MOST_LISTED]]
        yield _changes(here, day, number, listed, len(corrections))
    added = [event for event in events if event.added == day]
    if added:
        number = say_n("{n} event added", "{n} events added", len(added))
        listed = [Change(here.record_link(Kind.EVENT, event.id), "", Markup("")) for event in added[:_MOST_LISTED]]
        yield _changes(here, day, number, listed, len(added))


def _corrected(here: Here) -> list[Corrected]:
    """The corrections of events."""
    return [one for one in here.chronicle.corrected if isinstance(one.record, Event)]


def link_to_log(here: Here) -> PageLink:
    """The way to the log of all corrections."""
    return PageLink(here.say("All corrections"), here.href(CORRECTIONS))


def view_change(here: Here, one: Corrected) -> Change:
    """A correction, in the words of its record."""
    link = here.record_link(one.record.record_kind, one.record.id)
    return Change(link, here.gettext(one.correction.kind.label), here.inline(one.correction.note))


def _changes(here: Here, day: edtf.Date, number: Message, listed: Iterable[Change], total: int) -> Changes:
    more = total - _MOST_LISTED
    return Changes(
        here.say("{date}: {number}", date=here.words(day), number=number),
        tuple(listed),
        here.translate(say_n("and {n} more", "and {n} more", more)) if more > 0 else "",
    )
