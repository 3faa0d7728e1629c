"""How many problems of one file are told."""

from __future__ import annotations

from site_builder.problems.codes.files import TOO_MANY_PROBLEMS
from site_builder.problems.problem import Problem, Severity

MOST_OF_A_FILE = 100
"""Problems told of one file at once: more help nobody who mends it, and a hostile file could hold thousands."""


def more_left_out(count: int, file: str, line: int, column: int) -> Problem:
    """What stands for the problems of a file beyond the first MOST_OF_A_FILE."""
    message = f"{count:,} more problems in this file are not shown"
    return Problem(TOO_MANY_PROBLEMS.id, Severity.ERROR, message, file, line, column, "")
