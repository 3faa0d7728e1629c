"""How a claim is named across events, and what belongs to each record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class ClaimKey:
    """A claim's event and its id there; `str()` is `event#claim`, the end of its permalink."""

    event: str
    claim: str

    @classmethod
    def read(cls, text: str, event: str) -> "ClaimKey":
        """The claim that `text`, written in a record of `event`, means: `claim-id` or `event-id#claim-id`."""
        other, mark, claim = text.partition("#")
        return cls(other.strip(), claim.strip()) if mark else cls(event, text.strip())

    def __str__(self) -> str:
        return f"{self.event}#{self.claim}"


class _Groups(dict[K, tuple[T, ...]]):
    def __missing__(self, key: K) -> tuple[T, ...]:
        return ()


def grouped(pairs: Iterable[tuple[K | None, T]]) -> Mapping[K, tuple[T, ...]]:
    """From pairs of a key and something that belongs to it, all that belongs to each key: nothing to one not there.

    None is no key.
    """
    groups: dict[K, list[T]] = {}
    for key, item in pairs:
        if key is not None:
            groups.setdefault(key, []).append(item)
    return MappingProxyType(_Groups((key, tuple(items)) for key, items in groups.items()))
