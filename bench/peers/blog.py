"""Material's blog: one post for each event, in categories by thread."""

from __future__ import annotations

from collections.abc import Iterator

from bench.peers.event_text import EventText, event_texts
from bench.peers.markdown import markdown_page
from bench.peers.material import page_of_event
from bench.synthetic.yaml_text import Flow, write
from site_builder.chronicle import Chronicle

_MKDOCS = """\
site_name: A blog
site_url: https://blog.example/
theme:
  name: material
  font: false
extra:
  generator: false
plugins:
  - blog
markdown_extensions:
  - attr_list
  - footnotes
  - toc:
      permalink: true
"""


def blog(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """The files of a blog: path and text."""
    yield "mkdocs.yml", _MKDOCS
    yield "docs/index.md", "# A blog\n"
    yield "docs/blog/index.md", "# Posts\n"
    for event in event_texts(chronicle, page_of_event):
        yield f"docs/blog/posts/{event.id}.md", _post(event)


def _post(event: EventText) -> str:
    threads = Flow([title for _, title in event.threads])
    return f"---\n{write({'date': event.day, 'slug': event.id, 'categories': threads})}---\n{markdown_page(event)}"
