"""What is wrong at one location of one text, before the file that holds the text is known."""

import heapq
from dataclasses import dataclass

from site_builder.languages import Message
from site_builder.problems import MOST_OF_A_FILE, Code, Problem, Severity, bounded
from site_builder.reading.positions import FileText, first_line


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose location is an offset in the text of its file."""

    code: Code
    message: Message
    index: int
    """Offset in characters from the start of the text."""
    text: str = ""
    suggestion: str | None = None
    certain: bool = False
    """Whether a fix may write the suggestion; see `Problem`."""
    severity: Severity | None = None
    """Where it differs from the code's own."""


def as_problems(faults: list[Fault], text: FileText, file: str) -> list[Problem]:
    """The first faults with their file, lines and columns, in order, and how many more there are."""
    first = heapq.nsmallest(MOST_OF_A_FILE + 1, faults, key=lambda fault: fault.index)
    return sorted(set(bounded([_problem(fault, text, file) for fault in first], len(faults))))


def _problem(fault: Fault, text: FileText, file: str) -> Problem:
    shown = first_line(fault.text)
    if fault.certain and fault.text.strip() == shown:
        # The spaces around it are to be replaced too.
        shown = fault.text
    where = (*text.line_column(fault.index), shown)
    return Problem.of(
        fault.code, fault.message, file, where, fault.suggestion, certain=fault.certain, severity=fault.severity
    )
