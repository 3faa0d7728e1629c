"""Problems that a change brings, and those that it mends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from site_builder.comparing.renames import Renames
from site_builder.comparing.snapshots import Snapshot
from site_builder.problems import Problem

_Key = tuple[str, str, str]


def compare_problems(
    before: Snapshot, after: Snapshot, renames: Renames
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Those that are new, and those that are gone, each in order.

    Two are the same where code, file and message are, whatever the line; a renamed record's file is its new one.
    """
    moved = _new_files(before, after, renames)

    def key_before(problem: Problem) -> _Key:
        return problem.code, moved.get(problem.file, problem.file), problem.message

    return (
        _beyond(after.problems, _key, Counter(map(key_before, before.problems))),
        tuple(
            problem
            for problem in _beyond(before.problems, key_before, Counter(map(_key, after.problems)))
            if _is_known_fixed(problem, before, after)
        ),
    )


def _is_known_fixed(problem: Problem, before: Snapshot, after: Snapshot) -> bool:
    """Whether a problem that is not found any more is none, as those of a record that cannot be read may still be.

    Where a record cannot be read now that could be, nobody knows what others have in common with it.
    """
    if problem.file in after.unread.values():
        return False
    hidden = after.unread.keys() - before.unread.keys()
    alone = before.files.get(problem.file)
    return not hidden or alone is None or problem in alone.problems


def _key(problem: Problem) -> _Key:
    return problem.code, problem.file, problem.message


def _beyond(
    problems: tuple[Problem, ...], key: Callable[[Problem], _Key], others: Counter[_Key]
) -> tuple[Problem, ...]:
    """The problems that are not among the others, counting those that are there several times."""
    found = []
    for problem in problems:
        if others[key(problem)] > 0:
            others[key(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _new_files(before: Snapshot, after: Snapshot, renames: Renames) -> dict[str, str]:
    """Files of before that are gone, with those in which their records stand now."""
    return {
        record.file: now.file
        for kind, of_kind in before.records.items()
        for record in of_kind.values()
        if record.file not in after.files and (now := after.records[kind].get(renames.now(kind, record.id))) is not None
    }
