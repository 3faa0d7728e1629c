"""Letters that pass for those of another script (Unicode TR 39, "confusables"), and marks piled upon one letter."""

import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.languages import say
from site_builder.reading.characters import find_hidden
from site_builder.reading.decoding import find_controls, name
from site_builder.reading.faults import Fault
from site_builder.reading.positions import first_line

_PAIRS = (
    # Cyrillic
    *zip("АВЕЅІЈКМНОРСТУХҮԌԚԜӀ", "ABESIJKMHOPCTYXYGQWI", strict=True),
    *zip("аеѕіјорсухүһԁԛԝӏ", "aesijopcyxyhdqwl", strict=True),
    # Greek
    *zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορυ", "ABEZHIKMNOPTYXayikvopu", strict=True),
    # Armenian
    *zip("ՍՕհոսցօ", "UOhnugo", strict=True),
    # What stands for Latin letters themselves: the full-width ones
    *((chr(ord(letter) + 0xFEE0), letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
)
_LATIN_OF = {ord(other): latin for other, latin in _PAIRS}
_SCRIPTS = tuple(
    (
        re.compile(f"[{first}-{last}]+"),
        {ord(latin): other for other, latin in reversed(_PAIRS) if first <= other <= last},
    )
    for first, last in (("\u0400", "\u052f"), ("\u0370", "\u03ff"))
)
"""Cyrillic and Greek: a word that is all in it, and what of it Latin letters look like."""
_LONGEST_UNIT = 2
"""Letters of a word that may be a unit's sign, such as kΩ."""
_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = "\u0370-\u058f\u1f00-\u1fff\uff21-\uff5a"
_SEAM = re.compile(rf"[{_LATIN}](?=[{_OTHER}])|[{_OTHER}](?=[{_LATIN}])")
_WORD = re.compile(rf"[{_LATIN}{_OTHER}]+")
_NOT_LATIN = re.compile(f"[{_OTHER}]")

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MOST_MARKS = 5
"""Most marks upon one letter: a letter of the Hebrew Bible has up to four, and other scripts fewer."""
_PILE = re.compile(f"[{_MARKS}]{{{_MOST_MARKS + 1},}}")


def in_latin(text: str) -> str:
    """A text with each letter of another script that looks like a Latin one as that one."""
    return text if text.isascii() else text.translate(_LATIN_OF)


def find_disguised(text: str) -> Iterator[Fault]:
    """Words in which letters of one script stand among those of another that they look like."""
    if text.isascii() or _SEAM.search(text) is None:
        return
    for word in _WORD.finditer(text):
        if _SEAM.search(word[0]) is not None and (meant := _as_meant(word[0])) is not None:
            odd = next(letter for letter, right in zip(word[0], meant, strict=True) if letter != right)
            shown = first_line(word[0])
            message = say(
                "`{shown}` has a letter of another script in it, {name}: type the word again",
                shown=shown,
                name=name(odd),
            )
            yield Fault(problems.DISGUISED_WORD, message, word.start(), word[0], meant if shown == word[0] else None)


def _as_meant(word: str) -> str | None:
    """A word of two scripts in one of them; None where its letters cannot be mistaken."""
    latin = word.translate(_LATIN_OF)
    if _NOT_LATIN.search(latin) is None:
        return latin
    if len(word) <= _LONGEST_UNIT:
        return None
    others = ((all_in, word.translate(letters)) for all_in, letters in _SCRIPTS)
    return next((meant for all_in, meant in others if all_in.fullmatch(meant)), None)


def find_piled(text: str) -> Iterator[Fault]:
    """Letters upon which more marks are piled than any script puts there: they cover the lines around them."""
    if text.isascii():
        return
    for pile in _PILE.finditer(text):
        message = say("{count:,} marks on one letter cover the lines around it: delete them", count=len(pile[0]))
        yield Fault(problems.PILED_MARKS, message, pile.start(), pile[0][:1])


def find_misleading(text: str) -> Iterator[Fault]:
    """What readers cannot see as it is: hidden characters, letters that pass for others, and piled marks."""
    yield from find_hidden(text)
    yield from find_piled(text)
    yield from find_disguised(text)


def find_escaped(text: str) -> Iterator[Fault]:
    """The same, and control characters, in a text that is written with escapes; without offsets."""
    for fault in (*find_misleading(text), *find_controls(text)):
        yield Fault(fault.code, say("written as an escape, {message}", message=fault.message), 0, fault.text)
