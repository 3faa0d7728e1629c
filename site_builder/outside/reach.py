"""Which machines a host is: looked up once, and none of them in a network of its own.

Whoever connects uses the numbers that were checked and not the name, which may lead elsewhere a moment later.
"""

import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from ssl import SSLContext, create_default_context

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.records import whose_number

Number = IPv4Address | IPv6Address
_GIVEN = (IPv6Network("2000::/3"), IPv6Network("64:ff9b::/96"))
"""To hosts, and to translators that stand for hosts of IPv4 (RFC 6052)."""


class InnerAddressError(TimelineError):
    """A host that is this machine or in a network around it: it is not asked."""


class NoAnswerError(TimelineError):
    """A host that gave no answer; the message says why."""

    def __init__(self, reason: str, *, may_change: bool = True) -> None:
        super().__init__(reason)
        self.may_change = may_change
        """Whether asking again may help."""


def look_up(host: str, port: int) -> Iterable[Number]:
    """The numbers of a host, in the order in which the system prefers them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ip_address(str(where[0]).partition("%")[0]) for *_, where in found]


def is_of_the_open_internet(number: Number) -> bool:
    """Whether a number is one that anybody can reach.

    Of IPv6 those are what is given to hosts (IANA's 2000::/3), and what stands for a number of IPv4.
    """
    is_given = number.version == 4 or number.ipv4_mapped is not None or any(number in given for given in _GIVEN)
    return is_given and whose_number(number) is None


@dataclass(frozen=True)
class Reach:
    """What may be reached. Only a test gives other values than these, and none of them comes from the environment."""

    look_up: Callable[[str, int], Iterable[Number]] = look_up
    may_ask: Callable[[Number], bool] = is_of_the_open_internet
    context: SSLContext = field(default_factory=create_default_context)
    """Which certificates are believed."""

    def numbers(self, host: str, port: int) -> tuple[Number, ...]:
        """The numbers of a host, of which each may be asked.

        Raises InnerAddressError where one may not: a name with an open and an inner number is a trap. Raises
        NoAnswerError where the host has none.
        """
        try:
            numbers = tuple(dict.fromkeys(self.look_up(host, port)))
        except (OSError, UnicodeError):
            numbers = ()
        if not numbers:
            raise NoAnswerError(say("no host has the name `{host}`", host=host), may_change=False)
        for number in numbers:
            if not self.may_ask(number):
                raise InnerAddressError(
                    say("`{host}` is {number}, which is not of the open internet", host=host, number=str(number))
                )
        return numbers
