"""How large the files of data are that a site has, and how long it takes to make each.

    python bench/formats.py [EVENTS]

Prints a Markdown table, for 10,000 invented events unless told otherwise. Files of the same name beside pages of many
records are one row. Each file is made once, in the order of the table and all in one process: the first that needs what
others need too, such as the text of every claim, makes it for them.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from bench.contestants import SEED  # noqa: E402
from bench.generate import write_site  # noqa: E402
from site_builder.chronicle import Chronicle  # noqa: E402
from site_builder.formats import EXPORTS, FOLDER, data_files, exported_files  # noqa: E402
from site_builder.pages import DATA, Addresses, Site, make_site  # noqa: E402

URL = "https://chronicle.example/"


@dataclass(slots=True)
class Row:
    """One file, or all of one name beside the pages of records."""

    files: int = 0
    size: int = 0
    """Bytes."""
    packed: int = 0
    """Bytes when each is compressed, as servers do it."""
    cpu: float = 0.0
    """Seconds of processor time."""

    def add(self, content: bytes, cpu: float) -> None:
        self.files += 1
        self.size += len(content)
        self.packed += len(gzip.compress(content, 6))
        self.cpu += cpu


def name_of(path: str) -> str:
    """The row that a file belongs to."""
    folder, _, name = path.rpartition("/")
    if folder in (DATA, FOLDER):
        return path
    below = folder.removeprefix(f"{FOLDER}/")
    return f"…/{name}" if below == folder else f"{FOLDER}/{below.partition('/')[0]}/…"


def measure_files(files: Iterable[tuple[str, Callable[[], bytes]]]) -> dict[str, Row]:
    """Make every file, and say what came of each row, in the order of the first of its files."""
    rows: dict[str, Row] = {}
    for path, make in files:
        start = time.process_time()
        content = make()
        rows.setdefault(name_of(path), Row()).add(content, time.process_time() - start)
    return rows


def table(rows: dict[str, Row]) -> Iterator[str]:
    """The rows as Markdown, and what they come to."""
    whole = Row(*(sum(getattr(row, part) for row in rows.values()) for part in Row.__slots__))
    yield "| file | files | kB | kB compressed | CPU seconds |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, row in (*((f"`{name}`", row) for name, row in rows.items()), ("all", whole)):
        yield f"| {name} | {row.files:,} | {row.size / 1e3:,.1f} | {row.packed / 1e3:,.1f} | {row.cpu:.2f} |"


def read_site(events: int) -> Site:
    """The site of an invented chronicle."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as folder:
        write_site(events, Path(folder), SEED)
        chronicle = Chronicle.open(Path(folder) / "events")
    return make_site(chronicle, Addresses(), "en", name="A chronicle", url=URL, data=EXPORTS)


if __name__ == "__main__":
    site = read_site(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print("\n".join(table(measure_files(chain(exported_files(site), data_files(site))))))
