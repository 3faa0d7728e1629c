"""What was corrected and added lately, by day and kind: a line each, which opens to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import edtf
from site_builder.languages import Message, say_n
from site_builder.pages.context import Here, PageLink
from site_builder.records import Event, Kind

_MOST_DAYS = 3
_MOST_LISTED = 20
"""Corrections, or additions, of one day that are listed."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event that was added, or a correction of one."""

    event: PageLink
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
    days = {event.added for event in events} | {one.date for event in events for one in event.corrections}
    latest = sorted(days, key=lambda day: day.sort_key, reverse=True)[:_MOST_DAYS]
    return tuple(changes for day in latest for changes in _of_day(here, day, events))


def latest_day(here: Here) -> str:
    """The last day on which an event was added or corrected; empty where there is none."""
    events = here.chronicle.events.values()
    days = [event.added for event in events] + [one.date for event in events for one in event.corrections]
    return max((str(day.earliest) for day in days), default="")


def _of_day(here: Here, day: edtf.Date, events: Iterable[Event]) -> Iterator[Changes]:
    corrections = [(one, event) for event in events for one in event.corrections if one.date == day]
    # Errors before what only became clearer or newer.
    corrections.sort(key=lambda pair: pair[0].kind.order)
    if corrections:
        number = say_n("{n} correction", "{n} corrections", len(corrections))
        listed = [
            Change(_link(here, event), here.gettext(one.kind.label), here.inline(one.note))
            for one, event in corrections[:_MOST_LISTED]
        ]
        yield _changes(here, day, number, listed, len(corrections))
    added = [event for event in events if event.added == day]
    if added:
        number = say_n("{n} event added", "{n} events added", len(added))
        listed = [Change(_link(here, event), "", Markup("")) for event in added[:_MOST_LISTED]]
        yield _changes(here, day, number, listed, len(added))


def _link(here: Here, event: Event) -> PageLink:
    return here.record_link(Kind.EVENT, event.id)


def _changes(here: Here, day: edtf.Date, number: Message, listed: Iterable[Change], total: int) -> Changes:
    more = total - _MOST_LISTED
    return Changes(
        here.say("{date}: {number}", date=here.words(day), number=number),
        tuple(listed),
        here.translate(say_n("and {n} more", "and {n} more", more)) if more > 0 else "",
    )
