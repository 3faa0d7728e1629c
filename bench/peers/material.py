"""Material's plain pages: one of Markdown for each event, outside the navigation."""

from __future__ import annotations

from collections.abc import Iterator

from bench.peers.event_text import event_texts
from bench.peers.markdown import markdown_page
from site_builder.chronicle import Chronicle
from site_builder.records import Kind

# The search plugin is left out, since our event pages are not indexed either; MkDocs' own extensions stay.
_MKDOCS = """\
site_name: Plain pages
site_url: https://pages.example/
theme:
  name: material
  font: false
extra:
  generator: false
plugins: []
markdown_extensions:
  - attr_list
  - footnotes
  - toc:
      permalink: true
nav:
  - Home: index.md
not_in_nav: /events/
"""


def plain_pages(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """The files of a site of plain pages: path and text."""
    yield "mkdocs.yml", _MKDOCS
    yield "docs/index.md", "# Plain pages\n"
    for event in event_texts(chronicle, page_of_event):
        yield f"docs/events/{event.id}.md", markdown_page(event)


def page_of_event(kind: Kind, record_id: str) -> str | None:
    """Only events have pages, all of them in one folder."""
    return f"{record_id}.md" if kind is Kind.EVENT else None
