"""The pages that list all records of a kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf
from typing import Any

from site_builder.pages.addresses import Redirect, index_address
from site_builder.pages.citations import reading_in_a_sentence
from site_builder.pages.contents import claims_of, events_of
from site_builder.pages.context import Here, PageLink, Site
from site_builder.pages.foreign import join
from site_builder.pages.hosting import new_href
from site_builder.pages.index_lines import OTHER, IndexLine, summary_of, year_of_source
from site_builder.pages.list_parts import PartLink, sheet_name, years_in_words
from site_builder.pages.paging import Sheet
from site_builder.pages.place import countries
from site_builder.pages.plans import BY_LETTER, BY_YEAR
from site_builder.pages.record import LISTS, record_title
from site_builder.records import Actor, Kind, Place, Question, Record, Source, Thread

INDEXED = (Kind.THREAD, Kind.QUESTION, Kind.ACTOR, Kind.PLACE, Kind.SOURCE)
"""Kinds with an index page of their own, in the order of the navigation; events have the timeline."""

_BY_YEAR = (Kind.SOURCE,)
"""Kinds whose list is divided by year where it has several pages; all others are by letter."""

_Heading = tuple[float, str]
"""A section's place among the others, and its words; of those in one place the words decide."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A record in a list."""

    record: PageLink
    detail: str
    summary: str


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one sort, under a heading that may be empty."""

    heading: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What the template of an index, and of each of its pages, needs."""

    title: str
    description: str
    total: int
    new_href: str
    """Begins a record of the kind on the host that keeps the records; empty where none is known."""
    new_label: str
    read: str
    """How many of the sources were read or are archived, in a sentence; empty in the lists of other kinds."""
    none_yet: str
    """What stands in the place of an empty list."""
    sections: tuple[Section, ...]
    parts: tuple[PartLink, ...] = ()
    """All years or letters; empty where one page has them all."""
    before: PageLink | None = None
    after: PageLink | None = None

    @property
    def preview_title(self) -> str:
        return self.title


def view_index(here: Here, kind: Kind) -> IndexPage:
    """The list of all records of a kind; where it has several pages, with what stands on the first."""
    sheets = here.site.plans.of_index(kind)
    title = here.translate(LISTS[kind].title)
    if len(sheets.by_id) > 1:
        return _view_sheet(here, kind, next(iter(sheets.by_id.values())), title)
    return _view(here, kind, title, _sections(here, kind, here.chronicle.records(kind).values()))


def view_index_sheet(here: Here, kind: Kind, sheet_id: str) -> IndexPage:
    """One page of the list of all records of a kind."""
    sheet = here.site.plans.of_index(kind).by_id[sheet_id]
    title = here.say("{list}: {part}", list=here.translate(LISTS[kind].title), part=_sheet_name(here, sheet))
    return _view_sheet(here, kind, sheet, title)


def _view(here: Here, kind: Kind, title: str, sections: tuple[Section, ...]) -> IndexPage:
    sources = here.chronicle.sources
    return IndexPage(
        title=title,
        description="",
        total=len(here.chronicle.records(kind)),
        new_href=new_href(here.site.host, kind, here.chronicle.vocabulary),
        new_label=here.translate(LISTS[kind].add),
        read=reading_in_a_sentence(here, sources.values()) if kind is Kind.SOURCE and sources else "",
        none_yet=here.translate(LISTS[kind].none_yet),
        sections=sections,
    )


def _view_sheet(here: Here, kind: Kind, sheet: Sheet[IndexLine], title: str) -> IndexPage:
    records, sheets = here.chronicle.records(kind), here.site.plans.of_index(kind)
    before, after = sheets.beside(sheet.id)
    sections = tuple(
        replace(section, heading=_part_name(here, line))
        for line, found in _by_part(sheet.lines)
        for section in _sections(here, kind, (records[line.id] for line in found), by_letter=kind not in _BY_YEAR)
    )
    return replace(
        _view(here, kind, title, sections),
        parts=tuple(_parts(here, kind, sheet)),
        before=_sheet_link(here, kind, before),
        after=_sheet_link(here, kind, after),
    )


def index_sheet_address(kind: Kind, sheet_id: str) -> str:
    """The address of one page of an index: `sources/by-year/2024`."""
    return f"{index_address(kind)}/{BY_YEAR if kind in _BY_YEAR else BY_LETTER}/{sheet_id}"


def index_sheet_ids(site: Site, kind: Kind) -> Iterator[str]:
    """The ids of the pages of an index; none where its own page has all."""
    sheets = site.plans.of_index(kind).by_id
    if len(sheets) > 1:
        yield from sheets


def redirects_of_parts(site: Site, kind: Kind) -> Iterator[Redirect]:
    """The years or letters that stand on the page of another one."""
    sheets = site.plans.of_index(kind)
    if len(sheets.by_id) > 1:
        for part, sheet_id in sheets.moved():
            yield Redirect(index_sheet_address(kind, part), index_sheet_address(kind, sheet_id), f"part-{part}")


def _sections(here: Here, kind: Kind, records: Iterable[Record], *, by_letter: bool = False) -> tuple[Section, ...]:
    """Records by sort, editors' order and name; those of one letter by name alone, and each says of which sort."""
    sections: dict[_Heading, list[tuple[int, IndexEntry]]] = {}
    ranks = {} if by_letter else here.chronicle.ranks[kind]
    for record in records:
        section, detail = _DESCRIBE[kind](here, record)
        if by_letter:
            section, detail = (0, ""), _join(section[1], detail)
        link = PageLink(record_title(here, record), here.record_href(kind, record.id))
        entry = IndexEntry(link, detail, here.plain(summary_of(record)))
        sections.setdefault(section, []).append((ranks.get(record.id, len(ranks)), entry))
    return tuple(
        Section(words, tuple(entry for _, entry in sorted(entries, key=_by_rank_and_name)))
        for (_, words), entries in sorted(sections.items(), key=lambda section: section[0])
    )


def _by_rank_and_name(ranked: tuple[int, IndexEntry]) -> tuple[int, str]:
    rank, entry = ranked
    return rank, entry.record.label.casefold()


def _by_part(lines: Iterable[IndexLine]) -> Iterator[tuple[IndexLine, list[IndexLine]]]:
    """The first line of each year or letter, with all of its lines."""
    for _, group in groupby(lines, lambda line: line.part):
        found = list(group)
        yield found[0], found


def _part_name(here: Here, line: IndexLine) -> str:
    if line.part == OTHER:
        return here.say("Other signs")
    return line.letter or years_in_words(here, [line.year])


def _parts(here: Here, kind: Kind, sheet: Sheet[IndexLine]) -> Iterator[PartLink]:
    sheets = here.site.plans.of_index(kind)
    lines = [line for sheet in sheets.by_id.values() for line in sheet.lines]
    shown = {line.part for line in sheet.lines}
    for line, found in _by_part(lines):
        anchor = f"part-{line.part}"
        href = here.href(index_sheet_address(kind, sheets.of_part[line.part]), anchor)
        yield PartLink(PageLink(_part_name(here, line), href), anchor, str(len(found)), line.part in shown)


def _sheet_name(here: Here, sheet: Sheet[IndexLine]) -> str:
    first, last = _part_name(here, sheet.lines[0]), _part_name(here, sheet.lines[-1])
    parts = first if first == last else here.say("{first} to {last}", first=first, last=last)
    return sheet_name(here, parts, sheet.number)


def _sheet_link(here: Here, kind: Kind, sheet_id: str | None) -> PageLink | None:
    if sheet_id is None:
        return None
    sheet = here.site.plans.of_index(kind).by_id[sheet_id]
    return PageLink(_sheet_name(here, sheet), here.href(index_sheet_address(kind, sheet_id)))


def _join(*parts: str) -> str:
    return join(", ", (part for part in parts if part))


def _totals(here: Here, record: Record, *lists: str) -> str:
    """How many events and claims stand in these lists of a record's page, each as the page itself counts them."""
    events, claims = events_of(here.chronicle, record), claims_of(here.chronicle, record)
    counts = [(len(events[name]), "event") for name in lists if name in events]
    counts += [(len(claims[name]), "claim") for name in lists if name in claims]
    return _join(*(here.number(number, noun) for number, noun in counts if number))


def _actor(here: Here, record: Actor) -> tuple[_Heading, str]:
    label = here.gettext(record.type.label)
    return (0, label[:1].upper() + label[1:]), _totals(here, record, "did", "said")


def _place(here: Here, record: Place) -> tuple[_Heading, str]:
    return (0, countries(here, record)), _totals(here, record, "events")


def _source(here: Here, record: Source) -> tuple[_Heading, str]:
    claims = _totals(here, record, "claims")
    detail = _join(record.publisher, here.words(record.date), claims) if record.title else claims
    year = year_of_source(record)
    return (inf if year is None else -year, years_in_words(here, [year])), detail


def _thread(here: Here, record: Thread) -> tuple[_Heading, str]:
    return (0, ""), _totals(here, record, "events")


def _question(here: Here, record: Question) -> tuple[_Heading, str]:
    return (0, ""), _join(here.gettext(record.state.label), _totals(here, record, "ledger"))


_DESCRIBE: Mapping[Kind, Callable[[Here, Any], tuple[_Heading, str]]] = {
    Kind.ACTOR: _actor,
    Kind.PLACE: _place,
    Kind.SOURCE: _source,
    Kind.THREAD: _thread,
    Kind.QUESTION: _question,
}
