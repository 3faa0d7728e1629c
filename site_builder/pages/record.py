"""What every record's page says of the record itself: its own dates, its file, and where to report an error."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import quote

from site_builder.languages import Message, say
from site_builder.pages.addresses import index_address
from site_builder.pages.context import Here, PageLink
from site_builder.pages.hosting import edit_href, report_href
from site_builder.pages.index_lines import summary_of
from site_builder.pages.news import link_to_log
from site_builder.records import Event, Kind, Licence, Record, Source

REPORT_ANCHOR = "report-an-error"
WORDS_ANCHOR = "words"

R = TypeVar("R", bound=Record)


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
class RecordNote:
    """What a page says of its record that the record does not hold itself."""

    title: str
    preview_title: str
    """The title as a link to the page shows it elsewhere: with what the page says beside it."""
    description: str
    """For search engines and previews; may be empty."""
    yaml_href: str
    """The record as it was written, published beside the page."""
    edit_href: str
    """The record in the editor of the host that keeps it; empty where none is known."""
    report_href: str
    """Where to report an error: at the host, else on the contributing page; empty where there is neither."""
    listed_in: PageLink
    """The list of all records of its kind."""
    words_href: str
    """Where the method page says what the words and marks mean; empty where there is none."""
    corrections: PageLink
    """The log of the corrections of all records."""
    licence: Licence | None
    """Under which terms the record may be used, where the chronicle says so."""


@dataclass(frozen=True, slots=True)
class RecordPage(Generic[R]):
    """What the template of the page of any kind of record needs."""

    record: R
    note: RecordNote

    @property
    def title(self) -> str:
        return self.note.title

    @property
    def preview_title(self) -> str:
        return self.note.preview_title

    @property
    def description(self) -> str:
        return self.note.description


def list_title(here: Here, kind: Kind) -> str:
    """What the list of all records of a kind is called."""
    return here.translate(LISTS[kind].title)


def record_file(record: Record) -> str:
    """Where the record's YAML is published, relative to the site's folder."""
    return f"records/{record.file}"


def view_note(here: Here, record: Record) -> RecordNote:
    profile = here.chronicle.profile
    return RecordNote(
        title=record_title(here, record),
        preview_title=preview_title(here, record),
        description=here.plain(summary_of(record)),
        yaml_href=here.site.addresses.href_to_file(here.address, quote(record_file(record))),
        edit_href=edit_href(here.site.host, record),
        report_href=report_href(here.site.host, record) or here.written_href(profile.contributing_page, REPORT_ANCHOR),
        listed_in=PageLink(list_title(here, record.record_kind), here.href(index_address(record.record_kind))),
        words_href=here.written_href(profile.method_page, WORDS_ANCHOR),
        corrections=link_to_log(here),
        licence=profile.licence,
    )


def record_title(here: Here, record: Record) -> str:
    """What a record is called in lists and titles: a source by its title, or by what it is called without one."""
    if not isinstance(record, Source):
        return here.text(record.heading)
    if record.title:
        return here.marked(record.title, record.lang)
    return here.site.source_names[record.id].words


def preview_title(here: Here, record: Record) -> str:
    """A title that is as sure as its page: with the standing of an event, and with who published a source."""
    title = record_title(here, record)
    if isinstance(record, Event) and record.standing.value != "established":
        standing = here.gettext(record.standing.label)
        return here.say("{standing}: {title}", standing=standing[:1].upper() + standing[1:], title=title)
    if isinstance(record, Source) and record.title:
        return here.say("{publisher}: “{title}”", publisher=record.publisher, title=title)
    return title
