"""A terminal: whether it shows colours, and what it shows while somebody waits."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
"""Seconds after which something is said."""
_ERASE = "\r\x1b[K"


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Say on a terminal what is being done, from when it has taken a second until it is done."""
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
