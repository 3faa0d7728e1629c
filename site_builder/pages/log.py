"""The log of corrections: every change of meaning of every record, by year and day, the latest first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder.languages import say_n
from site_builder.linking import Removed
from site_builder.pages.addresses import CORRECTIONS, Redirect, year_part
from site_builder.pages.context import Here, PageLink, Site
from site_builder.pages.list_parts import PartLink, sheet_name, years_in_words
from site_builder.pages.log_lines import LogLine, LogSheet, date_of, year_of_line
from site_builder.pages.news import Change, view_change
from site_builder.pages.removed import view_removal


@dataclass(frozen=True, slots=True)
class LogDay:
    """What was corrected on one day."""

    date: str
    """In words."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class LogYear:
    """The days of one year that stand on the page."""

    name: str
    anchor: str
    count: str
    """How many corrections of the year stand on the page, in words."""
    days: tuple[LogDay, ...]


@dataclass(frozen=True, slots=True)
class LogPage:
    """What the template of a page of the log needs."""

    title: str
    description: str
    total: str
    """How many corrections there are in all, in words; empty where there is none."""
    all_years: tuple[PartLink, ...]
    """The way to each year; empty where one page has them all."""
    years: tuple[LogYear, ...]
    before: PageLink | None
    after: PageLink | None

    @property
    def preview_title(self) -> str:
        return self.title


def log_sheet_ids(site: Site) -> Iterator[str]:
    """The ids of the pages of some years; none where the log's own page has them all."""
    sheets = site.plans.of_log().by_id
    if len(sheets) > 1:
        yield from sheets


def log_sheet_address(sheet_id: str) -> str:
    return f"{CORRECTIONS}/{sheet_id}"


def redirects_of_log(site: Site) -> Iterator[Redirect]:
    """The years that stand on the page of another one."""
    sheets = site.plans.of_log()
    if len(sheets.by_id) > 1:
        for part, sheet_id in sheets.moved():
            yield Redirect(log_sheet_address(part), log_sheet_address(sheet_id), f"year-{part}")


def view_log(here: Here) -> LogPage:
    """The log's own page: all of it, or the latest years."""
    first = next(iter(here.site.plans.of_log().by_id.values()), None)
    return _view(here, first, here.say("Corrections"))


def view_log_sheet(here: Here, sheet_id: str) -> LogPage:
    """The page of some years, or of some days of one."""
    sheet = here.site.plans.of_log().by_id[sheet_id]
    return _view(here, sheet, here.say("{list}: {part}", list=here.say("Corrections"), part=_name(here, sheet)))


def _view(here: Here, sheet: LogSheet | None, title: str) -> LogPage:
    sheets = here.site.plans.of_log()
    before, after = sheets.beside(sheet.id) if sheet is not None else (None, None)
    return LogPage(
        title=title,
        description=here.say("What was changed in meaning after it had been published, and why."),
        total=_number(here, len(here.chronicle.log)),
        all_years=tuple(_years(here, sheet)) if sheet is not None and len(sheets.by_id) > 1 else (),
        years=tuple(_listed(here, sheet)) if sheet is not None else (),
        before=_link(here, before),
        after=_link(here, after),
    )


def _listed(here: Here, sheet: LogSheet) -> Iterator[LogYear]:
    for year, group in groupby(sheet.lines, year_of_line):
        lines = [*group]
        yield LogYear(
            name=years_in_words(here, [year]),
            anchor=f"year-{year_part(year)}",
            count=_number(here, len(lines)),
            days=tuple(
                LogDay(here.words(date), tuple(_change(here, line) for line in found))
                for date, found in groupby(lines, date_of)
            ),
        )


def _change(here: Here, line: LogLine) -> Change:
    return view_removal(here, line) if isinstance(line, Removed) else view_change(here, line)


def _years(here: Here, shown: LogSheet) -> Iterator[PartLink]:
    """The list of years; those on the page are marked."""
    sheets = here.site.plans.of_log()
    on_page = {year_of_line(line) for line in shown.lines}
    for year, count in Counter(year_of_line(line) for sheet in sheets.by_id.values() for line in sheet.lines).items():
        part = year_part(year)
        href = here.href(log_sheet_address(sheets.of_part[part]), f"year-{part}")
        anchor = "" if year in on_page else f"year-{part}"
        yield PartLink(PageLink(years_in_words(here, [year]), href), anchor, _number(here, count), year in on_page)


def _link(here: Here, sheet_id: str | None) -> PageLink | None:
    if sheet_id is None:
        return None
    sheet = here.site.plans.of_log().by_id[sheet_id]
    return PageLink(_name(here, sheet), here.href(log_sheet_address(sheet_id)))


def _name(here: Here, sheet: LogSheet) -> str:
    return sheet_name(here, years_in_words(here, [year_of_line(line) for line in sheet.lines]), sheet.number)


def _number(here: Here, n: int) -> str:
    return here.translate(say_n("{n} correction", "{n} corrections", n)) if n else ""
