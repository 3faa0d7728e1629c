"""A terminal: whether it shows colours, what it shows while somebody waits, and lines that are typed or pasted."""

import contextlib
import os
import re
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterator

import click

from site_builder import TimelineError
from site_builder.cli.command import is_broken
from site_builder.languages import say
from site_builder.problems import visible

YES, NO = frozenset({"y", "yes"}), frozenset({"n", "no"})
_LINE_BREAKS = re.compile(r"\s*[\r\n\t]+\s*")
_PATIENCE = 1.0
"""Seconds after which something is said."""
_ERASE = "\r\x1b[K"


class LeftError(TimelineError):
    """Somebody leaves the record that they are writing."""


def print_line(text: str, *, err: bool = False) -> None:
    """Print one line, in which characters that would steer the terminal are escapes."""
    click.echo(visible(text), err=err)


def wants_colour() -> bool:
    """Whether what is printed goes to a terminal that shows colours to somebody who wants them (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextlib.contextmanager
def waiting(doing: str) -> Iterator[Callable[[str], None]]:
    """Report on a terminal what is being done, from when it has taken a second until it is done.

    What is yielded changes the words meanwhile.
    """
    words, is_shown, lock = doing, False, threading.Lock()

    def show() -> None:
        nonlocal is_shown
        with lock:
            is_shown = True
            _write_over(f"{words} …")

    def change(to: str) -> None:
        nonlocal words
        with lock:
            words = to
            if is_shown:
                _write_over(f"{words} …")

    timer = threading.Timer(_PATIENCE, show)
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield change
    finally:
        timer.cancel()
        with lock:
            if is_shown:
                _write_over("")


def _write_over(line: str) -> None:
    """Write a line over the one that stands there."""
    sys.stderr.write(_ERASE + line)
    sys.stderr.flush()


def read_line(words: str, leave: Callable[[], None], default: str = "") -> str:
    """What is typed after some words; a text that was pasted in several lines is one.

    Ctrl-C and Ctrl-D at a terminal call `leave`, which raises LeftError, or returns where they go on. Raises
    click.Abort where answers come from elsewhere and end.
    """
    if sys.stdin.isatty():
        # Arrow keys move in a line, and a pasted line break does not end it, where there is GNU readline.
        with contextlib.suppress(ImportError):
            import readline

            readline.parse_and_bind("set enable-bracketed-paste on")
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
            click.echo(f"  {say('This is not UTF-8 text: type it again.')}")
        elif any(unicodedata.category(character) == "Cc" for character in typed):
            click.echo(f"  {say('This contains keys that write no text, such as arrows: type it again.')}")
        else:
            return typed
