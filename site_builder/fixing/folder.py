"""Mending the records of a folder: proposals, their trial in memory, and only then the writing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from site_builder import reading
from site_builder.chronicle import assemble
from site_builder.editing.files import replace_text
from site_builder.editing.layout import NotLaidOutError, lay_out
from site_builder.editing.order import ordered
from site_builder.fixing.fixes import Fix, Outcome, accept, apply
from site_builder.fixing.proposals import propose
from site_builder.problems import UNKNOWN_KEY, Problem, Severity
from site_builder.reading import FileReading
from site_builder.reading.documents import read_document
from site_builder.reading.schema import date_keys

Readings = Mapping[str, FileReading]
"""What came of each file alone, by its path below the folder."""
_MARK = "\ufeff"


def fix(folder: Path, wanted: Callable[[str], bool], today: str = "") -> Outcome:
    """Mend what has one answer in the files that are wanted, by their paths below the folder, and put keys in order.

    A change is made only where fewer problems are left and none that was not there: first those of each file by
    itself, then those of all records together. Raises OSError where the folder cannot be read or a file not
    written; each file is then either as it was or mended. `today` is written for `added: today`; without it nothing is.
    """
    read = reading.read(folder)

    def wanted_itself(file: str) -> bool:
        """A link to another record is not mended: the record is, and what was mended once would be again."""
        return wanted(file) and not (folder / file).is_symlink()

    alone = _mend_alone(folder, read, wanted_itself, today)
    known = _write(folder, read.files, alone)
    together = _mend_together(folder, known, wanted_itself, today)
    known = _write(folder, known, together)
    in_order = tuple(file for file in sorted(known) if wanted_itself(file) and _put_in_order(known[file], folder))
    return Outcome((*alone, *together), in_order)


def _mend_alone(folder: Path, read: reading.Reading, wanted: Callable[[str], bool], today: str) -> list[Fix]:
    """The changes for what is wrong with files by themselves."""
    ids = {one.file.id for one in read.files.values()}
    chosen = {
        file: _accepted_alone(one, folder, _proposals(one.problems, one.file.path, ids, today))
        for file, one in read.files.items()
        if wanted(file) and one.problems
    }
    return [one for file in sorted(chosen) for one in chosen[file]]


def _accepted_alone(one: FileReading, folder: Path, fixes: list[Fix]) -> list[Fix]:
    if not fixes:
        return []
    content = _content(one.file.path)
    before = Counter((problem.code, problem.message) for problem in one.problems)

    def judge(tried: Iterable[Fix]) -> int | None:
        mended = reading.read_content(one.file, folder, apply(content, tried).encode())
        left = Counter((problem.code, problem.message) for problem in mended.problems)
        return None if left - before else left.total()

    return accept(fixes, judge, before.total())


def _mend_together(folder: Path, known: Readings, wanted: Callable[[str], bool], today: str) -> list[Fix]:
    """The changes for what is wrong with records in the company of others."""
    problems = assemble(folder, reading.read(folder, known)).problems
    before = Counter(map(_identity, problems))
    ids = {one.file.id for one in known.values()}
    alone = {problem for one in known.values() for problem in one.problems}
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        if wanted(problem.file) and problem not in alone:
            by_file.setdefault(problem.file, []).append(problem)
    fixes = [fix for file, some in by_file.items() for fix in _proposals(some, folder / file, ids, today)]

    def judge(tried: Iterable[Fix]) -> int | None:
        changed = _readings(folder, known, tried)
        left = Counter(map(_identity, assemble(folder, reading.read(folder, changed)).problems))
        return None if left - before else left.total()

    return accept(fixes, judge, before.total())


def _proposals(problems: Iterable[Problem], path: Path, ids: set[str], today: str) -> list[Fix]:
    """Changes to one file, in order, no two of which touch the same text."""
    suggested = [problem for problem in problems if problem.suggestion is not None or problem.certain]
    content = _content(path) if suggested else ""
    fixes: list[Fix] = []
    for one in sorted((one for p in suggested if (one := propose(p, content, ids, today))), key=lambda one: one.start):
        if not fixes or one.start >= fixes[-1].end:
            fixes.append(one)
    return _without_rivals(fixes, content)


def _without_rivals(fixes: list[Fix], content: str) -> list[Fix]:
    """The changes without those that would make one key of several of a mapping."""
    keys = [one for one in fixes if one.problem.code == UNKNOWN_KEY.id]
    if len(keys) < 2:
        return fixes
    positions = read_document(content, date_keys()).positions
    made = Counter((positions.mapping_at(one.start), one.after) for one in keys)
    return [one for one in fixes if one not in keys or made[(positions.mapping_at(one.start), one.after)] == 1]


def _readings(folder: Path, known: Readings, fixes: Iterable[Fix]) -> Readings:
    """What would come of every file with these changes made."""
    changed = {
        file: reading.read_content(known[file].file, folder, apply(_content(folder / file), some).encode())
        for file, some in _by_file(fixes).items()
    }
    return {**known, **changed}


def _write(folder: Path, known: Readings, fixes: Iterable[Fix]) -> Readings:
    """Make the changes; what came of every file after them."""
    made = _readings(folder, known, fixes)
    for file, some in _by_file(fixes).items():
        path = folder / file
        replace_text(path, apply(_content(path), some))
    return made


def _put_in_order(one: FileReading, folder: Path) -> bool:
    """Lay out a file whose keys are not in the order of the schema, and that has no error; whether it was one."""
    if any(problem.severity is Severity.ERROR for problem in one.problems):
        return False
    content = _content(one.file.path)
    value = read_document(content, date_keys()).value
    if value is None or json.dumps(value) == json.dumps(ordered(one.file.model, value)):
        return False
    try:
        written = lay_out(content, one.file.model)
    except NotLaidOutError:
        return False
    before = Counter((problem.code, problem.message) for problem in one.problems)
    after = reading.read_content(one.file, folder, written.encode()).problems
    if written == content or Counter((problem.code, problem.message) for problem in after) != before:
        return False
    replace_text(one.file.path, written)
    return True


def _content(path: Path) -> str:
    """The text of a file as offsets in it are counted; empty where it cannot be read as text."""
    # Asked first, because a pipe would keep whoever opens it waiting.
    if not path.is_file():
        return ""
    try:
        return path.read_bytes().decode("utf-8").lstrip(_MARK)
    except (OSError, UnicodeDecodeError):
        return ""


def _by_file(fixes: Iterable[Fix]) -> dict[str, list[Fix]]:
    by_file: dict[str, list[Fix]] = {}
    for one in fixes:
        by_file.setdefault(one.problem.file, []).append(one)
    return by_file


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.file, problem.message
