"""The finished whole: every record read, checked, ordered and cross-linked, immutable."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType

from site_builder import checking, linking, reading
from site_builder.linking import Linked
from site_builder.problems import Problem, Severity
from site_builder.reading import FileReading, Input, Kept, Records, Verdict
from site_builder.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Chronicle(Linked):
    """Every page, feed and check reads this and nothing else."""

    folder: Path
    """The folder of the records."""

    @classmethod
    def open(
        cls,
        folder: Path,
        today: date | None = None,
        vocabulary: Vocabulary | None = None,
        cache: Path | None = None,
    ) -> Chronicle:
        """Read a folder of records; what cannot be read is left out and stands in `problems`.

        `today` is the real day where it is not given; nothing but warnings depends on it. The terms are those of
        `vocabulary`, or the built-in ones. In the folder `cache` it is kept what was read and found, for the next time:
        the chronicle is the same with it and without.
        Raises OSError where the folder itself cannot be read.
        """
        kept = Kept(cache) if cache is not None and vocabulary is None else None
        with _without_collection():
            return assemble(folder, reading.read(folder, vocabulary=vocabulary, kept=kept), today, kept)

    @classmethod
    def read(
        cls,
        folder: Path,
        source: Input,
        today: date | None = None,
        known: Mapping[str, FileReading] = MappingProxyType({}),
        vocabulary: Vocabulary | None = None,
    ) -> Chronicle:
        """As `open`, but with the files of another source, of which those that are `known` are not read again."""
        with _without_collection():
            return assemble(folder, reading.read(source, known, vocabulary), today)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def assemble(folder: Path, records: Records, today: date | None = None, kept: Kept | None = None) -> Chronicle:
    """Order, link and check what was read."""
    linked = linking.link(records, today)
    known = kept.findings(linked.today) if kept is not None else None
    found = known or _check(linked, kept)
    if kept is not None and known is None:
        kept.keep_findings(found, linked.today)
    values = {field.name: getattr(linked, field.name) for field in fields(linked)}
    return Chronicle(**{**values, "problems": found.everything}, folder=folder)


def _check(linked: Linked, kept: Kept | None) -> Verdict:
    known = kept.of_each() if kept is not None else {}
    of_rules, new = checking.check_with(linked, known)
    if kept is not None:
        kept.keep_of_each(new, known)
    everything = tuple(sorted((*linked.problems, *of_rules)))
    return Verdict(of_rules, everything, len(linked.events), sum(map(len, linked.by_kind.values())))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check says of a folder of records."""

    records: Records
    """The profile and what each file holds; the records themselves only where something differs from the last time."""
    problems: tuple[Problem, ...]
    """In order."""
    events: int
    """How many events there are."""
    count: int
    """How many records, events among them."""

    @classmethod
    def of(cls, chronicle: Chronicle) -> Checked:
        """The same of a chronicle that is there."""
        return cls(chronicle, chronicle.problems, len(chronicle.events), sum(map(len, chronicle.by_kind.values())))


def check_folder(folder: Path, cache: Path | None = None) -> Checked:
    """What `Chronicle.open` finds, at once where nothing differs from what `cache` keeps. Raises OSError."""
    if cache is not None:
        looking = Kept(cache, only_looks=True)
        with _without_collection():
            records = reading.read(folder, kept=looking)
        if (found := looking.findings(linking.today_anywhere())) is not None:
            return Checked(records, found.everything, found.events, found.records)
    return Checked.of(Chronicle.open(folder, cache=cache))


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
