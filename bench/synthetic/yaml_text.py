"""Writes records as people do: short values plain, sentences folded, accounts as literal blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 96
"""Columns at which text is wrapped."""

_PLAIN = re.compile(r"(?:-(?=[0-9])|[^\W_])(?:[^:#\n]|:(?=[^ \n])|(?<! )#)*")
_PLAIN_IN_FLOW = re.compile(r"[^\W_][^:#?\[\]{},\n]*")
"""Values that no reader of YAML takes for anything but text, outside and inside of brackets."""


@dataclass(frozen=True, slots=True)
class Folded:
    """One paragraph, written as `>-` where it is too long for its line."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """Paragraphs with a blank line between them, written as `|`."""

    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """What a reader gets."""
        return "\n\n".join("\n".join(_wrap(paragraph, WIDTH - 2)) for paragraph in self.paragraphs) + "\n"


@dataclass(frozen=True, slots=True)
class Flow:
    """A list or mapping written on one line."""

    value: FlowValue


FlowValue = str | Sequence["FlowValue"] | Mapping[str, "FlowValue"]
Value = str | Folded | Literal | Flow | Sequence["Value"] | Mapping[str, "Value"]


def write(record: Mapping[str, Value]) -> str:
    """A record as a YAML document; keys whose value is empty are left out."""
    return "\n".join(_mapping(record, 0)) + "\n"


def _mapping(values: Mapping[str, Value], indent: int) -> Iterator[str]:
    for key, value in values.items():
        if value.value if isinstance(value, Flow) else value:
            yield from _entry(f"{' ' * indent}{scalar(key)}:", value, indent)


def _entry(head: str, value: Value, indent: int) -> Iterator[str]:
    """A key or a list's dash with its value."""
    if isinstance(value, str):
        yield f"{head} {scalar(value)}"
    elif isinstance(value, Flow):
        yield f"{head} {_flow(value.value)}"
    elif isinstance(value, Folded) and len(head) + len(value.text) < WIDTH:
        yield f"{head} {scalar(value.text)}"
    elif isinstance(value, Folded):
        yield f"{head} >-"
        yield from _indented(_wrap(value.text, WIDTH - indent - 2), indent + 2)
    elif isinstance(value, Literal):
        yield f"{head} |"
        yield from _indented(value.text.rstrip("\n").split("\n"), indent + 2)
    else:
        yield head
        yield from _mapping(value, indent + 2) if isinstance(value, Mapping) else _list(value, indent + 2)


def _list(values: Sequence[Value], indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    for value in values:
        if isinstance(value, Mapping):
            # The first key stands on the line of the dash.
            first, *rest = _mapping(value, indent + 2)
            yield f"{dash} {first.lstrip()}"
            yield from rest
        else:
            yield from _entry(dash, value, indent)


def _indented(lines: Sequence[str], indent: int) -> Iterator[str]:
    margin = " " * indent
    for line in lines:
        yield f"{margin}{line}" if line else ""


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters where words allow it."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def scalar(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    """Printable text on one line: plain where that is safe, else in double quotes."""
    return text if plain.fullmatch(text) and text == text.strip() else json.dumps(text, ensure_ascii=False)


def _flow(value: FlowValue) -> str:
    if isinstance(value, str):
        return scalar(value, _PLAIN_IN_FLOW)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"
