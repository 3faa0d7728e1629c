"""`timeline fmt`: the one format of all records."""

import sys
from collections.abc import Sequence

import click

from site_builder.cli.folders import Chosen, choose
from site_builder.cli.terminal import print_line, waiting
from site_builder.editing import NotFormattedError, formatted_file, replace_text
from site_builder.languages import say, say_n
from site_builder.reading import RecordFile, find_files

_EPILOG = """\b
Examples:
  timeline fmt                                  all records in events/
  timeline fmt events/2024/2024-07-27-x.yml     one record
  timeline fmt --check                          list those that would change

Exit code 0: all records are formatted; 1: with --check some would change, or a file was left alone because it could
not be read; 2: the command could not run."""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--check", is_flag=True, help="Change nothing; list the records that would change.")
def fmt(paths: Sequence[str], check: bool) -> None:
    """Format the records in each PATH, a folder or a record (default: events).

    Keys come in the order of the schema, indented by two spaces, in lines of at most 100 columns. Comments stay, and
    so does everything that the record says. A file that cannot be read is listed and left alone.
    """
    chosen = choose(paths)
    files = [file for file in find_files(chosen.folder)[0] if chosen.includes(file.file)]
    with waiting(say("formatting")):
        outcomes = {f"{chosen.prefix}{file.file}": _format(file, chosen, check) for file in files}
    verb = say("would be formatted") if check else say("formatted")
    left = sum(isinstance(outcome, str) for outcome in outcomes.values())
    changed = sum(outcome is True for outcome in outcomes.values())
    for file, outcome in outcomes.items():
        if isinstance(outcome, str):
            print_line(say("{file}: left alone: {reason}", file=file, reason=outcome), err=True)
        elif outcome:
            print_line(f"{file}: {verb}")
    records = say_n("{n:,} record", "{n:,} records", len(files))
    print_line(
        say(
            "{records}: {changed:,} {verb}, {left:,} left alone", records=records, changed=changed, verb=verb, left=left
        ),
        err=True,
    )
    sys.exit(1 if left or (check and changed) else 0)


def _format(file: RecordFile, chosen: Chosen, check: bool) -> bool | str:
    """Format one file, or only find out whether it would change: whether it did, or why it was left alone."""
    try:
        written = formatted_file(file, chosen.folder)
        if written is not None and not check:
            replace_text(chosen.folder / file.file, written)
    except (NotFormattedError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return reason or str(error)
    return written is not None
