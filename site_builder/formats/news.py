"""What is new in a chronicle: events that were added, and changes of meaning of any record, the latest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

from site_builder import edtf
from site_builder.linking import Corrected, Removed
from site_builder.pages import Here, list_title, preview_title, record_address, title_of_removed
from site_builder.records import Event, Record
from site_builder.transliteration import in_latin

MOST = 50
"""News of one feed."""
_YEAR_OF_TAGS = 2026
"""A year in which the host that is named belonged to whom it does, as tags ask for: that in which they began."""


@dataclass(frozen=True, slots=True)
class News:
    """An event that was added, or a correction or the removal of a record. No date of it stands for another."""

    id: str
    """For ever: the record's address, with a correction's number; a tag where the site's address is not known."""
    url: str
    """The record's address; empty where the site's own is not known."""
    title: str
    text: str
    """What happened, or what was corrected."""
    kind: str
    """In a word."""
    date: str
    """When it happened, in EDTF; empty of a record that is no event."""
    added: str
    """When the record entered the chronicle, as a day; empty where nobody says it."""
    corrected: str
    """When it was corrected, as a day; empty of what was added or removed."""
    removed: str
    """When it was removed, as a day; empty of what is there."""
    published: str
    """When this became news, as a day; empty where that is not known."""


def news_of(
    here: Here, events: Iterable[Event], corrected: Iterable[Corrected], removed: Iterable[Removed] = ()
) -> tuple[News, ...]:
    """The latest of some events that were added, of some corrections, and of some removals, each on a known day."""
    found = [
        *(_added(here, event) for event in events),
        *(_corrected(here, one) for one in corrected),
        *(_removed(here, one) for one in removed),
    ]
    dated = (news for news in found if news.published)
    return tuple(sorted(dated, key=lambda news: (news.published, news.id), reverse=True)[:MOST])


def address_of(here: Here, record: Record) -> str:
    """A record's address on the web; empty where the site's own is not known."""
    return here.site.canonical(record_address(record.record_kind, record.id))


def lasting_id(here: Here, record: Record, part: str = "") -> str:
    """The record's address, or part of it; where the site's own is not known a tag that stays the same."""
    whole = _lasting(here, record_address(record.record_kind, record.id))
    return f"{whole}#{part}" if part else whole


def _lasting(here: Here, address: str) -> str:
    return here.site.canonical(address) or tag_of(here, address)


def tag_of(here: Here, address: str) -> str:
    """A name for ever of what stands at an address of a site whose own is not known. Source: RFC 4151.

    The chronicle's name is in it: a host keeps many chronicles, and those on none are told apart by nothing else.
    """
    return f"tag:{_authority(here)},{_YEAR_OF_TAGS}:{_own_part(here.site.name)}/{address}"


def as_moment(day: str) -> str:
    """The beginning of a day in UTC, where a format has no mere days. Source: RFC 3339."""
    return f"{day}T00:00:00Z"


def _added(here: Here, event: Event) -> News:
    return _news(here, event, lasting_id(here, event), preview_title(here, event), here.plain(event.summary))


def _corrected(here: Here, one: Corrected) -> News:
    lasting = lasting_id(here, one.record, f"correction-{one.number}")
    title = here.say("Corrected: {title}", title=preview_title(here, one.record))
    return _news(here, one.record, lasting, title, here.plain(one.correction.note), one.correction.date)


def _removed(here: Here, one: Removed) -> News:
    """Of a record that was removed its address, the day and the reason, for nothing else is known of it.

    It is called what an event is that was added: readers of feeds put it in that one's place and forget the old text.
    Source: RFC 4287, 4.2.6.
    """
    address = record_address(one.kind, one.removal.id)
    return News(
        id=_lasting(here, address),
        url=here.site.canonical(address),
        title=title_of_removed(here, one.kind),
        text=here.gettext(one.removal.reason.definition),
        kind=list_title(here, one.kind),
        date="",
        added="",
        corrected="",
        removed=_day(one.date),
        published=_day(one.date),
    )


def _news(here: Here, record: Record, lasting: str, title: str, text: str, corrected: edtf.Date | None = None) -> News:
    event = record if isinstance(record, Event) else None
    return News(
        id=lasting,
        url=address_of(here, record),
        title=title,
        text=text,
        kind=here.gettext(event.kind.label) if event else list_title(here, record.record_kind),
        date=str(event.date) if event else "",
        added=_day(record.added),
        corrected=_day(corrected),
        removed="",
        published=_day(record.added if corrected is None else corrected),
    )


def _day(date: edtf.Date | None) -> str:
    """A day on which something was written: of a vague one the first, so that nothing seems newer than it may be."""
    return date.earliest.iso if date is not None else ""


@cache
def _own_part(name: str) -> str:
    """The name of a chronicle in small Latin letters, with a hash, by which names that are spelled alike differ."""
    spelled = re.sub(r"[^a-z0-9]+", "-", in_latin(name)).strip("-")
    return "-".join([*([spelled] if spelled else []), sha256(name.encode()).hexdigest()[:8]])


def _authority(here: Here) -> str:
    """Whose tags they are: the host that keeps the records; of a chronicle on no host a name that nobody can have."""
    return urlsplit(here.site.host.edit).hostname or "chronicle.invalid"
