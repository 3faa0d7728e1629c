"""Web addresses in records: what one is, what is wrong with one that is none, and which no reader can open."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from site_builder import TimelineError
from site_builder.records.hosts import whose_network, why_no_host

NOT_IN_ADDRESSES = re.compile(r"""[\x00-\x20\x7f\s<>"`\\^{}|]""")
"""What stands in no address, but encoded as %xx (RFC 3986). An apostrophe may, and letters of any script (RFC 3987)."""
_BEGINNING = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_EXPECTED = "expected an address that begins with https:// or http:// and names a host"
_LAST_PORT = 65_535


class AddressError(TimelineError, ValueError):
    """What is wrong with an address, in words that follow `expected …;`."""


class PrivateAddressError(AddressError):
    """An address that only this machine, or a network of its own, can open."""


def read_address(value: str) -> str:
    """An address of the open web, as it is written; raises AddressError where it is none."""
    if not _BEGINNING.match(value):
        raise AddressError(_EXPECTED)
    try:
        parts = urlsplit(value)
    except ValueError:
        raise AddressError("expected an address with no brackets in its host but those of an IPv6 address") from None
    if "@" in parts.netloc:
        raise AddressError("expected an address without a user name or a password, which all readers would see")
    host = host_in(parts)
    if (found := NOT_IN_ADDRESSES.search(value)) is not None:
        how = "in the host" if host and found[0] in host else f"(encode it as {_encoded(found[0])})"
        raise AddressError(f"expected an address without {_named(found[0])} {how}")
    if not host:
        raise AddressError(_EXPECTED)
    _check_port(parts)
    if (whose := whose_network(host)) is not None:
        raise PrivateAddressError(f"expected an address that every reader can open: `{host}` {whose}")
    if (why := why_no_host(host)) is not None:
        raise AddressError(why)
    return value


def host_in(parts: SplitResult) -> str:
    """The host in an address as it is written, with the brackets of an IPv6 address."""
    host = parts.netloc.rpartition("@")[2]
    return host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]


def _check_port(parts: SplitResult) -> None:
    """Raise AddressError where what follows the host's colon is no port."""
    host = host_in(parts)
    rest = parts.netloc.rpartition("@")[2][len(host) :]
    port = rest.removeprefix(":")
    if rest and (not rest.startswith(":") or not (port == "" or (port.isascii() and port.isdecimal()))):
        raise AddressError(f"expected a number after the colon that follows the host, or no colon, not `{port}`")
    if port and not 1 <= int(port[:9]) <= _LAST_PORT:
        raise AddressError(f"expected a port from 1 to {_LAST_PORT}, not {port}")


def encode(value: str) -> str:
    """An address with each character that stands in none encoded; what is encoded already stays as it is."""
    return NOT_IN_ADDRESSES.sub(lambda found: _encoded(found[0]), value)


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def _named(character: str) -> str:
    if character == " ":
        return "spaces"
    return f"`{character}`" if character.isprintable() and character != "`" else f"the character U+{ord(character):04X}"
