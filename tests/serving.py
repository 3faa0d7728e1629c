"""Runs `mkdocs serve` as people do, and watches its pages and what it prints."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

_DEADLINE = 120
"""Seconds after which something that was waited for is taken not to come; far more than anything needs."""
_PAUSE = 0.2
MKDOCS = (sys.executable, "-m", "mkdocs")
TIMELINE = (str(Path(sys.executable).with_name("timeline")),)
REBUILT = "Detected file changes"


@dataclass(frozen=True, slots=True)
class Server:
    """A running `mkdocs serve`."""

    root: Path
    """The folder of `mkdocs.yml`."""
    url: str
    process: subprocess.Popen[bytes]
    output: Path

    def printed(self) -> str:
        """What it has printed so far."""
        return self.output.read_text(encoding="utf-8", errors="replace")

    def page(self, address: str = "") -> str:
        """A page as it is served now; empty while there is none, or no server yet."""
        try:
            with urlopen(self.url + address, timeout=_DEADLINE) as answer:
                return str(answer.read().decode())
        except HTTPError as missing:
            return f"{missing.code} {missing.reason}"
        except (OSError, HTTPException):
            return ""

    def wait_for(self, what: str, holds: Callable[[], bool]) -> None:
        """Wait until something holds; fails, with all that was printed, where it never does."""
        give_up = time.monotonic() + _DEADLINE
        while not holds():
            assert self.process.poll() is None, f"the server ended before {what}:\n{self.printed()}"
            assert time.monotonic() < give_up, f"never seen: {what}\n{self.printed()}"
            time.sleep(_PAUSE)

    def wait_for_page(self, address: str, *words: str, without: str = "\0") -> str:
        """Wait until a page holds all of the words and not those that it is to be without; the page then."""
        seen = ""

        def holds() -> bool:
            nonlocal seen
            seen = self.page(address)
            return bool(seen) and without not in seen and all(word in seen for word in words)

        self.wait_for(f"{address} with {words} without {without!r}", holds)
        return seen

    def wait_for_print(self, words: str, times: int = 1) -> None:
        self.wait_for(f"{words} printed", lambda: self.printed().count(words) >= times)

    def builds_again(self, seconds: float) -> bool:
        """Whether it builds again within some seconds without being given a reason."""
        before = self.printed().count(REBUILT)
        time.sleep(seconds)
        return self.printed().count(REBUILT) > before


@contextmanager
def serve(
    root: Path, output: Path, command: Sequence[str] = MKDOCS, options: Sequence[str] = (), **environment: str
) -> Iterator[Server]:
    """`mkdocs serve` in a folder, until the end of the block; what it prints goes to a file elsewhere.

    It is ended as Ctrl-C in a terminal ends it, which tells every process that it started too.
    """
    port = _free_port()
    with output.open("wb") as stream:
        process = subprocess.Popen(
            [*command, "serve", "-a", f"127.0.0.1:{port}", *options],
            cwd=root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"} | environment,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Server(root, f"http://127.0.0.1:{port}/", process, output)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(_DEADLINE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise


def listing(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Every file and folder below one, with its time of change in nanoseconds and its size."""
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.rglob("*"))}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
