"""Pages of the chronicle as MkDocs files and in its navigation, and the hand-written pages that a chronicle names.

Ours are files, not pages, so that links from `docs/` to them and their anchors are checked, while navigation, table
of contents and search do not run for each.
"""

from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage

from site_builder.languages import say, translate
from site_builder.pages import INDEXED, MAP, TIMELINE, Addresses, Page, Site, has_map, index_address
from site_builder.publishing import Renderer
from site_builder.records import Licence


class ChroniclePage(File):
    """A page that `publishing` writes; MkDocs only knows where it stands."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: the publisher writes it."""


def chronicle_page(config: MkDocsConfig, addresses: Addresses, address: str, source: Path) -> ChroniclePage:
    """The file of an address, under the name that links in `docs/` use: `events/2024-07-27-….md`.

    `source` is where it comes from, the file of a record or the folder of all, whose dates other plugins ask for. Its
    content they find empty: no text of a record is Markdown of the site.
    """
    file = ChroniclePage(
        addresses.source_uri(address),
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=addresses.file(address),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "timeline"
    file.content_string = ""
    file.abs_src_path = str(source)  # after the content, which unsets it
    return file


class HasUrl(Protocol):
    """A file of MkDocs, or what stands in for one."""

    @property
    def url(self) -> str:
        """Relative to the site's root."""


class OurPage:
    """Stands in for MkDocs' page of one of our files: what its themes and other plugins ask of a page."""

    title: str
    markdown = content = ""
    """Empty: our pages are made of records, when they are written."""
    children = parent = previous_page = next_page = edit_url = update_date = None
    ancestors: tuple[Any, ...] = ()
    links_to_anchors: dict[File, dict[str, str]] | None = None
    active = is_homepage = is_section = is_link = is_top_level = is_index = False
    is_page = True
    toc: tuple[Any, ...] = ()

    def __init__(self, file: HasUrl, site_url: str) -> None:
        self.file = file
        self.meta: dict[str, Any] = {}
        self.url = "" if file.url in (".", "./") else file.url
        """Relative to the site's root, as of every page."""
        self.canonical_url = site_url + self.url if site_url else ""
        self.abs_url = urlsplit(self.canonical_url).path if site_url else None


class StandIn(OurPage):
    """A page of ours among MkDocs' own; its title and anchors are made only when they are asked for."""

    def __init__(self, file: File, page: Page, renderer: Renderer) -> None:
        super().__init__(file, renderer.site.url)
        self.is_index = file.name == "index"
        self._page, self._renderer = page, renderer

    @cached_property
    def title(self) -> str:  # type: ignore[override]
        return str(self._page.view(self._renderer.site).title)

    @cached_property
    def present_anchor_ids(self) -> set[str]:
        """The anchors that links to the page may name."""
        return self._renderer.anchors(self._page)

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing: there is no Markdown."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing: the publisher does it."""

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Nothing: our own links are right."""


def stand_in(file: File, page: Page, renderer: Renderer) -> None:
    """Give a file what MkDocs checks anchors by and other plugins ask of pages; to be called after the navigation.

    An entry of the navigation that `mkdocs.yml` does not name has the title of its page.
    """
    entry: Any = file.page
    if entry is None:
        file.page = cast(Any, StandIn(file, page, renderer))
    else:
        entry.present_anchor_ids = renderer.anchors(page)
        if isinstance(entry, NavPage) and entry.title is None:
            entry.title = str(page.view(renderer.site).title)


def add_lists(nav: Navigation, files: Files, config: MkDocsConfig, site: Site) -> None:
    """Put the timeline and the lists that are not empty behind the home page, where the site gives no navigation.

    Pages that are in it already, by another plugin, stay where they are.
    """
    if config.nav:
        return
    lists = [
        TIMELINE,
        *([MAP] if has_map(site) else []),
        *(index_address(kind) for kind in INDEXED if site.chronicle.records(kind)),
    ]
    there = {page.file.src_uri for page in nav.pages}
    missing = [
        file
        for address in lists
        if (file := files.get_file_from_path(site.addresses.source_uri(address))) and file.src_uri not in there
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


class WrittenPages:
    """The pages of a build, found by their paths below `docs/`; none before the files of the build are known."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def learn(self, files: Files) -> frozenset[str]:
        """Take note of a build's files; returns the paths of the pages among them."""
        pages = (file for file in files if file.is_documentation_page() and not isinstance(file, ChroniclePage))
        self._files = {file.src_uri: file for file in pages}
        return frozenset(self._files)

    def find(self, path: str, anchor: str) -> str | None:
        """A page's address below the site's root, with the anchor where the page has it; None where it is not there."""
        file = self._files.get(path)
        if file is None:
            return None
        page = file.page
        has_anchor = isinstance(page, NavPage) and anchor in (page.present_anchor_ids or ())
        return f"{file.dest_uri if file.url == './' else file.url}{f'#{anchor}' if has_anchor else ''}"


def copyright_of(licence: Licence | None, language: str) -> str:
    """What stands at the foot of every page of a site that says nothing of its own there."""
    if licence is None:
        return ""
    name = escape(licence.name)
    link = f'<a href="{escape(licence.url)}" rel="license">{name}</a>' if licence.url else name
    return translate(say("Records under {licence}", licence=link), language)
