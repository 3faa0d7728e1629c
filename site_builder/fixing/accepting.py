"""Which of several changes may be made: those that leave fewer problems, and none that was not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_builder.fixing.fixes import Fix

Judge = Callable[[Sequence[Fix]], int | None]
"""How many problems are left with these changes made; None where one of them was not there before."""
_MOST_TRIALS = 40
"""After so many trials what is not accepted yet is left to a person: each may read ten thousand records."""


def accept(fixes: Sequence[Fix], judge: Judge, least: int) -> list[Fix]:
    """The changes that each leave fewer problems and bring none, tried all at once and, where that fails, in halves.

    `least` is how many problems there are without them.
    """
    kept: list[Fix] = []
    parts = [list(fixes)] if fixes else []
    for _ in range(_MOST_TRIALS):
        if not parts:
            break
        part = parts.pop()
        left = judge([*kept, *part])
        if left is not None and left <= least - len(part):
            kept += part
            least = left
        elif len(part) > 1:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    return kept
