"""Problems that a change brings and those that it fixes, and sources that nothing uses because of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_builder.chronicle import Chronicle
from site_builder.comparing.renames import Renames
from site_builder.linking import find_references
from site_builder.problems import Problem, beyond
from site_builder.records import FieldReference, FieldText, Kind, Record, walk


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
    if problem.file in after.unread.values() or _is_judged_otherwise(problem.code, before, after):
        return False
    hidden = after.unread.keys() - before.unread.keys()
    alone = before.files.get(problem.file)
    return not hidden or alone is None or problem in before.profile.judge(alone.problems)


def _is_judged_otherwise(code: str, before: Chronicle, after: Chronicle) -> bool:
    """Whether the profile asks something else of a rule now: then nobody fixed what it found."""
    return before.profile.rule_settings.get(code) != after.profile.rule_settings.get(code)


def _new_files(before: Chronicle, after: Chronicle, renames: Renames) -> dict[str, str]:
    """Files of before that are gone, with those in which their records stand now."""
    return {
        record.file: now.file
        for kind, of_kind in before.by_kind.items()
        for record in of_kind.values()
        if record.file not in after.files and (now := after.records(kind).get(renames.now(kind, record.id))) is not None
    }


def compare_use(before: Chronicle, after: Chronicle, renames: Renames) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the sources that were used and are not now, and of those that were added and are not used."""
    sources = after.by_kind[Kind.SOURCE]
    if after.unread.keys() - before.unread.keys():
        # Nobody knows what a record rests on that cannot be read.
        return (), ()
    left = {renames.now(Kind.SOURCE, used) for used in _used(_only_in(before, after))} & sources.keys()
    left -= set(_used(_only_in(after, before)))
    came = sources.keys() - {renames.now(Kind.SOURCE, old) for old in before.by_kind[Kind.SOURCE]}
    if left or came:
        used = set(_used(after.all()))
        left, came = left - used, came - used
    return tuple(sorted(left)), tuple(sorted(came))


def _only_in(one: Chronicle, other: Chronicle) -> Iterator[Record]:
    for kind, of_kind in one.by_kind.items():
        for record_id, record in of_kind.items():
            if other.by_kind[kind].get(record_id) is not record:
                yield record


def _used(records: Iterable[Record]) -> Iterator[str]:
    """Every source that a record names in a field or cites or links in its prose."""
    for record in records:
        yield from (reference.id for reference in walk(record, FieldReference) if reference.kind is Kind.SOURCE)
        for found in walk(record, FieldText):
            yield from (reference.id for reference in find_references(found.text) if reference.kind is Kind.SOURCE)
