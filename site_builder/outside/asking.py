"""What became of one address: asked without reading what stands there, along all of its redirects."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urljoin, urlsplit

from site_builder.languages import Message, say
from site_builder.outside.exchange import Answer, Request, exchange
from site_builder.outside.pace import Pace, retry_after
from site_builder.outside.reach import InnerAddressError, NoAnswerError, Reach
from site_builder.records import MAX_URL, AddressError, PrivateAddressError, read_address

_MOST_STEPS = 8
_AGAIN = (5.0, 20.0)
"""Seconds after which a host is asked again that is busy or does not answer."""
_MOST_WAIT = 120.0
"""Seconds that a host may ask us to wait."""
_LASTING, _PASSING = frozenset({301, 308}), frozenset({302, 303, 307})
"""Redirects by which an address changes for good, and for now (RFC 9110, 15.4)."""
_BUSY = frozenset({429, 502, 503, 504})
_GONE = frozenset({404, 410})
_IN_A_LOCATION = "%/:=&?~#+!$,;'@()*[]"


class Result(StrEnum):
    """What became of an address."""

    FINE = "fine"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    NOT_ASKED = "not-asked"

    @property
    def heading(self) -> Message:
        """In a word or two."""
        return _HEADINGS[self][0]

    @property
    def meaning(self) -> Message:
        """In a sentence."""
        return _HEADINGS[self][1]

    @property
    def needs_work(self) -> bool:
        """Whether somebody should look at it."""
        return self in (Result.MOVED, Result.GONE, Result.UNREACHABLE)


_HEADINGS: Mapping[Result, tuple[Message, Message]] = {
    Result.FINE: (say("fine"), say("Something stands there; what, was not read.")),
    Result.MOVED: (say("moved"), say("It leads to another address for good: write that one, if it has the same text.")),
    Result.GONE: (say("gone"), say("The host says that nothing stands there any more.")),
    Result.REFUSED: (
        say("refused"),
        say("The host does not answer programs, or only some: it cannot be told from here. Open it in a browser."),
    ),
    Result.UNREACHABLE: (say("unreachable"), say("No usable answer came; it may be there again another day.")),
    Result.NOT_ASKED: (say("not asked"), say("Nobody was asked.")),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one address."""

    result: Result
    why: str = ""
    """In words; empty where the result says it all."""
    status: int | None = None
    """The last status that a host answered with."""
    new: str = ""
    """The address that it has now."""


class Asker:
    """Asks for addresses, one after the other or from several threads."""

    def __init__(self, reach: Reach, pace: Pace, agent: str) -> None:
        """`agent` says who asks."""
        self._reach, self._pace = reach, pace
        self._headers = {"User-Agent": agent, "Accept": "*/*"}
        self._given_up: set[str] = set()
        """Hosts that stayed busy or silent: each of their other addresses is asked for once."""

    def ask(self, url: str) -> Fate:
        """What became of an address. Raises StoppedError."""
        here, new, is_lasting = url.partition("#")[0], "", True
        for _ in range(_MOST_STEPS):
            try:
                answer = self._answer(here)
                if answer.status not in _LASTING | _PASSING or "location" not in answer.headers:
                    return _judge(url, answer.status, new)
                here = _next(here, answer.headers["location"])
            except InnerAddressError as error:
                return Fate(Result.NOT_ASKED, str(error))
            except PrivateAddressError:
                return Fate(Result.NOT_ASKED, say("it leads on to an address that is not of the open internet"))
            except AddressError:
                return Fate(Result.UNREACHABLE, say("it leads on to what is no address"))
            except NoAnswerError as error:
                return Fate(Result.UNREACHABLE, str(error))
            is_lasting = is_lasting and answer.status in _LASTING
            new = here if is_lasting else new
        return Fate(Result.UNREACHABLE, say("it leads on more than {n} times", n=_MOST_STEPS))

    def _answer(self, url: str) -> Answer:
        """What a host answers, who is asked again where it is busy or silent."""
        host = urlsplit(url).hostname or ""
        for seconds in (None,) if host in self._given_up else (*_AGAIN, None):
            try:
                answer = self._head_or_get(host, url)
            except NoAnswerError as error:
                if seconds is None or not error.may_change:
                    self._given_up.add(host)
                    raise
            else:
                asked_for = retry_after(answer.headers.get("retry-after", ""))
                if answer.status not in _BUSY:
                    return answer
                if seconds is None or (asked_for or 0.0) > _MOST_WAIT:
                    self._given_up.add(host)
                    return answer
                seconds = max(seconds, asked_for or 0.0)
            self._pace.hold(host, seconds)
        raise AssertionError("the last time returns or raises")

    def _head_or_get(self, host: str, url: str) -> Answer:
        """The answer to HEAD; of a host that does not like that, to GET, of which the body is not read."""
        try:
            answer = self._once(host, url, "HEAD")
        except NoAnswerError as error:
            if not error.may_change:
                raise
        else:
            if answer.status < 400 or answer.status in _BUSY:
                return answer
        return self._once(host, url, "GET")

    def _once(self, host: str, url: str, method: str) -> Answer:
        with self._pace.turn(host):
            return exchange(self._reach, Request(method, url, self._headers))


def _next(here: str, location: str) -> str:
    """The address that a `Location` means (RFC 9110, 10.2.2). Raises AddressError where it is none to ask."""
    try:
        # Headers are bytes, which arrive as Latin-1; what is meant is mostly UTF-8.
        written = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        written = location
    try:
        address = urljoin(here, quote(written, _IN_A_LOCATION)).partition("#")[0]
    except ValueError:
        address = ""
    if len(address) > MAX_URL:
        raise AddressError(say("expected at most {most} characters", most=MAX_URL))
    return read_address(address)


def _judge(url: str, status: int, new: str) -> Fate:
    said = say("the host answered {status}", status=status)
    if status < 400:
        if new in ("", url.partition("#")[0]):
            return Fate(Result.FINE, status=status)
        is_first_page = urlsplit(new).path in ("", "/") and urlsplit(url).path not in ("", "/")
        why = say("that is the first page of a site: the text is probably gone") if is_first_page else ""
        return Fate(Result.MOVED, why, status, new)
    if status in _GONE:
        return Fate(Result.GONE, said, status, new)
    return Fate(Result.REFUSED if status < 500 else Result.UNREACHABLE, said, status, new)
