"""What `mkdocs serve` needs from us: pages that may reload, and records that are watched whatever happens to them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from site_builder.plugin.reading import Last, State, state_of
from site_builder.publishing import hash_of_script

_PAUSE = 0.5
"""Seconds between two looks at whether the folder of the records is there: as MkDocs waits."""
_REST = 200
"""A look at all files is followed by a rest of so many times as long: half a percent of a core."""
_CHANGES = ("created", "modified", "deleted", "moved")


def build_what_changed(server: LiveReloadServer, folder: Path, last: Last, build: Callable[[], None]) -> Watch:
    """Build again what changed during the first build, and from now on what changes in the folder of the records."""
    _let_pages_reload(server)
    watch = Watch(server, Path(os.path.normpath(folder.absolute())), last)
    watch.start()
    while last.state != state_of(folder):
        build()
    return watch


def _let_pages_reload(server: LiveReloadServer) -> None:
    """Name the script that `mkdocs serve` puts into each page it sends, another each time, in the page's policy."""
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def inject_and_allow(content: bytes, epoch: int) -> bytes:
        sent = inject(content, epoch)
        script = sent.rpartition(b"</script>")[0].rpartition(b"<script>")[2]
        return sent.replace(b"; script-src ", b"; script-src %b " % hash_of_script(script.decode()).encode(), 1)

    server._inject_js_into_html = inject_and_allow  # type: ignore[method-assign]


class Watch(FileSystemEventHandler):
    """Watches the folder of the records, which may vanish and come back, as the system tells of it.

    MkDocs looks at every file twice a second instead, which is a third of a core with ten thousand events. Not every
    system tells (a folder of another machine's does not): all files are looked at too, but seldom.
    """

    def __init__(self, server: LiveReloadServer, folder: Path, last: Last) -> None:
        self._server, self._folder, self._last = server, folder, last
        self._observer = Observer()
        self._ended = threading.Event()
        self._watched: tuple[int, int] | None = None
        """What tells the folder that is watched from another in its place."""

    def start(self) -> None:
        """Watch until `end`."""
        self._observer.start()
        self._watch()
        threading.Thread(target=self._look_after, daemon=True).start()

    def end(self) -> None:
        """Watch no more."""
        self._ended.set()
        self._observer.stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Build again: the system has told of a change. What is only read is told too."""
        if event.event_type in _CHANGES and not event.is_directory:
            self._ask_for_a_build()

    def _watch(self) -> None:
        """Watch the folder that is there now."""
        self._observer.unschedule_all()
        self._watched = _identity(self._folder)
        if self._watched is not None:
            with suppress(OSError):  # where the system watches no more folders, looking seldom is what is left
                self._observer.schedule(self, str(self._folder), recursive=True)

    def _look_after(self) -> None:
        state: State = frozenset()
        asked_for, next_look = state, 0.0
        while not self._ended.wait(_PAUSE):
            if _identity(self._folder) != self._watched:
                self._watch()
                self._ask_for_a_build()
            if time.monotonic() >= next_look:
                began = time.monotonic()
                before, state = state, state_of(self._folder)
                next_look = time.monotonic() + _REST * (time.monotonic() - began)
                # What changed a moment ago the system may have told, and a build is about to read it.
                if state == before and state not in (self._last.state, asked_for):
                    asked_for = state
                    self._ask_for_a_build()

    def _ask_for_a_build(self) -> None:
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another in its place; None where there is none."""
    try:
        facts = folder.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino
