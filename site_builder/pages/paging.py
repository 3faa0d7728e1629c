"""Lists that are too long for one page: which of their lines stand on which page.

A list has parts, such as years or letters. Parts that are short share a page, and a part that is too long for one page
continues on others. What a line weighs is estimated from its record: nothing is rendered to plan pages.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Generic, TypeVar

from markupsafe import escape

MOST = 120_000
"""How many bytes of HTML the lists of a page may have; the theme and the head of a record come on top of them."""

_NEARLY_EMPTY = 3
"""A page of which less than one of so many parts is taken is filled up."""
T = TypeVar("T")

Weigh = Callable[[T], int]
"""Estimates how many bytes of HTML a line has."""
Level = Callable[[T], Hashable]
"""Says which group a line belongs to, such as its decade; the lines of a group stand beside each other."""


def bytes_of(*texts: str) -> int:
    """How many bytes texts have once they stand in HTML."""
    return sum(len(escape(text).encode()) for text in texts)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list: the lines of one part or of several, or of a part that is too long some of them."""

    part: str
    """The first part on it, as addresses name it."""
    number: int
    """Which page of its part it is, from 1; only a part that is too long for one page has others."""
    lines: tuple[T, ...]

    @property
    def id(self) -> str:
        """Its address below that of the list: `2024`, or `2024/2` where a part continues."""
        return self.part if self.number == 1 else f"{self.part}/{self.number}"


@dataclass(frozen=True, slots=True)
class Sheets(Generic[T]):
    """All pages of a list, in order. A list that fits on one page has one, a list without lines none."""

    by_id: Mapping[str, Sheet[T]]
    of_part: Mapping[str, str]
    """The id of the page on which each part begins, in the order of the list."""

    def moved(self) -> Iterator[tuple[str, str]]:
        """The parts that have no page of their own name, each with the id of the page that has it."""
        return ((part, sheet_id) for part, sheet_id in self.of_part.items() if part != sheet_id)

    def beside(self, sheet_id: str) -> tuple[str | None, str | None]:
        """The ids of the pages before and after one."""
        ids: list[str | None] = [None, *self.by_id, None]
        position = ids.index(sheet_id)
        return ids[position - 1], ids[position + 1]


def make_sheets(
    lines: Sequence[T],
    weigh: Weigh[T],
    part: Callable[[T], str],
    *,
    above: Sequence[Level[T]] = (),
    below: Sequence[Level[T]] = (),
    most: int = MOST,
) -> Sheets[T]:
    """The pages of a list.

    `above` are groups of parts and `below` groups within a part, each from the widest to the narrowest: none that fits
    on a page is torn.
    """
    sheets: dict[str, Sheet[T]] = {}
    of_part: dict[str, str] = {}
    pages: Counter[str] = Counter()
    for page in divide(lines, weigh, (*above, part, *below), most):
        parts = dict.fromkeys(map(part, page))
        pages.update(parts.keys())
        sheet = Sheet(first := part(page[0]), pages[first], page)
        sheets[sheet.id] = sheet
        for one in parts:
            of_part.setdefault(one, sheet.id)
    return Sheets(sheets, of_part)


def divide(
    lines: Sequence[T], weigh: Weigh[T], levels: Sequence[Level[T]] = (), most: int = MOST
) -> Iterator[tuple[T, ...]]:
    """Pages of lines, in order: a group that does not fit on one is divided into those of the next level.

    Neighbours of one level that fit together share a page, and so does a nearly empty page with a neighbour that is
    divided anyway. A line that is heavier than a page has one alone.
    """
    filling = _Filling(weigh, most)
    filling.add(lines, levels)
    return (tuple(page) for page in filling.pages if page)


class _Filling(Generic[T]):
    """Pages that are being filled."""

    def __init__(self, weigh: Weigh[T], most: int) -> None:
        self.pages: list[list[T]] = [[]]
        self._taken = 0
        """What the last page weighs so far."""
        self._weigh = weigh
        self._most = most

    def add(self, lines: Sequence[T], levels: Sequence[Level[T]]) -> None:
        """Put lines on the last page, and on new ones where that has no room."""
        for group in _groups(lines, levels):
            weight = sum(map(self._weigh, group))
            if weight > self._most and len(group) > 1:
                self._leave_if_filled()
                self.add(group, levels[1:])
                self._leave_if_filled()
                continue
            if weight > self._most - self._taken:
                self._leave()
            self.pages[-1] += group
            self._taken += weight

    def _leave_if_filled(self) -> None:
        if self._taken > self._most // _NEARLY_EMPTY:
            self._leave()

    def _leave(self) -> None:
        self.pages.append([])
        self._taken = 0


def _groups(lines: Sequence[T], levels: Sequence[Level[T]]) -> Iterator[list[T]]:
    """The lines by the first level; each line by itself where there is none."""
    if levels:
        return (list(group) for _, group in groupby(lines, levels[0]))
    return ([line] for line in lines)


def years_around(year: int | None, length: int) -> int | None:
    """Which decade or century a year is in: those before our era end with 1 BCE, so they are counted away from it."""
    if year is None:
        return None
    return year // length if year > 0 else -1 - -year // length


def year_levels(year_of: Callable[[T], int | None]) -> tuple[Level[T], Level[T]]:
    """Lines by century and by decade; those without a year by themselves."""

    def group(length: int, line: T) -> int | None:
        return years_around(year_of(line), length)

    return partial(group, 100), partial(group, 10)
