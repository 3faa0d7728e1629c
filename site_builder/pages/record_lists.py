"""The lists on a record's page: the events it takes part in, the claims that rest on it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.languages import Message, say
from site_builder.pages.addresses import Redirect, record_address, year_part
from site_builder.pages.as_of import AS_OF_KINDS, AsOf, view_as_of
from site_builder.pages.context import Here, PageLink, Site
from site_builder.pages.ledger import view_ledger
from site_builder.pages.list_parts import PartLink, sheet_name, years_in_words
from site_builder.pages.paging import Sheet
from site_builder.pages.record import RecordNote, preview_title, record_title, view_note
from site_builder.pages.record_lines import RecordLine, RecordSheets
from site_builder.pages.record_list import RecordList, view_parts
from site_builder.records import Kind, Question, Record


class _ListTexts(NamedTuple):
    heading: Message
    noun: str = ""
    """What is counted beside the heading, if anything."""


_LISTS: Mapping[tuple[Kind, str], _ListTexts] = {
    (Kind.ACTOR, "did"): _ListTexts(say("Part in events"), "event"),
    (Kind.ACTOR, "said"): _ListTexts(say("Said"), "claim"),
    (Kind.ACTOR, "named"): _ListTexts(say("Also named in")),
    (Kind.PLACE, "events"): _ListTexts(say("What happened here"), "event"),
    (Kind.PLACE, "named"): _ListTexts(say("Also named in")),
    (Kind.SOURCE, "claims"): _ListTexts(say("Claims that rest on it"), "claim"),
    (Kind.SOURCE, "events"): _ListTexts(say("Events that cite it"), "event"),
    (Kind.THREAD, "events"): _ListTexts(say("The events in order"), "event"),
    (Kind.QUESTION, "ledger"): _ListTexts(say("Who said what, by date"), "claim"),
}


@dataclass(frozen=True, slots=True)
class RecordLists:
    """The lists of a record on one page, and the way to those on others."""

    years: tuple[PartLink, ...]
    """All years of the lists; empty where one page has them all."""
    lists: tuple[RecordList, ...]
    before: PageLink | None
    after: PageLink | None


@dataclass(frozen=True, slots=True)
class RecordYears:
    """What the template of a page of some years of a record's lists needs."""

    title: str
    preview_title: str
    description: str
    record: PageLink
    lists: RecordLists
    as_of: AsOf | None
    """The choice of a day; None where the record's own page has none."""
    note: RecordNote


def view_lists(here: Here, record: Record, sheet_id: str = "") -> RecordLists:
    """The lists of a record on one page: all of them, or those of its latest years where no page is named."""
    sheets = here.site.plans.of_record(record.record_kind, record.id)
    if len(sheets.by_id) < 2:
        lines = [line for sheet in sheets.by_id.values() for line in sheet.lines]
        return RecordLists((), tuple(_lists(here, record, lines)), None, None)
    shown = sheets.by_id[sheet_id or _latest(sheets)]
    before, after = sheets.beside(shown.id)
    return RecordLists(
        tuple(_years(here, record, sheets, shown)),
        tuple(_lists(here, record, shown.lines, "" if sheet_id else _sheet_name(here, shown))),
        _sheet_link(here, record, sheets, before),
        _sheet_link(here, record, sheets, after),
    )


def view_record_years(here: Here, record: Record, sheet_id: str) -> RecordYears:
    """The page of some years of a record's lists."""
    kind, name = record.record_kind, record_title(here, record)
    years = _sheet_name(here, here.site.plans.of_record(kind, record.id).by_id[sheet_id])
    return RecordYears(
        title=here.say("{list}: {part}", list=name, part=years),
        preview_title=here.say("{list}: {part}", list=preview_title(here, record), part=years),
        description="",
        record=PageLink(name, here.record_href(kind, record.id)),
        lists=view_lists(here, record, sheet_id),
        as_of=view_as_of(here) if kind in AS_OF_KINDS else None,
        note=view_note(here, record),
    )


def sheet_ids(site: Site, kind: Kind) -> Iterator[str]:
    """The ids of the pages of some years, of all records of a kind: `x/2024`, `x/2024/2`."""
    for record_id in site.chronicle.records(kind):
        sheets = site.plans.of_record(kind, record_id).by_id
        if len(sheets) > 1:
            yield from (f"{record_id}/{sheet_id}" for sheet_id in sheets)


def redirects_of_years(site: Site, kind: Kind) -> Iterator[Redirect]:
    """The years that stand on the page of another one."""
    for record_id in site.chronicle.records(kind):
        sheets, address = site.plans.of_record(kind, record_id), record_address(kind, record_id)
        if len(sheets.by_id) > 1:
            for part, sheet_id in sheets.moved():
                yield Redirect(f"{address}/{part}", f"{address}/{sheet_id}", f"year-{part}")


def _latest(sheets: RecordSheets) -> str:
    """The last page that has a year."""
    dated = [sheet.id for sheet in sheets.by_id.values() if any(line.year is not None for line in sheet.lines)]
    return dated[-1] if dated else next(iter(sheets.by_id))


def _years(here: Here, record: Record, sheets: RecordSheets, sheet: Sheet[RecordLine]) -> Iterator[PartLink]:
    address = record_address(record.record_kind, record.id)
    lines = [line for sheet in sheets.by_id.values() for line in sheet.lines]
    shown = {line.year for line in sheet.lines}
    for year, count in Counter(line.year for line in lines).items():
        part = year_part(year)
        anchor = f"year-{part}"
        href = here.href(f"{address}/{sheets.of_part[part]}", anchor)
        yield PartLink(PageLink(years_in_words(here, [year]), href), anchor, str(count), year in shown)


def _sheet_link(here: Here, record: Record, sheets: RecordSheets, sheet_id: str | None) -> PageLink | None:
    if sheet_id is None:
        return None
    address = record_address(record.record_kind, record.id)
    return PageLink(_sheet_name(here, sheets.by_id[sheet_id]), here.href(f"{address}/{sheet_id}"))


def _sheet_name(here: Here, sheet: Sheet[RecordLine]) -> str:
    return sheet_name(here, years_in_words(here, [line.year for line in sheet.lines]), sheet.number)


def _lists(here: Here, record: Record, lines: Sequence[RecordLine], years: str = "") -> Iterator[RecordList]:
    """The lists on one page; `years` are those that its lines are of, where it does not say so elsewhere."""
    for (kind, name), texts in _LISTS.items():
        found = [line for line in lines if line.list == name] if kind is record.record_kind else []
        if found:
            count = here.number(len(found), texts.noun) if texts.noun else ""
            said = " · ".join(part for part in (years, count) if part)
            asked = isinstance(record, Question)
            yield RecordList(
                name,
                here.translate(texts.heading),
                said,
                parts=() if asked else view_parts(here, record, name, found),
                ledger=view_ledger(here, [line.key for line in found]) if asked else None,
            )
