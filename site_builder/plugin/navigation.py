"""Our lists in the site's navigation: named where `mkdocs.yml` names them not, and added where it gives no `nav`."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage

from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import TIMELINE, Addresses, index_address
from site_builder.pages.indexes import INDEXED
from site_builder.publishing.plan import Page


def add_lists(nav: Navigation, files: Files, config: MkDocsConfig, chronicle: Chronicle, addresses: Addresses) -> None:
    """Put the timeline and the lists that are not empty behind the home page, where the site gives no navigation.

    Pages that are in it already, by another plugin, stay where they are.
    """
    if config.nav:
        return
    lists = [TIMELINE, *(index_address(kind) for kind in INDEXED if chronicle.records(kind))]
    there = {page.file.src_uri for page in nav.pages}
    missing = [
        file
        for address in lists
        if (file := files.get_file_from_path(addresses.source_uri(address))) and file.src_uri not in there
    ]
    entries = [file.page if isinstance(file.page, NavPage) else NavPage(None, file, config) for file in missing]
    home = nav.homepage
    _put_behind(home, entries, nav.items)
    _put_behind(home, entries, nav.pages)
    for before, page in zip([None, *nav.pages], nav.pages, strict=False):
        page.previous_page, page.next_page = before, None
        if before is not None:
            before.next_page = page


def _put_behind(home: NavPage | None, entries: list[NavPage], items: list) -> None:  # type: ignore[type-arg]
    place = items.index(home) + 1 if home in items else 0
    items[place:place] = entries


def name_in_navigation(file: File, page: Page) -> None:
    """Give a navigation entry that `mkdocs.yml` does not name the title of its page."""
    entry = file.page
    if isinstance(entry, NavPage) and entry.title is None:
        entry.title = page.view().title
