"""Tables as CSV, in UTF-8 with CRLF at the ends of lines, that is safe to open in a spreadsheet.

Source: RFC 4180. A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break as a formula,
whoever wrote it (OWASP, CSV injection): where somebody's own words begin so, an apostrophe stands before them.
"""

import csv
from io import StringIO
from typing import Any

from site_builder.formats.table import Cell, Column, Table
from site_builder.pages import Here

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula."""


def write_csv(table: Table[Any], here: Here) -> bytes:
    """The table with the names of its columns in the first line."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    for cells in table.cells(here):
        writer.writerow(_as_text(column, cell) for column, cell in zip(table.columns, cells, strict=True))
    return text.getvalue().encode()


def _as_text(column: Column[Any], cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(cell)
    return f"'{text}" if column.is_free and text.startswith(FORMULA) else text
