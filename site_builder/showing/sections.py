"""Plain text in columns: paragraphs, lists and tables that count how wide letters are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.problems import columns, visible

NARROWEST = 40
"""Columns below which nothing is formatted."""
_GUTTER = "  "
_SHARE = 6
"""A cell that does not take what is left has at most one column of so many, within these bounds."""
_CELLS = (12, 24)
_NARROWEST_CELL = 30
"""Columns of the cell that takes what is left, below which a table is set as lists."""


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading, empty for none, and the lines below it."""

    heading: str
    lines: tuple[str, ...]


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> tuple[str, ...]:
    """The lines of a text, at most `width` columns each, except for words that are longer.

    Characters that would steer the terminal are printed as escapes.
    """
    lines: list[str] = []
    rest = indent if hanging is None else hanging
    for word in text.split():
        shown = visible(word)
        if lines and columns(lines[-1]) + 1 + columns(shown) <= width:
            lines[-1] += f" {shown}"
        else:
            lines.append((rest if lines else indent) + shown)
    return tuple(lines)


def bullets(texts: Iterable[str], width: int) -> tuple[str, ...]:
    return tuple(line for text in texts for line in wrap(text, width, "- ", "  "))


def pairs(rows: Iterable[tuple[str, str]], width: int) -> tuple[str, ...]:
    """Names and what stands under them, in two columns; rows with nothing to say are left out."""
    shown = [(name, text) for name, text in rows if text]
    left = max((columns(name) for name, _ in shown), default=0)
    lines: list[str] = []
    for name, text in shown:
        hanging = " " * left + _GUTTER
        first = _padded(name, left) + _GUTTER
        lines += [
            first + line if not number else hanging + line for number, line in enumerate(_cell(text, width - left - 2))
        ]
    return tuple(lines)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Rows of cells under a header; the last column takes the width that is left.

    A cell may have several paragraphs, one a line. Where too little is left for the last column, each row is a list.
    """
    if not rows:
        return ()
    natural = [
        max(columns(line) for row in (header, *rows) for line in row[at].split("\n")) for at in range(len(header))
    ]
    widest = min(max(width // _SHARE, _CELLS[0]), _CELLS[1])
    fits = sum(natural) + len(_GUTTER) * (len(natural) - 1) <= width
    widths = [size if fits else min(size, widest) for size in natural[:-1]]
    left = width - sum(widths) - len(_GUTTER) * len(widths)
    if left < min(_NARROWEST_CELL, natural[-1]):
        return tuple(line for row in rows for line in ("", *pairs(zip(header, row, strict=True), width)))[1:]
    widths.append(left)
    lines = [
        *_row(header, widths),
        _GUTTER.join("-" * min(size, wide) for size, wide in zip(widths, natural, strict=True)),
    ]
    for number, row in enumerate(rows):
        lines += [""] if number else []
        lines += _row(row, widths)
    return tuple(lines)


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [_cell(text, size) for text, size in zip(row, widths, strict=True)]
    for at in range(max(len(cell) for cell in cells)):
        line = [cell[at] if at < len(cell) else "" for cell in cells]
        yield _GUTTER.join(_padded(text, size) for text, size in zip(line, widths, strict=True)).rstrip()


def _cell(text: str, width: int) -> tuple[str, ...]:
    """The lines of a cell: a word that is wider than it is broken, so that no column slips."""
    lines = [line for paragraph in text.split("\n") for line in wrap(paragraph, width)]
    return tuple(piece for line in lines for piece in _pieces(line, width))


def _pieces(line: str, width: int) -> Iterator[str]:
    """A line in pieces that fit, broken after a hyphen where there is one."""
    start = taken = 0
    for at, character in enumerate(line):
        taken += columns(character)
        if taken > width and at > start:
            end = line.rfind("-", start, at) + 1 or at
            yield line[start:end]
            start, taken = end, columns(line[end : at + 1])
    yield line[start:]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
