"""The `timeline` command: one module a subcommand, each registered below."""

from __future__ import annotations

import gc

import click

from site_builder.cli.check import check
from site_builder.cli.command import Command
from site_builder.cli.diff import diff
from site_builder.cli.explain import explain
from site_builder.cli.fmt import fmt
from site_builder.cli.new import new
from site_builder.cli.schema import schema
from site_builder.cli.show import show
from site_builder.cli.site import build, serve

_EPILOG = """\b
Examples:
  timeline new event                            write an event, question by question
  timeline check                                what is wrong, and where
  timeline check --fix                          mend what has one answer
  timeline explain TL044                        what a code means
  timeline show 2024-07-27-tinzaouaten-ambush   read a record here
  timeline diff                                 what your change means

`timeline COMMAND --help` shows more of each."""


@click.group(cls=Command, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-timeline", prog_name="timeline")
@click.pass_context
def main(context: click.Context) -> None:
    """Check and publish a chronology kept as YAML records."""
    if context.invoked_subcommand not in {"build", "serve"}:
        # What a short command reads lives until it ends, and looking for cycles in it costs as much as the work.
        gc.disable()


main.add_command(check)
main.add_command(diff)
main.add_command(explain)
main.add_command(fmt)
main.add_command(new)
main.add_command(show)
main.add_command(build)
main.add_command(serve)
main.add_command(schema)
