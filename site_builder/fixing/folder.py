"""Fixing the records of a folder: changes are proposed, tried in memory, and only then written."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from site_builder import reading
from site_builder.checking import check
from site_builder.editing import NotFormattedError, format_record, ordered, replace_text
from site_builder.fixing.fixes import Fix, Outcome, accept, apply
from site_builder.fixing.proposals import propose
from site_builder.linking import link
from site_builder.problems import UNKNOWN_KEY, Problem, Severity, identity
from site_builder.reading import FileReading, Records, read_document


def fix(folder: Path, wanted: Callable[[str], bool], today: str = "") -> Outcome:
    """Fix what has one answer in the files that are wanted, by their paths below the folder, and sort their keys.

    A change is made only where fewer problems are left and none that was not there: first those of each file by
    itself, then those of all records together. Raises OSError where the folder cannot be read or a file not
    written; each file is then either as it was or fixed. `today` is written for `added: today`; without it nothing is.
    """
    records = reading.read(folder)

    def wanted_itself(file: str) -> bool:
        """A link to another record is not fixed: the record is, and what was fixed once would be again."""
        return wanted(file) and not (folder / file).is_symlink()

    alone = _fixes_alone(records, wanted_itself, today)
    records = _write(folder, records, alone)
    together = _fixes_together(records, wanted_itself, today)
    records = _write(folder, records, together)
    in_order = tuple(file for file in records.files if wanted_itself(file) and _put_in_order(records, file, folder))
    return Outcome((*alone, *together), in_order)


def _fixes_alone(records: Records, wanted: Callable[[str], bool], today: str) -> list[Fix]:
    """The changes for what is wrong with files by themselves."""
    ids = _ids(records)
    return [
        fix
        for file, one in records.files.items()
        if wanted(file) and one.problems
        for fix in _accepted_alone(records, one, _proposals(records.profile.judge(one.problems), one.text, ids, today))
    ]


def _accepted_alone(records: Records, one: FileReading, fixes: list[Fix]) -> list[Fix]:
    return accept(fixes, one.problems, lambda tried: _fixed(records, one.file.file, tried).problems)


def _fixes_together(records: Records, wanted: Callable[[str], bool], today: str) -> list[Fix]:
    """The changes for what is wrong with records in the company of others."""
    problems = _problems(records)
    ids = _ids(records)
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        read = records.files.get(problem.file)
        if read is not None and wanted(problem.file) and problem not in {*records.profile.judge(read.problems)}:
            by_file.setdefault(problem.file, []).append(problem)
    fixes = [fix for file, some in by_file.items() for fix in _proposals(some, records.files[file].text, ids, today)]
    return accept(fixes, problems, lambda tried: _problems(_with_fixes(records, tried)))


def _ids(records: Records) -> set[str]:
    return {one.file.id for one in records.files.values()}


def _problems(records: Records) -> list[Problem]:
    return [*records.problems, *check(link(records))]


def _proposals(problems: Iterable[Problem], content: str, ids: set[str], today: str) -> list[Fix]:
    """Changes to one file, in order, no two of which touch the same text."""
    proposed = [fix for problem in problems if (fix := propose(problem, content, ids, today)) is not None]
    fixes: list[Fix] = []
    for fix in sorted(proposed, key=lambda fix: fix.start):
        if not fixes or fix.start >= fixes[-1].end:
            fixes.append(fix)
    return _without_rivals(fixes, content)


def _without_rivals(fixes: list[Fix], content: str) -> list[Fix]:
    """The changes without those that would make one key of several of a mapping."""
    keys = [one for one in fixes if one.problem.code == UNKNOWN_KEY.id]
    if len(keys) < 2:
        return fixes
    positions = read_document(content).positions
    made = Counter((positions.mapping_at(one.start), one.after) for one in keys)
    return [one for one in fixes if one not in keys or made[(positions.mapping_at(one.start), one.after)] == 1]


def _fixed(records: Records, file: str, fixes: Iterable[Fix]) -> FileReading:
    """What would come of a file with these changes made."""
    one = records.files[file]
    return reading.read_content(one.file, apply(one.text, fixes).encode(), records.vocabulary)


def _with_fixes(records: Records, fixes: Iterable[Fix]) -> Records:
    """What would come of all files with these changes made."""
    return records.with_files({file: _fixed(records, file, some) for file, some in _by_file(fixes).items()})


def _write(folder: Path, records: Records, fixes: Iterable[Fix]) -> Records:
    """Make the changes; what came of all files after them."""
    after = _with_fixes(records, fixes)
    for file in _by_file(fixes):
        replace_text(folder / file, after.files[file].text)
    return after


def _put_in_order(records: Records, file: str, folder: Path) -> bool:
    """Format a file without errors whose keys are not in the order of the schema; whether it was one."""
    one = records.files[file]
    if any(problem.severity is Severity.ERROR for problem in one.problems):
        return False
    content = one.text
    value = read_document(content).value
    if value is None or json.dumps(value) == json.dumps(ordered(one.file.model, value)):
        return False
    try:
        written = format_record(content, one.file.model)
    except NotFormattedError:
        return False
    after = reading.read_content(one.file, written.encode(), records.vocabulary).problems
    if written == content or Counter(map(identity, after)) != Counter(map(identity, one.problems)):
        return False
    replace_text(folder / one.file.file, written)
    return True


def _by_file(fixes: Iterable[Fix]) -> dict[str, list[Fix]]:
    by_file: dict[str, list[Fix]] = {}
    for one in fixes:
        by_file.setdefault(one.problem.file, []).append(one)
    return by_file
