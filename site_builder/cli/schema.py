"""`timeline schema`: writes the JSON Schemas that editors complete and check records by."""

import sys
from pathlib import Path

import click

from site_builder.cli.folders import USUAL
from site_builder.cli.terminal import print_line
from site_builder.languages import say
from site_builder.schema import FOLDER, stale_files, write_schemas

_EPILOG = """\b
Examples:
  timeline schema                               after adding records, so that editors know their ids
  timeline schema --check                       check that the schemas are up to date

Exit code 0: written, or up to date; 1: with --check, out of date; 2: the schemas could not be written."""


@click.command(epilog=_EPILOG)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=USUAL)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 when a schema is out of date.")
def schema(folder: Path, check_only: bool) -> None:
    """Write a JSON Schema for each kind of record, and the ids that exist, into FOLDER/.schema."""
    if check_only:
        stale = stale_files(folder)
        for name in stale:
            print_line(say("{file} is out of date: run `timeline schema`", file=folder / FOLDER / name))
        sys.exit(1 if stale else 0)
    for path in write_schemas(folder):
        print_line(str(path))
