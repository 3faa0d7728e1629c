"""The Markdown of records: CommonMark with tables, footnotes and references, without what could load, hide or run.

Raw HTML is text. Images are links. Links lead to http(s) addresses only. Character references never stand
for an invisible, reordering or combining character, since the check that refuses those reads the text as written.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block import reference as reference_definition
from markdown_it.rules_inline import StateInline, entity, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from site_builder.linking import MAX_PROSE, REFERENCE, Reference, find_references, read_reference

_WEB_ADDRESS = re.compile(r"https?://[a-z0-9_.-]*[a-z0-9](?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)
_MAX_ADDRESS = 2000
_LABEL = re.compile(r"\[([^\[\]\n]{1,300})\]")


_DELIMITERS = re.compile(r"\n[ \t>]*+[|:-][ \t|:-]++(?:\n|\Z)")
"""The line below the head of a table, with whatever stands before it in a quotation."""
_PARAGRAPH_BREAK = re.compile(r"\n{2,}")
_MORE_THAN_PARAGRAPHS = re.compile(
    r"""[\x00-\x09\x0b-\x1f\x85\u2028\u2029\[\\`*_<&]  # anything inline; a bracket that is no reference
    | ^(?:[-+=>\#~|:]|0*1[.)])  # anything that begins a block
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


_LINK = re.compile(
    r"""!?\[(?P<words>[^\[\]\n]{1,300}+)\]
    \([ \t]*+(?P<url>https?://(?:[^\s()<>]|\([^\s()<>]{0,300}+\)){1,2000}+)
    (?:[ \t]++(?:"[^"\n]{0,300}+"|'[^'\n]{0,300}+'))?[ \t]*+\)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A link to the open web, or an image, with a title that nobody sees."""


def parse_links(text: str) -> list[Token]:
    """The tokens of a line of which only references and links are read: all else is text, as written."""
    found = [(reference.offset, len(reference.text), [_token_of(reference)]) for reference in find_references(text)]
    for match in _LINK.finditer(text) if len(text) <= MAX_PROSE else ():
        url = _parser().normalizeLink(match["url"])
        if is_web_address(url):
            inside = Token("text", "", 0, content=match["words"])
            link = [Token("link_open", "a", 1, attrs={"href": url}), inside, Token("link_close", "a", -1)]
            found.append((match.start(), len(match[0]), link))
    tokens, reached = [], 0
    for offset, length, read in sorted(found, key=itemgetter(0)):
        if offset >= reached:
            tokens += [Token("text", "", 0, content=text[reached:offset]), *read]
            reached = offset + length
    return [*tokens, Token("text", "", 0, content=text[reached:])]


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
    return _token_of(read_reference(match))


def _token_of(reference: Reference) -> Token:
    return Token("record_reference", "", 0, meta={"reference": reference})


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
    parser.enable("table")
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("reference", _reference_definition, {"alt": []})
    parser.inline.ruler.at("image", _image_as_link)
    parser.inline.ruler.at("entity", _visible_entity)
    parser.inline.ruler.before("link", "record_reference", _record_reference)
    # Indented code would swallow references in paragraphs that YAML indented too far; fences do the same job.
    parser.disable("code")
    return parser


MOST_COLUMNS = 12
"""Most columns of a table: each row is filled up to as many, and a phone has no room for more."""
_PIPE_IN_REFERENCE = "\x00"
"""What no text holds when it is parsed: Markdown has another character for it."""


_WITHOUT_PIPES = "without_pipes"
"""Under which a parse keeps its text so, for all tables in it."""


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """GitHub's rule, but the `|` of `[[actor:army|the soldiers]]` parts no cells, and wide tables are none."""
    header = state.src[state.bMarks[start_line] : state.eMarks[start_line]]
    if header.count("|") > MOST_COLUMNS + 1 or not _DELIMITERS.match(state.src, state.eMarks[start_line]):
        return False
    written, known = state.src, len(state.tokens)
    if _WITHOUT_PIPES not in state.env:
        state.env[_WITHOUT_PIPES] = REFERENCE.sub(lambda match: match[0].replace("|", _PIPE_IN_REFERENCE), written)
    state.src = state.env[_WITHOUT_PIPES]
    found = table(state, start_line, end_line, silent)
    state.src = written
    for token in state.tokens[known:]:
        token.content = token.content.replace(_PIPE_IN_REFERENCE, "|")
    return found


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
