"""Which of a chronicle's problems are listed, and which are only counted because others have to mend them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.checking import find_missing_pages
from site_builder.cli.folders import Chosen, written_pages
from site_builder.comparing import Snapshot, take_at
from site_builder.problems import Problem, Severity
from site_builder.revisions import merge_base, touched_files


@dataclass(frozen=True, slots=True)
class Listing:
    """A chronicle's problems in three heaps."""

    listed: tuple[Problem, ...]
    """In the order of file and line."""
    elsewhere: tuple[Problem, ...] = ()
    """In records that nobody asked about."""
    before: tuple[Problem, ...] = ()
    """In records that the change does not touch, and there before it."""

    def fails(self, strict: bool) -> bool:
        """Whether something is listed that keeps a change from being accepted: an error, when strict a warning."""
        failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return any(problem.severity in failing for problem in self.listed)


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a chronicle's folder since a commit."""

    folder: Path
    commit: str
    touched: frozenset[str]
    """Files that differ, by their paths relative to the folder."""

    @classmethod
    def since(cls, ref: str, folder: Path) -> Change:
        """The change since the commit at which what is checked out parted from `ref`. Raises RevisionError."""
        commit = merge_base(folder, ref)
        return cls(folder, commit, touched_files(folder, commit))

    def problems_before(self, now: Snapshot) -> tuple[Problem, ...]:
        """What was wrong with the records at the commit. Raises RevisionError."""
        return take_at(self.folder, self.commit, now)[0].problems


def sort_out(now: Snapshot, chosen: Chosen, change: Change | None) -> Listing:
    """The problems of the records that were named, without those that a change neither touches nor causes.

    A problem in a record that the change does not touch is caused by it where the record did not have the same
    problem (code and message) before. Raises RevisionError.
    """
    named: list[Problem] = []
    elsewhere: list[Problem] = []
    for problem in now.problems:
        (named if chosen.includes(problem.file) else elsewhere).append(problem)
    if change is None or all(problem.file in change.touched for problem in named):
        return Listing(tuple(named), tuple(elsewhere))
    known = Counter(map(_identity, change.problems_before(now)))
    listed: list[Problem] = []
    before: list[Problem] = []
    for problem in named:
        same = _identity(problem)
        if problem.file not in change.touched and known[same]:
            known[same] -= 1
            before.append(problem)
        else:
            listed.append(problem)
    return Listing(tuple(listed), tuple(elsewhere), tuple(before))


def with_missing_pages(now: Snapshot, folder: Path) -> Snapshot:
    """What is wrong with a folder, with the hand-written pages that its profile names and that are not there."""
    pages = written_pages(folder)
    if pages is None or now.profile is None:
        return now
    missing = find_missing_pages(folder, now.profile, pages)
    return replace(now, problems=tuple(sorted((*now.problems, *missing))))


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.file, problem.message
