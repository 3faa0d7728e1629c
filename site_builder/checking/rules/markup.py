"""Marks of Markdown and HTML in texts that are shown as they are written, so that readers would see the marks."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from site_builder import problems
from site_builder.checking.findings import Finding, rule_for_each
from site_builder.languages import Message, say
from site_builder.linking import MAX_PROSE, Linked, without_code
from site_builder.records import field_at, key_of

_MAY_BE_MARKED = re.compile(r"[*_`#<&|]|\]\(|\n")
_ELEMENTS = (
    "a|abbr|b|big|blockquote|body|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|footer|h[1-6]|head|header"
    "|hr|html|i|iframe|img|ins|kbd|li|link|mark|meta|nav|object|ol|p|pre|q|s|script|section|small|span|strike|strong"
    "|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_TAG = rf"(?<!\\)(?:</?(?:{_ELEMENTS})(?:\s[^<>\n]*)?/?>|<!--[^\n]{{0,300}}?-->)"
_ENTITY = r"&(?:nbsp|amp|lt|gt|quot|apos|shy|[mn]dash|hellip|[lr][ads]quo|#[0-9]{2,5}|#x[0-9a-f]{2,5});"
_TAGS = re.compile(_TAG, re.IGNORECASE)
_TAGS_AND_ENTITIES = re.compile(f"{_TAG}|{_ENTITY}", re.IGNORECASE)

_ADDRESS = r"(?=[^()\s]{0,300}[./#:])(?:[^()\s]|\([^()\s]{0,300}+\)){1,2000}+"
"""Something that is meant as an address, so that a word in round brackets after one in square ones is no link."""
_LINK = re.compile(rf"!?\[[^\[\]\n]{{1,300}}+\]\({_ADDRESS}\)|<https?://[^\s<>]+>")
_LINK_TO_NOTHING = re.compile(rf"!?\[[^\[\]\n]{{1,300}}+\]\((?!(?i:https?)://){_ADDRESS}\)")

_NOT_READ: tuple[tuple[re.Pattern[str], Message], ...] = (
    (_LINK, say("a link")),
    (
        re.compile(
            r"(?<![\w*\\])(?P<star>\*{1,3})(?=[^\s*])[^*\n]{0,200}(?<=[^\s*])(?P=star)(?![\w*])"
            # One word between underscores is a name in a program, such as __init__.
            r"|(?<![\w@/\\])(?P<line>_{1,2})(?=[^\s_])(?=[^_\n]{0,200}\s)[^_\n]{1,200}(?<=\S)(?P=line)(?!\w)"
        ),
        say("bold or italic type"),
    ),
    (re.compile(r"(?<![\w`\\])(?P<tick>`{1,3})(?=[^\s`])[^`\n]{0,200}(?<=[^\s`])(?P=tick)(?![\w`])"), say("code")),
    (re.compile(r"^#{1,6}[ \t]+\S[^\n]*", re.MULTILINE), say("a heading")),
    (
        re.compile(
            r"^[ \t]*(?:[-*+][ \t]+\S[^\n]*(?=\n\s*[-*+][ \t]+\S)|1[.)][ \t]+\S[^\n]*(?=\n\s*2[.)][ \t]+\S))",
            re.MULTILINE,
        ),
        say("a list"),
    ),
    (
        re.compile(r"^[^\n|]*\|[^\n]*(?=\n[ \t]*\|?[ \t]*:?-{2,}[ \t:|-]*(?:\n|\Z))", re.MULTILINE),
        say("a table"),
    ),
)
"""What plain words do not have, links first, since some words have these."""


@rule_for_each
def markup_not_read(records: Linked) -> Iterator[Finding]:
    """No text has marks of Markdown that are not read in it, or HTML, which is read nowhere."""
    for text in records.texts:
        record, path, words = text
        if _MAY_BE_MARKED.search(words) is not None and len(words) <= MAX_PROSE:
            field = field_at(type(record), path)
            markdown = key_of(field).markdown if field is not None else ""
            found = _in_prose(words) if markdown == "all" else _in_words(words, links=markdown == "links")
            for at, written, message in found:
                yield Finding.in_text(problems.MARKUP_NOT_READ, text, message, written, at)


_Mark = tuple[int, str, Message]
"""Where in a text a mark stands, what is written there, and what is wrong with it."""


def _in_prose(words: str) -> Iterator[_Mark]:
    """The first HTML, and the first link that leads nowhere, outside code."""
    if "<" in words or "](" in words:
        uncoded = without_code(words)
        yield from _first(_TAGS, uncoded, _html)
        yield from _first(_LINK_TO_NOTHING, uncoded, _no_address)


def _in_words(words: str, *, links: bool) -> Iterator[_Mark]:
    """The first HTML, and the first of each that Markdown would read, but for links where these are read."""
    yield from _first(_TAGS_AND_ENTITIES, words, _html)
    if links:
        yield from _first(_LINK_TO_NOTHING, words, _no_address)
    for pattern, what in _NOT_READ[links:]:
        yield from _first(pattern, words, partial(_not_read, what))


def _first(pattern: re.Pattern[str], words: str, say_so: Callable[[str], Message]) -> Iterator[_Mark]:
    match = pattern.search(words)
    if match is not None:
        yield match.start(), match[0], say_so(match[0])


def _html(written: str) -> Message:
    return say("`{written}` is shown as it is written, since HTML is read in no text: leave it out", written=written)


def _no_address(written: str) -> Message:
    return say(
        "`{written}` is shown as it is written: only addresses that begin with http:// or https:// become links",
        written=written,
    )


def _not_read(what: Message, written: str) -> Message:
    return say(
        "`{written}` is shown as it is written, marks and all: {what} is not read in this text",
        written=written,
        what=what,
    )
