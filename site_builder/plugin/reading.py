"""What a broken record does: it stops a build, and under `mkdocs serve` it leaves the last good site."""

import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

from site_builder.chronicle import Chronicle
from site_builder.keeping import cache_folder
from site_builder.languages import say, say_n
from site_builder.problems import UNREADABLE_FILE, Problem, Severity, as_text
from site_builder.reading import DEEPEST_FOLDER

log = logging.getLogger("mkdocs.plugins.timeline")

State = frozenset[tuple[str, int, int]]
"""The files of a folder: path, time of change in nanoseconds, size in bytes."""


@dataclass
class Last:
    """What `mkdocs serve` keeps from one build to the next."""

    good: Chronicle | None = None
    """The last chronicle that had no errors."""
    state: State = frozenset()
    """The state of the records when they were last read."""


def read_for_build(folder: Path, prefix: str) -> Chronicle:
    """The chronicle; raises PluginError with every problem where a record is broken."""
    chronicle, problems = _read(folder)
    if chronicle is None or _errors(problems):
        raise _all_of(problems, prefix)
    _report_warnings(problems, prefix)
    return chronicle


def read_for_serve(folder: Path, prefix: str, last: Last) -> tuple[Chronicle, tuple[Problem, ...]]:
    """The chronicle to show and the errors to show with it.

    Where a record is broken it is the last good chronicle, or at the first build what can be read. Raises
    PluginError where there is neither.
    """
    last.state = state_of(folder)
    chronicle, problems = _read(folder)
    errors = _errors(problems)
    if not errors:
        last.good = chronicle
    shown = chronicle if last.good is None else last.good
    if shown is None:
        raise _all_of(problems, prefix)
    _report_warnings(problems, prefix)
    for problem in errors:
        log.warning(as_text(problem, prefix))
    if errors:
        what = say("what can be read") if last.good is None else say("the last good site")
        log.warning(say("{errors}: {what} is served", errors=_count(errors), what=what))
    return shown, errors


def refuse_errors(problems: Sequence[Problem], prefix: str) -> None:
    """Raises PluginError with every problem where one is an error."""
    if _errors(problems):
        raise _all_of(problems, prefix)


def state_of(folder: Path) -> State:
    """The state of a folder's files now; those that cannot be asked are left out."""
    found = []
    for parent, below, names in os.walk(folder):
        if len(Path(parent).parts) - len(folder.parts) > DEEPEST_FOLDER:
            below.clear()
        for name in names:
            with suppress(OSError):
                facts = (Path(parent) / name).stat()
                found.append((f"{parent}/{name}", facts.st_mtime_ns, facts.st_size))
    return frozenset(found)


def _read(folder: Path) -> tuple[Chronicle | None, tuple[Problem, ...]]:
    """The chronicle and what is wrong with it; that alone where the folder itself cannot be read."""
    try:
        chronicle = Chronicle.open(folder, cache=cache_folder(folder))
    except OSError as error:
        message = say("the folder of the records cannot be read: {error}", error=error.strerror or str(error))
        return None, (Problem.of(UNREADABLE_FILE, message, ""),)
    return chronicle, chronicle.problems


def _all_of(problems: Sequence[Problem], prefix: str) -> PluginError:
    lines = "\n".join(as_text(problem, prefix) for problem in problems)
    stopped = say("timeline: {errors} in the records", errors=_count(_errors(problems)))
    return PluginError("\n".join((stopped, lines, say("`timeline explain CODE` says more of a code."))))


def _report_warnings(problems: tuple[Problem, ...], prefix: str) -> None:
    """Print warnings at a level that `--strict` does not count: only errors stop a build."""
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            log.info(as_text(problem, prefix))


def _errors(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def _count(errors: tuple[Problem, ...]) -> str:
    return say_n("{n} error", "{n} errors", len(errors))
