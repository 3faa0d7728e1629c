"""Writes Markdown's tokens as HTML, element by element from a closed list."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from markdown_it.token import Token
from markupsafe import Markup, escape

from site_builder.linking import Mentions, Reference
from site_builder.pages.anchors import Anchors, Name
from site_builder.records import Kind

_PLAIN_ELEMENTS = frozenset(
    {"p", "blockquote", "ul", "ol", "li", "em", "strong", "table", "thead", "tbody", "tr", "th", "td"}
)
_ALIGNED = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}
"""Styles that a parser gives the cells of a table, and the attribute in their place, as a policy blocks styles."""
_HEADING_SHIFT = 2
"""Below the page's `h1` and the `h2` of its sections."""
_HOST = re.compile(r"(?<![\w.-])((?:[\w-]++\.)+[^\W\d_]{2,})(?:[/?#]\S*)?")
"""What looks like an address in the words of a link; its path is passed over."""
_WITHOUT_WWW = re.compile(r"^www\.")
_MAX_LIST_START = 999_999_999


class Writer:
    """Writes the tokens of one text."""

    def __init__(
        self,
        tokens: Sequence[Token],
        anchors: Anchors,
        mentions: Mentions | None,
        passed_over: Collection[tuple[Kind, str]],
    ) -> None:
        """`passed_over` are records whose mentions do not become links."""
        self._tokens = tokens
        self._anchors = anchors
        self._mentions = mentions
        self._mentioned = set(passed_over)
        self._footnotes = Footnotes(tokens)
        self._out: list[str] = []
        self._text = ""
        self._links = 0
        self._words_of_link = 0
        self._href = ""
        self._in_heading = False

    def write(self) -> str:
        """The HTML of all tokens."""
        for token in self._tokens:
            if token.type == "inline":
                self._write_inline(token.children or ())
            else:
                self._write_block(token)
        return "".join(self._out)

    def _write_block(self, token: Token) -> None:
        if token.hidden:
            return
        if token.type.startswith("footnote"):
            self._out.append(self._footnotes.write(token))
        elif token.type == "fence":
            self._out.append(f"<pre><code>{escape(token.content)}</code></pre>\n")
        elif token.type == "hr":
            self._out.append("<hr />\n")
        elif token.type in ("heading_open", "heading_close"):
            self._in_heading = token.nesting == 1
            self._out.append(_tag(token, f"h{min(int(token.tag[1]) + _HEADING_SHIFT, 6)}"))
        else:
            self._out.append(_tag(token, token.tag))

    def _write_inline(self, tokens: Iterable[Token]) -> None:
        """Text is gathered until something else follows, so that names are found across line breaks."""
        for token in tokens:
            if token.type == "text":
                self._text += token.content
            elif token.type == "softbreak":
                self._text += "\n"
            elif token.type == "record_reference":
                self._write_reference(token.meta["reference"])
            else:
                self._flush()
                self._write_span(token)
        self._flush()

    def _write_reference(self, reference: Reference) -> None:
        written = self._anchors.write(reference)
        if written.startswith("<sup"):
            self._text = self._text.rstrip()  # a number never stands alone at the beginning of a line
        self._flush()
        self._out.append(written)

    def _write_span(self, token: Token) -> None:
        if token.type == "link_open":
            self._open_link(str(token.attrGet("href")))
        elif token.type == "link_close":
            self._close_link()
        elif token.type == "code_inline":
            self._out.append(f"<code>{escape(token.content)}</code>")
        elif token.type == "hardbreak":
            self._out.append("<br />\n")
        elif token.type == "footnote_ref":
            self._out.append(self._footnotes.write(token))
        else:
            self._out.append(_tag(token, token.tag).rstrip("\n"))

    def _open_link(self, href: str) -> None:
        """Markdown lets a bare address stand inside a link; HTML lets no link stand inside another."""
        self._links += 1
        if self._links == 1:
            self._out.append(f'<a class="external" href="{escape(href)}" rel="nofollow noopener">')
            self._words_of_link = len(self._out)
            self._href = href

    def _close_link(self) -> None:
        self._links -= 1
        if self._links == 0:
            written = "".join(self._out[self._words_of_link :])
            self._out.append(f"{'' if written.strip() else escape(self._href)}</a>")
            host = urlsplit(self._href).hostname or ""
            if _names_another(Markup(written).striptags(), host):
                self._out.append(f" ({escape(host)})")

    def _flush(self) -> None:
        text, self._text = self._text, ""
        if not text:
            return
        if self._mentions is None or self._links or self._in_heading:
            self._out.append(str(escape(text)))
            return
        reached = 0
        for mention in self._mentions.find(text):
            if (mention.kind, mention.id) in self._mentioned:
                continue
            self._mentioned.add((mention.kind, mention.id))
            self._out.append(str(escape(text[reached : mention.start])))
            words = text[mention.start : mention.end]
            self._out.append(self._anchors.mention(mention.kind, mention.id, words))
            reached = mention.end
        self._out.append(str(escape(text[reached:])))


def _names_another(text: str, host: str) -> bool:
    """Whether the words of a link look like an address, and the link leads to another host."""
    own = _WITHOUT_WWW.sub("", host.casefold())
    return any(_WITHOUT_WWW.sub("", found[1].casefold()) != own for found in _HOST.finditer(text))


def words(tokens: Iterable[Token], name: Name) -> Iterator[str]:
    """The words of a text without its markup, citations and footnotes, unescaped."""
    for token in tokens:
        if token.type == "footnote_block_open":
            return
        if token.type == "inline":
            yield _words_of_line(token.children or (), name)
        elif token.type == "fence":
            yield token.content
        yield " "


def _words_of_line(tokens: Iterable[Token], name: Name) -> str:
    line = ""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            line += token.content
        elif token.type in ("softbreak", "hardbreak"):
            line += " "
        elif token.type == "record_reference":
            reference = token.meta["reference"]
            if reference.cites:
                line = line.rstrip()
            else:
                line += reference.words or name(reference.kind, reference.id) or reference.id
    return line


def _tag(token: Token, element: str) -> str:
    if element not in _PLAIN_ELEMENTS and not element.startswith("h"):
        raise ValueError(f"no such element in prose: {token.type}")
    if token.nesting == -1:
        return f"</{element}>\n"
    start = token.attrGet("start")
    if element == "ol" and isinstance(start, int) and 0 <= start <= _MAX_LIST_START:
        return f'<ol start="{start}">\n'
    aligned = _ALIGNED.get(str(token.attrGet("style")))
    if element in ("th", "td") and aligned is not None:
        return f'<{element} align="{aligned}">'
    return f"<{element}>"


_BACK = "\N{LEFTWARDS ARROW WITH HOOK}"
_AS_TEXT = "\N{VARIATION SELECTOR-15}"


class Footnotes:
    """Writes the footnotes of one text, with ids as Python-Markdown makes them, which themes know.

    A colon in an id keeps it apart from every id that a record can have.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
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
        return f"fn:{token.meta['id'] + 1}"

    def _reference_id(self, token: Token) -> str:
        times = token.meta["subId"]
        return f"fnref:{token.meta['id'] + 1}" + (f".{times + 1}" if times else "")


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
