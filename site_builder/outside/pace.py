"""Good manners: one request to a host at a time, some time apart, and later where the host asks for it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from site_builder import TimelineError


class StoppedError(TimelineError):
    """What was going on is to end."""


class Pace:
    """When a host may be asked."""

    def __init__(self, pause: float, wait: Callable[[float], bool], now: Callable[[], float] = time.monotonic) -> None:
        """`pause` are the seconds between two requests to a host; `wait` says whether all is to end meanwhile."""
        self._pause, self._wait, self._now = pause, wait, now
        self._guard = threading.Lock()
        self._hosts: dict[str, threading.Lock] = {}
        self._free: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """The one request to a host that is made now. Raises StoppedError."""
        with self._guard:
            lock = self._hosts.setdefault(host, threading.Lock())
        with lock:
            if self._wait(max(0.0, self._free.get(host, 0.0) - self._now())):
                raise StoppedError
            try:
                yield
            finally:
                self.hold(host, self._pause)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds from now."""
        self._free[host] = max(self._free.get(host, 0.0), self._now() + seconds)


def retry_after(written: str, now: datetime | None = None) -> float | None:
    """The seconds in a `Retry-After`, which is a number or a date (RFC 9110, 10.2.3); None where it is neither."""
    if written.strip().isdecimal() and written.isascii():
        return float(written[:9])
    try:
        date = parsedate_to_datetime(written)
    except (ValueError, IndexError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - (now or datetime.now(UTC))).total_seconds())
