"""What a broken record does: it stops a build, and under `mkdocs serve` it leaves the last good site."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

from site_builder.chronicle import Chronicle
from site_builder.problems import Problem, Severity, as_text

log = logging.getLogger("mkdocs.plugins.timeline")


@dataclass
class Last:
    """What `mkdocs serve` keeps from one build to the next."""

    good: Chronicle | None = None


def read_for_build(folder: Path, prefix: str) -> Chronicle:
    """The chronicle; raises PluginError with every problem where a record is broken."""
    chronicle = _open(folder)
    _tell_warnings(chronicle, prefix)
    if chronicle.errors:
        lines = "\n".join(as_text(problem, prefix) for problem in chronicle.problems)
        raise PluginError(f"timeline: {_errors(len(chronicle.errors))} in the records\n{lines}")
    return chronicle


def read_for_serve(folder: Path, prefix: str, last: Last) -> tuple[Chronicle, tuple[Problem, ...]]:
    """The chronicle to show and the problems to show with it.

    Where a record is broken it is the last good chronicle, or at the first build what could be read.
    """
    chronicle = _open(folder)
    _tell_warnings(chronicle, prefix)
    if not chronicle.errors:
        last.good = chronicle
        return chronicle, ()
    for problem in chronicle.errors:
        log.warning(as_text(problem, prefix))
    if last.good is None:
        log.warning("%s: what can be read is served", _errors(len(chronicle.errors)))
        return chronicle, chronicle.errors
    log.warning("%s: the last good site is served", _errors(len(chronicle.errors)))
    return last.good, chronicle.errors


def _open(folder: Path) -> Chronicle:
    try:
        return Chronicle.open(folder)
    except OSError as error:
        raise PluginError(f"timeline: the records could not be read: {error}") from error


def _tell_warnings(chronicle: Chronicle, prefix: str) -> None:
    """Print warnings at a level that `--strict` does not count: only errors stop a build."""
    for problem in chronicle.problems:
        if problem.severity is not Severity.ERROR:
            log.info(as_text(problem, prefix))


def _errors(number: int) -> str:
    return "1 error" if number == 1 else f"{number} errors"
