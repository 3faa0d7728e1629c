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
from site_builder.reading import FileReading, Input, Kept, Records
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
    values = {field.name: getattr(linked, field.name) for field in fields(linked)}
    values["problems"] = tuple(sorted((*records.problems, *_check(linked, kept))))
    return Chronicle(**values, folder=folder)


def _check(linked: Linked, kept: Kept | None) -> tuple[Problem, ...]:
    """What rules find, or found when everything was as it is now."""
    today = linked.today.isoformat()
    found = kept.findings(today) if kept is not None else None
    if found is None:
        found = checking.check(linked)
        if kept is not None:
            kept.keep_findings(found, today)
    return found


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
