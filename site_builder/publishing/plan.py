"""Which pages a chronicle has, and what each is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from site_builder.pages.actor import view_actor
from site_builder.pages.addresses import TIMELINE, index_address, record_address, year_address
from site_builder.pages.context import Here, Site
from site_builder.pages.event import view_event
from site_builder.pages.indexes import INDEXED, view_index
from site_builder.pages.place import view_place
from site_builder.pages.question import view_question
from site_builder.pages.source import view_source_page
from site_builder.pages.thread import view_thread
from site_builder.pages.timeline import events_by_year, latest_year, view_timeline, year_name, year_of
from site_builder.records import Kind


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: where it stands, in which shell and template, and how its view is made."""

    address: str
    shell: str
    """Pages of one shell differ only in their parts."""
    section: str
    """The address of the navigation's entry that it belongs under."""
    template: str
    view: Callable[[], Any]


def plan_pages(site: Site) -> Iterator[Page]:
    """All pages of a chronicle, in a fixed order; views are made when they are asked for."""
    yield from _events(site)
    yield from _timeline(site)
    views: dict[Kind, Callable[[Here, Any], Any]] = {
        Kind.THREAD: view_thread,
        Kind.QUESTION: view_question,
        Kind.ACTOR: view_actor,
        Kind.PLACE: view_place,
        Kind.SOURCE: view_source_page,
    }
    for kind in INDEXED:
        index = index_address(kind)
        yield Page(index, f"{kind}-index", index, "index.html", partial(view_index, Here(site, index), kind))
        for record in site.chronicle.records(kind).values():
            address = record_address(kind, record.id)
            yield Page(address, kind, index, f"{kind}.html", partial(views[kind], Here(site, address), record))


def _events(site: Site) -> Iterator[Page]:
    for event in site.chronicle.events.values():
        address = record_address(Kind.EVENT, event.id)
        here = Here(site, address)
        on_timeline = here.href(year_address(year_of(site.chronicle, event.id)), event.id)
        yield Page(address, Kind.EVENT, TIMELINE, "event.html", partial(view_event, here, event, on_timeline))


def _timeline(site: Site) -> Iterator[Page]:
    years = events_by_year(site.chronicle)
    view = partial(view_timeline, Here(site, TIMELINE), years, latest_year(years), "Timeline")
    yield Page(TIMELINE, "timeline", TIMELINE, "timeline.html", view)
    for year in years:
        here = Here(site, year_address(year))
        view = partial(view_timeline, here, years, year, f"Timeline: {year_name(here, year)}")
        yield Page(here.address, "year", TIMELINE, "timeline.html", view)
