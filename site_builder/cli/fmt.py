"""`timeline fmt`: the one layout that records have."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from site_builder.cli.completion import complete_paths
from site_builder.cli.folders import Chosen, choose
from site_builder.cli.terminal import waiting
from site_builder.editing.files import laid_out_file, replace_text
from site_builder.editing.layout import NotLaidOutError
from site_builder.problems import visible
from site_builder.reading import RecordFile, find_files

_EPILOG = """\b
Examples:
  timeline fmt                                  all records below events/
  timeline fmt events/2024/2024-07-27-x.yml     one record
  timeline fmt --check                          name those that would change, and change none

Exit code 0: every record has its layout; 1: with --check some would change, or a file could not be read and was
left alone; 2: nothing could be done."""


@click.command(short_help="Lay records out.", epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_paths)
@click.option("--check", is_flag=True, help="Change nothing; name the records that would change.")
def fmt(paths: Sequence[str], check: bool) -> None:
    """Give the records in each PATH, a folder or a record (default: events), the layout that records have.

    Keys in the order of the schema, two spaces of indentation, lines of at most 100 columns. Comments stay, and so
    does everything the record says; a file that does not read is left alone and named.
    """
    chosen = choose(paths)
    files = [file for file in find_files(chosen.folder)[0] if chosen.includes(file.file)]
    with waiting("laying out"):
        outcomes = [_lay_out(file, chosen, check) for file in files]
    for one in outcomes:
        if one.changed or one.left_alone:
            click.echo(visible(one.told), err=one.left_alone)
    changed, left = sum(one.changed for one in outcomes), sum(one.left_alone for one in outcomes)
    click.echo(_summary(len(files), changed, left, check), err=True)
    sys.exit(1 if left or (check and changed) else 0)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one file."""

    told: str
    changed: bool = False
    """Whether it was laid out, or would be."""
    left_alone: bool = False


def _lay_out(file: RecordFile, chosen: Chosen, check: bool) -> _Outcome:
    """Lay out one file, or only ask whether it would change."""
    name = f"{chosen.prefix}{file.file}"
    try:
        written = laid_out_file(file, chosen.folder)
        if written is not None and not check:
            replace_text(file.path, written)
    except (NotLaidOutError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return _Outcome(f"{name}: left alone: {reason or error}", left_alone=True)
    return _Outcome(f"{name}: {'would be laid out' if check else 'laid out'}", changed=written is not None)


def _summary(files: int, changed: int, left: int, check: bool) -> str:
    verb = "would be laid out" if check else "laid out"
    return f"{files:,} record{'' if files == 1 else 's'}: {changed:,} {verb}, {left:,} left alone"
