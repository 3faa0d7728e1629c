"""Builds a site as MkDocs does, and serves it on this machine below a sub-path, as GitHub serves a project's."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

SUB_PATH = "/chronicle/"
SITE_URL = f"https://example.org{SUB_PATH}"


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


def build_site(config_file: Path, folder: Path, *, serving: bool = False) -> None:
    """Build a site into a folder; `serving` as `mkdocs serve` does, with what is wrong told on the pages."""
    config = load_config(str(config_file), site_dir=str(folder), site_url=SITE_URL, strict=not serving)
    config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """A folder served on a free port of the loopback interface."""
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
