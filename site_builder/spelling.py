"""Which of several words somebody probably meant, and only where one is clearly near."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Indel

_NUMBERS = re.compile("[0-9]+")
_NEAR = 0.79
"""The least likeness (twice the shared characters by all characters) at which a word is near: just less than 0.8."""
_CLEARLY = 0.04
"""How much likelier than the next the nearest word has to be."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The one choice that `word` is a slip of the pen for; None where none or several are near.

    Words that differ in digits are never near, because a different number is a different thing.
    """
    folded = word.casefold()
    digits = _digits(folded)
    alike = [choice for choice in choices if _digits(choice) == digits]
    found = process.extract(folded, alike, scorer=Indel.normalized_similarity, score_cutoff=_NEAR, limit=2)
    if not found or (len(found) > 1 and found[0][1] - found[1][1] < _CLEARLY):
        return None
    return found[0][0]


def nearest_key(key: str, choices: Iterable[str]) -> str | None:
    """The one key that is meant: it is near, or only one has all words of this key, or some of them and no others."""
    choices, words = tuple(choices), set(key.casefold().split("_"))
    alike = [choice for choice in choices if words <= set(choice.split("_")) or words >= set(choice.split("_"))]
    return nearest(key, choices) or (alike[0] if len(alike) == 1 else None)


def _digits(text: str) -> str:
    return "".join(_NUMBERS.findall(text))
