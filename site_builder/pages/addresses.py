"""Where every page of a chronicle stands, and how one page links to another.

All links are relative: a site works below any sub-path, and with or without directory URLs.
"""

from dataclasses import dataclass

from site_builder.reading import year_name
from site_builder.records import Kind

HOME = ""
TIMELINE = "timeline"
DATA = "data"
"""The folder of what can be taken away, and the page that lists it."""
MAP = "map"
CORRECTIONS = "corrections"


def record_address(kind: Kind, record_id: str) -> str:
    """The address of a record's page: `events/2024-07-27-…`."""
    return f"{kind.plural}/{record_id}"


def index_address(kind: Kind) -> str:
    """The address of the page that lists all records of a kind; events are listed by the timeline."""
    return TIMELINE if kind is Kind.EVENT else kind.plural


def year_part(year: int | None) -> str:
    """A year, or what has none, as the last part of an address."""
    return "undated" if year is None else year_name(year)


def year_address(year: int | None) -> str:
    """The address at which one year of the timeline answers, or the events that have none."""
    return f"{TIMELINE}/{year_part(year)}"


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another one for ever."""

    old: str
    new: str
    anchor: str = ""
    """Where the old address names a part of a list that has no page of its own, that part of the page."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Turns addresses into files and links."""

    directory_urls: bool = True
    """Whether a page is `name/index.html`, reached as `name/`, or `name.html`."""
    indexes: frozenset[str] = frozenset(
        {HOME, TIMELINE, DATA, MAP, CORRECTIONS} | {index_address(kind) for kind in Kind}
    )
    """Addresses that are always a folder's own page."""

    def file(self, address: str) -> str:
        """The file of a page, relative to the site's folder."""
        if address == HOME:
            return "index.html"
        if self.directory_urls or self._is_folder(address):
            return f"{address}/index.html"
        return f"{address}.html"

    def source_uri(self, address: str) -> str:
        """The page as `docs/*.md` and MkDocs' navigation name it: `events/2024-….md`, `actors/index.md`."""
        if address == HOME:
            return "index.md"
        return f"{address}/index.md" if self._is_folder(address) else f"{address}.md"

    def url(self, address: str) -> str:
        """The address that a browser asks for, relative to the site's root."""
        file = self.file(address)
        return file.removesuffix("index.html") if self.directory_urls else file

    def href(self, here: str, there: str, anchor: str = "") -> str:
        """A relative link from one page to another, or to an anchor on it."""
        suffix = f"#{anchor}" if anchor else ""
        if here == there and anchor:
            return suffix
        return (self.to_root(here) + self.url(there) or "./") + suffix

    def href_to_file(self, here: str, file: str) -> str:
        """A relative link from a page to any file of the site."""
        return self.to_root(here) + file

    def to_root(self, here: str) -> str:
        """The way from a page to the site's root, with which every link from it begins."""
        return "../" * self.file(here).count("/")

    def _is_folder(self, address: str) -> bool:
        """Whether it is a folder's own page; a record whose id is `index` has a folder, or it would take that page."""
        return address in self.indexes or address.endswith("/index")
