"""Serves a built site on this machine below a sub-path, as GitHub serves a project's."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SUB_PATH = "/chronicle/"
SITE_URL = f"https://example.org{SUB_PATH}"
"""Where a site must say that it stands, so that the page for wrong addresses finds its files."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site and the address at which it is served."""

    folder: Path
    root: str
    """With a slash at the end."""

    def files(self, pattern: str = "*.html") -> list[Path]:
        return sorted(self.folder.rglob(pattern))

    def url(self, file: Path) -> str:
        """The address of one of its files."""
        return self.root + file.relative_to(self.folder).as_posix().removesuffix("index.html")


@contextmanager
def host(folder: Path) -> Iterator[Site]:
    """A site that was built for `SITE_URL`, served on a free port of the loopback interface."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Site(folder, f"http://127.0.0.1:{server.server_port}{SUB_PATH}")
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    """Files below the sub-path and nothing elsewhere; what is not there is answered with the site's own page."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "nothing-is-served-here")
        return super().translate_path("/" + path.removeprefix(SUB_PATH))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what goes wrong is seen in the browser."""
