"""The pages written by hand, as a search finds them."""

from collections.abc import Iterator
from html.parser import HTMLParser

from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from site_builder.formats import PAGE, SearchDocument

_NOT_READ = frozenset({"script", "style", "svg", "template"})
_IN_A_LINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong")
)
"""Elements that end no word."""


def search_documents_of(files: Files, site_name: str) -> Iterator[SearchDocument]:
    """A document for each page; those that say `search: {exclude: true}`, as Material has it, have none."""
    for file in files.documentation_pages():
        page = file.page
        if page is not None and not _is_left_out(page):
            title = site_name if page.is_homepage else Markup(page.title or "").striptags()
            yield SearchDocument(file.dest_uri, title, PAGE, about=text_of(page.content or ""))


def _is_left_out(page: Page) -> bool:
    search = page.meta.get("search")
    return isinstance(search, dict) and bool(search.get("exclude"))


def text_of(html: str) -> str:
    """What can be read of a page's content."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._inside: list[str] = []
        """Elements that are open and are not read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_link_to_itself = "headerlink" in (dict(attrs).get("class") or "")
        if tag in _NOT_READ or is_link_to_itself or (self._inside and tag == self._inside[-1]):
            self._inside.append(tag)
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.pieces.append(data)

    def _part(self, tag: str) -> None:
        if tag not in _IN_A_LINE:
            self.pieces.append(" ")
