"""What a rule is, what it finds, and the problem with its location that this becomes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from site_builder.languages import Message
from site_builder.linking import Linked
from site_builder.problems import MOST_OF_A_FILE, Code, Problem, Severity, bounded
from site_builder.reading import FileReading, Positions, RecordFile
from site_builder.records import Record, RecordPath


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a record beside others, and the path of keys that leads to it."""

    code: Code
    record: Record | RecordFile
    """What it stands in: a record, or the file of one that has errors of its own."""
    path: RecordPath
    message: Message
    suggestion: str | None = None
    needle: str = ""
    """The offending part of the value; the whole value where empty."""
    occurrence: int = 0
    """Which of several needles in the value, from 0."""
    on_key: bool = False
    """Whether the key is what offends, and not its value."""
    severity: Severity | None = None
    """Where it differs from the code's own."""
    certain: bool = False
    """Whether a fix may write the suggestion; see `Problem`."""

    @classmethod
    def in_text(cls, code: Code, text: tuple[Record, RecordPath, str], message: Message, needle: str, at: int) -> Self:
        """What is wrong with the words that stand at an offset of a text."""
        record, path, whole = text
        return cls(code, record, path, message, needle=needle, occurrence=whole[:at].count(needle))


Rule = Callable[[Linked], Iterator[Finding]]
RULES: list[Rule] = []
"""Every rule; each says in its docstring what holds, and finds where it does not."""
FOR_EACH: list[Rule] = []
"""Those of them that look at each record by itself, beside the profile and the vocabulary."""
_WORST_FIRST = tuple(Severity)
MOST_OF_A_TEXT = 20
"""Findings of one rule reported for one text."""


def rule(check: Rule) -> Rule:
    """Add a function of a module in `rules/` to the rules that are run."""
    RULES.append(check)
    return check


def rule_for_each(check: Rule) -> Rule:
    """Add a function that looks at each record by itself: it is run on records that know nothing of one another."""
    FOR_EACH.append(check)
    return rule(check)


def locate(findings: Iterable[Finding], files: Mapping[str, FileReading]) -> Iterator[Problem]:
    """Findings with line and column; the positions of each file are worked out once, and let go before the next."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.record.file, []).append(finding)
    for file, in_file in sorted(by_file.items()):
        positions = files[file].positions
        in_file.sort(key=lambda finding: _WORST_FIRST.index(finding.severity or finding.code.severity))
        yield from bounded([_problem(one, positions) for one in in_file[: MOST_OF_A_FILE + 1]], len(in_file))


def _problem(one: Finding, positions: Positions) -> Problem:
    find = positions.find_key if one.on_key else positions.find
    where = find(one.path, one.needle, one.occurrence)
    file = one.record.file
    return Problem.of(one.code, one.message, file, where, one.suggestion, certain=one.certain, severity=one.severity)
