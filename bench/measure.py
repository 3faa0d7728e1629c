"""Time and memory of whole processes, as the kernel counts them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which `ru_maxrss` counts (getrusage(2))."""
_TAIL = 2_000
"""Characters of its output that are shown of a command that fails."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run of a command took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, in user and system, of the process and of those that it waited for."""
    peak: int
    """Bytes of memory resident at most, of the largest of these processes."""
    others: float = 0.0
    """Seconds of processor time that everything else on the machine took meanwhile, where the system tells."""


class CommandFailedError(Exception):
    """A command that was to be measured did not end well."""


def measure(command: Sequence[str], folder: Path) -> Usage:
    """Run a command in a folder to its end. Raises CommandFailedError, with the end of what it printed.

    What this process itself holds in memory counts as the least that the command can take (the kernel keeps the
    peak across exec), so whoever measures must stay small.
    """
    # What one run reads is nothing to the next.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TIMELINE_NO_CACHE": "1"}
    with tempfile.TemporaryFile() as output:
        busy, start = _busy(), time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall, busy = time.perf_counter() - start, _busy() - busy
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            told = output.read().decode(errors="replace")[-_TAIL:]
            raise CommandFailedError(f"{' '.join(command)} in {folder}: exit code {process.returncode}\n{told}")
    cpu = usage.ru_utime + usage.ru_stime
    return Usage(wall, cpu, usage.ru_maxrss * _RSS_UNIT, max(0.0, busy - cpu))


def _busy() -> float:
    """Seconds for which all processors have worked since the system started (proc_stat(5)); 0 where unknown."""
    try:
        with Path("/proc/stat").open(encoding="ascii") as file:
            user, nice, system, _, _, irq, softirq, steal = map(int, file.readline().split()[1:9])
    except OSError:
        return 0.0
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")
