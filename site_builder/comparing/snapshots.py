"""The records of a folder at two times: as it stands, and as it was at a revision, with what is the same read once."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from site_builder import checking, reading
from site_builder.chronicle import order_events
from site_builder.chronology import Chronology
from site_builder.linking import Claims, relate_claims
from site_builder.problems import Problem
from site_builder.records import Actor, Event, Kind, Profile, Record
from site_builder.revisions import files_at, lay_out_files, touched_files


@dataclass(frozen=True, slots=True)
class Snapshot:
    """As much of a chronicle as is compared. What two of them share is the same object in both."""

    records: Mapping[Kind, Mapping[str, Record]]
    profile: Profile | None
    """What the chronicle says of itself; None where that cannot be read."""
    files: Mapping[str, reading.FileReading]
    """What came of each file alone, by its path."""
    unread: Mapping[tuple[Kind, str], str]
    """The files that are there but whose records cannot be read, by the kind and id of these."""
    chronology: Chronology
    claims: Claims
    problems: tuple[Problem, ...]
    """In the order of file and line."""

    @property
    def events(self) -> Mapping[str, Event]:
        return cast(Mapping[str, Event], self.records[Kind.EVENT])

    @property
    def actors(self) -> Mapping[str, Actor]:
        return cast(Mapping[str, Actor], self.records[Kind.ACTOR])


def take(folder: Path, known: Mapping[str, reading.FileReading] = MappingProxyType({})) -> Snapshot:
    """Read and check a folder; files in `known` are not read again. Raises OSError where it cannot be read."""
    read = reading.read(folder, known)
    events = cast(Mapping[str, Event], read.records[Kind.EVENT])
    chronology, claims = order_events(events), relate_claims(events)
    found = checking.check(read.records, read.files, chronology, claims)
    return Snapshot(
        records=read.records,
        profile=read.profile,
        files=read.files,
        unread=_unread(read),
        chronology=chronology,
        claims=claims,
        problems=tuple(sorted((*read.problems, *found))),
    )


def take_at(folder: Path, commit: str, now: Snapshot) -> tuple[Snapshot, frozenset[str]]:
    """The folder as it was at a commit, and the files that differ between that and `now`, taken of it as it stands.

    Files that do not differ are not read again: their records are those of `now`. Only the others are laid out, in
    a temporary folder. So problems of files that do not differ have no line. Raises RevisionError, and OSError where
    there is no room.
    """
    then = {blob.path: blob for blob in files_at(folder, commit) if _is_read(blob.path)}
    touched = touched_files(folder, commit)
    same = {file for file, blob in then.items() if file in now.files and file not in touched and not blob.is_link}
    with tempfile.TemporaryDirectory(prefix="timeline-diff-") as name:
        for parent in {Path(name, file).parent for file in then}:
            # Without files too, since the names of folders are checked.
            parent.mkdir(parents=True, exist_ok=True)
        wanted = [blob for file, blob in then.items() if file not in same]
        lay_out_files(folder, wanted, Path(name))
        before = take(Path(name), {file: now.files[file] for file in same})
    return before, (frozenset(then) | frozenset(now.files)) - same


def _is_read(file: str) -> bool:
    """Whether a file is read as a record, by its path."""
    folders = file.split("/")
    in_sight = len(folders) <= reading.DEEPEST_FOLDER + 1 and not any(part.startswith(".") for part in folders)
    return in_sight and file.lower().endswith((".yml", ".yaml"))


def _unread(read: reading.Reading) -> Mapping[tuple[Kind, str], str]:
    return MappingProxyType(
        {
            (found.file.kind, found.file.id): file
            for file, found in read.files.items()
            if not found.file.is_profile and found.file.id not in read.records[found.file.kind]
        }
    )
