"""How a claim is named across events, and what belongs to each record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class ClaimKey:
    """A claim's event and its id there; `str()` is `event#claim`, the end of its permalink."""

    event: str
    claim: str

    @classmethod
    def read(cls, text: str, event: str) -> ClaimKey:
        """The claim that `text`, written in a record of `event`, means: `claim-id` or `event-id#claim-id`."""
        other, mark, claim = text.partition("#")
        return cls(other.strip(), claim.strip()) if mark else cls(event, text.strip())

    def __str__(self) -> str:
        return f"{self.event}#{self.claim}"


def grouped(pairs: Iterable[tuple[str | None, T]]) -> Mapping[str, tuple[T, ...]]:
    """From pairs of an id and something that belongs to it, all that belongs to each; None is no id."""
    groups: dict[str, list[T]] = {}
    for record_id, item in pairs:
        if record_id is not None:
            groups.setdefault(record_id, []).append(item)
    return MappingProxyType({record_id: tuple(items) for record_id, items in groups.items()})
