"""Tables of a chronicle: rows of cells under named columns, which CSV and Parquet write alike.

Texts are in the site's language where the record has them in it, as words without markup. Ids are those of records.
Several values of one cell are joined by `; `. Dates are as the record has them, in EDTF; `earliest` and `latest` beside
one are the first and the last day that it allows, in ISO 8601 with astronomical years (-0043 is 44 BCE), and empty
where that end is open or unknown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_builder import edtf
from site_builder.languages import Message
from site_builder.pages import Here
from site_builder.records import SourceRefs

R = TypeVar("R")
Cell = str | int | float | bool | None
"""Empty where nothing is known."""
CellType = type[str] | type[int] | type[float] | type[bool]


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what stands in it, and how it is found."""

    name: str
    means: Message
    of: Callable[[Here, R], Cell]
    type: CellType = str
    is_free: bool = False
    """Whether its text is somebody's own words, which may look like a formula to a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """Columns, and what each row is made from."""

    name: str
    heading: Message
    means: Message
    row: Message
    """What one row is."""
    columns: tuple[Column[R], ...]
    rows: Callable[[Here], Iterable[R]]

    def cells(self, here: Here) -> Iterator[tuple[Cell, ...]]:
        """The rows, each with a cell for each column."""
        for row in self.rows(here):
            yield tuple(column.of(here, row) for column in self.columns)


def joined(values: Iterable[object]) -> str:
    """Several values in one cell."""
    return "; ".join(map(str, values))


def ids_of(refs: SourceRefs) -> str:
    """The sources that are referred to, by their ids."""
    return joined(dict.fromkeys(ref.source for ref in refs))


def as_date(date: edtf.Date | None) -> str:
    """A date as the record has it; empty where there is none."""
    return "" if date is None else str(date)
