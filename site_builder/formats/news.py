"""What is new in a chronicle: events that were added, and changes of meaning, the latest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from site_builder import edtf
from site_builder.pages import Here, preview_title, record_address
from site_builder.records import Correction, Event, Kind

MOST = 50
"""News of one feed."""
_YEAR_OF_TAGS = 2026
"""A year in which the host that is named belonged to whom it does, as tags ask for: that in which they began."""


@dataclass(frozen=True, slots=True)
class News:
    """An event that was added, or a correction of one. The three dates are never one another's."""

    id: str
    """For ever: the event's address, with the number of the correction; a tag where the site's address is not known."""
    url: str
    """The event's address; empty where the site's own is not known."""
    title: str
    text: str
    """What happened, or what was corrected."""
    kind: str
    """In a word."""
    date: str
    """When it happened, in EDTF."""
    added: str
    """When the event entered the chronicle, as a day."""
    corrected: str
    """When it was corrected, as a day; empty of an event that was added."""

    @property
    def published(self) -> str:
        """When this became news, as a day."""
        return self.corrected or self.added


def news_of(here: Here, events: Iterable[Event]) -> tuple[News, ...]:
    """The latest news of some events."""
    found = [news for event in events for news in _news_of(here, event)]
    return tuple(sorted(found, key=lambda news: (news.published, news.id), reverse=True)[:MOST])


def address_of(here: Here, event: Event) -> str:
    """An event's address on the web; empty where the site's own is not known."""
    return here.site.canonical(record_address(Kind.EVENT, event.id))


def lasting_id(here: Here, event: Event, part: str = "") -> str:
    """The event's address, or part of it; where the site's own is not known a tag that stays the same."""
    url = address_of(here, event)
    if url:
        return f"{url}#{part}" if part else url
    return tag_of(here, record_address(Kind.EVENT, event.id)) + (f"#{part}" if part else "")


def tag_of(here: Here, address: str) -> str:
    """A name for ever of what stands at an address of a site whose own is not known. Source: RFC 4151."""
    return f"tag:{_authority(here)},{_YEAR_OF_TAGS}:{address}"


def as_moment(day: str) -> str:
    """The beginning of a day in UTC, where a format has no mere days. Source: RFC 3339."""
    return f"{day}T00:00:00Z"


def _news_of(here: Here, event: Event) -> Iterable[News]:
    added = _day(event.added)
    shared = {"url": address_of(here, event), "kind": here.gettext(event.kind.label), "date": str(event.date)}
    title = preview_title(here, event)
    yield News(
        id=lasting_id(here, event), title=title, text=here.plain(event.summary), added=added, corrected="", **shared
    )
    for number, correction in enumerate(event.corrections, start=1):
        yield News(
            id=lasting_id(here, event, f"correction-{number}"),
            title=here.say("Corrected: {title}", title=title),
            text=_text_of(here, correction),
            added=added,
            corrected=_day(correction.date),
            **shared,
        )


def _text_of(here: Here, correction: Correction) -> str:
    return here.plain(correction.note)


def _day(date: edtf.Date) -> str:
    """A day on which something was written: of a vague one the first, so that nothing seems newer than it may be."""
    return str(date.earliest)


def _authority(here: Here) -> str:
    """Whose tags they are: the host that keeps the records; of a chronicle on no host a name that nobody can have."""
    return urlsplit(here.site.host.edit).hostname or "chronicle.invalid"
