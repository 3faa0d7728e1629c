"""What the engine fills into the pages that people write by hand, at markers that Markdown takes for comments."""

from __future__ import annotations

from site_builder.pages.hosting import Host, host_in_markdown
from site_builder.pages.words import words_in_markdown

WORDS = "<!-- timeline: words -->"
NEW_RECORDS = "<!-- timeline: new records -->"
PRIVATE_ADDRESS = "<!-- timeline: private address -->"


def filled_in(markdown: str, host: Host) -> str:
    """A hand-written page with the closed lists, links to begin records and the private address in place."""
    if "<!-- timeline: " not in markdown:
        return markdown
    links, private = host_in_markdown(host)
    filled = markdown.replace(NEW_RECORDS, links).replace(PRIVATE_ADDRESS, private)
    return filled.replace(WORDS, words_in_markdown()) if WORDS in filled else filled
