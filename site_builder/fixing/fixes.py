"""What was changed, the text of a file with it, and which of several changes may be made."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from site_builder.languages import say
from site_builder.problems import Problem, identity, place, visible


@dataclass(frozen=True, slots=True)
class Fix:
    """One text of one file replaced."""

    problem: Problem
    """What it fixes, with its location before the change."""
    start: int
    """Offset in characters from the start of the file's text."""
    before: str
    after: str

    @property
    def end(self) -> int:
        """Where the replaced text ended."""
        return self.start + len(self.before)

    def as_text(self, prefix: str = "") -> str:
        """One line that says what was changed."""
        fixed = say("`{text}` is taken out", text=self.problem.text)
        if self.after:
            fixed = say("`{before}` is now `{after}`", before=self.before, after=self.after)
        return (
            f"{place(self.problem, prefix)}: {visible(say('fixed {code}: {what}', code=self.problem.code, what=fixed))}"
        )

    def as_data(self, prefix: str = "") -> dict[str, object]:
        """The change as plain values, by the schema in docs/problems/check.schema.json."""
        return {
            "code": self.problem.code,
            "file": prefix + self.problem.file,
            "line": self.problem.line,
            "column": self.problem.column,
            "before": self.before,
            "after": self.after,
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of fixing a folder."""

    fixes: tuple[Fix, ...]
    """In the order of file and location."""
    ordered: tuple[str, ...]
    """The files whose keys were put in order, and which were formatted for it."""


def apply(content: str, fixes: Iterable[Fix]) -> str:
    """A text with the fixes made; of two that touch the same text, the first."""
    parts: list[str] = []
    position = 0
    for one in sorted(fixes, key=lambda one: (one.start, one.end)):
        if one.start >= position:
            parts += [content[position : one.start], one.after]
            position = one.end
    return "".join((*parts, content[position:]))


_MOST_TRIALS = 40
"""After so many trials what is not accepted yet is left to a person: each may read ten thousand records."""


def accept(
    fixes: Sequence[Fix], before: Iterable[Problem], after: Callable[[Sequence[Fix]], Iterable[Problem]]
) -> list[Fix]:
    """The changes that each leave fewer problems and bring none, tried all at once and, where that fails, in halves.

    `before` are the problems without them, `after` finds those that are left with some of them made.
    """
    known = Counter(map(identity, before))
    least = known.total()
    kept: list[Fix] = []
    parts = [list(fixes)] if fixes else []
    for _ in range(_MOST_TRIALS):
        if not parts:
            break
        part = parts.pop()
        left = Counter(map(identity, after([*kept, *part])))
        if not left - known and left.total() <= least - len(part):
            kept += part
            least = left.total()
        elif len(part) > 1:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    return kept
