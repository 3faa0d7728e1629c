"""The `timeline` command: one module a subcommand, each named below."""

import gc
import os

import click

from site_builder.cli.command import Command, commands_of
from site_builder.keeping import NO_CACHE

_COMMANDS = {
    "build": ("build", "Build the site."),
    "check": ("check", "List what is wrong with the records, and fix it."),
    "diff": ("diff", "Say what a change means."),
    "explain": ("explain", "Explain the code of a problem."),
    "fmt": ("fmt", "Format records."),
    "init": ("init", "Start a chronicle of your own."),
    "new": ("new", "Write a record, or a claim into an event."),
    "schema": ("schema", "Write JSON Schemas, with which editors complete records."),
    "serve": ("site", "Serve the site while you write."),
    "show": ("show", "Print a record."),
    "sources": ("sources", "Ask whether sources are still there, and for copies."),
}
"""The module of each command, and what the list of commands says of it: no module is loaded for that."""


_EPILOG = """\b
Examples:
  timeline init floods                          start a chronicle of your own
  timeline new event                            write an event, question by question
  timeline check                                list what is wrong, and where
  timeline check --fix                          fix what has only one answer
  timeline explain TL044                        explain the code of a problem
  timeline show 2024-07-27-eastbridge-ambush    print a record
  timeline sources check                        ask whether sources are still there
  timeline diff                                 say what your change means

`timeline COMMAND --help` shows its options and examples."""


@click.group(
    cls=Command,
    commands=commands_of(_COMMANDS),
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="mkdocs-timeline", prog_name="timeline")
@click.option(
    "--no-cache", is_flag=True, help=f"Read all records anew, and keep nothing (also the variable {NO_CACHE})."
)
@click.pass_context
def main(context: click.Context, no_cache: bool) -> None:
    """Check and publish a chronology kept as YAML records."""
    if no_cache:
        os.environ[NO_CACHE] = "1"
    if context.invoked_subcommand not in {"build", "serve"}:
        # What a short command reads is needed until it ends; looking for garbage in it would take as long as the work.
        gc.disable()
