"""Addresses in records: those of the open web, and what is said of all others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.records.addresses import AddressError, PrivateAddressError, encode, read_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "HTTPS://Example.ORG/A",
        "http://example.org:8080/a;b?c=d&e=[f]#g",
        "https://www.youtube.com/@diukraine",
        "https://example.org/l'armée/ه",
        "https://en.wikipedia.org/wiki/Mali_(country)",
        "https://my_blog.tumblr.com/post/1",
        "https://_dmarc.a.example.org/",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://1.1.1.1/",
        "https://[2606:4700::1111]:8443/x",
        "https://example.org./a",
        "https://3d.example/",
        "https://127.example/",
        "https://localhost.example/",
        "https://10.0.0.1.example/",
        "https://xn--bcher-kva.example/",
        "https://example.org/http://localhost/",
        "https://example.org/?next=http://10.0.0.1/",
        "https://home.example/",
        "https://a-b--c.example/",
        "https://example.org:/",
        "https://example.org/100%",
    ],
)
def test_an_address_of_the_open_web_is_taken_as_it_is_written(address: str) -> None:
    assert read_address(address) == address


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LOCALHOST", "localhost.", "a.localhost", "localhost:8000", "ip6.localdomain"),
        *("127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001"),
        *(
            "0.0.0.0",
            "0",
            "10.0.0.1",
            "10.1",
            "0xa.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.168.257",
        ),
        *("169.254.169.254", "2852039166", "0xa9fea9fe", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"),
        *("192.0.2.7", "127.0.0.1.", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1"),
        *("[::1]", "[::]", "[fe80::1]", "[fe80::1%25eth0]", "[fc00::1]", "[fdab::1]", "[fec0::1]", "[2001:db8::1]"),
        *(
            "[::ffff:10.0.0.1]",
            "[::ffff:a9fe:a9fe]",
            "[::10.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:a00:1::]",
            "[ff02::1]",
        ),
        *("printer", "wiki:8080", "nas.local", "git.corp", "db.prod.internal", "router.lan", "nas.home", "a.home.arpa"),
        *("intranet", "x.intranet", "xn--mnchen-3ya"),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_that_only_a_machine_or_its_network_knows_is_refused(scheme: str, host: str) -> None:
    for rest in ("", "/", "/latest/meta-data/?a=b#c"):
        with pytest.raises(PrivateAddressError):
            read_address(f"{scheme}://{host}{rest}")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("", "begins with https://"),
        ("ftp://example.org/", "begins with https://"),
        ("www.example.org", "begins with https://"),
        ("https://", "begins with https://"),
        ("https:///a", "begins with https://"),
        ("https://:80/", "begins with https://"),
        ("https://.", "is empty"),
        ("https://./a", "is empty"),
        ("https://a..b/", "is empty"),
        ("https://.example.org/", "is empty"),
        ("https://example.org../", "is empty"),
        ("https://*.example/", "`*` cannot stand in a host"),
        ("https://-a.example/", "`-a` cannot stand in a host"),
        ("https://a-.example/", "`a-` cannot stand in a host"),
        ("https://a,b.example/", "`a,b` cannot stand in a host"),
        ("https://ex%61mple.org/", "`ex%61mple` cannot stand in a host"),
        (f"https://{'a' * 64}.example/", "cannot stand in a host"),
        (f"https://{'a.' * 130}example/", "at most 253 characters"),
        ("https://my_site.org/", "has no underscore"),
        ("https://example.o_g/", "has no underscore"),
        ("https://xn--zz.example/", "xn--"),
        ("https://1.2.3.4.5/", "no IPv4 address"),
        ("https://256.1.1.1/", "no IPv4 address"),
        ("https://example.123/", "no IPv4 address"),
        ("https://134744072/", "another form of 8.8.8.8"),
        ("https://08.8.8.8/", "no IPv4 address"),
        ("https://[1::2::3]/", "IPv6"),
        ("https://[example.org]/", "IPv6"),
        ("https://exa[m]ple.org/", "IPv6"),
        ("https://example.org:99999/", "a port from 1 to 65535, not 99999"),
        ("https://example.org:0/", "a port from 1 to 65535, not 0"),
        ("https://example.org:https/", "a number after the colon"),
        ("https://example.org:-1/", "a number after the colon"),
        ("https://example.org:٨٠/", "a number after the colon"),
        ("https://user:secret@example.org/", "without a user name"),
        ("https://exa mple.com", "without spaces in the host"),
        ("https://example.org/a b", "without spaces (encode it as %20)"),
        ("https://example.org/a|b", "without `|` (encode it as %7C)"),
        ("https://example.org/a\u00a0b", "U+00A0 (encode it as %C2%A0)"),
        ("https://bücher.example/", "(xn--bcher-kva.example)"),
        ("https://lem\u043ende.fr/", "mixes letters of several scripts"),
    ],
)
def test_an_address_that_is_none_is_reported_with_what_is_wrong(address: str, message: str) -> None:
    with pytest.raises(AddressError) as raised:
        read_address(address)
    assert message in str(raised.value)
    assert not isinstance(raised.value, PrivateAddressError)


@given(st.text())
def test_whatever_is_written_is_an_address_or_refused_in_words(text: str) -> None:
    for address in (text, f"https://{text}", f"https://example.org/{text}", f"http://[{text}]/"):
        try:
            assert read_address(address) == address
        except AddressError as error:
            assert str(error)


@given(st.text(st.characters(codec="utf-8")))
def test_encoding_twice_is_encoding_once_and_leaves_an_address(rest: str) -> None:
    address = encode(f"https://example.org/{rest}")
    assert encode(address) == address
    assert read_address(address) == address
