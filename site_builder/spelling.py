"""Which of several words somebody probably meant, and only where one is clearly near."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.8
"""The least likeness (twice the shared characters by all characters) at which a word is near."""
_CLEARLY = 0.04
"""How much likelier than the next the nearest word has to be."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The one choice that `word` is a slip of the pen for; None where none or several are near.

    Words that differ in digits are never near, because a different number is a different thing. A slip is
    looked for in one half of the word at a time, which keeps thousands of choices cheap.
    """
    folded = word.casefold()
    half = max(1, len(folded) // 2)
    digits = _digits(folded)
    matcher = SequenceMatcher(b=folded, autojunk=False)
    scored: list[tuple[float, str]] = []
    for choice in choices:
        if not (choice[:half] == folded[:half] or choice[-half:] == folded[-half:]) or _digits(choice) != digits:
            continue
        matcher.set_seq1(choice)
        if matcher.quick_ratio() >= _NEAR and (likeness := matcher.ratio()) >= _NEAR:
            scored.append((likeness, choice))
    scored.sort(reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY):
        return None
    return scored[0][1]


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]+", "", text)
