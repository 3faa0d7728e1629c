"""What `mkdocs serve` needs from us: pages that may reload, and records that are watched whatever happens to them."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from site_builder.plugin.reading import Last, state_of
from site_builder.publishing import hash_of_script

_PAUSE = 0.5
"""Seconds between two looks at the folder of the records: as MkDocs waits."""


def build_what_changed(server: LiveReloadServer, folder: Path, last: Last, build: Callable[[], None]) -> None:
    """Build again what changed during the first build: MkDocs watches from now on."""
    _let_pages_reload(server)
    _keep_watching(server, Path(os.path.normpath(folder.absolute())))
    while last.state != state_of(folder):
        build()


def _let_pages_reload(server: LiveReloadServer) -> None:
    """Name the script that `mkdocs serve` puts into each page it sends, another each time, in the page's policy."""
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def inject_and_allow(content: bytes, epoch: int) -> bytes:
        sent = inject(content, epoch)
        script = sent.rpartition(b"</script>")[0].rpartition(b"<script>")[2]
        return sent.replace(b"; script-src ", b"; script-src %b " % hash_of_script(script.decode()).encode(), 1)

    server._inject_js_into_html = inject_and_allow  # type: ignore[method-assign]


def _keep_watching(server: LiveReloadServer, folder: Path) -> None:
    """Build again when a folder vanishes and when it is back: who watches a folder gives up where it is gone."""
    threading.Thread(target=_look_after, args=(server, folder), daemon=True).start()


def _look_after(server: LiveReloadServer, folder: Path) -> None:
    was_there = True
    has_begun = False
    while server.observer.is_alive() or not has_begun:
        time.sleep(_PAUSE)
        if not server.observer.is_alive():
            continue
        has_begun = True
        is_there = folder.is_dir()
        if is_there and not _is_watched(server, folder):
            _watch_anew(server, folder)
            _ask_for_a_build(server)
        elif was_there and not is_there:
            _ask_for_a_build(server)
        was_there = is_there


def _is_watched(server: LiveReloadServer, folder: Path) -> bool:
    return any(one.is_alive() and Path(str(one.watch.path)) == folder for one in server.observer.emitters)


def _watch_anew(server: LiveReloadServer, folder: Path) -> None:
    """Watch a folder as often as it was watched: the site's own settings may name it too."""
    times = 0
    while True:
        try:
            server.unwatch(str(folder))
        except KeyError:
            break
        times += 1
    for _ in range(times):
        server.watch(str(folder))


def _ask_for_a_build(server: LiveReloadServer) -> None:
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()
