"""Problems that a change brings, and those that it fixes."""

from __future__ import annotations

from dataclasses import replace

from site_builder.chronicle import Chronicle
from site_builder.comparing.renames import Renames
from site_builder.problems import Problem, beyond


def compare_problems(
    before: Chronicle, after: Chronicle, renames: Renames
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Those that are new, and those that are gone, each in order; a renamed record's file is its new one."""
    moved = _new_files(before, after, renames)
    followed = [replace(found, file=moved.get(found.file, found.file)) for found in before.problems]
    gone = beyond(followed, after.problems)
    return (
        beyond(after.problems, followed),
        tuple(found for found in gone if _is_known_fixed(found, before, after)),
    )


def _is_known_fixed(problem: Problem, before: Chronicle, after: Chronicle) -> bool:
    """Whether a problem that is not found any more is none, as those of a record that cannot be read may still be.

    Where a record cannot be read now that could be, nobody knows what others have in common with it.
    """
    if problem.file in after.unread.values():
        return False
    hidden = after.unread.keys() - before.unread.keys()
    alone = before.files.get(problem.file)
    return not hidden or alone is None or problem in alone.problems


def _new_files(before: Chronicle, after: Chronicle, renames: Renames) -> dict[str, str]:
    """Files of before that are gone, with those in which their records stand now."""
    return {
        record.file: now.file
        for kind, of_kind in before.by_kind.items()
        for record in of_kind.values()
        if record.file not in after.files and (now := after.records(kind).get(renames.now(kind, record.id))) is not None
    }
