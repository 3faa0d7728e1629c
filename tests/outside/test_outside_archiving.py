"""What a web archive is asked, and what is made of its answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from outside.loopback import Answering, Server, answer, archive_of, in_json, network, pace, with_certificate
from site_builder.outside import NotArchivedError, Reach, WebArchive

PAGE = "https://news.example/a?b=c&d=é"
PENDING = {"status": "pending"}
DONE = {"status": "success", "timestamp": "20261128050000", "original_url": "https://other.example/"}


def archive(server: Server, waits: list[float] | None = None, reach: Reach | None = None) -> WebArchive:
    return WebArchive(reach or network(), pace(waits), "test", server.url("archive.example", ""))


def test_a_copy_is_asked_for_once_and_looked_for_until_it_is_there(server: Server) -> None:
    archive_of(server, PENDING, PENDING, DONE)
    waits: list[float] = []
    # What stands in the answer is not what was asked for: only the time is taken from it.
    assert archive(server, waits).copy(PAGE) == server.url("archive.example", f"/web/20261128050000/{PAGE}")
    status = ("GET", "archive.example", "/save/status/spn2-1")
    assert server.asked == [("POST", "archive.example", "/save"), status, status, status]
    assert server.given[0] == "url=https%3A%2F%2Fnews.example%2Fa%3Fb%3Dc%26d%3D%C3%A9"
    assert server.heads[0]["Accept"] == "application/json"
    assert waits == [0, 6, 6, 6]


@pytest.mark.parametrize(
    ("answering", "why"),
    [
        (answer(401), "wants the keys of an account: give them in TIMELINE_ARCHIVE_KEYS"),
        (in_json({"message": "No new captures.", "status": "error"}), "no copy: No new captures"),
        (in_json({"job_id": "../../x"}), "the archive made no copy"),
        (in_json(["job_id"]), "the archive answered 200"),
        (answer(200, b"<html>"), "the archive answered 200"),
        (answer(200, b"[" * 100_000), "the archive answered 200"),
        (answer(302, Location="https://elsewhere.example/"), "the archive answered 302"),
        (answer(429), "the archive answered 429"),
    ],
)
def test_what_an_archive_refuses_is_said(server: Server, answering: Answering, why: str) -> None:
    server.routes["/save"] = answering
    with pytest.raises(NotArchivedError, match=why):
        archive(server).copy(PAGE)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ({"status": "error", "message": "The host is blocked. " + "x" * 1000}, r"The host is blocked\. x{279}$"),
        ({"status": "error", "status_ext": "error:no-access"}, "error:no-access"),
        ({"status": "success", "timestamp": "2026/../../x"}, "the archive made no copy"),
        (PENDING, "after 50 questions"),
    ],
)
def test_a_copy_that_is_not_made_is_none(server: Server, state: dict[str, str], why: str) -> None:
    archive_of(server, *[state] * 50)
    with pytest.raises(NotArchivedError, match=why):
        archive(server).copy(PAGE)


def test_an_archive_in_a_network_around_us_is_not_asked(server: Server) -> None:
    with pytest.raises(NotArchivedError, match=r"10\.0\.0\.1"):
        archive(server, reach=network({"archive.example": ["10.0.0.1"]})).copy(PAGE)


def test_keys_are_given_to_the_archive_alone_and_never_without_tls(server: Server, tmp_path: Path) -> None:
    with pytest.raises(NotArchivedError, match="keys are sent only to https"):
        WebArchive(network(), pace(), "test", "http://news.example", "key:secret")
    archive_of(server, DONE)
    reach = network(context=with_certificate(server, tmp_path))
    asked = WebArchive(reach, pace(), "test", server.url("news.example", "/", "https"), "key:secret")
    assert asked.copy(PAGE).endswith(f"/web/20261128050000/{PAGE}")
    assert [head["Authorization"] for head in server.heads] == ["LOW key:secret"] * 2
