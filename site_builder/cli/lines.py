"""Lines that somebody types at a terminal, or pastes into it."""

import contextlib
import re
import sys
import unicodedata
from collections.abc import Callable

import click

from site_builder import TimelineError
from site_builder.cli.command import is_broken

YES, NO = frozenset({"y", "yes"}), frozenset({"n", "no"})
_LINE_BREAKS = re.compile(r"\s*[\r\n\t]+\s*")


class LeftError(TimelineError):
    """Somebody leaves the record that they are writing."""


def read_line(words: str, leave: Callable[[], None], default: str = "") -> str:
    """What is typed after some words; a text that was pasted in several lines is one.

    Ctrl-C and Ctrl-D at a terminal call `leave`, which raises LeftError, or returns where they go on. Raises
    click.Abort where answers come from elsewhere and end.
    """
    _edit_lines()
    while True:
        try:
            typed: str = click.prompt(words, default=default, show_default=bool(default), prompt_suffix=": ")
        except click.Abort:
            if not sys.stdin.isatty():
                raise
            click.echo()
            leave()
            continue
        typed = _LINE_BREAKS.sub(" ", typed).strip()
        if is_broken(typed):
            click.echo("  This is not UTF-8 text: type it again.")
        elif any(unicodedata.category(character) == "Cc" for character in typed):
            click.echo("  This contains keys that write no text, such as arrows: type it again.")
        else:
            return typed


def _edit_lines() -> None:
    """Let arrow keys move in a line, and a pasted line break not end it, where there is GNU readline."""
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline

            readline.parse_and_bind("set enable-bracketed-paste on")
