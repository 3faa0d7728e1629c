"""Our pages while a site is served: each is made when it is asked for, by an application in front of MkDocs' own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

import click
from mkdocs.livereload import LiveReloadServer

from site_builder.publishing import OnRequest, PageError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = logging.getLogger("mkdocs.plugins.timeline")


class Served:
    """The files of the last build that is complete; a reader has them while the next one is made."""

    def __init__(self) -> None:
        self.files: OnRequest | None = None

    def stand_before(self, server: LiveReloadServer) -> None:
        """Answer what is asked of a server where it is asked for a file of ours."""
        others = server.get_app()
        assert others is not None

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            files, file = self.files, _file_at(path, server.mount_path)
            if files is None or file is None:
                return others(environ, start_response)
            if file not in files:
                if f"{file}/index.html" not in files:
                    return others(environ, start_response)
                start_response("302 Found", [("Location", f"{quote(path)}/")])
                return []
            return _answer(files, file, server, start_response)

        server.set_app(answer)


def is_asked_for_pages() -> bool:
    """Whether the server will ask us for pages: MkDocs does not tell plugins of one that does not reload."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("livereload"))


def _file_at(path: str, root: str) -> str | None:
    """The file, relative to the site's folder, that a path names; None where it is outside the site."""
    if not path.startswith(root):
        return None
    return f"{path[len(root) :]}index.html" if path.endswith("/") else path[len(root) :]


def _answer(files: OnRequest, file: str, server: LiveReloadServer, start_response: StartResponse) -> Iterable[bytes]:
    """A file of ours, and in a page what reloads it."""
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html
    guess_type: Callable[[str], str] = server._guess_type
    epoch = server._visible_epoch
    try:
        content = files.content(file)
    except PageError as error:
        log.error(f"timeline: {error}")
        start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
        return [str(error).encode()]
    if file.endswith(".html"):
        content = inject(content, epoch)
    start_response("200 OK", [("Content-Type", guess_type(file)), ("Content-Length", str(len(content)))])
    return [content]
