"""The Markdown of records: CommonMark with footnotes and references, without what could load, hide or run.

Raw HTML is text. Images are links. Links lead to http(s) addresses only. Character references never stand
for an invisible, reordering or combining character, since the check that refuses those reads the text as written.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as reference_definition
from markdown_it.rules_inline import StateInline, entity, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from site_builder.linking import REFERENCE, read_reference

_WEB_ADDRESS = re.compile(r"https?://[a-z0-9_.-]*[a-z0-9](?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)
_MAX_ADDRESS = 2000
_LABEL = re.compile(r"\[([^\[\]\n]{1,300})\]")


_PARAGRAPH_BREAK = re.compile(r"\n{2,}")
_MORE_THAN_PARAGRAPHS = re.compile(
    r"""[\x00-\x09\x0b-\x1f\x85\u2028\u2029\[\\`*_<&]  # anything inline; a bracket that is no reference
    | ^(?:[-+=>\#~]|0*1[.)])  # anything that begins a block
    | (?:\A\n*|\n\n)[0-9]+[.)]  # a list that begins with another number, which must follow a blank line
    | ^[^\S\n] | [^\S\n]$  # spaces that Markdown would take away, or would make a line break of
    """,
    re.MULTILINE | re.VERBOSE,
)


def parse(text: str) -> list[Token]:
    """The tokens of a text, footnotes last; a reference is a `record_reference` with `meta["reference"]`.

    Most prose is paragraphs and references and nothing else: that is read here, to the same tokens, in a
    tenth of the time.
    """
    if _MORE_THAN_PARAGRAPHS.search(REFERENCE.sub("r", text)) is None:
        return list(_paragraphs(text))
    return parse_fully(text)


def parse_fully(text: str) -> list[Token]:
    """What `parse` returns, by way of the whole of CommonMark."""
    return _parser().parse(text, {})


def is_web_address(url: str) -> bool:
    """Whether an address is http(s), names a host without a user name, and can stand in an attribute."""
    return len(url) <= _MAX_ADDRESS and _WEB_ADDRESS.fullmatch(url) is not None


def _paragraphs(text: str) -> Iterator[Token]:
    for paragraph in _PARAGRAPH_BREAK.split(text.strip("\n")):
        if paragraph:
            yield Token("paragraph_open", "p", 1)
            yield Token("inline", "", 0, children=list(_text_and_references(paragraph)))
            yield Token("paragraph_close", "p", -1)


def _text_and_references(paragraph: str) -> Iterator[Token]:
    reached = 0
    for match in REFERENCE.finditer(paragraph):
        yield Token("text", "", 0, content=paragraph[reached : match.start()])
        yield _reference_token(match)
        reached = match.end()
    yield Token("text", "", 0, content=paragraph[reached:])


def _reference_token(match: re.Match[str]) -> Token:
    return Token("record_reference", "", 0, meta={"reference": read_reference(match)})


class _Parser(MarkdownIt):
    """markdown-it with our rules for what may be linked."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return is_web_address(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def _parser() -> _Parser:
    parser = _Parser("commonmark", {"html": False})
    parser.use(footnote_plugin, inline=False)
    parser.block.ruler.at("reference", _reference_definition, {"alt": []})
    parser.inline.ruler.at("image", _image_as_link)
    parser.inline.ruler.at("entity", _visible_entity)
    parser.inline.ruler.before("link", "record_reference", _record_reference)
    # Indented code would swallow references in paragraphs that YAML indented too far; fences do the same job.
    parser.disable("code")
    return parser


def _record_reference(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None or (match["source"] and _leads_on(state, match.end())):
        return False
    if not silent:
        state.push("record_reference", "", 0).meta = _reference_token(match).meta
    state.pos = match.end()
    return True


def _leads_on(state: StateInline, end: int) -> bool:
    """Whether what ends there is the words of a link, whose address stands at its label: `[@handle][label]`."""
    label = _LABEL.match(state.src, end, state.posMax)
    return label is not None and normalizeReference(label[1]) in state.env.get("references", {})


def _image_as_link(state: StateInline, silent: bool) -> bool:
    """`![words](address)` as `[words](address)`: nothing is loaded that the reader did not ask for."""
    start = state.pos
    if not state.src.startswith("![", start):
        return False
    state.pos = start + 1
    if link(state, True):
        if not silent:
            state.pos = start + 1
            link(state, False)
        return True
    state.pos = start
    return False


def _visible_entity(state: StateInline, silent: bool) -> bool:
    found = entity(state, silent)
    if found and not silent:
        token = state.tokens[-1]
        if any(unicodedata.category(character)[0] in "CMZ" for character in token.content.replace("\xa0", "")):
            token.content = token.markup
    return found


def _reference_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """CommonMark's rule, but a paragraph that begins with a citation and a colon stays a paragraph."""
    begin = state.bMarks[start_line] + state.tShift[start_line]
    if state.src.startswith("[@", begin):
        return False
    return reference_definition(state, start_line, end_line, silent)
