"""`timeline schema`: writes the JSON Schemas that editors complete and check records by."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_builder.cli.folders import USUAL
from site_builder.problems import visible
from site_builder.schema import FOLDER, stale_files, write_schemas

_EPILOG = """\b
Examples:
  timeline schema                               after adding records: editors complete their ids
  timeline schema --check                       whether the schemas are what the models say

Exit code 0: written, or up to date; 1: with --check, out of date; 2: they could not be written."""


@click.command(short_help="Write the schemas that editors complete records by.", epilog=_EPILOG)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=USUAL)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit 1 where a schema is out of date.")
def schema(folder: Path, check_only: bool) -> None:
    """Write the JSON Schema of each kind of record, and the ids that exist, below FOLDER/.schema."""
    if check_only:
        stale = stale_files(folder)
        for name in stale:
            click.echo(visible(f"{folder / FOLDER / name} is out of date: run `timeline schema`"))
        sys.exit(1 if stale else 0)
    for path in write_schemas(folder):
        click.echo(visible(str(path)))
