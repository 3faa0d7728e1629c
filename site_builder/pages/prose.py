"""Prose as HTML: CommonMark and footnotes, references to records, citations, and first mentions as links.

What comes out holds only the elements and attributes written here, and every character of the text escaped.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup, escape

from site_builder.linking import MAX_PROSE, Mentions, find_references
from site_builder.pages.anchors import Anchors, Citations, Href, Name
from site_builder.pages.commonmark import parse, parse_links
from site_builder.pages.prose_writer import Writer, words
from site_builder.records import Kind

__all__ = ["Citations", "Href", "Name", "Prose"]

_MARKED_UP = re.compile(r"[\\`*_\[\]<>&#~]|^[ \t]*(?:[-+=]|[0-9]+[.)])", re.MULTILINE)
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Prose:
    """Turns the texts of records into HTML; one for a whole chronicle."""

    name: Name
    """What a record is called; None where there is no such record."""
    mentions: Mentions
    describe: Callable[[str], str] | None = None
    """What a citation's tooltip says of a source, such as publisher and date; its name where left out."""

    def render(
        self,
        text: str,
        href: Href,
        *,
        mentions: bool = True,
        itself: tuple[Kind, str] | None = None,
        citations: Citations | None = None,
    ) -> Markup:
        """A body or description as blocks of HTML.

        `href` gives the address of a record from the page at hand, or None. With `mentions`, the first mention
        of each actor and place becomes a link, but for `itself` and for what the text refers to by brackets.
        `citations` numbers the sources of a page. Text longer than `MAX_PROSE` is shown as it stands, in paragraphs.
        """
        citations = Citations() if citations is None else citations
        if len(text) > MAX_PROSE:
            return _as_it_stands(text)
        passed_over = {(reference.kind, reference.id) for reference in find_references(text)}
        if itself is not None:
            passed_over.add(itself)
        anchors = Anchors(href, self.name, self.describe, citations)
        writer = Writer(parse(text), anchors, self.mentions if mentions else None, passed_over)
        return Markup(writer.write())

    def inline(self, text: str, href: Href, *, links: bool = False) -> Markup:
        """A line of text, escaped, with its references as links; a citation shows the source's name.

        With `links` it may also link to web addresses, as a body does.
        """
        anchors = Anchors(href, self.name, self.describe, None)
        if links and "](" in text:
            line = Token("inline", "", 0, children=parse_links(text))
            return Markup(Writer([line], anchors, None, ()).write())
        out: list[str] = []
        reached = 0
        for reference in find_references(text):
            out += (str(escape(text[reached : reference.offset])), anchors.write(reference))
            reached = reference.offset + len(reference.text)
        out.append(str(escape(text[reached:])))
        return Markup("".join(out))

    def plain(self, text: str) -> str:
        """The words alone, unescaped and on one line, for titles and descriptions; citations are left out."""
        if len(text) <= MAX_PROSE and _MARKED_UP.search(text) is not None:
            text = "".join(words(parse(text), self.name))
        return " ".join(text.split())


def _as_it_stands(text: str) -> Markup:
    parts = (part.strip() for part in _PARAGRAPH_BREAK.split(text))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts if part)
