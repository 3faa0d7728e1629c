"""A terminal: whether it shows colours, and what is said to somebody who waits at it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
"""Seconds of work of which nothing is said."""
_ERASE = "\r\x1b[K"


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """On a terminal, standard error says what is being done once that takes a second, until it is done."""
    said = threading.Event()

    def say() -> None:
        said.set()
        sys.stderr.write(f"{doing} …")
        sys.stderr.flush()

    timer = threading.Timer(_PATIENCE, say)
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if said.is_set():
            sys.stderr.write(_ERASE)
            sys.stderr.flush()


def wants_colour() -> bool:
    """Whether what is printed goes to a terminal that shows colours to somebody who wants them (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
