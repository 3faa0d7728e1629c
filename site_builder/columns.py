"""How many columns a text takes on a screen of fixed-width letters."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Columns of a line of text: two for wide characters, none for those that combine (Unicode UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
