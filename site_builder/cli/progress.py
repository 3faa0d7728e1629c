"""Telling somebody who waits at a terminal how far work has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds of work of which nothing is said."""
_INTERVAL = 0.1
_ERASE = "\r\x1b[K"


def told(items: Sequence[T], doing: str) -> Iterator[T]:
    """The items, one by one; on a terminal standard error says how many are done once that takes a second."""
    started = time.monotonic()
    due = started + _PATIENCE if sys.stderr.isatty() else float("inf")
    shown = False
    try:
        for number, item in enumerate(items):
            yield item
            if time.monotonic() >= due:
                sys.stderr.write(f"{_ERASE}{doing}: {number + 1:,} of {len(items):,}")
                sys.stderr.flush()
                due, shown = time.monotonic() + _INTERVAL, True
    finally:
        if shown:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
