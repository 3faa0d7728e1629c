"""A folder read: every record that is right, and every problem of every file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from site_builder.problems import Problem
from site_builder.reading.files import find_files
from site_builder.reading.record_files import FileReading, read_record_file
from site_builder.records import Kind, Profile, Record


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a folder."""

    records: Mapping[Kind, Mapping[str, Record]]
    """Every kind with its records by id, in the order of their files; those with an error are left out."""
    profile: Profile | None
    """What the chronicle says of itself; None where that has an error."""
    problems: tuple[Problem, ...]
    """In the order of file, line, column and code."""
    files: Mapping[str, FileReading]
    """What came of each file alone, by its path below the folder."""


def read(folder: Path, known: Mapping[str, FileReading] = MappingProxyType({})) -> Reading:
    """Read every record below a folder.

    Files whose reading is `known`, by their paths below the folder, are taken as read: they need not be there.
    Raises OSError where the folder itself cannot be read.
    """
    files, found = find_files(folder, [reading.file for reading in known.values()])
    shared = {problem.file for problem in found}
    profile: Profile | None = Profile()
    records: dict[Kind, dict[str, Record]] = {kind: {} for kind in Kind}
    readings: dict[str, FileReading] = {}
    for file in files:
        reading = readings[file.file] = known.get(file.file) or read_record_file(file, folder)
        found.extend(reading.problems)
        if file.is_profile:
            profile = reading.profile if file.file not in shared else None
        if reading.record is not None and file.file not in shared:
            records[file.kind][file.id] = reading.record
    frozen = {kind: MappingProxyType(of_kind) for kind, of_kind in records.items()}
    return Reading(MappingProxyType(frozen), profile, tuple(sorted(found)), MappingProxyType(readings))
