"""`timeline check`: every problem of the records."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from site_builder.chronicle import Chronicle
from site_builder.problems import Severity, as_text
from site_builder.records import Kind


@click.command()
@click.argument("folder", default="events")
def check(folder: str) -> None:
    """Print every problem of the records in FOLDER (default: events).

    Each line begins with file:line:column: error, or warning. Exit code 0: no errors; 1: errors; 2: the check
    could not run.
    """
    try:
        chronicle = Chronicle.open(Path(folder))
    except OSError as error:
        click.echo(f"{folder}: cannot be read: {error.strerror or error}", err=True)
        sys.exit(2)
    prefix = "" if folder in (".", "./") else folder.rstrip("/") + "/"
    for problem in chronicle.problems:
        click.echo(as_text(problem, prefix))
    click.echo(_summary(chronicle))
    sys.exit(1 if chronicle.errors else 0)


def _summary(chronicle: Chronicle) -> str:
    counts = Counter(problem.severity for problem in chronicle.problems)
    records = sum(len(chronicle.records(kind)) for kind in Kind)
    found = ", ".join(_count(counts[severity], severity.value) for severity in Severity)
    return f"{_count(len(chronicle.events), 'event')}, {_count(records, 'record')}: {found}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
