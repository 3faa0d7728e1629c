"""What is wrong at one place of one text, before the file that holds the text is known."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.problems import Code, Problem, Severity
from site_builder.reading.positions import Text, first_line

MOST = 100
"""Problems shown of one file: more are of no use to whoever mends it, and a hostile file could hold thousands."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose place is an offset in the text of its file."""

    code: Code
    message: str
    index: int
    """Offset in characters from the start of the text."""
    text: str = ""
    suggestion: str | None = None


def as_problems(faults: list[Fault], text: Text, file: str) -> list[Problem]:
    """Faults with their file, lines and columns, in order; at most MOST and a last one that says so."""
    problems = sorted({_problem(fault, text, file) for fault in faults})
    if len(problems) <= MOST:
        return problems
    last = problems[MOST]
    message = f"{len(problems) - MOST} more problems in this file are not shown"
    return [*problems[:MOST], Problem("TL012", Severity.ERROR, message, file, last.line, last.column, "")]


def _problem(fault: Fault, text: Text, file: str) -> Problem:
    line, column = text.line_column(fault.index)
    severity = fault.code.severity
    return Problem(fault.code.id, severity, fault.message, file, line, column, first_line(fault.text), fault.suggestion)
