"""Tables as Apache Parquet, where pyarrow is installed: `pip install mkdocs-timeline[parquet]`."""

from importlib.util import find_spec
from typing import Any

from site_builder.formats.table import CellType, Table
from site_builder.pages import Here

IS_THERE = find_spec("pyarrow") is not None
"""Whether Parquet can be written here."""


def write_parquet(table: Table[Any], here: Here) -> bytes:
    """The table with typed columns, each with what it means as its metadata."""
    import pyarrow
    from pyarrow import parquet

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}

    def field(name: str, cell: CellType, means: str) -> Any:
        return pyarrow.field(name, types[cell], metadata={"description": means})

    fields = [field(column.name, column.type, here.translate(column.means)) for column in table.columns]
    rows = [*table.cells(here)]
    columns = [pyarrow.array([row[number] for row in rows], type=one.type) for number, one in enumerate(fields)]
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.Table.from_arrays(columns, schema=pyarrow.schema(fields)), sink, compression="zstd")
    return bytes(sink.getvalue())
