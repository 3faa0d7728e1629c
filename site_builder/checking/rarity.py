"""How much it says that two events share something: much where few events have it, little where nearly all do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

Feature = tuple[str, Hashable]
"""A sort of thing and one of them, such as `("actor", "police")`."""
SAYS_LITTLE = 0.25
"""The rarity below which it is no reason to share something."""
_FEW, _SHARE = 4, 0.04
"""Events that may share a thing and it still says all that it can: a few, and a share of all."""
_PRIOR = 50
"""Events that are taken to be there besides: in a chronicle of three, a thing that all share is not yet common."""


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """How rare each feature of the events of a chronicle is (inverse document frequency, scaled to 0 to 1)."""

    counts: Mapping[Feature, int]
    """How many events have it; of a feature that is not there, none."""
    events: int

    @classmethod
    def among(cls, events: Iterable[Iterable[Feature]]) -> Rarity:
        """From the features of each event, each named once."""
        counts: Counter[Feature] = Counter()
        total = 0
        for features in events:
            counts.update(features)
            total += 1
        return cls(counts, total)

    def of(self, sort: str, name: Hashable) -> float:
        """From 1 for what few events have, down to nearly 0 for what all of many events have."""
        count = self.counts.get((sort, name), 0)
        few = _FEW + _SHARE * self.events
        if count <= few:
            return 1.0
        most = self.events + _PRIOR
        return math.log(most / count) / math.log(most / few)
