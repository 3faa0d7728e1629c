"""The same count is the same number on every page: in lists of records, on home, and on the page of the record."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import worlds

from site_builder.chronicle import Chronicle
from site_builder.pages import HOME, Here, Page, Site, view_home
from site_builder.pages.indexes import INDEXED, view_index
from site_builder.pages.record_lists import view_lists
from site_builder.records import Kind

REPOSITORY = Path(__file__).parents[2]
FOLDERS = [REPOSITORY / "events", *sorted((REPOSITORY / "tests" / "chronicles").iterdir())]
_COUNT = re.compile(r"(\d+) (event|claim)s?$")


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def site(request: pytest.FixtureRequest) -> Site:
    return worlds.here(Chronicle.open(request.param)).site


def test_an_index_counts_as_the_page_of_each_record_does(site: Site) -> None:
    for kind in INDEXED:
        here = Here(site, HOME)
        counted = {
            entry.record.href: _counts(entry.detail.split(", "))
            for section in view_index(here, kind).sections
            for entry in section.entries
        }
        for record_id in site.chronicle.records(kind):
            wanted = _on_page(site, kind, record_id)
            found = counted[here.record_href(kind, record_id)]
            assert found <= wanted, f"{kind} {record_id}: {found} in the list, {wanted} on its page"
            assert bool(found) is bool(_main(wanted, kind)), (
                f"{kind} {record_id} has {wanted}, and its list says nothing"
            )


def test_home_counts_the_events_of_threads_and_the_claims_on_questions_as_their_pages_do(site: Site) -> None:
    home = view_home(Here(site, HOME))
    labels = {Kind.THREAD: [(line.thread.href, f"{line.events} event") for line in home.threads]}
    labels[Kind.QUESTION] = [(line.question.href, f"{line.claims} claim") for line in home.questions]
    for kind, lines in labels.items():
        pages = {Here(site, HOME).record_href(kind, one): one for one in site.chronicle.records(kind)}
        for href, count in lines:
            assert _counts([count]) - {(0, "event"), (0, "claim")} == _on_page(site, kind, pages[href])


def test_an_event_knows_how_many_events_its_threads_have(site: Site) -> None:
    for event_id in site.chronicle.events:
        view = Page("event", event_id).view(site)
        for place in view.threads:  # type: ignore[attr-defined]
            thread = next(one.id for one in site.chronicle.threads.values() if str(one.title) == place.thread.label)
            assert (place.length, "event") in _on_page(site, Kind.THREAD, thread)


def _on_page(site: Site, kind: Kind, record_id: str) -> set[tuple[int, str]]:
    """The counts beside the headings of a record's page."""
    record = site.chronicle.records(kind)[record_id]
    lists = view_lists(Here(site, Page(str(kind), record_id).address), record).lists
    return _counts(part for found in lists for part in found.count.split(" · "))


def _main(counts: set[tuple[int, str]], kind: Kind) -> set[tuple[int, str]]:
    """Those that the list of all records of a kind gives."""
    return {(number, noun) for number, noun in counts if kind is not Kind.SOURCE or noun == "claim"}


def _counts(parts: Iterable[str]) -> set[tuple[int, str]]:
    return {(int(found[1]), found[2]) for part in parts if (found := _COUNT.search(part))}
