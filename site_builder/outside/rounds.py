"""Many addresses: several hosts at once, and of each host one address after the other."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from queue import Empty, Queue
from typing import NamedTuple
from urllib.parse import urlsplit

from site_builder.languages import say
from site_builder.outside.asking import Fate, Result
from site_builder.outside.pace import StoppedError

_WORKERS = 8


class Round(NamedTuple):
    """What came of asking for many addresses."""

    fates: Mapping[str, Fate]
    was_stopped: bool
    """Whether somebody pressed Ctrl-C before all were asked."""


def ask_all(
    urls: Iterable[str],
    ask: Callable[[str], Fate],
    stop: threading.Event,
    seconds: float | None = None,
    tell: Callable[[int], None] = lambda number: None,
    now: Callable[[], float] = time.monotonic,
) -> Round:
    """What became of each address. Ctrl-C, and the end of the seconds, leave what is known; the others are not asked.

    `stop` is set when it ends, so that what waits in a thread ends too; `tell` is called with how many are known.
    """
    wanted = list(dict.fromkeys(urls))
    hosts: dict[str, list[str]] = {}
    for url in wanted:
        hosts.setdefault(urlsplit(url).hostname or "", []).append(url)
    todo: Queue[list[str]] = Queue()
    for of_host in sorted(hosts.values(), key=len, reverse=True):
        todo.put(of_host)
    done: Queue[tuple[str, Fate | Exception]] = Queue()
    end = None if seconds is None else now() + seconds
    found: dict[str, Fate] = {}
    was_stopped = False
    try:
        for _ in range(min(_WORKERS, len(hosts))):
            # What hangs in one does not keep the program from ending.
            threading.Thread(target=_work, args=(todo, done, ask, stop), daemon=True).start()
        while len(found) < len(wanted):
            _note(found, *done.get(timeout=None if end is None else max(0.0, end - now())))
            tell(len(found))
    except KeyboardInterrupt:
        was_stopped = True
    except Empty:
        pass
    finally:
        stop.set()
    with suppress(Empty):
        while True:
            _note(found, *done.get_nowait())
    fates = {url: found.get(url) or Fate(Result.NOT_ASKED, say("it ended before its turn")) for url in wanted}
    return Round(fates, was_stopped)


def _note(found: dict[str, Fate], url: str, fate: Fate | Exception) -> None:
    if isinstance(fate, Exception):
        raise fate
    found[url] = fate


def _work(
    todo: Queue[list[str]],
    done: Queue[tuple[str, Fate | Exception]],
    ask: Callable[[str], Fate],
    stop: threading.Event,
) -> None:
    with suppress(Empty, StoppedError):
        while True:
            for url in todo.get_nowait():
                if stop.is_set():
                    return
                try:
                    done.put((url, ask(url)))
                except StoppedError:
                    raise
                except Exception as error:
                    done.put((url, error))
