"""What was corrected and added lately, by day and kind: a line each, which opens to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import edtf
from site_builder.languages import Message, say, say_n
from site_builder.linking import Corrected
from site_builder.pages.addresses import CORRECTIONS
from site_builder.pages.context import Here, PageLink
from site_builder.records import Kind, Record

_MOST_DAYS = 3
_MOST_LISTED = 20
"""Corrections, or additions, of one day that are listed."""


_NEW: Mapping[Kind, Message | None] = {Kind.QUESTION: say("Question"), Kind.THREAD: say("Thread"), Kind.EVENT: None}
"""What readers come to read, of which it is news that it was added, and what is said of each beside its title.

Actors, places and sources are added with these.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A record that was added, or a correction of one."""

    record: PageLink
    kind: str
    """Of a correction, or of an added record that is no event; else empty."""
    note: Markup


@dataclass(frozen=True, slots=True)
class Changes:
    """What was corrected on a day, or what was added."""

    words: str
    """The day and how many, in words."""
    listed: tuple[Change, ...]
    unlisted: str
    """How many more, in words; empty where all are listed."""


@dataclass(frozen=True, slots=True)
class Added:
    """A record that was added as news."""

    record: Record
    date: edtf.Date
    words: str
    """What it is, to stand beside its title; empty of an event."""


def added_records(here: Here) -> Iterator[Added]:
    """The records that were added as news; of events the latest first."""
    for kind, words in _NEW.items():
        records = [*here.chronicle.records(kind).values()][::-1]
        for record in records:
            if record.added is not None:
                yield Added(record, record.added, here.gettext(words) if words else "")


def view_news(here: Here) -> tuple[Changes, ...]:
    """The latest days on which something was corrected or added."""
    latest = sorted(set(_days(here)), key=lambda day: day.sort_key, reverse=True)[:_MOST_DAYS]
    return tuple(changes for day in latest for changes in _of_day(here, day))


def latest_day(here: Here) -> str:
    """The last day on which something was added or corrected; empty where there is none."""
    return max((day.earliest.iso for day in _days(here)), default="")


def _days(here: Here) -> Iterator[edtf.Date]:
    yield from (one.date for one in added_records(here))
    yield from (one.date for one in here.chronicle.corrected)


def _of_day(here: Here, day: edtf.Date) -> Iterator[Changes]:
    corrections = [one for one in here.chronicle.corrected if one.date == day]
    if corrections:
        number = say_n("{n} correction", "{n} corrections", len(corrections))
        listed = [view_change(here, one) for one in corrections[:_MOST_LISTED]]
        yield _changes(here, day, number, listed, len(corrections))
    added = [one for one in added_records(here) if one.date == day]
    if added:
        number = say_n("{n} addition", "{n} additions", len(added))
        listed = [
            Change(here.record_link(one.record.record_kind, one.record.id), one.words, Markup(""))
            for one in added[:_MOST_LISTED]
        ]
        yield _changes(here, day, number, listed, len(added))


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
