"""The `timeline` command."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.chronicle import Chronicle
from site_builder.problems import Severity, as_text
from site_builder.records import Kind

_PASSED_ON = {"ignore_unknown_options": True, "help_option_names": []}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-timeline", prog_name="timeline")
def main() -> None:
    """Check and publish a chronology kept as YAML records."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


@main.command()
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


@main.command(context_settings=_PASSED_ON)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def build(arguments: Sequence[str]) -> None:
    """Build the site: `mkdocs build --strict` with the ARGUMENTS given."""
    _run_mkdocs("build", "--strict", *arguments)


@main.command(context_settings=_PASSED_ON)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def serve(arguments: Sequence[str]) -> None:
    """Serve the site and rebuild it on every change: `mkdocs serve` with the ARGUMENTS given."""
    _run_mkdocs("serve", *arguments)


def _run_mkdocs(*arguments: str) -> None:
    """Run MkDocs in the same environment; exit as it does."""
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", *arguments])
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:
            # The terminal has told MkDocs too: wait until it has put its things away.
            continue


def _summary(chronicle: Chronicle) -> str:
    counts = Counter(problem.severity for problem in chronicle.problems)
    records = sum(len(chronicle.records(kind)) for kind in Kind)
    found = ", ".join(_count(counts[severity], severity.value) for severity in Severity)
    return f"{_count(len(chronicle.events), 'event')}, {_count(records, 'record')}: {found}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
