"""`timeline sources`: whether what records rest on still stands where they say, and copies of it in web archives."""

import os
import sys
import threading
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import click

from site_builder import TimelineError
from site_builder.chronicle import Chronicle
from site_builder.cli.completion import ids
from site_builder.cli.folders import USUAL, address_of_site, choose, reading
from site_builder.cli.terminal import print_line, waiting
from site_builder.editing import NotFormattedError, Workshop, replace_text, with_key
from site_builder.keeping import cache_folder
from site_builder.languages import say, say_n
from site_builder.outside import (
    INTERNET_ARCHIVE,
    Asker,
    NotArchivedError,
    Pace,
    Reach,
    Report,
    WebArchive,
    addresses_of,
    as_data,
    as_issue,
    as_lines,
    ask_all,
    unread_records,
)
from site_builder.reading import RecordFile
from site_builder.records import AddressError, Kind, Source, read_address

_AS_WRITTEN = "%/:=&?~+!$,;@[]"
_PAUSE = 1.0
"""Seconds between two requests to a host."""
_EPILOG = """\b
Examples:
  timeline sources check                        ask for every address of the records
  timeline sources archive harbour-news-2024-07-30-toll   ask a web archive for a copy"""
_EPILOG_OF_ARCHIVE = """\b
Examples:
  timeline sources archive harbour-news-2024-07-30-toll
  timeline sources archive harbour-news-2024-07-30-toll coast-agency-2024-08-02 --write

Exit code 0: each has an archived copy; 1: some have none; 2: the command could not run."""
_EPILOG_OF_CHECK = """\b
Examples:
  timeline sources check                        every address of the records in events/
  timeline sources check events/sources         those of the sources
  timeline sources check --format markdown      the text of an issue
  timeline sources check --minutes 30           end after half an hour with what is known by then

Exit code 0: no address is moved, gone or unreachable; 1: some are, or a record has errors and could not be read;
2: it could not run, or was stopped by Ctrl-C."""


site_url_option = click.option(
    "--site-url",
    metavar="URL",
    envvar="SITE_URL",
    default="",
    help="Address of the site, by which hosts know who asks (also the variable SITE_URL; default: that of mkdocs.yml).",
)


class OptionAddressError(TimelineError):
    """What was given as an address is none."""


def reach() -> Reach:
    """What these commands may reach: the open internet."""
    return Reach()


@click.group(epilog=_EPILOG)
def sources() -> None:
    """Ask whether sources are still where records say, and web archives for copies of them.

    Nothing of your own network is asked.
    """


@sources.command(short_help="Ask for each address whether it is still there.", epilog=_EPILOG_OF_CHECK)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For people, for the text of an issue, or for programs.",
)
@click.option("--minutes", type=click.FloatRange(min=0), help="End after so many minutes; the others are not asked.")
@site_url_option
def check(paths: Sequence[str], form: str, minutes: float | None, site_url: str) -> None:
    """Ask for every address of the records in each PATH, a folder or a record (default: events), and report.

    A host gets one request at a time, a second apart, and is left alone for as long as it asks. What stands at an
    address is not read. Ctrl-C ends it with what is known so far.
    """
    chosen = choose(paths)
    with waiting(say("reading")):
        chronicle = Chronicle.open(chosen.folder, cache=cache_folder(chosen.folder))
    wanted = [file for file in chronicle.files if chosen.includes(file)]
    places = addresses_of(chronicle, chosen.prefix, wanted)
    stop = threading.Event()
    asker = Asker(reach(), Pace(_PAUSE, stop.wait), agent(site_url or address_of_site(chosen.folder)))
    with waiting(_progress(0, len(places))) as change:
        seconds = None if minutes is None else minutes * 60
        asked = ask_all(places, asker.ask, stop, seconds, lambda known: change(_progress(known, len(places))))
    report = Report(places, asked.fates, unread_records(chronicle, chosen.prefix, wanted))
    if form == "text":
        for line in as_lines(report):
            print_line(line)
    else:
        click.echo(as_issue(report) if form == "markdown" else as_data(report), nl=form == "json")
    sys.exit(2 if asked.was_stopped else int(report.needs_work))


def _progress(known: int, all_of_them: int) -> str:
    return say_n("{known:,} of {n:,} address asked", "{known:,} of {n:,} addresses asked", all_of_them, known=known)


@sources.command(short_help="Ask a web archive for a copy of sources.", epilog=_EPILOG_OF_ARCHIVE)
@click.argument("wanted", nargs=-1, required=True, metavar="ID...", shell_complete=ids(Kind.SOURCE))
@click.option("--write", is_flag=True, help="Put the line into each record; nothing else of it changes.")
@click.option(
    "--archive",
    "address",
    metavar="URL",
    envvar="TIMELINE_ARCHIVE",
    default=INTERNET_ARCHIVE,
    show_default=True,
    help="The archive, which answers as the Internet Archive does (also the variable TIMELINE_ARCHIVE).",
)
@site_url_option
@click.option("--folder", default=USUAL, show_default=True, metavar="FOLDER", help="The folder of the records.")
def archive(wanted: Sequence[str], write: bool, address: str, site_url: str, folder: str) -> None:
    """Ask a web archive for a copy of the sources with these IDs, and propose the line `archive:` for each record.

    The Internet Archive wants the keys of an account: give them as `key:secret` in the variable TIMELINE_ARCHIVE_KEYS.
    A source that has an archived copy is left alone.
    """
    with reading(folder), waiting(say("reading")):
        workshop = Workshop(Path(folder))
    keys = os.environ.get("TIMELINE_ARCHIVE_KEYS", "")
    pace = Pace(_PAUSE, threading.Event().wait)
    service = WebArchive(reach(), pace, agent(site_url or address_of_site(workshop.folder)), _checked(address), keys)
    is_done = [_archive(workshop, service, record_id, write) for record_id in wanted]
    sys.exit(int(not all(is_done)))


def _archive(workshop: Workshop, service: WebArchive, record_id: str, write: bool) -> bool:
    """Whether a source has an archived copy in the end."""
    chronicle = workshop.chronicle
    source = chronicle.sources.get(chronicle.present_id(Kind.SOURCE, record_id.removeprefix("source:")))
    if source is None:
        print_line(
            say("no source has the id `{id}`, or it has errors: `timeline check` lists them", id=record_id), err=True
        )
        return False
    file = workshop.path(RecordFile(source.file))
    if source.archive is not None:
        print_line(say("{file}: has an archived copy already", file=file.as_posix()), err=True)
        return True
    try:
        if source.url is None:
            raise NotArchivedError(say("it has no address"))
        with waiting(say("waiting for the archive")):
            copy = service.copy(source.url)
        # First of all: the copy is there, whatever becomes of the record.
        print_line(say("{file}: archive: {copy}", file=file.as_posix(), copy=copy))
        if write:
            _write(workshop, source, copy)
    except (NotArchivedError, NotFormattedError) as error:
        print_line(f"{file.as_posix()}: {error}", err=True)
        return False
    return True


def _write(workshop: Workshop, source: Source, copy: str) -> None:
    """Put the line into a record. Raises NotFormattedError where that cannot be, or would be an error, and OSError."""
    file, before = RecordFile(source.file), workshop.chronicle.files[source.file].content
    text = with_key(before.decode().lstrip("\ufeff"), Source, "archive", copy)
    trial = workshop.attempt(file, text)
    if not trial.passes:
        raise NotFormattedError(trial.problems[0].message)
    path = workshop.path(file)
    if path.read_bytes() != before:
        raise NotFormattedError(say("somebody else changed it meanwhile, and it was left alone"))
    replace_text(path, text)
    workshop.read_again()


def agent(site_url: str) -> str:
    """Who asks, as hosts are told (RFC 9110, 10.1.5). Raises OptionAddressError."""
    program = f"mkdocs-timeline/{version('mkdocs-timeline')}"
    if not site_url:
        return program
    return f"{program} (+{quote(_checked(site_url), _AS_WRITTEN)})"


def _checked(url: str) -> str:
    """An address that was given as an option. Raises OptionAddressError where it is none."""
    try:
        return read_address(url)
    except AddressError as error:
        raise OptionAddressError(say("`{url}`: {error}", url=url, error=str(error))) from None
