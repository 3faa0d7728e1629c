"""What every record's page says of the record itself: its own dates, its file, and where to report an error."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from site_builder.pages.addresses import index_address
from site_builder.pages.claims import Word, word
from site_builder.pages.context import Here, Link
from site_builder.pages.hosting import edit_href, report_href
from site_builder.records import Kind, Licence, Record

REPORT_ANCHOR = "report-an-error"
WORDS_ANCHOR = "words"


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What changed in meaning since the record was added."""

    date: str
    kind: Word
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
            CorrectionView(here.words(correction.date), word(correction.kind), here.inline(correction.note))
            for correction in record.corrections
        ),
        yaml_href=here.site.addresses.href_to_file(here.address, quote(record_file(record))),
        edit_href=edit_href(here.site.host, record),
        report_href=report_href(here.site.host, record) or here.written_href(profile.contributing_page, REPORT_ANCHOR),
        other_ids=tuple(record.ids.items()),
        listed_in=Link("Timeline" if kind is Kind.EVENT else kind.plural.capitalize(), here.href(index_address(kind))),
        words_href=here.written_href(profile.method_page, WORDS_ANCHOR),
        licence=profile.licence,
    )


def kind_of(record: Record) -> Kind:
    """The kind of a record, from its model."""
    return Kind(type(record).__name__.lower())
