"""Whose address it is: hosts that rules know, and archives, from `hosts.yml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

_INNER = re.compile(
    r"(?<=.)https?:/{1,2}|(?<=/web)/[0-9*]{4,}(?:[a-z]{2}_)?/(?!https?:)|(?<=/newest)/(?!https?:)", re.IGNORECASE
)
"""What stands before the address of what was archived."""
_TRANSLATED = re.compile(r"(?<=://)[\w.-]+(?=\.translate\.goog\b)", re.IGNORECASE)
_DECODINGS = 2

_DATA: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "hosts.yml").read_text(encoding="utf-8"))

Owners = Mapping[str, tuple[str, ...]]
"""By the name of an owner the hosts, or hosts and how the path begins, that are theirs."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A public archive, and what its captures look like."""

    hosts: re.Pattern[str]
    capture: re.Pattern[str]
    """How the path of a capture begins, with its query."""
    example: str


def _owners(written: Mapping[str, str]) -> Owners:
    return {name: tuple(_with_mirrors(addresses.split())) for name, addresses in written.items()}


def _with_mirrors(addresses: list[str]) -> Iterator[str]:
    for address in addresses:
        host, slash, path = address.partition("/")
        yield from (f"{one}{slash}{path}" for one in (host, *_DATA["mirrors"].get(host, "").split()))


CHANNELS = _owners(_DATA["channels"])
STATE_OUTLETS = _owners(_DATA["state_outlets"])
COMPILATIONS = _owners(_DATA["compilations"])
COMPILERS = re.compile(rf"(?:\w+ )?(?:{'|'.join(_DATA['compilers'].split())})\b.*", re.IGNORECASE)
ARCHIVES = tuple(
    Archive(re.compile(one["hosts"]), re.compile(one["capture"]), one["example"]) for one in _DATA["archives"]
)
_HOSTS = sorted(
    address.partition("/")[0]
    for owners in (CHANNELS, STATE_OUTLETS, COMPILATIONS)
    for addresses in owners.values()
    for address in addresses
)
_KNOWN = re.compile(rf"[/.@](?:{'|'.join(map(re.escape, dict.fromkeys(_HOSTS)))})(?![\w-])", re.IGNORECASE)
"""What stands in every address that leads to one of these: looked for first, because that is cheap."""


def owner_of(url: str, owners: Owners) -> str | None:
    """Whose a URL is, or one within it as archives and translators have them."""
    decoded = _decoded(url)
    if not _KNOWN.search(decoded):
        return None
    parts = (decoded, *(f"https://{inner}" for inner in _INNER.split(decoded)[1:]))
    return next(
        (
            name
            for name, addresses in owners.items()
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
