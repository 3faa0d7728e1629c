"""The line that a problem stands in, with a caret under the exact text, as a terminal shows them."""

import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from site_builder.problems.printing import columns, visible
from site_builder.problems.problem import Problem

WIDEST = 100
"""Most columns of a line that are shown."""
_BEFORE = 40
"""How many of them stand before the caret where a line is clipped."""
_TAB = "    "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What to print below a problem."""

    source: str
    """The line, or what of it fits, with whatever cannot be seen as an escape."""
    marks: str | None
    """`~~^~~` under the text, with the caret at the problem's column. None where the line runs from right to left
    before the text ends, because terminals do not agree on where its columns are."""
    text: str
    """The text that is marked."""


def excerpt(problem: Problem, line: str) -> Excerpt | None:
    """What to show of the line that a problem names; None where the problem is not about a text in it.

    `line` is without its line break.
    """
    extent = _extent(problem, line)
    if extent is None:
        return None
    start, end = extent
    at = problem.column - 1
    first, last = _window(line, min(at, len(line)))
    cells = [_cell(character) for character in line[first:last]]
    edges = list(accumulate((columns(cell) for cell in cells), initial=1 if first else 0))
    source = ("…" if first else "") + "".join(cells) + ("…" if last < len(line) else "")

    def column(index: int) -> int:
        return edges[min(max(index - first, 0), len(cells))]

    marked = visible(line[start:end])
    shown_text = marked if len(marked) <= WIDEST else f"{marked[: WIDEST - 1]}…"
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in line[first : min(end, last)]):
        return Excerpt(source, None, shown_text)
    caret = column(at)
    if caret and at < len(line) and caret == column(at + 1):
        caret -= 1  # a combining character stands in the column of what it is combined with
    begin, stop = min(column(start), caret), max(column(end), caret + 1)
    marks = f"{' ' * begin}{'~' * (caret - begin)}^{'~' * (stop - caret - 1)}"
    return Excerpt(source, marks, shown_text)


def _extent(problem: Problem, line: str) -> tuple[int, int] | None:
    """Where the text of a problem stands in its line, around the problem's column."""
    at, text = problem.column - 1, problem.text
    if at > len(line) or not line.strip() or (text and text == problem.file.rpartition("/")[2]):
        return None
    if text and line.startswith(text, at):
        return at, at + len(text)
    clipped = text.removesuffix("…")
    if clipped and line.startswith(clipped, at):
        return at, at + len(clipped)
    # A date's problem stands where the date stops being one, and its text is the whole date.
    start = line.rfind(text, max(at - len(text), 0), at + len(text)) if text else -1
    return (start, start + len(text)) if start >= 0 else (at, at + 1)


def _window(line: str, at: int) -> tuple[int, int]:
    """The first and the last offset of what is shown of a line."""
    first, room = at, _BEFORE
    while first > 0 and (room := room - columns(_cell(line[first - 1]))) >= 0:
        first -= 1
    last, room = first, WIDEST
    while last < len(line) and (room := room - columns(_cell(line[last]))) >= 0:
        last += 1
    if last == len(line):
        while first > 0 and (room := room - columns(_cell(line[first - 1]))) >= 0:
            first -= 1
    return first, last


def _cell(character: str) -> str:
    return _TAB if character == "\t" else visible(character)
