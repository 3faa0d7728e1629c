"""`timeline build` and `timeline serve`: MkDocs with the site's own settings."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import click

_PASSED_ON = {"ignore_unknown_options": True, "help_option_names": []}


@click.command(short_help="Build the site.", context_settings=_PASSED_ON)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def build(arguments: Sequence[str]) -> None:
    """Build the site: `mkdocs build --strict` with the ARGUMENTS given."""
    _run_mkdocs("build", "--strict", *arguments)


@click.command(short_help="Serve the site while you write.", context_settings=_PASSED_ON)
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
