"""Counts that nobody counted."""

from __future__ import annotations

from random import Random

from bench.synthetic.story import Happening
from bench.synthetic.yaml_text import Flow, Value

_CATEGORIES = ("killed", "killed", "killed", "wounded", "wounded", "captured", "missing", "killed-or-wounded")


def invent_figures(random: Random, happening: Happening) -> dict[str, Value]:
    """The losses of one or two parties, exact or vague."""
    if happening.kind == "killing-of-civilians":
        possible = ["civilians", "women", "children"]
    else:
        sides = happening.a.id, happening.b.id
        possible = [sides[1], sides[1], sides[0], "civilians", "unstated", "+".join(sides)]
    parties = dict.fromkeys(random.choices(possible, k=random.choice((1, 1, 2))))
    # What several lost together is not counted beside what one of them lost.
    joined = [party for party in parties if "+" in party]
    return {party: Flow(_counts(random)) for party in joined or parties}


def _counts(random: Random) -> dict[str, str]:
    categories = dict.fromkeys(random.choices(_CATEGORIES, k=random.choice((1, 1, 2))))
    together = [category for category in categories if "-or-" in category]
    return {category: _count(random) for category in together or categories}


def _count(random: Random) -> str:
    number = int(2 ** random.uniform(0, 8))
    forms = (f"{number}", f"{number}", f"{number}", f"~{number}", f"{number}-{number * 2}", f"{number}+", "dozens")
    return random.choice((*forms, f"up to {number}"))
