"""`timeline serve`, and how MkDocs is run with the site's own settings."""

import os
import runpy
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

_PASSED_ON = {"ignore_unknown_options": True, "help_option_names": []}


@click.command(context_settings=_PASSED_ON)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def serve(arguments: Sequence[str]) -> None:
    """Serve the site and rebuild it on every change: `mkdocs serve` with the ARGUMENTS given."""
    run_mkdocs("serve", *arguments)


def run_mkdocs(*arguments: str) -> NoReturn:
    """Run MkDocs in this process, so that whoever ends the command ends it; exit as it does.

    A signal that asks to end is taken as Ctrl-C is: MkDocs then removes the site that it serves.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # One that is ignored, as under `nohup`, stays so.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)
    # As `python -m mkdocs` has it: a site's own extensions may lie beside its settings.
    sys.path.insert(0, os.getcwd())  # noqa: PTH109
    sys.argv[1:] = arguments
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    sys.exit()


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    # Another signal must not end the clearing up.
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
