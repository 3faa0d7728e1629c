"""Nothing of this machine or of the networks around it is asked, however an address leads there."""

from __future__ import annotations

import ssl
import threading
from ipaddress import ip_address
from pathlib import Path

import pytest

from outside.loopback import BESIDE, HERE, Handler, Server, answer, network, with_certificate
from site_builder.outside import InnerAddressError, NoAnswerError, Number, Reach, Request, exchange
from site_builder.outside.reach import is_of_the_open_internet


def get(url: str, most: int = 0, seconds: float = 20) -> Request:
    return Request("GET", url, {"User-Agent": "test"}, most=most, seconds=seconds)


@pytest.mark.parametrize(
    "number",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.0.1",
            "100.64.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::"),
        *("::ffff:0:127.0.0.1", "4000::1", "64:ff9b:1::7f00:1"),
    ],
)
def test_inner_numbers_are_refused_in_each_of_their_forms(number: str) -> None:
    assert not is_of_the_open_internet(ip_address(number))


@pytest.mark.parametrize("number", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_numbers_of_the_open_internet_may_be_asked(number: str) -> None:
    assert is_of_the_open_internet(ip_address(number))


def test_without_a_test_that_allows_it_this_machine_is_not_asked(server: Server) -> None:
    for host in (HERE, "localhost"):
        with pytest.raises(InnerAddressError):
            exchange(Reach(), get(server.url(host, "/")))
    assert server.asked == []


@pytest.mark.parametrize("numbers", [["10.0.0.1"], ["::ffff:127.0.0.1"], [HERE, "10.0.0.1"], ["fe80::1"]])
def test_a_name_with_one_inner_number_is_not_asked(server: Server, numbers: list[str]) -> None:
    with pytest.raises(InnerAddressError, match=r"news\.example"):
        exchange(network({"news.example": numbers}), get(server.url("news.example", "/")))
    assert server.asked == []


def test_the_number_that_was_checked_is_the_one_that_is_asked(server: Server) -> None:
    server.routes["/"] = answer(200)
    answers = iter([[HERE], ["10.0.0.1"]])

    def look_up(host: str, port: int) -> list[Number]:
        return [ip_address(number) for number in next(answers)]

    fickle = Reach(look_up=look_up, may_ask=lambda number: str(number) == HERE)
    assert exchange(fickle, get(server.url("news.example", "/"))).status == 200
    assert server.asked == [("GET", "news.example", "/")]
    with pytest.raises(InnerAddressError):
        exchange(fickle, get(server.url("news.example", "/")))


def test_of_a_host_with_two_numbers_the_one_that_takes_connections_answers(server: Server) -> None:
    server.routes["/"] = answer(200)
    both = network({"news.example": [BESIDE, HERE]}, allowed=(HERE, BESIDE))
    assert exchange(both, get(server.url("news.example", "/"))).status == 200
    with pytest.raises(NoAnswerError, match="nobody takes a connection"):
        exchange(network({"news.example": [BESIDE]}, (BESIDE,)), get(server.url("news.example", "/")))


def test_a_name_without_a_host_has_no_answer() -> None:
    with pytest.raises(NoAnswerError, match=r"no host has the name `news\.example`"):
        exchange(network({"news.example": []}), get("http://news.example/"))


def test_of_a_body_that_does_not_end_only_what_is_wanted_is_read(server: Server) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65_536)

    server.routes["/"] = endless
    assert exchange(network(), get(server.url("news.example", "/"))).body == b""
    assert exchange(network(), get(server.url("news.example", "/"), most=100_000)).body == b"x" * 100_000


def test_a_slow_body_is_not_waited_for_and_a_slow_head_not_for_long(server: Server) -> None:
    ended = threading.Event()

    def slow_body(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.flush()
        ended.wait(20)

    def slow_head(handler: Handler) -> None:
        # A byte now and then: no silence is long.
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not ended.wait(0.01):
            handler.wfile.write(b"x")

    server.routes |= {"/body": slow_body, "/head": slow_head}
    try:
        assert exchange(network(), get(server.url("news.example", "/body"))).status == 200
        with pytest.raises(NoAnswerError, match=r"no whole answer within 0\.2 seconds"):
            exchange(network(), get(server.url("news.example", "/head"), seconds=0.2))
    finally:
        ended.set()


@pytest.mark.parametrize("sent", [b"SSH-2.0-x\r\n", b"", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500])
def test_what_is_no_answer_is_none(server: Server, sent: bytes) -> None:
    def respond(handler: Handler) -> None:
        handler.wfile.write(sent)

    server.routes["/"] = respond
    with pytest.raises(NoAnswerError, match=r"no HTTP|connection failed"):
        exchange(network(), get(server.url("news.example", "/")))


def test_addresses_are_sent_as_hosts_take_them(server: Server) -> None:
    server.routes["/caf%C3%A9?a=b%20c&d=%C3%A9"] = answer(200)
    assert exchange(network(), get(server.url("news.example", "/café?a=b%20c&d=é"))).status == 200


def test_a_certificate_is_checked_against_the_name_and_not_the_number(tmp_path: Path, server: Server) -> None:
    server.routes["/"] = answer(200)
    believing = with_certificate(server, tmp_path)
    assert exchange(network(context=believing), get(server.url("news.example", "/", "https"))).status == 200
    for host, context in (("other.example", believing), ("news.example", ssl.create_default_context())):
        with pytest.raises(NoAnswerError, match="its certificate is not valid") as caught:
            exchange(network(context=context), get(server.url(host, "/", "https")))
        assert not caught.value.may_change
