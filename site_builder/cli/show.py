"""`timeline show`: a record in the terminal."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from site_builder.chronicle import Chronicle
from site_builder.cli.completion import ids
from site_builder.cli.folders import USUAL, reading
from site_builder.cli.terminal import print_line, waiting, wants_colour
from site_builder.editing import label_of, search
from site_builder.keeping import cache_folder
from site_builder.languages import say
from site_builder.pages import HOME, Addresses, Here, make_site
from site_builder.records import Kind
from site_builder.showing import NARROWEST, TextSection, show_record, wrap

_WIDTH = 100
"""Columns where nothing says how many there are."""
_LANGUAGE = "en"
_EPILOG = """\b
Examples:
  timeline show 2024-07-27-eastbridge-ambush
  timeline show actor:army                      when several kinds of record have the same id
  timeline show army --width 72 | less

Exit code 0: printed; 1: no record has this id; 2: the records could not be read."""


@click.command(epilog=_EPILOG)
@click.argument("record", metavar="ID", shell_complete=ids())
@click.option("--width", type=click.IntRange(min=NARROWEST), help="Width in columns (default: that of the terminal).")
@click.option("--folder", default=USUAL, show_default=True, metavar="FOLDER", help="The folder of the records.")
def show(record: str, width: int | None, folder: str) -> None:
    """Print the record with this ID. An event is printed with its claims as a table and its links in both directions.

    `kind:id` chooses one kind when records of several kinds have the same id.
    """
    with reading(folder), waiting(say("reading")):
        chronicle = Chronicle.open(Path(folder), cache=cache_folder(Path(folder)))
    found = list(_find(chronicle, record))
    if not found:
        _explain_missing(chronicle, record)
    here = Here(make_site(chronicle, Addresses(), _LANGUAGE), HOME)
    columns = width or (max(shutil.get_terminal_size().columns, NARROWEST) if sys.stdout.isatty() else _WIDTH)
    for number, (kind, record_id) in enumerate(found):
        if number:
            click.echo()
        _print(show_record(here, chronicle.records(kind)[record_id], columns), columns)


def _find(chronicle: Chronicle, written: str) -> Iterator[tuple[Kind, str]]:
    """The records that an id means: by its present or a former id, of the kind before a colon or of all."""
    kinds, record_id = _take_apart(written)
    for kind in kinds:
        present = chronicle.present_id(kind, record_id)
        if present in chronicle.records(kind):
            yield kind, present


def _take_apart(written: str) -> tuple[tuple[Kind, ...], str]:
    """The kinds and the id of `id`, `kind:id` or either with `#claim`."""
    name, _, record_id = written.partition("#")[0].rpartition(":")
    return tuple(kind for kind in Kind if name in ("", kind.value)), record_id


def _explain_missing(chronicle: Chronicle, written: str) -> NoReturn:
    kinds, record_id = _take_apart(written)
    unread = sorted({problem.file for problem in chronicle.errors if Path(problem.file).stem == record_id})
    for file in unread:
        message = say("{file} has errors, so it cannot be printed: `timeline check` lists them", file=file)
        print_line(message, err=True)
    removals = [chronicle.removed[kind][record_id] for kind in kinds if record_id in chronicle.removed[kind]]
    for removal in removals:
        print_line(
            say("the record `{id}` was removed for privacy on {date}", id=removal.id, date=removal.date), err=True
        )
    if not unread and not removals:
        print_line(say("no record has the id `{id}`", id=written), err=True)
        for near in search(chronicle, kinds or tuple(Kind), record_id, limit=5):
            print_line(f"  {near.record_kind.value}:{near.id}  {label_of(near)}", err=True)
    sys.exit(1)


def _print(sections: tuple[TextSection, ...], width: int) -> None:
    colour = wants_colour()
    for number, section in enumerate(sections):
        if number:
            click.echo()
        for line in wrap(section.heading, width):
            click.echo(click.style(line, bold=True), color=colour)
        for line in section.lines:
            click.echo(line)
