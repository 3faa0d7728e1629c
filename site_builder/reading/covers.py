"""Reading past a slip: what YAML would take for a sign of its own is covered by a letter, and the text read again.

A cover is one character, so that every place of what is read is that of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from site_builder.reading.documents import Document
from site_builder.reading.positions import Text
from site_builder.reading.values import Value
from site_builder.vocabulary import FigureCategory

COVERS = {":": "\uf03a", "#": "\uf023", ",": "\uf02c"}
"""Letters of nobody's (of the private use area), by the sign whose place they take."""
_SIGNS = str.maketrans({cover: sign for sign, cover in COVERS.items()})
_FIGURE = re.compile(
    rf"\b(?:{'|'.join(category.value for category in FigureCategory)}):[ \t]+"
    r"([^\s{}\[\]#\"'][^{}\[\]#\"'\r\n]{0,60}?)(?=,\s|\s*[}\r\n]|\s*\Z)"
)
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def cover(content: str, places: Iterable[int]) -> str:
    """A text with the signs at these places covered."""
    letters = list(content)
    for place in places:
        letters[place] = COVERS[letters[place]]
    return "".join(letters)


def cover_thousands(content: str) -> str:
    """A text with the commas within figures covered: in brackets YAML takes `{killed: 1,000}` for two keys."""
    if COVERS[","] in content:
        return content
    figures = _FIGURE.finditer(content)
    places = [found.start() for one in figures for found in _THOUSANDS.finditer(content, one.start(1), one.end(1))]
    return cover(content, places) if places else content


def uncovered(document: Document, content: str) -> Document:
    """What a text says of which `document` was read with covers."""
    value = _value(document.value) if document.value is not None else None
    assert value is None or isinstance(value, dict)
    faults = [
        replace(
            fault,
            text=_text(fault.text),
            message=_text(fault.message),
            suggestion=None if fault.suggestion is None else _text(fault.suggestion),
        )
        for fault in document.faults
    ]
    absent = {tuple(_text(part) if isinstance(part, str) else part for part in path) for path in document.absent}
    positions = document.positions.within(Text(content))
    return Document(value, positions, faults, absent, document.scalars)


def _value(value: Value) -> Value:
    if isinstance(value, dict):
        return {_text(key): _value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner) for inner in value]
    return _text(value)


def _text(text: str) -> str:
    return text.translate(_SIGNS)
