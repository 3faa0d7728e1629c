"""The kinds of page: a page is data, its kind and id, and each kind says how the view of one is made.

Any process can make any page, in any order, from the site and this data alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from site_builder.pages.actor import view_actor
from site_builder.pages.addresses import CORRECTIONS, DATA, MAP, TIMELINE, Redirect, index_address, record_address
from site_builder.pages.context import Here, Site
from site_builder.pages.data import view_data
from site_builder.pages.event import view_event
from site_builder.pages.indexes import (
    index_sheet_address,
    index_sheet_ids,
    redirects_of_parts,
    view_index,
    view_index_sheet,
)
from site_builder.pages.log import log_sheet_address, log_sheet_ids, redirects_of_log, view_log, view_log_sheet
from site_builder.pages.map import view_map
from site_builder.pages.place import view_place
from site_builder.pages.question import view_question
from site_builder.pages.record_lists import redirects_of_years, sheet_ids, view_record_years
from site_builder.pages.removed import redirects_of_removed, removed_address, removed_ids, view_removed
from site_builder.pages.search import SEARCH, view_search
from site_builder.pages.source import view_source_page
from site_builder.pages.thread import view_thread
from site_builder.pages.timeline import timeline_sheet_ids, view_sheet, view_timeline
from site_builder.pages.where import has_map
from site_builder.records import Kind


class View(Protocol):
    """What the template of any page needs."""

    @property
    def title(self) -> str:
        """As text."""

    @property
    def preview_title(self) -> str:
        """The title as a link to the page shows it elsewhere, as text."""

    @property
    def description(self) -> str:
        """For search engines and previews, as text; may be empty."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """All that is known of a kind of page."""

    template: str
    section: str
    """The address of the navigation's entry that its pages belong under."""
    ids: Callable[[Site], Iterable[str]]
    """The ids of its pages, in order; the only page of its kind has an empty one."""
    address: Callable[[str], str]
    """The address of the page with an id."""
    view: Callable[[Here, str], View]
    listed: bool = True
    """Whether search engines may list its pages, and the sitemap does."""
    redirects: Callable[[Site], Iterable[Redirect]] = lambda site: ()
    """The parts of its lists that stand on the page of another part, or of none any more."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a site."""

    kind: str
    id: str = ""

    @property
    def address(self) -> str:
        return KINDS[self.kind].address(self.id)

    @property
    def section(self) -> str:
        return KINDS[self.kind].section

    @property
    def template(self) -> str:
        return KINDS[self.kind].template

    @property
    def listed(self) -> bool:
        return KINDS[self.kind].listed

    def view(self, site: Site) -> View:
        """What its template needs."""
        return KINDS[self.kind].view(Here(site, self.address), self.id)


def pages_of(site: Site) -> Iterator[Page]:
    """All pages of a site, in a fixed order."""
    for name, kind in KINDS.items():
        yield from (Page(name, page_id) for page_id in kind.ids(site))


def redirects_of(site: Site) -> Iterator[Redirect]:
    """All addresses of a site that lead to another one: parts of lists, former ids, and `events/` to the timeline."""
    for page_kind in KINDS.values():
        yield from page_kind.redirects(site)
    for kind, former in site.chronicle.former_ids.items():
        for old, new in sorted(former.items()):
            yield Redirect(record_address(kind, old), record_address(kind, new))
    yield Redirect("events", TIMELINE)


def _records(kind: Kind, view: Callable[[Here, Any], View]) -> PageKind:
    return PageKind(
        template=f"{kind}.html",
        section=index_address(kind),
        ids=lambda site: site.chronicle.records(kind),
        address=partial(record_address, kind),
        view=lambda here, record_id: view(here, here.chronicle.records(kind)[record_id]),
    )


def _single(
    template: str, address: str, view: Callable[[Here], View], where: Callable[[Site], bool] = lambda _: True
) -> PageKind:
    """One page, `where` a site has it."""
    return PageKind(
        template, address, lambda site: ("",) if where(site) else (), lambda _: address, lambda here, _: view(here)
    )


def _index(kind: Kind) -> PageKind:
    return _single("index.html", index_address(kind), lambda here: view_index(here, kind))


def _years(kind: Kind) -> PageKind:
    """The pages of some years of the lists of records."""

    def view(here: Here, page_id: str) -> View:
        record_id, _, sheet_id = page_id.partition("/")
        return view_record_years(here, here.chronicle.records(kind)[record_id], sheet_id)

    return PageKind(
        template="years.html",
        section=index_address(kind),
        ids=lambda site: sheet_ids(site, kind),
        address=partial(record_address, kind),
        view=view,
        redirects=lambda site: redirects_of_years(site, kind),
    )


def _index_parts(kind: Kind) -> PageKind:
    """The pages of some years or letters of an index."""
    return PageKind(
        template="index.html",
        section=index_address(kind),
        ids=lambda site: index_sheet_ids(site, kind),
        address=partial(index_sheet_address, kind),
        view=lambda here, sheet_id: view_index_sheet(here, kind, sheet_id),
        redirects=lambda site: redirects_of_parts(site, kind),
    )


KINDS: Mapping[str, PageKind] = {
    "event": _records(Kind.EVENT, view_event),
    "timeline": _single("timeline.html", TIMELINE, view_timeline),
    "years": PageKind(
        template="timeline.html",
        section=TIMELINE,
        ids=timeline_sheet_ids,
        address=lambda sheet_id: f"{TIMELINE}/{sheet_id}",
        view=view_sheet,
        redirects=lambda site: site.timeline.redirects(),
    ),
    "search": _single("search.html", SEARCH, view_search),
    "map": _single("map.html", MAP, view_map, where=has_map),
    "thread-index": _index(Kind.THREAD),
    "thread-index-parts": _index_parts(Kind.THREAD),
    "thread": _records(Kind.THREAD, view_thread),
    "thread-years": _years(Kind.THREAD),
    "question-index": _index(Kind.QUESTION),
    "question-index-parts": _index_parts(Kind.QUESTION),
    "question": _records(Kind.QUESTION, view_question),
    "question-years": _years(Kind.QUESTION),
    "actor-index": _index(Kind.ACTOR),
    "actor-index-parts": _index_parts(Kind.ACTOR),
    "actor": _records(Kind.ACTOR, view_actor),
    "actor-years": _years(Kind.ACTOR),
    "place-index": _index(Kind.PLACE),
    "place-index-parts": _index_parts(Kind.PLACE),
    "place": _records(Kind.PLACE, view_place),
    "place-years": _years(Kind.PLACE),
    "source-index": _index(Kind.SOURCE),
    "source-index-parts": _index_parts(Kind.SOURCE),
    "source": _records(Kind.SOURCE, view_source_page),
    "source-years": _years(Kind.SOURCE),
    "data": _single("data.html", DATA, view_data),
    "corrections": _single("corrections.html", CORRECTIONS, view_log),
    "corrections-years": PageKind(
        template="corrections.html",
        section=CORRECTIONS,
        ids=log_sheet_ids,
        address=log_sheet_address,
        view=view_log_sheet,
        redirects=redirects_of_log,
    ),
    "removed": PageKind(
        template="removed.html",
        section=CORRECTIONS,
        ids=removed_ids,
        address=removed_address,
        view=view_removed,
        listed=False,
        redirects=redirects_of_removed,
    ),
}
"""Every kind of page by its name, in the order in which a site lists its pages."""
