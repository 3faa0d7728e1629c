"""What a record would be among the others, before it is written: its problems, and what it may repeat."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder import problems
from site_builder.checking import find_near, likely_score
from site_builder.chronicle import Chronicle, assemble
from site_builder.editing.drafts import draft
from site_builder.editing.naming import file_of
from site_builder.editing.searching import label_of, similar
from site_builder.problems import Problem, Severity, beyond
from site_builder.reading import FileReading, RecordFile, Value, read_content
from site_builder.records import Actor, Event, Kind, Place

_DAYS_APART = 3
"""Records of one event are often dated by when it was reported."""


_OF_THE_WHOLE = frozenset({problems.MISSING_KEY.id, problems.BROKEN_RULE.id, problems.NAME_AND_DATE.id})
"""Codes that cannot be known before a record is whole."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would come of a record."""

    record: FileReading
    problems: tuple[Problem, ...]
    """Those that it brings, in its own file and in others; that it may be a second record is not among them."""
    near: tuple[str, ...]
    """In words, each record that it may be a second one of, and why."""

    @property
    def passes(self) -> bool:
        """Whether `timeline check` finds no more errors with it than without."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


class Workshop:
    """A folder of records as it stands, in which drafts are tried."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError where the folder cannot be read."""
        self.folder = folder
        self.read_again()

    def read_again(self) -> None:
        """Take the folder as it stands now. Raises OSError."""
        self.chronicle = Chronicle.open(self.folder)

    def path(self, file: RecordFile) -> Path:
        """Where a file is on this computer."""
        return self.folder / file.file

    def taken(self, kind: Kind, record_id: str) -> str | None:
        """The file that has an id already, as it is or as a former one; None where it is free."""
        for file, one in self.chronicle.files.items():
            if one.file.kind is kind and one.file.id.casefold() == record_id.casefold():
                return file
        former = self.chronicle.new_id(kind, record_id)
        return self.chronicle.records(kind)[former].file if former is not None else None

    def judge(self, kind: Kind, values: dict[str, Value]) -> tuple[Problem, ...]:
        """What is wrong with some of a new record's values by themselves, whatever else it will have.

        Raises NotFormattedError for values that no YAML text can hold.
        """
        file, text = RecordFile(file_of(kind, "new", {})), draft(kind, values)
        alone = read_content(file, text.encode(), self.chronicle.vocabulary).problems
        found = self.chronicle.profile.judge(alone)
        return tuple(problem for problem in found if problem.code not in _OF_THE_WHOLE)

    def attempt(self, file: RecordFile, text: str) -> Trial:
        """What would come of a file if it held this text."""
        tried = read_content(file, text.encode(), self.chronicle.vocabulary)
        after = assemble(self.folder, self.chronicle.with_files({file.file: tried}))
        brought = (
            problem
            for problem in beyond(after.problems, self.chronicle.problems)
            if problem.code != problems.NEAR_DUPLICATE.id
        )
        return Trial(tried, tuple(brought), tuple(self._near(tried)))

    def _near(self, tried: FileReading) -> Iterator[str]:
        chronicle, record = self.chronicle, tried.record
        if tried.file.file in self.chronicle.files:
            return
        if isinstance(record, Event):
            for likeness in find_near(
                record,
                chronicle.events.values(),
                chronicle.places,
                at_least=likely_score(chronicle),
                days_apart=_DAYS_APART,
            ):
                reasons = ", ".join(likeness.reasons)
                yield f"{likeness.event.file}: {likeness.event.title} ({likeness.score:.0%}: {reasons})"
        elif isinstance(record, Actor | Place):
            for found in similar(chronicle, tried.file.kind, str(record.name)):
                yield f"{found.file}: {label_of(found)}"
