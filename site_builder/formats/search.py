"""What readers find by searching: of each record, and of each page written by hand, one small document.

Pagefind makes an index of all, each as `search-document.html` in the theme writes it. `SEPARATOR` parts the texts of
a document: what it is about, its other names, and spellings that only the search sees. The heavier a text, the sooner
what has a word in it is found.

Beside the index `events.json` says what it calls each event: `version`, and `events`, in the order in which
`columns.py` numbers them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from site_builder import linking
from site_builder.formats.columns import events_in_order
from site_builder.formats.spellings import spellings_of, spellings_of_name, words_of
from site_builder.pages import HOME, Foreign, Here, Site, first_year, record_address, record_title, summary_of
from site_builder.records import Actor, Event, Kind, Place, Question, Record, Source, Thread

FOLDER = "data/search"
"""Where the index stands, relative to the site's root."""
RECORDS, SOURCES = "records", "sources"
"""The folders of documents. Sources are most of all records, and have an index of their own, for which nobody waits."""
PAGE = "page"
"""The kind of a page that is written by hand."""
SEPARATOR = "⁂"
_OF_NAMES, _OF_TITLES, _OF_RECORDS, _OF_PAGES, _OF_MENTIONS = 10, 4, 1, 0.2, 0.5
"""How much a word counts in the names of what has names, in a title, in what a record is about, in a page written by
hand, which is mostly about how records are made, and in the names of others."""
_MOST_YEARS = 100
"""Years by which what lasted long is found; of what lasted longer, the first and the last."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """A text of a document, and how much a word in it counts."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What is found, and by what words."""

    file: str
    """The file of its page, relative to the site's root."""
    title: str
    kind: str
    """Of a record the id of its kind, else `PAGE`: results can be chosen by it."""
    what: str = ""
    """What it is in few words, such as an ambush."""
    date: str = ""
    day: str = ""
    """The day on which it began, as its number is typed: 2024-07-27; empty where that is not known."""
    standing: str = ""
    """The id of its standing; empty where it is established."""
    years: Sequence[int] = ()
    about: str = ""
    names: Sequence[str] = ()
    """Its other names."""
    has_names: bool = False
    """Whether it is somebody or something with a name, and not a sentence about it."""
    mentions: Sequence[str] = field(default=())
    """The names of others by which it is found too."""

    @property
    def shown(self) -> Iterator[tuple[str, str]]:
        """What is shown of a result, each by its name."""
        told = {
            # Of a title in another language its text alone: as markup it would say its language.
            "title": str(self.title),
            "kind": self.kind,
            "what": self.what,
            "date": self.date,
            "standing": self.standing,
            "lang": self.title.lang if isinstance(self.title, Foreign) else "",
        }
        return ((name, value) for name, value in told.items() if value)

    @property
    def filters(self) -> Iterator[tuple[str, str]]:
        """What results are chosen by."""
        yield "kind", self.kind
        for year in self.years:
            yield "year", str(year)

    @property
    def texts(self) -> Iterator[SearchText]:
        """What it is about, its other names, and spellings that only the search sees."""
        weight = _OF_NAMES if self.has_names else _OF_TITLES
        spell: Callable[[str], Sequence[str]] = spellings_of_name if self.has_names else words_of
        spelled = (word for name in (self.title, *self.names) for word in spell(name))
        rest = [
            *self.date.split(),
            self.day,
            *spellings_of((self.about,)),
            *(word for name in self.mentions for word in spellings_of_name(name)),
        ]
        yield SearchText(_OF_PAGES if self.kind == PAGE else _OF_RECORDS, f"{self.about} {SEPARATOR}")
        yield SearchText(weight, f"{' · '.join(self.names)} {SEPARATOR}")
        yield SearchText(weight, " ".join(dict.fromkeys(spelled)))
        yield SearchText(_OF_MENTIONS, " ".join(dict.fromkeys(rest)))


def search_documents(
    site: Site, written: Iterable[SearchDocument] = ()
) -> Iterator[tuple[str, Callable[[], SearchDocument]]]:
    """The file of every document, those of pages written by hand among them, and what makes it.

    Any process can make any of them.
    """
    here = Here(site, HOME)
    for document in written:
        yield f"{RECORDS}/{document.file}", partial(_itself, document)
    for kind in sorted(Kind, key=lambda kind: kind is Kind.SOURCE):
        for record in site.chronicle.records(kind).values():
            file = site.addresses.file(record_address(kind, record.id))
            yield f"{SOURCES if kind is Kind.SOURCE else RECORDS}/{file}", partial(_document, here, record)


def files_of_events(site: Site) -> tuple[str, ...]:
    """The file of each event's page, in the order of their numbers."""
    return tuple(site.addresses.file(record_address(Kind.EVENT, event.id)) for event in events_in_order(site))


def _itself(document: SearchDocument) -> SearchDocument:
    return document


def _document(here: Here, record: Record) -> SearchDocument:
    kind = record.record_kind
    return SearchDocument(
        file=here.site.addresses.file(record_address(kind, record.id)),
        title=record_title(here, record),
        kind=kind.value,
        what=_what(here, record),
        date=_date(here, record),
        day=_day(here, record),
        standing=record.standing.value if isinstance(record, Event) and record.standing.value != "established" else "",
        years=_years(here, record),
        about=here.plain(summary_of(record)),
        names=[*dict.fromkeys(name for name in _names(record) if name != record_title(here, record))],
        has_names=isinstance(record, Actor | Place),
        mentions=[*_mentions(here, record)],
    )


def _names(record: Record) -> Iterator[str]:
    """Every name of a record, in every language."""
    match record:
        case Actor() | Place():
            yield from linking.names_of(record)
        case Source():
            yield record.publisher
        case _:
            yield from (version for _, version in record.heading.versions)


def _what(here: Here, record: Record) -> str:
    match record:
        case Event():
            return here.gettext(record.kind.label)
        case Actor():
            return here.gettext(record.type.label)
        case Place():
            return here.say("Place")
        case Thread():
            return here.say("Thread")
        case Question():
            return here.say("Question: {state}", state=here.gettext(record.state.label))
        case Source():
            return here.say("Source: {publisher}", publisher=record.publisher)
    return ""


def _date(here: Here, record: Record) -> str:
    match record:
        case Event():
            return here.event_date(record.id).words
        case Source():
            return here.words(record.date)
        case Actor():
            return here.words(record.active)
    return ""


def _day(here: Here, record: Record) -> str:
    if not isinstance(record, Event):
        return ""
    start = here.chronicle.chronology.extents[record.id].start
    return start.earliest.iso if start.earliest == start.latest and start.earliest.day is not None else ""


def _years(here: Here, record: Record) -> Sequence[int]:
    """The years in which an event can have been going on, or a source was published."""
    match record:
        case Event():
            extent = here.chronicle.chronology.extents[record.id]
            bounds = (extent.start.earliest, extent.end.latest)
        case Source(date=date) if date is not None:
            bounds = (date.earliest, date.latest)
        case _:
            return ()
    first, last = first_year(*bounds), first_year(*reversed(bounds))
    if first is None or last is None:
        return ()
    return range(first, last + 1) if last - first < _MOST_YEARS else (first, last)


def _mentions(here: Here, record: Record) -> Iterator[str]:
    """The names of those who took part in an event, and of where it was."""
    if not isinstance(record, Event):
        return
    actors, places = here.chronicle.actors, here.chronicle.places
    named = (actors.get(at.actor) for at in record.actors if at.actor is not None)
    for one in (*named, *(places.get(at.place) for at in record.places)):
        if one is not None:
            yield from linking.names_of(one)
