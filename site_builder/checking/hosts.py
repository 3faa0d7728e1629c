"""Whose address it is: hosts that rules know, and archives, from `hosts.yml`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from site_builder.own_data import read_data

_INNER = re.compile(
    r"(?<=.)https?:/{1,2}|(?<=/web)/[0-9*]{4,}(?:[a-z]{2}_)?/(?!https?:)|(?<=/newest)/(?!https?:)", re.IGNORECASE
)
"""What stands before the address of what was archived."""
_TRANSLATED = re.compile(r"(?<=://)[\w.-]+(?=\.translate\.goog\b)", re.IGNORECASE)
_DECODINGS = 2

_DATA: Mapping[str, Any] = read_data((Path(__file__).parent / "hosts.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Owners:
    """Whose hosts are whose."""

    addresses: Mapping[str, tuple[str, ...]]
    """By the name of an owner the hosts, or hosts and how the path begins, that are theirs."""

    @classmethod
    def read(cls, written: Mapping[str, Iterable[str]]) -> Self:
        """Owners with what holds for their addresses on the mirrors of a host."""
        return cls({name: tuple(_with_mirrors(addresses)) for name, addresses in written.items()})

    def with_others(self, written: Mapping[str, Iterable[str]]) -> "Owners":
        """These owners, and before them those that a chronicle adds."""
        if not written:
            return self
        own = Owners.read(written).addresses
        return Owners({name: own.get(name, ()) + self.addresses.get(name, ()) for name in (*own, *self.addresses)})

    @cached_property
    def known(self) -> re.Pattern[str]:
        """What stands in every address that leads to one of these: looked for first, because that is cheap."""
        hosts = {address.partition("/")[0] for addresses in self.addresses.values() for address in addresses}
        return re.compile(rf"[/.@](?:{'|'.join(map(re.escape, sorted(hosts)))})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Archive:
    """A public archive, and what its captures look like."""

    hosts: re.Pattern[str]
    capture: re.Pattern[str]
    """How the path of a capture begins, with its query."""
    example: str


def _with_mirrors(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        host, slash, path = address.partition("/")
        yield from (f"{one}{slash}{path}" for one in (host, *_DATA["mirrors"].get(host, "").split()))


def _read(name: str) -> Owners:
    return Owners.read({owner: addresses.split() for owner, addresses in _DATA[name].items()})


CHANNELS = _read("channels")
STATE_OUTLETS = _read("state_outlets")
COMPILATIONS = _read("compilations")
COMPILERS = re.compile(rf"(?:\w+ )?(?:{'|'.join(_DATA['compilers'].split())})\b.*", re.IGNORECASE)
ARCHIVES = tuple(
    Archive(re.compile(one["hosts"]), re.compile(one["capture"]), one["example"]) for one in _DATA["archives"]
)


def owner_of(url: str, owners: Owners) -> str | None:
    """Whose a URL is, or one within it as archives and translators have them."""
    decoded = _decoded(url)
    if not owners.known.search(decoded):
        return None
    parts = (decoded, *(f"https://{inner}" for inner in _INNER.split(decoded)[1:]))
    return next(
        (
            name
            for name, addresses in owners.addresses.items()
            if any(_is_at(part, address) for part in parts for address in addresses)
        ),
        None,
    )


def _decoded(url: str) -> str:
    """An address with `%2F` and the like read, which is how one stands in another; `t-me.translate.goog` as `t.me`."""
    for _ in range(_DECODINGS):
        if "%" not in url:
            break
        url = unquote(url)
    return _TRANSLATED.sub(lambda found: re.sub("--?", lambda dash: ".-"[len(dash[0]) - 1], found[0]), url)


def _is_at(url: str, address: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return False
    host = (parts.hostname or "").casefold().removesuffix(".").removesuffix(".translate.goog")
    domain, slash, path = address.partition("/")
    return (host == domain or host.endswith(f".{domain}")) and (parts.path + "/").casefold().startswith(
        f"{slash}{path}/" if path else ""
    )
