"""Everything that was read: every record that is right, every problem of every file, and what is asked of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from site_builder.problems import Problem
from site_builder.reading.files import PROFILE, RecordFile, find_files, same_ids
from site_builder.reading.kept import Kept
from site_builder.reading.record_files import FileReading, read_record_file
from site_builder.reading.trees import FileTree, Input, tree_of
from site_builder.records import Actor, Event, Kind, Place, Profile, Question, Record, Removal, Removals, Source, Thread
from site_builder.spelling import nearest
from site_builder.vocabulary import Vocabulary, built_in

K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R", bound=Record)
_MOST_LOOKUPS = 200
"""Unknown ids for which a near one is looked for: with more of them a file is missing, not a letter wrong."""


class _OfKind(Generic[R]):
    """All records of one kind by id."""

    def __init__(self, model: type[R]) -> None:
        self._kind = model.record_kind

    def __get__(self, records: Records, owner: type[Records]) -> Mapping[str, R]:
        return cast(Mapping[str, R], records.by_kind[self._kind])


@dataclass(frozen=True, eq=False)
class Records:
    """What came of a source. Immutable; what is asked of it is worked out once."""

    by_kind: Mapping[Kind, Mapping[str, Record]]
    """Every kind with its records by id, in the order of their ids; those with an error are left out."""
    files: Mapping[str, FileReading]
    """What came of each file alone, by its path."""
    profile_read: Profile | None
    """What the chronicle says of itself; None where that has an error."""
    removed: Mapping[Kind, Mapping[str, Removal]]
    """Every kind with what was removed of it for privacy, by id."""
    walked: tuple[Problem, ...]
    """What is wrong with folders, and with files that are not read."""
    vocabulary: Vocabulary
    """The closed lists whose terms the records have."""
    problems: tuple[Problem, ...]
    """What is known to be wrong, in the order of file, line, column and code: after reading, with files alone."""

    events = _OfKind(Event)
    actors = _OfKind(Actor)
    places = _OfKind(Place)
    sources = _OfKind(Source)
    threads = _OfKind(Thread)
    questions = _OfKind(Question)

    @property
    def profile(self) -> Profile:
        """What the chronicle says of itself; nothing where that cannot be read."""
        return self.profile_read or Profile()

    def records(self, kind: Kind) -> Mapping[str, Record]:
        """All records of a kind by id."""
        return self.by_kind[kind]

    def all(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for of_kind in self.by_kind.values():
            yield from of_kind.values()

    def with_files(self, readings: Mapping[str, FileReading]) -> Records:
        """The same with other readings of some files, or more files."""
        return _collect({**self.files, **readings}, self.walked, self.vocabulary)

    def without_files(self, files: Set[str]) -> Records:
        """The same as if some files were not there."""
        kept = {file: reading for file, reading in self.files.items() if file not in files}
        return _collect(kept, self.walked, self.vocabulary)

    @cached_property
    def broken(self) -> tuple[FileReading, ...]:
        """Files whose records have errors of their own, with their plain values."""
        return tuple(reading for reading in self.files.values() if reading.values is not None)

    @cached_property
    def unread(self) -> Mapping[tuple[Kind, str], str]:
        """The files that are there but whose records cannot be read, by the kind and id of these."""
        left_out: dict[tuple[Kind, str], str] = {}
        for reading in self.files.values():
            file = reading.file
            if file.is_record and (record_id := file.id) not in self.by_kind[kind := file.kind]:
                left_out[kind, record_id] = file.file
        return MappingProxyType(left_out)

    def has(self, kind: Kind, record_id: str) -> bool:
        """Whether there is such a record, or a file for it that was left out because of its own problems."""
        return record_id in self.by_kind[kind] or (kind, record_id) in self.unread

    def has_unread(self, kind: Kind, record_id: str) -> bool:
        """Whether there is only a file that was left out, of which nothing can be said."""
        return (kind, record_id) in self.unread

    def has_unreadable(self, kind: Kind) -> bool:
        """Whether there is a file of the kind of which not even the plain values are known."""
        known = {reading.file.id for reading in self.broken if reading.file.kind is kind}
        return any(of_kind is kind and record_id not in known for of_kind, record_id in self.unread)

    @cached_property
    def former_ids(self) -> Mapping[Kind, Mapping[str, str]]:
        """For each kind the ids that records had before, with the id that each has now; no id of a record is one."""
        return frozen(
            {
                kind: frozen(
                    {
                        former: record.id
                        for record in of_kind.values()
                        for former in record.former_ids
                        if former not in of_kind
                    }
                )
                for kind, of_kind in self.by_kind.items()
            }
        )

    def present_id(self, kind: Kind, record_id: str) -> str:
        """The id that the record has of which this is the id, or a former one."""
        return self.former_ids[kind].get(record_id, record_id)

    def new_id(self, kind: Kind, record_id: str) -> str | None:
        """The id that the record now has of which this is a former one."""
        return self.former_ids[kind].get(record_id)

    def near(self, kind: Kind, record_id: str) -> str | None:
        """The id that was probably meant."""
        key = (kind, record_id)
        if key not in self._near and len(self._near) < _MOST_LOOKUPS:
            unread = (of_file for of_kind, of_file in self.unread if of_kind is kind)
            self._near[key] = nearest(record_id, (*self.by_kind[kind], *unread))
        return self._near.get(key)

    @cached_property
    def _near(self) -> dict[tuple[Kind, str], str | None]:
        return {}


def read(
    source: Input,
    known: Mapping[str, FileReading] = MappingProxyType({}),
    vocabulary: Vocabulary | None = None,
    kept: Kept | None = None,
) -> Records:
    """Read every record of a source, with the terms of a vocabulary; without one with those that its profile says.

    Files whose reading is `known`, by their paths, are taken as read: they need not be there. What is
    `kept` of the last time is not read again; it is of no use where other files are known, or other terms are given.
    Raises OSError where the source itself cannot be read.
    """
    tree = tree_of(source)
    files, walked = find_files(tree, [reading.file for reading in known.values()])
    readings: dict[str, FileReading] = {}
    terms = vocabulary or built_in()
    for file in sorted(files, key=lambda file: not file.is_profile):
        last = known.get(file.file)
        is_read = last is not None and (file.is_profile or last.vocabulary is terms)
        read_kept = kept.read if kept is not None and file.is_record else None
        found = readings[file.file] = last if last and is_read else read_record_file(file, tree, terms, read_kept)
        if kept is not None and not (file.is_record and found.content):
            kept.note(found)
        if file.file == PROFILE and vocabulary is None:
            terms = readings[file.file].vocabulary
            # Most often the same as before, and then so is what was read with it.
            terms = next((last.vocabulary for last in known.values() if last.vocabulary == terms), terms)
    if kept is not None:
        kept.end(tuple(walked))
    return _collect(readings, tuple(walked), terms)


def read_some(source: Input, wanted: Set[str], maybe_former: Set[Kind] = frozenset()) -> Records:
    """As `read`, but the files of other records are only listed, as if these could not be read.

    That is enough to judge a record alone, and its references: but an id that no file has may be a former one, so
    that of a kind that is among `maybe_former` those files are read too that name some.
    Raises OSError where the source itself cannot be read.
    """
    tree = tree_of(source)
    files, walked = find_files(tree)
    terms = built_in()
    readings: dict[str, FileReading] = {}
    for file in sorted(files, key=lambda file: not file.is_profile):
        is_read = file.file in wanted or not file.is_record
        is_read = is_read or (file.kind in maybe_former and _may_have_former_ids(file, tree))
        readings[file.file] = read_record_file(file, tree, terms) if is_read else FileReading(file, None, ())
        if file.file == PROFILE:
            terms = readings[file.file].vocabulary
    return _collect(readings, tuple(walked), terms)


def _may_have_former_ids(file: RecordFile, tree: FileTree) -> bool:
    with suppress(OSError):
        return not tree.leads_out(file.file) and b"former_ids" in tree.content(file.file)
    return False


def vocabulary_of(source: Input) -> Vocabulary:
    """The closed lists that the profile of a source says, without reading its records. Raises OSError."""
    reading = _read_profile(source)
    return reading.vocabulary if reading is not None else built_in()


def profile_of(source: Input) -> Profile:
    """What the profile of a source says, without reading its records; nothing of one with errors. Raises OSError."""
    reading = _read_profile(source)
    return (reading.profile if reading is not None else None) or Profile()


def _read_profile(source: Input) -> FileReading | None:
    tree = tree_of(source)
    files = (file for file in find_files(tree)[0] if file.file == PROFILE)
    return next((read_record_file(file, tree, built_in()) for file in files), None)


def _collect(readings: Mapping[str, FileReading], walked: tuple[Problem, ...], vocabulary: Vocabulary) -> Records:
    """What was read, without the records of files that clash with others."""
    files = {file: readings[file] for file in sorted(readings)}
    found = [*walked, *same_ids(reading.file for reading in files.values())]
    left_out = {problem.file for problem in found}
    profile: Profile | None = Profile()
    removals = Removals()
    by_kind: dict[Kind, dict[str, Record]] = {kind: {} for kind in Kind}
    for path, reading in files.items():
        found += reading.problems
        if reading.file.is_profile:
            profile = reading.profile if path not in left_out else None
        if reading.removals is not None and path not in left_out:
            removals = reading.removals
        if reading.record is not None and path not in left_out:
            by_kind[reading.file.kind][reading.file.id] = reading.record
    judged = tuple(sorted((profile or Profile()).judge(found)))
    in_order = {kind: frozen(dict(sorted(of_kind.items()))) for kind, of_kind in by_kind.items()}
    removed = frozen({kind: frozen(of_kind) for kind, of_kind in removals.by_kind().items()})
    return Records(frozen(in_order), frozen(files), profile, removed, walked, vocabulary, judged)


def frozen(mapping: Mapping[K, V]) -> Mapping[K, V]:
    """A mapping that nobody can change."""
    return MappingProxyType(mapping)
