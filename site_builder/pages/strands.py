"""The strands beside a ledger, which join a denied claim with its denials: which run where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LANES = 4
"""How many strands can run beside one entry; where more would, the words alone join the claims."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A denied claim and its denials as positions in a ledger, and the lane in which they are joined."""

    denied: int
    members: frozenset[int]
    lane: int

    @property
    def top(self) -> int:
        return min(self.members)

    @property
    def bottom(self) -> int:
        return max(self.members)


def lay_strands(denials: Mapping[int, Sequence[int]], lanes: int = LANES) -> tuple[Strand, ...]:
    """Strands by the position of the denied claim, each in the first lane that is free along all of it."""
    strands: list[Strand] = []
    last_used: dict[int, int] = {}
    found = [(min(denied, *deniers), denied, frozenset((denied, *deniers))) for denied, deniers in denials.items()]
    for top, denied, members in sorted(found, key=lambda strand: strand[:2]):
        lane = next((lane for lane in range(1, lanes + 1) if last_used.get(lane, -1) < top), 0)
        if lane:
            last_used[lane] = max(members)
            strands.append(Strand(denied, members, lane))
    return tuple(strands)
