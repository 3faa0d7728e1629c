"""How long an edit of a record takes until it is seen under `mkdocs serve`, and what the server does meanwhile.

    python bench/serve.py [EVENTS] [--runs R]

Serves a chronicle of 1,000 invented events, unless told otherwise, as `mkdocs serve` does in a process of its own:
first with no cache, then with the cache of the first. Then it changes the title of an event, and after that its title
and its date, and asks for the event's page every 20 ms until the new title is on it. Prints a Markdown table: medians
with the least and the most, in seconds of the clock.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from bench.contestants import SEED  # noqa: E402
from bench.generate import write_site  # noqa: E402

_PAUSE = 0.02
_QUIET = 10.0
"""Seconds for which an idle server is watched."""
_PATIENCE = 900.0


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, str, float]]:
    """The server's process, its address, and when it was started; it is ended as Ctrl-C ends it."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = (sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)
    try:
        yield process.pid, f"http://127.0.0.1:{port}/", started
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait()


def wait_for(address: str, words: str, since: float) -> float:
    """Seconds until a page holds the words. Raises TimeoutError."""
    while time.perf_counter() - since < _PATIENCE:
        try:
            with urlopen(address, timeout=_PATIENCE) as answer:
                if words in answer.read().decode():
                    return time.perf_counter() - since
        except OSError:
            pass
        time.sleep(_PAUSE)
    raise TimeoutError(f"{address} never held {words!r}")


def cpu_of(pid: int) -> float:
    """Seconds of processor time that a process has taken (proc_pid_stat(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def settle(pid: int) -> None:
    """Wait until a process has done what it does behind its pages."""
    before = -1.0
    while cpu_of(pid) - before > 0.05:
        before = cpu_of(pid)
        time.sleep(2)


def memory_of(pid: int) -> float:
    """Megabytes of a process and its children, what they share counted once (smaps_rollup, proc_pid_smaps(5))."""
    group = os.getpgid(pid)
    found = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                told = re.search(r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(encoding="ascii"), re.MULTILINE)
                found += int(told[1]) if told else 0
        except OSError:
            continue
    return found / 1024


def edit(file: Path, pattern: str, new: str) -> float:
    """Change a record as an editor saves it; the moment of it."""
    text = file.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
    assert changed != text, f"nothing in {file} is like {pattern}"
    file.write_text(changed, encoding="utf-8")
    return time.perf_counter()


def event_of_a_month(folder: Path) -> tuple[Path, str]:
    """An event of which only the month is known, and that month."""
    for file in sorted((folder / "events").glob("[0-9]*/*.yml")):
        if found := re.search(r"^date: (\d{4}-\d\d)-XX$", file.read_text(encoding="utf-8"), re.MULTILINE):
            return file, found[1]
    raise LookupError(f"no event in {folder} is known to the month")


def shown(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})"


def measure(folder: Path, runs: int) -> Iterator[tuple[str, str]]:
    """Each figure and what was measured."""
    file, month = event_of_a_month(folder)
    page = f"events/{file.stem}/"
    with served(folder) as (_, address, started):
        yield "first page, without a cache", f"{wait_for(address + page, '<h1>', started):.1f} s"
    with served(folder) as (pid, address, started):
        yield "first page, with a cache", f"{wait_for(address + page, '<h1>', started):.1f} s"
        settle(pid)
        for name, pattern, new, words in (
            ("a title", r"^title: .*$", "title: Changed {n} times", "Changed {n} times"),
            ("a date", r"^title: .*\ndate: .*$", f"title: Dated {{n}} times\ndate: {month}{{sure}}", "Dated {n} times"),
        ):
            seconds = []
            for n in range(11, 11 + runs):
                saved = edit(file, pattern, new.format(n=n, sure="~" if n % 2 else ""))
                seconds.append(wait_for(address + page, words.format(n=n), saved))
                settle(pid)
            yield f"from saving {name} to the page", f"{shown(seconds)} s"
        before = cpu_of(pid)
        time.sleep(_QUIET)
        yield "idle", f"{(cpu_of(pid) - before) / _QUIET:.2%} of a core"
        yield "memory of all processes", f"{memory_of(pid):.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure `mkdocs serve`; print a Markdown table.")
    parser.add_argument("events", nargs="?", type=int, default=1_000, help="how many (default: 1,000)")
    parser.add_argument("--runs", type=int, default=5, help="edits of each kind (default: 5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "site"
        write_site(options.events, folder, SEED)
        print(f"\n| `mkdocs serve`, {options.events:,} events | |\n| --- | ---: |")
        for name, value in measure(folder, options.runs):
            print(f"| {name} | {value} |", flush=True)


if __name__ == "__main__":
    main()
