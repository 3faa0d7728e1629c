"""The Markdown of records: CommonMark with footnotes and references, without what could load, hide or run.

Raw HTML is text. Images are links. Links lead to http(s) addresses only. Character references never stand
for an invisible or reordering character, since the check that refuses those reads the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as reference_definition
from markdown_it.rules_inline import StateInline, entity, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from site_builder.linking.references import REFERENCE, read_reference

_WEB_ADDRESS = re.compile(r"https?://[a-z0-9_.-]*[a-z0-9](?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)
_MAX_ADDRESS = 2000


def parse(text: str) -> list[Token]:
    """The tokens of a text, footnotes last; a reference is a `record_reference` with `meta["reference"]`."""
    return _parser().parse(text, {})


def is_web_address(url: str) -> bool:
    """Whether an address is http(s), names a host without a user name, and can stand in an attribute."""
    return len(url) <= _MAX_ADDRESS and _WEB_ADDRESS.fullmatch(url) is not None


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
    if match is None:
        return False
    if not silent:
        state.push("record_reference", "", 0).meta = {"reference": read_reference(match)}
    state.pos = match.end()
    return True


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
        if any(unicodedata.category(character)[0] in "CZ" for character in token.content.replace("\xa0", "")):
            token.content = token.markup
    return found


def _reference_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """CommonMark's rule, but a paragraph that begins with a citation and a colon stays a paragraph."""
    begin = state.bMarks[start_line] + state.tShift[start_line]
    if state.src.startswith("[@", begin):
        return False
    return reference_definition(state, start_line, end_line, silent)
