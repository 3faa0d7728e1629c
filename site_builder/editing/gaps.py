"""What stands between the values of a YAML text: comments and blank lines, and to which entry they belong."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.editing.tree import BLANK, Collection, Node

_BEFORE_NEXT = -1
"""Indentation of a comment that follows the dash of a list item, or other punctuation: it is about what comes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of its own: a comment, or a blank one."""

    text: str
    indent: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between the end of one value and the beginning of the next."""

    beside: str | None
    """The comment on the line on which the value before ends."""
    lines: tuple[Line, ...]


_NOTHING = Gap(None, ())


def read_gap(text: str) -> Gap:
    """The gap that a text is, which holds only white space, punctuation and comments."""
    if "\n" not in text and "#" not in text:
        return _NOTHING
    first, *rest = text.split("\n")
    lines = [line for line in (_line(one) for one in rest[:-1]) if line is not None]
    last = _line(rest[-1]) if rest and "#" in rest[-1] else None
    return Gap(_comment(first), tuple([*lines, last] if last is not None else lines))


def _line(text: str) -> Line | None:
    comment = _comment(text)
    if comment is None:
        return None if text.strip() else Line(BLANK, _BEFORE_NEXT)
    before = text[: text.index("#")]
    return Line(comment, _BEFORE_NEXT if before.strip() else len(before))


def _comment(text: str) -> str | None:
    at = text.find("#")
    return text[at:].rstrip() if at >= 0 else None


def closed_by(node: Node) -> list[Collection]:
    """The blocks that end where a value ends, outermost first."""
    chain: list[Collection] = []
    while isinstance(node, Collection) and not node.flow:
        chain.append(node)
        node = node.entries[-1].value
    return chain


def share_out(lines: tuple[Line, ...], closed: list[Collection]) -> list[str]:
    """Give comments to the closed blocks that they are indented like; what is left belongs to what comes next."""
    open_until = len(closed)
    waiting: list[str] = []
    for line in lines:
        if line.text == BLANK:
            waiting.append(BLANK)
            continue
        fitting = [index for index in range(open_until) if closed[index].column <= line.indent]
        if not fitting:
            open_until = 0
            waiting.append(line.text)
            continue
        open_until = fitting[-1] + 1
        closed[fitting[-1]].end += [*waiting, line.text]
        waiting = []
    return waiting
