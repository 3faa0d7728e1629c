"""The parser's events for a text, one by one, and its complaints in words that a writer can act on."""

import re
from collections.abc import Callable
from typing import Any

import yaml

from site_builder import problems
from site_builder.languages import Message, say
from site_builder.reading.faults import Fault

NextEvent = Callable[[], Any]
"""Gives the next yaml.Event, the last of which is the stream's end; raises yaml.YAMLError, or in Python ValueError,
where the text is not YAML. (Any, because PyYAML's stubs leave out what every event of a parser has.)"""

Parser = type[Any]
FASTEST: Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it, else the same in Python."""


def read_events(text: str, parser: Parser = FASTEST) -> NextEvent:
    """Start to parse. Nothing is composed: what is built, and how deep, is up to the caller."""
    next_event: NextEvent = parser(text).get_event
    return next_event


def is_depth_limit(error: Exception) -> bool:
    """Whether a parser gave up because lists and mappings stand too deep in one another, which the libyaml
    of PyYAML 6.0.4 does at a depth of 1,000."""
    return "nesting depth" in str(getattr(error, "problem", None) or "")


def is_second_colon(error: Exception) -> bool:
    """Whether a parser gave up at a second colon in one value, the commonest slip."""
    return _SECOND_COLON in str(getattr(error, "problem", None) or "")


_SECOND_COLON = "mapping values are not allowed"
_WORDS: tuple[tuple[str, Message, bool], ...] = (
    # what the parser says (libyaml or PyYAML), what it means to the writer, whether that is reported where the
    # construct began rather than where the parser gave up
    ("unexpected end of stream|unexpected document", say("the quotation mark that opens here is not closed"), True),
    (r"expected ',' or '(\]|\})'", say("the bracket that opens here is not closed, or a comma is missing"), True),
    (
        _SECOND_COLON,
        say("a second colon in one value, or too many spaces before the line: put a value with `: ` in quotes"),
        False,
    ),
    ("tab character|'\\\\t'", say("a tab stands here: indent with spaces"), False),
    ("could not find expected ':'", say("this line is not `key: value`, nor part of the text above it"), True),
    ("escape|hexa?decimal", say("only some letters may follow a backslash in double quotes: use single quotes"), False),
    (
        "'-' indicator|but found '\\?'",
        say("this line of a list does not begin with `- `: check the indentation"),
        False,
    ),
    (
        "expected key|block end",
        say("this is not part of the value before it, nor a new key: check indentation and quotes"),
        False,
    ),
    ("node content", say("a value is missing before this"), False),
    (
        "comment or (a )?line break|chomping or indentation",
        say("after `|` or `>` the text begins on the next line"),
        False,
    ),
    ("alphabetic or numeric", say("put a value that begins with & or * in quotes"), True),
    ("directive", say("put a line that begins with % in quotes"), True),
    ("tag|'>'|URI", say("put a value that begins with ! in quotes"), True),
)


def explain(error: Exception, text: str) -> Fault:
    """A parser's complaint as a fault."""
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    stopped, began = _index(error, "problem_mark", text), _index(error, "context_mark", text)
    if "cannot start any token" in problem:
        return _bad_start(text, stopped)
    if "node content" in problem and stopped >= len(text):
        return _fault(say("the file ends before a bracket is closed"), stopped, text)
    complaint = f"{problem} {context}"
    for pattern, words, at_beginning in _WORDS:
        if re.search(pattern, complaint):
            return _fault(words, began if at_beginning and began >= 0 else stopped, text)
    return _fault(say("this is not YAML"), stopped, text)


def _index(error: Exception, mark: str, text: str) -> int:
    """Offset of one of an error's marks; -1 where it has none."""
    found = getattr(error, mark, None)
    return -1 if found is None else min(int(found.index), len(text))


def _bad_start(text: str, index: int) -> Fault:
    found = text[index : index + 1]
    if found == "\t":
        return _fault(say("a tab stands here: indent with spaces"), index, text)
    if not found.strip():
        return _fault(say("this is not YAML"), index, text)
    return _fault(say("put a value that begins with {found} in quotes", found=found), index, text)


def _fault(words: Message, index: int, text: str) -> Fault:
    index = max(index, 0)
    found = re.compile(r"[^\r\n]*").match(text, index)
    return Fault(problems.NOT_YAML, words, index, found[0] if found else "")
