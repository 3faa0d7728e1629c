"""What every record's page says of the record itself: its own dates, its file, and where to report an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from site_builder.languages import Message, say
from site_builder.pages.addresses import index_address
from site_builder.pages.context import Here, Link
from site_builder.pages.hosting import edit_href, report_href
from site_builder.records import Kind, Licence, Record
from site_builder.vocabulary import Term

REPORT_ANCHOR = "report-an-error"
WORDS_ANCHOR = "words"


class ListTexts(NamedTuple):
    """What the list of all records of a kind is called, and says."""

    title: Message
    add: Message
    none_yet: Message


LISTS = {
    Kind.EVENT: ListTexts(say("Timeline"), say("Add a new event"), say("No events yet")),
    Kind.THREAD: ListTexts(say("Threads"), say("Add a new thread"), say("No threads yet")),
    Kind.QUESTION: ListTexts(say("Questions"), say("Add a new question"), say("No questions yet")),
    Kind.ACTOR: ListTexts(say("Actors"), say("Add a new actor"), say("No actors yet")),
    Kind.PLACE: ListTexts(say("Places"), say("Add a new place"), say("No places yet")),
    Kind.SOURCE: ListTexts(say("Sources"), say("Add a new source"), say("No sources yet")),
}


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What changed in meaning since the record was added."""

    date: str
    kind: Term
    note: Markup


@dataclass(frozen=True, slots=True)
class RecordNote:
    """The record's own dates, kept apart from the dates of what happened."""

    id: str
    file: str
    added: str
    corrections: tuple[CorrectionView, ...]
    yaml_href: str
    """The record as it was written, published beside the page."""
    edit_href: str
    """The record in the editor of the host that keeps it; empty where none is known."""
    report_href: str
    """Where to report an error: at the host, else on the contributing page; empty where there is neither."""
    other_ids: tuple[tuple[str, str], ...]
    """Names in other databases."""
    listed_in: Link
    """The list of all records of its kind."""
    words_href: str
    """Where the method page says what the words and marks mean; empty where there is none."""
    licence: Licence | None
    """Under which terms the record may be used, where the chronicle says so."""


def record_file(record: Record) -> str:
    """Where the record's YAML is published, relative to the site's folder."""
    return f"records/{record.file}"


def view_record(here: Here, record: Record) -> RecordNote:
    kind, profile = kind_of(record), here.chronicle.profile
    return RecordNote(
        id=record.id,
        file=record.file,
        added=here.words(record.added),
        corrections=tuple(
            CorrectionView(here.words(correction.date), correction.kind, here.inline(correction.note))
            for correction in record.corrections
        ),
        yaml_href=here.site.addresses.href_to_file(here.address, quote(record_file(record))),
        edit_href=edit_href(here.site.host, record),
        report_href=report_href(here.site.host, record) or here.written_href(profile.contributing_page, REPORT_ANCHOR),
        other_ids=tuple(record.ids.items()),
        listed_in=Link(here.translate(LISTS[kind].title), here.href(index_address(kind))),
        words_href=here.written_href(profile.method_page, WORDS_ANCHOR),
        licence=profile.licence,
    )


def kind_of(record: Record) -> Kind:
    """The kind of a record, from its model."""
    return Kind(type(record).__name__.lower())
