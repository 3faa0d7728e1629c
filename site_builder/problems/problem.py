"""Something wrong at one location of one file."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from site_builder.languages import Message, say
from site_builder.problems.code import Code, Severity
from site_builder.problems.codes import TOO_MANY_PROBLEMS

T = TypeVar("T")
MOST_OF_A_FILE = 100
"""Most problems reported of one file: more would help nobody, and a hostile file could hold thousands."""


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at one location of one file. Ordered by file, line, column and code."""

    code: str
    """The id of its entry in CODES."""
    severity: Severity
    message: Message
    """What was found and what to write instead, in one line, for people who do not program."""
    file: str
    """Path relative to the folder of the records, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    text: str
    """The offending text."""
    suggestion: str | None = None
    """What to write instead of the text, only where one thing is clearly near."""
    certain: bool = False
    """Whether the suggestion is the only reading of the text and loses nothing of it: then a fix may write it.

    Without a suggestion: whether a fix knows what to do, as with a key that is empty, or `today`.
    """

    @classmethod
    def of(
        cls,
        code: Code,
        message: Message,
        file: str,
        where: tuple[int, int, str] = (1, 1, ""),
        suggestion: str | None = None,
        *,
        certain: bool = False,
        severity: Severity | None = None,
    ) -> Problem:
        """A problem of a code at a line and a column, with the text there; the code's severity unless one is given."""
        return cls(code.id, severity or code.severity, message, file, *where, suggestion, certain)

    @property
    def hint(self) -> str:
        """What was probably meant, to stand behind the message."""
        return f" (did you mean `{self.suggestion}`?)" if self.suggestion is not None else ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str, str]:
        """Total, as equality is."""
        rest = (self.message, self.text, f"{self.severity}{self.suggestion or ''}{self.certain}")
        return (self.file, self.line, self.column, self.code, *rest)

    def __lt__(self, other: Problem) -> bool:
        return self.sort_key < other.sort_key


def bounded(found: Sequence[Problem], count: int) -> list[Problem]:
    """The first MOST_OF_A_FILE problems of a file, and one that says how many of `count` there are beyond these."""
    kept = list(found[:MOST_OF_A_FILE])
    if count > MOST_OF_A_FILE:
        message = say("{n:,} more problems in this file are not shown", n=count - MOST_OF_A_FILE)
        beyond = found[MOST_OF_A_FILE]
        kept.append(Problem.of(TOO_MANY_PROBLEMS, message, beyond.file, (beyond.line, beyond.column, "")))
    return kept


def beyond(problems: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that are not among the others, counting those that are there several times."""
    return tuple(without(problems, others, identity))


def without(items: Iterable[T], others: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[T]:
    """The items that are not among the others by a key, counting those that are there several times."""
    left = Counter(map(key, others))
    for item in items:
        left[key(item)] -= 1
        if left[key(item)] < 0:
            yield item


_MOVING = frozenset({"also", "byte", "file", "files", "line", "lines", "other", "score"})
"""Values of messages that say where something stands, or how near it is, and not what is wrong."""


def identity(problem: Problem) -> tuple[str, str, str]:
    """What makes two problems the same one, though lines moved or another record was renamed since."""
    return problem.code, problem.file, _lasting(problem.message)


def _lasting(message: Message) -> str:
    """A message without what moves."""
    values = [
        (name, _lasting(value) if isinstance(value, Message) else str(value))
        for name, value in message.values.items()
        if name not in _MOVING
    ]
    return f"{message.template} {sorted(values)}"
