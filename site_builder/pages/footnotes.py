"""Footnotes in HTML, lettered so that nobody takes them for the numbers of citations."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token
from markupsafe import escape

_BACK = "\N{LEFTWARDS ARROW WITH HOOK}"
_AS_TEXT = "\N{VARIATION SELECTOR-15}"


class Footnotes:
    """Writes the footnotes of one text, with ids as Python-Markdown makes them, which themes know.

    A colon in an id keeps it apart from every id that a record can have.
    """

    def __init__(self, tokens: Iterable[Token], prefix: str) -> None:
        """`prefix` keeps apart the ids of several texts on one page."""
        self._prefix = prefix
        self._references = {
            self._reference_id(child)
            for token in tokens
            for child in token.children or ()
            if child.type == "footnote_ref"
        }

    def write(self, token: Token) -> str:
        """One token whose type begins with `footnote`."""
        if token.type == "footnote_ref":
            return self._reference(token)
        if token.type == "footnote_anchor":
            return self._way_back(token)
        if token.type == "footnote_open":
            return f'<li id="{escape(self._id(token))}">'
        return _FRAME[token.type]

    def _reference(self, token: Token) -> str:
        return (
            f'<sup id="{escape(self._reference_id(token))}"><a class="footnote-ref" role="doc-noteref" '
            f'href="#{escape(self._id(token))}">[{letters(token.meta["id"] + 1)}]</a></sup>'
        )

    def _way_back(self, token: Token) -> str:
        """A link to a reference; nothing where that stood in a second note of the same name, which is lost."""
        reference_id = self._reference_id(token)
        if reference_id not in self._references:
            return ""
        return (
            f' <a class="footnote-backref" role="doc-backlink" aria-label="{_BACK} {letters(token.meta["id"] + 1)}" '
            f'href="#{escape(reference_id)}">{_BACK}{_AS_TEXT}</a>'
        )

    def _id(self, token: Token) -> str:
        return f"fn:{self._prefix}{token.meta['id'] + 1}"

    def _reference_id(self, token: Token) -> str:
        times = token.meta["subId"]
        return f"fnref:{self._prefix}{token.meta['id'] + 1}" + (f".{times + 1}" if times else "")


_FRAME = {
    "footnote_block_open": '<section class="footnote" role="doc-endnotes">\n<hr />\n<ol type="a">\n',
    "footnote_block_close": "</ol>\n</section>\n",
    "footnote_close": "</li>\n",
}


def letters(number: int) -> str:
    """a, b, … z, aa, ab …, as HTML numbers a list of type `a`."""
    written = ""
    while number:
        number, digit = divmod(number - 1, 26)
        written = chr(ord("a") + digit) + written
    return written
