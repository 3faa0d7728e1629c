"""Text that hides or reorders itself (Unicode TR 36, "Trojan Source"), and the scripts that need such characters."""

import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.languages import say
from site_builder.reading.decoding import name
from site_builder.reading.faults import Fault

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_MARKS = "\u061c\u200e\u200f"
_SUSPECT = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_FLAGS = re.compile(
    "\U0001f3f4(?:"
    + "|".join("".join(chr(0xE0000 + ord(c)) for c in flag) for flag in ("gbeng", "gbsct", "gbwls"))
    + ")\U000e007f"
)
"""The three flags that are spelled in tag characters: England, Scotland, Wales."""

_JOINING = (
    "\u0600-\u0605\u0610-\u061a\u0620-\u08ff"  # Arabic, Syriac, Thaana, N'Ko and their supplements
    "\u0900-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18af\u1a20-\u1aad\u1b00-\u1c4f"  # Indic
    "\ua800-\ua82f\ua840-\ua87f\ua880-\ua8ff\ua980-\ua9df\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010a5f\U00011000-\U000114df\U0001e900-\U0001e95f"
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def _alone(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")


_EMOJI_ONE = _alone(_EMOJI)
_EMOJI_BASE = _alone(_EMOJI + "0-9#*")
_BEFORE_EMOJI_JOINER = _alone(_EMOJI + "\ufe0f")
_JOINING_ONE = _alone(_JOINING)
_MONGOLIAN = _alone("\u1820-\u18aa")
_HAN = _alone("\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af")


def find_hidden(text: str) -> list[Fault]:
    """Every character that hides or reorders text where its script does not call for it."""
    if text.isascii() or _SUSPECT.search(text) is None:
        return []
    faults: list[Fault] = []
    start = 0
    for line in text.split("\n"):
        if not line.isascii():
            faults += _find_in_line(line, start)
        start += len(line) + 1
    return faults


def _find_in_line(line: str, start: int) -> Iterator[Fault]:
    allowed = {index for found in _FLAGS.finditer(line) for index in range(found.start() + 1, found.end())}
    right_to_left = _RIGHT_TO_LEFT.search(line) is not None
    for found in _SUSPECT.finditer(line):
        index = found.start()
        if not (index in allowed or _joins(line, index) or (right_to_left and found[0] in _MARKS)):
            yield _fault(found[0], start + index)


def _joins(line: str, index: int) -> bool:
    """Whether a joiner or selector does what it is for, to the characters beside it."""
    character, before, after = line[index], line[index - 1 : index], line[index + 1 : index + 2]
    if character == _ZWNJ:
        return _is(_JOINING_ONE, before) and _is(_JOINING_ONE, after)
    if character == _ZWJ:
        joins_emoji = _is(_BEFORE_EMOJI_JOINER, before) and _is(_EMOJI_ONE, after)
        return joins_emoji or _is(_JOINING_ONE, before)
    if character in "\ufe0e\ufe0f":
        return _is(_EMOJI_BASE, before)
    if "\u180b" <= character <= "\u180f":
        return _is(_MONGOLIAN, before)
    if "\U000e0100" <= character <= "\U000e01ef":
        return _is(_HAN, before)
    return False


def _is(pattern: re.Pattern[str], character: str) -> bool:
    return pattern.match(character) is not None


def _fault(character: str, index: int) -> Fault:
    does = "changes the order in which text is shown" if _reorders(character) else "cannot be seen"
    return Fault(
        problems.HIDDEN_CHARACTER, say("{name} {does}: delete it", name=name(character), does=does), index, character
    )


def _reorders(character: str) -> bool:
    return character in _MARKS or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
