"""One request and its answer, within bounds of time and size, to a machine whose number was checked.

The name of the host goes into `Host` (RFC 9110, 7.2) and into the check of the certificate (RFC 6066, 3), as urllib3's
documentation has it for a host whose number is known. No proxy is used: it would look the name up anew.
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, TimeoutError

from site_builder.languages import say
from site_builder.outside.reach import NoAnswerError, Number, Reach

_CONNECT = 10.0
_SILENT = 20.0
_WHOLE = 40.0
"""Seconds for connecting, for each silence of the other side, and for all of it."""
_PORTS = {"http": 80, "https": 443}
_AS_WRITTEN = "%/:=&?~+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a host."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: str | None = None
    most: int = 0
    """How many bytes of the answer are read; its head is read in any case."""
    seconds: float = _WHOLE
    """After which no answer comes any more, however busily the other side sends one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters."""
    body: bytes


def exchange(reach: Reach, request: Request) -> Answer:
    """The answer to one request, of the first number of its host that takes a connection; redirects are not followed.

    Raises InnerAddressError and NoAnswerError.
    """
    parts = urlsplit(request.url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme.lower()]
    refused = NoAnswerError(say("nobody takes a connection"))
    for number in reach.numbers(host, port):
        try:
            return _exchange(_connection(reach, parts, number, port), parts, request)
        except (NewConnectionError, ConnectTimeoutError):
            continue
    raise refused


def _connection(reach: Reach, parts: SplitResult, number: Number, port: int) -> HTTPConnection:
    if parts.scheme.lower() == "http":
        return HTTPConnection(str(number), port, timeout=_CONNECT)
    return HTTPSConnection(
        str(number),
        port,
        timeout=_CONNECT,
        server_hostname=(parts.hostname or "").removesuffix("."),
        ssl_context=reach.context,
    )


def _exchange(connection: HTTPConnection, parts: SplitResult, request: Request) -> Answer:
    """Raises NoAnswerError, and urllib3's own errors where nobody takes the connection."""
    target = quote(parts.path or "/", _AS_WRITTEN) + (f"?{quote(parts.query, _AS_WRITTEN)}" if parts.query else "")
    headers = {"Host": parts.netloc.rpartition("@")[2], "Connection": "close", **request.headers}
    with _ending(connection, request.seconds) as has_ended:
        try:
            connection.connect()
            connection.timeout = _SILENT
            connection.request(request.method, target, request.body, headers, preload_content=False)
            response = connection.getresponse()
            body = _read(response, request.most)
        except (NewConnectionError, ConnectTimeoutError):
            raise
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            if not has_ended.is_set():
                raise NoAnswerError(_words(error), may_change=not _is_certificate(error)) from None
        if has_ended.is_set():
            # What came by then may look whole.
            raise NoAnswerError(say("no whole answer within {n:g} seconds", n=request.seconds))
    return Answer(response.status, {name.lower(): value for name, value in response.headers.items()}, body)


def _read(response: HTTPResponse, most: int) -> bytes:
    """The beginning of a body; none of it where none is wanted."""
    parts: list[bytes] = []
    while most > 0 and (part := response.read(most, decode_content=False)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


@contextmanager
def _ending(connection: HTTPConnection, seconds: float) -> Iterator[threading.Event]:
    """Close a connection in the end, and after so many seconds in the middle of whatever it does."""
    has_ended = threading.Event()

    def end() -> None:
        has_ended.set()
        if connection.sock is not None:
            # As a plain socket: one with TLS would first say goodbye, and wait.
            with suppress(OSError):
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield has_ended
    finally:
        timer.cancel()
        connection.close()


def _is_certificate(error: Exception) -> bool:
    return isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error)


def _words(error: Exception) -> str:
    if _is_certificate(error):
        return say("its certificate is not valid")
    if isinstance(error, TimeoutError | OSError) and "timed out" in str(error):
        return say("no answer within {n:g} seconds", n=_SILENT)
    if isinstance(error, http.client.HTTPException) or "Remote end closed" in str(error):
        return say("its answer is no HTTP")
    return say("the connection failed")
