"""What became of an address, as its host answers."""

from __future__ import annotations

import signal
import threading
from datetime import UTC, datetime

import pytest

from outside.loopback import Handler, Server, answer, network, pace
from site_builder.outside import Asker, Fate, Pace, Reach, Result, StoppedError, ask_all, retry_after

AGENT = "mkdocs-timeline/1 (+https://site.example/)"
INNER = {"inner.example": ["10.0.0.1"], "mapped.example": ["::ffff:127.0.0.1"], "unknown.example": []}


def ask(server: Server, path: str, waits: list[float] | None = None, reached: Reach | None = None) -> Fate:
    return Asker(reached or network(INNER), pace(waits), AGENT).ask(server.url("news.example", path))


def methods(server: Server) -> list[str]:
    return [method for method, _, _ in server.asked]


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (200, Result.FINE),
        (404, Result.GONE),
        (410, Result.GONE),
        (401, Result.REFUSED),
        (403, Result.REFUSED),
        (451, Result.REFUSED),
        (429, Result.REFUSED),
        (500, Result.UNREACHABLE),
        (503, Result.UNREACHABLE),
    ],
)
def test_each_status_says_what_became_of_an_address(server: Server, status: int, result: Result) -> None:
    server.routes["/a"] = answer(status)
    fate = ask(server, "/a")
    assert (fate.result, fate.status) == (result, status)
    assert fate.why == ("" if result is Result.FINE else f"the host answered {status}")


def test_hosts_are_asked_by_head_and_know_who_asks(server: Server) -> None:
    server.routes["/a?b=c"] = answer(200)
    ask(server, "/a?b=c#d")
    assert server.asked == [("HEAD", "news.example", "/a?b=c")]
    assert server.heads[0]["User-Agent"] == AGENT


def test_a_host_that_does_not_like_head_is_asked_by_get(server: Server) -> None:
    def by_get_alone(handler: Handler) -> None:
        if handler.command == "HEAD":
            handler.close_connection = True
        else:
            answer(200, b"x" * 1000)(handler)

    server.routes["/silent"] = by_get_alone
    server.routes["/refused"] = lambda handler: answer(405 if handler.command == "HEAD" else 200)(handler)
    server.routes["/denied"] = lambda handler: answer(404 if handler.command == "HEAD" else 200)(handler)
    for path in ("/silent", "/refused", "/denied"):
        assert ask(server, path).result is Result.FINE
    assert methods(server) == ["HEAD", "GET"] * 3


def test_an_address_has_moved_as_far_as_it_has_for_good(server: Server) -> None:
    server.routes |= {
        "/old": answer(301, Location="/newer"),
        "/newer": answer(308, Location=server.url("other.example", "/new")),
        "/new": answer(200),
        "/half": answer(301, Location="/passing"),
        "/passing": answer(302, Location="/new"),
        "/mixed": answer(307, Location="/old"),
        "/gone": answer(301, Location="/nothing"),
        "/nothing": answer(404),
        "/home": answer(301, Location="/"),
        "/": answer(200),
        "/bounced": answer(301, Location="/back"),
        "/back": answer(301, Location="/bounced"),
    }
    assert ask(server, "/old") == Fate(Result.MOVED, "", 200, server.url("other.example", "/new"))
    assert ask(server, "/half").new == server.url("news.example", "/passing")
    assert ask(server, "/passing") == Fate(Result.FINE, "", 200)
    assert ask(server, "/mixed") == Fate(Result.FINE, "", 200)
    assert ask(server, "/gone").result is Result.GONE
    assert ask(server, "/home").why == "that is the first page of a site: the text is probably gone"
    assert ask(server, "/bounced") == Fate(Result.UNREACHABLE, "it leads on more than 8 times")


@pytest.mark.parametrize(
    ("location", "result"),
    [
        ("http://127.0.0.1/", Result.NOT_ASKED),
        ("http://[::1]/", Result.NOT_ASKED),
        ("http://localhost:8000/", Result.NOT_ASKED),
        ("http://0x7f.1/", Result.NOT_ASKED),
        ("http://169.254.169.254/latest/meta-data/", Result.NOT_ASKED),
        ("http://inner.example/", Result.NOT_ASKED),
        ("http://mapped.example/", Result.NOT_ASKED),
        ("file:///etc/passwd", Result.UNREACHABLE),
        ("ftp://news.example/", Result.UNREACHABLE),
        ("http://user:word@news.example/", Result.UNREACHABLE),
        ("http://[x/", Result.UNREACHABLE),
        (f"http://news.example/{'x' * 2000}", Result.UNREACHABLE),
        ("http://news.example:99999/", Result.UNREACHABLE),
        ("http://unknown.example/", Result.UNREACHABLE),
    ],
)
def test_a_redirect_leads_nowhere_that_would_not_be_asked_itself(server: Server, location: str, result: Result) -> None:
    server.routes["/a"] = answer(301, Location=location)
    assert ask(server, "/a").result is result
    assert len(server.asked) == 1


def test_what_stands_in_a_redirect_is_encoded(server: Server) -> None:
    server.routes["/a"] = answer(301, Location="/b `c`\t<d>é")
    server.routes["/b%20%60c%60%09%3Cd%3E%C3%A9"] = answer(200)
    server.routes["/b%20%60c%60%09%3Cd%3E%E9"] = answer(200)
    fate = ask(server, "/a")
    assert fate.result is Result.MOVED
    assert "`" not in fate.new and "<" not in fate.new


def test_a_busy_host_is_left_alone_for_as_long_as_it_asks(server: Server) -> None:
    answers = iter([answer(503, Retry_After="7"), answer(429), answer(200)])
    server.routes["/a"] = lambda handler: next(answers)(handler)
    waits: list[float] = []
    assert ask(server, "/a", waits).result is Result.FINE
    assert waits == [0, 7, 20]


def test_a_host_that_asks_for_too_long_a_time_is_not_asked_again(server: Server) -> None:
    server.routes["/a"] = answer(429, Retry_After="3600")
    assert ask(server, "/a").result is Result.REFUSED
    assert methods(server) == ["HEAD"]


def test_a_host_that_stays_busy_is_asked_once_for_each_other_address(server: Server) -> None:
    server.routes |= {"/a": answer(429), "/b": answer(429)}
    asker = Asker(network(), pace(), AGENT)
    for path in ("/a", "/b"):
        assert asker.ask(server.url("news.example", path)).result is Result.REFUSED
    assert [path for _, _, path in server.asked] == ["/a", "/a", "/a", "/b"]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("12", 12),
        (" 0 ", 0),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 60),
        ("Wed, 21 Oct 2020 07:28:00 GMT", 0),
        ("soon", None),
    ],
)
def test_how_long_a_host_asks_to_wait_is_a_number_or_a_date(written: str, seconds: float | None) -> None:
    assert retry_after(written, datetime(2026, 10, 21, 7, 27, tzinfo=UTC)) == seconds


def test_a_host_has_one_request_at_a_time_and_a_pause_after_each() -> None:
    clock = [100.0]
    waits: list[float] = []

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        clock[0] += seconds
        return False

    kept = Pace(1.0, wait, lambda: clock[0])
    entered, leave = threading.Event(), threading.Event()
    inside: list[str] = []

    def hold() -> None:
        with kept.turn("a.example"):
            inside.append("first")
            entered.set()
            leave.wait(10)
            inside.append("first has left")

    def follow() -> None:
        with kept.turn("a.example"):
            inside.append("second")

    threads = [threading.Thread(target=hold), threading.Thread(target=follow)]
    threads[0].start()
    entered.wait(10)
    threads[1].start()
    with kept.turn("b.example"):
        inside.append("another host")
    leave.set()
    for thread in threads:
        thread.join(10)
    assert inside == ["first", "another host", "first has left", "second"]
    assert waits == [0, 0, 1]


def test_what_waits_ends_when_all_is_to_end() -> None:
    kept = Pace(1.0, lambda seconds: True)
    with pytest.raises(StoppedError), kept.turn("a.example"):
        raise AssertionError("nobody's turn")


def test_each_address_is_asked_for_once_and_those_of_a_host_in_order() -> None:
    urls = [f"https://{host}.example/{number}" for number in range(3) for host in "ab"]
    asked: list[str] = []

    def fine(url: str) -> Fate:
        asked.append(url)
        return Fate(Result.FINE)

    told: list[int] = []
    found = ask_all([*urls, *urls], fine, threading.Event(), None, told.append)
    assert told == [1, 2, 3, 4, 5, 6]
    assert list(found.fates) == urls
    assert not found.was_stopped
    assert [url for url in asked if "//a." in url] == [url for url in urls if "//a." in url]


def test_ctrl_c_leaves_what_is_known_so_far() -> None:
    stop = threading.Event()

    def interrupted(url: str) -> Fate:
        if url.endswith("2"):
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            stop.wait(10)
            raise StoppedError
        return Fate(Result.FINE)

    found = ask_all([f"https://a.example/{number}" for number in range(5)], interrupted, stop)
    assert found.was_stopped
    known = [fate.result for fate in found.fates.values()]
    assert known == [Result.FINE] * 2 + [Result.NOT_ASKED] * 3


def test_the_end_of_the_time_leaves_what_is_known_so_far() -> None:
    stop = threading.Event()

    def never(url: str) -> Fate:
        stop.wait(10)
        raise StoppedError

    found = ask_all(["https://a.example/"], never, stop, seconds=0)
    assert [fate.result for fate in found.fates.values()] == [Result.NOT_ASKED]
    assert not found.was_stopped


def test_a_mistake_of_ours_is_not_taken_for_an_answer() -> None:
    def wrong(url: str) -> Fate:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask_all(["https://a.example/"], wrong, threading.Event())
