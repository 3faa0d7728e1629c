"""Work that is shared among forked processes: each begins with all that this one knows, and reports what goes wrong."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection

from site_builder import TimelineError
from site_builder.languages import say

_WORTH_A_PROCESS = 100
"""Pages for which it is worth while to begin another process."""
_MOST = 8

Steps = Callable[[int], Iterator[None]]
"""The work of the process with a number, step by step; 0 is this one."""


class WorkerError(TimelineError):
    """A process ended before its work was done."""


def count_processes(pages: int) -> int:
    """How many processes so many pages are worth here.

    One where other threads run, as a fork takes their locks along but not them; and on systems other than Linux, as
    Windows has no fork and the frameworks of macOS do not survive one.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), pages // _WORTH_A_PROCESS, _MOST))


def share(steps: Steps, processes: int) -> None:
    """Let each process do its steps. Raises what one of them raises, or WorkerError; the others are stopped then."""
    context = get_context("fork")
    workers = []
    try:
        for number in range(1, processes):
            reports, sender = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(steps(number), sender), daemon=True)
            worker.start()
            sender.close()
            workers.append((worker, reports))
        for _ in steps(0):
            pass
        for worker, reports in workers:
            try:
                error = reports.recv()
            except EOFError:
                worker.join()
                code = worker.exitcode
                raise WorkerError(
                    say("a process that writes pages was stopped ({code}): is there enough memory?", code=code)
                ) from None
            if error is not None:
                raise error
    finally:
        for worker, _ in workers:
            worker.kill()
            worker.join()


def _work(steps: Iterator[None], sender: Connection[Exception | None, None]) -> None:
    """Do the steps while the process that waits for them is there, and report what goes wrong."""
    parent = parent_process()
    try:
        for _ in steps:
            if parent is not None and not parent.is_alive():
                return
    except Exception as error:
        sender.send(error)
    else:
        sender.send(None)
