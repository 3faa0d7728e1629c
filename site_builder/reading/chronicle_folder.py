"""A folder read: every record that is right, and every problem of every file."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from site_builder.problems import Problem
from site_builder.reading.files import find_files
from site_builder.reading.record_files import read_record_file
from site_builder.records import Kind, Record


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a folder."""

    records: Mapping[Kind, Mapping[str, Record]]
    """Every kind with its records by id, in the order of their files; those with an error are left out."""
    problems: tuple[Problem, ...]
    """In the order of file, line, column and code."""


def read(folder: Path) -> Reading:
    """Read every record below a folder. Raises OSError where the folder itself cannot be read."""
    files, found = find_files(folder)
    shared = {problem.file for problem in found}
    records: dict[Kind, dict[str, Record]] = {kind: {} for kind in Kind}
    with _without_collection():
        for file in files:
            reading = read_record_file(file, folder)
            found.extend(reading.problems)
            if reading.record is not None and file.file not in shared:
                records[file.kind][file.id] = reading.record
    frozen = {kind: MappingProxyType(of_kind) for kind, of_kind in records.items()}
    return Reading(MappingProxyType(frozen), tuple(sorted(found)))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Records hold no cycles, and looking for them among ten thousand costs seconds."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
