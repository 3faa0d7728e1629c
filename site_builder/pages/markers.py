"""What the engine fills into the pages that people write by hand, at markers that Markdown takes for comments."""

from __future__ import annotations

from site_builder.pages.hosting import Host, host_in_markdown
from site_builder.pages.words import words_in_markdown

WORDS = "<!-- timeline: words -->"
NEW_RECORDS = "<!-- timeline: new records -->"
PRIVATE_ADDRESS = "<!-- timeline: private address -->"
END = "<!-- timeline: end -->"
"""Ends what stands in the place of a marker where the page is read without us, on the repository's host."""


def filled_in(markdown: str, host: Host) -> str:
    """A hand-written page with the closed lists, records to begin with and the private address in place."""
    if "<!-- timeline: " not in markdown:
        return markdown
    records, private = host_in_markdown(host)
    filled = _put(_put(markdown, NEW_RECORDS, records), PRIVATE_ADDRESS, private)
    return _put(filled, WORDS, words_in_markdown()) if WORDS in filled else filled


def _put(markdown: str, marker: str, text: str) -> str:
    """Text in the place of a marker, and of all up to the marker's end where it has one before the next marker."""
    before, found, after = markdown.partition(marker)
    if not found:
        return markdown
    instead, ended, rest = after.partition(END)
    after = rest if ended and "<!-- timeline: " not in instead else after
    return before + text + _put(after, marker, text)
