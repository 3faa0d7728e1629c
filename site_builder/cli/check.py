"""`timeline check`: what is wrong with the records."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence

import click

from site_builder.cli.completion import complete_paths
from site_builder.cli.folders import Chosen, choose
from site_builder.cli.listing import Change, sort_out, with_missing_pages
from site_builder.cli.report import changes, in_annotations, in_json, in_text, wants_colour
from site_builder.cli.waiting import waiting
from site_builder.comparing import take
from site_builder.fixing import Outcome, fix

_EPILOG = """\b
Examples:
  timeline check                                all records below events/
  timeline check events/2024                    those of one folder; all are read
  timeline check --fix                          mend what is mended safely, list the rest
  timeline check --since origin/main            what a branch brings
  timeline check --format json | jq .problems   for programs

Exit code 0: nothing listed fails the check; 1: an error does, with --strict a warning too; 2: the check could
not run."""


@click.command(short_help="List what is wrong with the records, and mend it.", epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_paths)
@click.option("--since", metavar="REF", help="List what the change since REF touches or causes; count the rest.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="For people, as annotations of a pull request, or for programs.",
)
@click.option("--fix", "mend", is_flag=True, help="Mend what has one answer; list what is left.")
@click.option(
    "--docs-url",
    metavar="URL",
    envvar="TIMELINE_DOCS_URL",
    default="",
    help="Where the pages of problems are online (also TIMELINE_DOCS_URL): name each code's page too.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
def check(paths: Sequence[str], since: str | None, form: str, mend: bool, docs_url: str, strict: bool) -> None:
    """List every problem of the records in each PATH, a folder or a record (default: events).

    Each begins with file:line:column: error, warning or hint; then come the line with a caret under the exact
    text, what was probably meant, and where the code is explained.
    """
    chosen = choose(paths)
    with waiting("checking the records"):
        change = None if since is None else Change.since(since, chosen.folder)
        today = datetime.date.today().isoformat()
        outcome = fix(chosen.folder, _may_change(chosen, change), today) if mend else Outcome((), ())
        now = with_missing_pages(take(chosen.folder), chosen.folder)
        listing = sort_out(now, chosen, change)
    if form == "json":
        click.echo(in_json(listing, now, chosen.prefix, docs_url, outcome))
    else:
        for line in changes(outcome, chosen.prefix):
            # A file's name could begin another workflow command.
            click.echo(line if form == "text" else f"- {line}")
        in_form = in_text if form == "text" else in_annotations
        for line in in_form(listing, now, chosen.prefix, docs_url):
            click.echo(line, color=form == "text" and wants_colour())
    sys.exit(1 if listing.fails(strict) else 0)


def _may_change(chosen: Chosen, change: Change | None) -> Callable[[str], bool]:
    """Which files may be mended: those that were named, and of them only what the change touches."""
    return lambda file: chosen.includes(file) and (change is None or file in change.touched)
