"""`timeline sources`: whether what records rest on still stands where they say, asked of the hosts themselves."""

import sys
import threading
from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import quote

import click

from site_builder import TimelineError
from site_builder.chronicle import Chronicle
from site_builder.cli.folders import address_of_site, choose
from site_builder.cli.terminal import print_line, waiting
from site_builder.languages import say
from site_builder.outside import (
    Asker,
    Pace,
    Reach,
    Report,
    addresses_of,
    as_data,
    as_issue,
    as_lines,
    ask_all,
)
from site_builder.records import AddressError, read_address

_AS_WRITTEN = "%/:=&?~+!$,;@[]"
_PAUSE = 1.0
"""Seconds between two requests to a host."""
_EPILOG = """\b
Examples:
  timeline sources check                        ask for every address of the records
  timeline sources check --help                 its options and exit codes"""
_EPILOG_OF_CHECK = """\b
Examples:
  timeline sources check                        every address of the records in events/
  timeline sources check events/sources         those of the sources
  timeline sources check --format markdown      the text of an issue
  timeline sources check --minutes 30           end after half an hour with what is known by then

Exit code 0: no address is moved, gone or unreachable; 1: some are; 2: it could not run, or was stopped by Ctrl-C."""


class SiteAddressError(TimelineError):
    """What was given as the address of the site is none."""


def reach() -> Reach:
    """What these commands may reach: the open internet."""
    return Reach()


@click.group(epilog=_EPILOG)
def sources() -> None:
    """Ask the hosts of sources, and of other addresses in records, whether they are still there.

    Nothing of your own network is asked, and no record is changed.
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
@click.option(
    "--site-url",
    metavar="URL",
    envvar="SITE_URL",
    default="",
    help="Address of the site, by which hosts know who asks (also the variable SITE_URL; default: that of mkdocs.yml).",
)
def check(paths: Sequence[str], form: str, minutes: float | None, site_url: str) -> None:
    """Ask for every address of the records in each PATH, a folder or a record (default: events), and report.

    A host gets one request at a time, a second apart, and is left alone for as long as it asks. What stands at an
    address is not read. Ctrl-C ends it with what is known so far.
    """
    chosen = choose(paths)
    with waiting(say("reading")):
        chronicle = Chronicle.open(chosen.folder)
    wanted = (file for file in chronicle.files if chosen.includes(file))
    places = addresses_of(chronicle, chosen.prefix, wanted)
    stop = threading.Event()
    asker = Asker(reach(), Pace(_PAUSE, stop.wait), agent(site_url or address_of_site(chosen.folder)))
    with waiting(say("asking for {n:,} addresses", n=len(places))):
        asked = ask_all(places, asker.ask, stop, None if minutes is None else minutes * 60)
    report = Report(places, asked.fates)
    if form == "text":
        for line in as_lines(report):
            print_line(line)
    else:
        click.echo(as_issue(report) if form == "markdown" else as_data(report), nl=form == "json")
    sys.exit(2 if asked.was_stopped else int(report.needs_work))


def agent(site_url: str) -> str:
    """Who asks, as hosts are told (RFC 9110, 10.1.5). Raises SiteAddressError."""
    program = f"mkdocs-timeline/{version('mkdocs-timeline')}"
    if not site_url:
        return program
    try:
        return f"{program} (+{quote(read_address(site_url), _AS_WRITTEN)})"
    except AddressError as error:
        raise SiteAddressError(say("`{url}`: {error}", url=site_url, error=str(error))) from None
