"""A copy in a web archive, asked for as the Internet Archive takes it: the API of its Save Page Now, version 2.

`POST /save` asks for a copy and is answered with a `job_id`. `GET /save/status/<job_id>` says `pending`, `error` with a
`message`, or `success` with the `timestamp` of the copy, which then stands at `/web/<timestamp>/<address>`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.outside.exchange import Request, exchange
from site_builder.outside.pace import Pace
from site_builder.outside.reach import InnerAddressError, NoAnswerError, Reach

INTERNET_ARCHIVE = "https://web.archive.org"
_MOST_BYTES = 1_000_000
_LONGEST = 300
"""Characters of what an archive says that are passed on."""
_BETWEEN = 6.0
"""Seconds between two questions whether the copy is made."""
_MOST_QUESTIONS = 50
_TIMESTAMP = re.compile(r"[0-9]{14}")
_JOB = re.compile(r"[A-Za-z0-9_-]{1,200}")


class NotArchivedError(TimelineError):
    """Why an archive made no copy."""


@dataclass(frozen=True)
class WebArchive:
    """An archive that makes copies when it is asked."""

    reach: Reach
    pace: Pace
    agent: str
    """Who asks."""
    address: str = INTERNET_ARCHIVE
    keys: str = ""
    """Of an account with it, as `key:secret`; empty where there is none."""

    def __post_init__(self) -> None:
        """Raises NotArchivedError where the keys would be read by others on the way."""
        if self.keys and urlsplit(self.address).scheme.lower() != "https":
            raise NotArchivedError(say("`{url}`: keys are sent only to https://", url=self.address))

    def copy(self, url: str) -> str:
        """The address of a new copy of what stands at an address. Raises NotArchivedError and StoppedError."""
        begun = self._ask("POST", "/save", urlencode({"url": url}))
        job = str(begun.get("job_id") or "")
        if not _JOB.fullmatch(job):
            raise NotArchivedError(self._refusal(begun))
        host = urlsplit(self.address).hostname or ""
        for _ in range(_MOST_QUESTIONS):
            self.pace.hold(host, _BETWEEN)
            state = self._ask("GET", f"/save/status/{quote(job)}")
            if state.get("status") == "success" and _TIMESTAMP.fullmatch(str(state.get("timestamp"))):
                return f"{self.address.rstrip('/')}/web/{state['timestamp']}/{url}"
            if state.get("status") != "pending":
                raise NotArchivedError(self._refusal(state))
        raise NotArchivedError(say("the archive has not made the copy after {n} questions", n=_MOST_QUESTIONS))

    def _ask(self, method: str, path: str, body: str | None = None) -> Mapping[str, Any]:
        headers = {"User-Agent": self.agent, "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.keys:
            headers["Authorization"] = f"LOW {self.keys}"
        url = f"{self.address.rstrip('/')}{path}"
        try:
            with self.pace.turn(urlsplit(url).hostname or ""):
                answer = exchange(self.reach, Request(method, url, headers, body, _MOST_BYTES))
        except (InnerAddressError, NoAnswerError) as error:
            raise NotArchivedError(str(error)) from None
        if answer.status in (401, 403):
            raise NotArchivedError(
                say("the archive wants the keys of an account: give them in {name}", name="TIMELINE_ARCHIVE_KEYS")
            )
        try:
            read = json.loads(answer.body)
        except (ValueError, RecursionError):
            read = None
        if answer.status >= 400 or not isinstance(read, dict):
            raise NotArchivedError(say("the archive answered {status}", status=answer.status))
        return read

    @staticmethod
    def _refusal(said: Mapping[str, Any]) -> str:
        why = str(said.get("message") or said.get("status_ext") or "")
        return say("the archive made no copy: {why}", why=why[:_LONGEST]) if why else say("the archive made no copy")
