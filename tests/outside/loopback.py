"""A server on this machine that answers as hosts outside do, and a network in which names lead to it alone."""

from __future__ import annotations

import json
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from site_builder.outside import Number, Pace, Reach

HERE, BESIDE = "127.0.0.1", "127.0.0.2"
Answering = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by path, as the server says."""

    server: Server

    def handle_any(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.server.given.append(self.rfile.read(length).decode())
        self.server.asked.append((self.command, self.headers["Host"].partition(":")[0], self.path))
        self.server.heads.append(dict(self.headers))
        (self.server.routes.get(self.path) or self.server.otherwise)(self)

    do_HEAD = do_GET = do_POST = do_PUT = do_PATCH = handle_any  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    """What it answers by path, and what it was asked: method, host and path."""

    routes: dict[str, Answering]
    asked: list[tuple[str, str, str]]
    heads: list[dict[str, str]]
    given: list[str]
    """The bodies of what it was asked."""
    otherwise: Answering
    """Answers where no route is said."""
    daemon_threads = True

    def url(self, host: str, path: str, scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.server_port}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked may leave in the middle."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server on this machine."""
    with Server((HERE, 0), Handler) as server:
        server.routes, server.asked, server.heads, server.given = {}, [], [], []
        server.otherwise = answer(500)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()


def answer(status: int, body: bytes = b"", **headers: str) -> Answering:
    """Answers with a status and headers, whose names have underscores for hyphens."""

    def respond(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(body)

    return respond


def network(names: Mapping[str, Iterable[str]] | None = None, allowed: Iterable[str] = (HERE,), **others: Any) -> Reach:
    """A network in which each name leads to this machine, unless it is said to lead elsewhere, or nowhere."""
    open_ones = {ip_address(number) for number in allowed}

    def look_up(host: str, port: int) -> Iterable[Number]:
        return [ip_address(number) for number in (names or {}).get(host, [HERE])]

    # To read whom the system believes takes longer than all else.
    others = {"context": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)} | others
    return Reach(look_up=look_up, may_ask=lambda number: number in open_ones, **others)


def pace(waits: list[float] | None = None) -> Pace:
    """Good manners that take no time; how long each wait would have been goes into a list."""
    kept = [] if waits is None else waits

    def wait(seconds: float) -> bool:
        kept.append(seconds)
        return False

    return Pace(0, wait, lambda: 0.0)


def with_certificate(server: Server, folder: Path) -> ssl.SSLContext:
    """Let a server speak TLS as `news.example`; what believes its certificate."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    names = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    subprocess.run([*command, "-keyout", key, "-out", certificate, *names], check=True, capture_output=True)
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(certificate, key)
    server.socket = ours.wrap_socket(server.socket, server_side=True)
    return ssl.create_default_context(cafile=str(certificate))


def archive_of(server: Server, *states: Mapping[str, str]) -> None:
    """Let a server answer as a web archive does: a request for a copy, then what became of it, one after the other."""
    following = iter(states)
    server.routes["/save"] = in_json({"url": "x", "job_id": "spn2-1"})
    server.routes["/save/status/spn2-1"] = lambda handler: in_json(next(following))(handler)


def in_json(data: Any) -> Answering:
    """Answers with data."""
    return answer(200, json.dumps(data).encode(), Content_Type="application/json")
