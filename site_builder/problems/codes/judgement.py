"""Codes: what is probably wrong, and what editors should look at."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("judgement", "Probably wrong")

NEAR_DUPLICATE = GROUP.code(
    80,
    "Two records of one event?",
    "Two events overlap in time and are so alike in place, actors, sources and title that they are probably one. Where "
    "one names the other, in a link or as `[[event-id]]` in a text, they are taken for two.",
    Severity.WARNING,
    wrong="""=== 2024/2024-07-27-convoy.yml
title: The ambush of a convoy
date: 2024-07-27
kind: ambush
places:
  - {place: well, role: site}
actors:
  - {actor: rebels, role: attacker}
""",
    right="""=== 2024/2024-07-27-convoy.yml
title: The ambush of a convoy
date: 2024-07-27
kind: ambush
places:
  - {place: well, role: site}
actors:
  - {actor: rebels, role: attacker}
unknown:
  - Whether the same men laid [[2024-07-27-ambush|the other ambush]] of that day.
""",
)
