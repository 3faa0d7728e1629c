"""How a claim is named across events."""

from __future__ import annotations

from dataclasses import dataclass


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
