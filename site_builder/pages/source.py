"""A source's page: the publication, what was read of it, and every statement that rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.pages.citations import SourceNote, view_source
from site_builder.pages.claims import ClaimView, view_claim
from site_builder.pages.context import Here, Link
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.record import RecordNote, view_record
from site_builder.records import Kind, Source


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What the template of a source's page needs."""

    id: str
    title: str
    """The publication's title, or its publisher and date where the title was not seen."""
    description: str
    source: SourceNote
    author: str
    language: str
    origin: str
    note: Markup
    events: tuple[EventLine, ...]
    """Events that rest on it as a whole."""
    claims: tuple[ClaimView, ...]
    """Claims that rest on it."""
    records: tuple[Link, ...]
    """Actors, places, threads and questions that rest on it."""
    record: RecordNote


def view_source_page(here: Here, source: Source) -> SourcePage:
    """The page of one source."""
    return SourcePage(
        id=source.id,
        title=str(heading(here, source)),
        description="",
        source=view_source(here, source),
        author=source.author or "",
        language=here.language_name(source.lang) if source.lang else "",
        origin=source.first_reporter,
        note=here.inline(source.note),
        events=tuple(
            view_line(here, here.chronicle.events[event_id])
            for event_id in here.chronicle.backlinks[Kind.SOURCE, source.id]
        ),
        claims=tuple(view_claim(here, key) for key in here.chronicle.claims.resting_on[source.id]),
        records=tuple(here.record_link(kind, record) for kind, record in here.chronicle.cited_by[source.id]),
        record=view_record(here, source),
    )


def heading(here: Here, source: Source) -> str:
    """What a source is called in lists and titles."""
    if source.title:
        return here.marked(source.title, source.lang)
    date = here.words(source.date)
    return f"{source.publisher}, {date}" if date else source.publisher
