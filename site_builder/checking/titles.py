"""How much it says that two titles are alike."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from site_builder.checking.rarity import Rarity

_UNLIKE = 0.45
"""How like two unrelated titles of one subject are; counted from there."""
_TELLING = 1.5
"""How many rare words titles have to share for their likeness to count in full; all words, of shorter titles."""
_OTHER_NUMBERS = 0.5
"""What is left of the likeness of titles that count differently: `10 dead` and `11 dead`, `3.12` and `3.13`."""
_NUMBER = re.compile(r"[\d.]+")


def liken_titles(left: str, right: str, rarity: Rarity) -> tuple[float, float]:
    """What the likeness of two titles says, and the likeness itself, both from 0 to 1."""
    alike = (fuzz.token_sort_ratio(left, right) + fuzz.token_set_ratio(left, right)) / 200
    if alike <= _UNLIKE:
        return 0.0, alike
    words = tuple(frozenset(title.split()) for title in (left, right))
    weights = {word: rarity.of("word", word) for word in words[0] | words[1]}
    both = words[0] & words[1]
    if both:
        shared = sum(weights[word] for word in both)
        whole = sum(weights[word] for title in words for word in title)
        # Above 1 where the words that differ are common ones, below it where only the common ones are shared.
        says = (2 * shared / whole) / (2 * len(both) / (len(words[0]) + len(words[1])))
        says *= min(1.0, shared / min(_TELLING, *map(len, words)))
    else:
        says = sum(weights.values()) / len(weights)
    numbers = tuple({word for word in title if _NUMBER.fullmatch(word)} for title in words)
    if not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        says *= _OTHER_NUMBERS
    return min(1.0, says * (alike - _UNLIKE) / (1 - _UNLIKE)), alike
