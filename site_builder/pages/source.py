"""A source's page: the publication, what was read of it, and every statement that rests on it."""

from dataclasses import dataclass

from site_builder.pages.citations import words_of_reading
from site_builder.pages.context import Here, PageLink
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.records import Source


@dataclass(frozen=True, slots=True)
class SourcePage(RecordPage[Source]):
    """What the template of a source's page needs."""

    read: str
    """What the editors read of it, in words."""
    lists: RecordLists
    records: tuple[PageLink, ...]
    """Actors, places, threads and questions that rest on it."""


def view_source_page(here: Here, source: Source) -> SourcePage:
    """The page of one source."""
    return SourcePage(
        source,
        view_note(here, source),
        read=words_of_reading(here, source),
        lists=view_lists(here, source),
        records=tuple(here.record_link(kind, record) for kind, record in here.chronicle.cited_by[source.id]),
    )
