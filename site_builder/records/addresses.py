"""Web addresses in records: what is wrong with one that is none, and which no reader can open, by its host.

Sources: RFC 1123 and RFC 1035 (names), RFC 5891 (letters beyond ASCII), RFC 6761 and RFC 8375 (names of no public
use), IANA's registries of special addresses through `ipaddress`, and the WHATWG's URL Standard, in which a host that
ends in a number is an IPv4 address however it is written.
"""

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, unquote, urlsplit

import idna

from site_builder import TimelineError
from site_builder.languages import say

NOT_IN_ADDRESSES = re.compile(r"""[\x00-\x20\x7f\s<>"`\\^{}|]""")
"""What stands in no address, but encoded as %xx (RFC 3986). An apostrophe may, and letters of any script (RFC 3987)."""
_BEGINNING = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_EXPECTED = say("expected an address that begins with https:// or http:// and names a host")
_LAST_PORT = 65_535
_LONGEST = 253
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
_HERE = frozenset({"localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home", "corp"})
"""Last parts of names that no server of the open internet bears."""
_HOME_NETWORK = "home.arpa"
_NAT64 = int(IPv6Address("64:ff9b::")) >> 32
"""The first 96 bits of an IPv6 address that stands for the IPv4 address in its last 32."""
_WRITTEN_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "KATAKANA-HIRAGANA"})
"""Scripts of East Asia, which are written with one another and with Latin letters."""


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
        raise AddressError(say("expected an address with brackets only around an IPv6 address")) from None
    if "@" in parts.netloc:
        raise AddressError(say("expected an address without a user name or a password, which all readers would see"))
    host = host_in(parts)
    if (found := NOT_IN_ADDRESSES.search(value)) is not None:
        sign, encoded = _named(found[0]), _encoded(found[0])
        if host and found[0] in host:
            raise AddressError(say("expected an address without {sign} in the host", sign=sign))
        raise AddressError(
            say("expected an address without {sign} (encode it as {encoded})", sign=sign, encoded=encoded)
        )
    if not host:
        raise AddressError(_EXPECTED)
    _check_port(parts)
    if (whose := _whose_network(host)) is not None:
        raise PrivateAddressError(
            say("expected an address that every reader can open: `{host}` {whose}", host=host, whose=whose)
        )
    if (why := _why_no_host(host)) is not None:
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
        raise AddressError(
            say("expected a number after the colon that follows the host, or no colon, not `{port}`", port=port)
        )
    if port and not 1 <= int(port[:9]) <= _LAST_PORT:
        raise AddressError(say("expected a port from 1 to {last}, not {port}", last=_LAST_PORT, port=port))


def encode(value: str) -> str:
    """An address with each character that stands in none encoded; what is encoded already stays as it is."""
    return NOT_IN_ADDRESSES.sub(lambda found: _encoded(found[0]), value)


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def _named(character: str) -> str:
    if character == " ":
        return say("spaces")
    if character.isprintable() and character != "`":
        return f"`{character}`"
    return say("the character U+{number:04X}", number=ord(character))


def _why_no_host(host: str) -> str | None:
    """What is wrong with a host as it stands in an address; None where it is a name or a number that can be asked.

    A host of other letters than ASCII is wrong as well: `in_ascii` gives the form that browsers send.
    """
    if host.startswith("["):
        return None if _ipv6(host) is not None else say("`{host}` is no IPv6 address", host=host)
    if not host.isascii():
        if any(mixes_scripts(label) for label in host.split(".")):
            return say("`{host}` mixes letters of several scripts, as deceptive hosts do: type it again", host=host)
        ascii_form = in_ascii(host)
        form = f" ({ascii_form})" if ascii_form is not None else ""
        return say(
            "expected a host in ASCII{form}, as browsers send it: other letters may look like Latin ones", form=form
        )
    labels = host.removesuffix(".").split(".")
    if "" in labels:
        return say("`{host}` is no host: a part between two dots, or before the first, is empty", host=host)
    if _NUMBER.fullmatch(labels[-1]):
        if (number := ipv4(host)) is None:
            return say("`{host}` ends in a number and is no IPv4 address", host=host)
        if str(number) == host:
            return None
        return say("`{host}` is another form of {number}: write that", host=host, number=number)
    return _why_no_name(host, labels)


def _why_no_name(host: str, labels: list[str]) -> str | None:
    if len(host.removesuffix(".")) > _LONGEST:
        return say("a host has at most {most} characters, and this one has {n}", most=_LONGEST, n=len(host))
    for position, label in enumerate(labels):
        if not _LABEL.fullmatch(label):
            return say("`{label}` cannot stand in a host: letters, digits and hyphens between them can", label=label)
        if "_" in label and position >= len(labels) - 2:
            return say("`{label}` cannot stand in the name of a domain, which has no underscore", label=label)
        if label.lower().startswith("xn--") and _decoded(label) is None:
            return say("`{label}` begins with xn--, but encodes no letters", label=label)
    return None


def _whose_network(host: str) -> str | None:
    """Why a host is none of the open internet: `is this machine itself`, …; None where it is one."""
    host = host if host.isascii() else in_ascii(host) or host
    address = _ipv6(host) if host.startswith("[") else ipv4(host)
    if address is not None:
        whose = whose_number(address)
        same = str(address) == host.removesuffix(".").strip("[]")
        return whose if whose is None or same else f"({address}) {whose}"
    labels = unquote(host).casefold().removesuffix(".").split(".")
    if "" in labels:
        return None
    if labels[-1] == "localhost":
        return say("is the machine of whoever reads it")
    if labels[-1] in _HERE or ".".join(labels[-2:]) == _HOME_NETWORK:
        return say("is a name that only a local network knows")
    if len(labels) == 1:
        return say("is a name without a domain, which only a local network knows")
    return None


def whose_number(address: IPv4Address | IPv6Address) -> str | None:
    """Why a number is none of the open internet, as one that it stands for is not; None where it is one."""
    inner = _embedded(address) if isinstance(address, IPv6Address) else None
    if inner is not None:
        return whose_number(inner)
    if address.is_loopback or address.is_unspecified or (address.version == 4 and address.packed[0] == 0):
        return say("is the machine of whoever reads it")
    if address.is_link_local:
        return say("leads to another machine in the network of whoever reads it")
    if not address.is_global or address.is_multicast or getattr(address, "is_site_local", False):
        return say("belongs to a private network or is reserved")
    return None


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    teredo = address.teredo
    if (inner := address.ipv4_mapped or address.sixtofour or (teredo and teredo[1])) is not None:
        return inner
    number = int(address)
    compatible = number >> 32 == 0 and number > 1
    return IPv4Address(number & 0xFFFFFFFF) if compatible or number >> 32 == _NAT64 else None


def ipv4(host: str) -> IPv4Address | None:
    """The IPv4 address that browsers read in a host: one to four numbers, decimal, octal (017) or hex (0xf)."""
    parts = unquote(host).removesuffix(".").split(".")
    if not 1 <= len(parts) <= 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (5 - len(parts)):
        return None
    return IPv4Address(sum(number << 8 * (3 - place) for place, number in enumerate(first)) + last)


def _number(part: str) -> int:
    if part[:2] in ("0x", "0X"):
        return int(part[2:] or "0", 16)
    if len(part) > 16:
        raise ValueError("no number of an address has so many digits")
    return int(part, 8) if len(part) > 1 and part.startswith("0") else int(part)


def _ipv6(host: str) -> IPv6Address | None:
    try:
        return IPv6Address(unquote(host).removeprefix("[").removesuffix("]"))
    except AddressValueError:
        return None


def in_ascii(host: str) -> str | None:
    """A host's name as browsers send it (`xn--…`); None where it has no such form."""
    try:
        return idna.encode(host, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        return None


def in_letters(host: str) -> str:
    """A host's name with the letters that `xn--…` stands for, as far as it stands for some."""
    labels = host.split(".")
    return ".".join((_decoded(label) if label.lower().startswith("xn--") else None) or label for label in labels)


def _decoded(label: str) -> str | None:
    try:
        return idna.decode(label.lower())
    except (idna.IDNAError, UnicodeError):
        return None


def mixes_scripts(label: str) -> bool:
    """Whether a part of a name has letters of several scripts that are not written together, so that it may deceive."""
    scripts = {_script(letter) for letter in label if letter.isalpha()}
    if scripts & _WRITTEN_TOGETHER:
        scripts -= _WRITTEN_TOGETHER | {"LATIN"}
        return bool(scripts)
    return len(scripts) > 1


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0].partition("-")[0]
