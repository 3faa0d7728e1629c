"""What of a text is in the chronicle's own words: without quotations, code, references and addresses."""

from __future__ import annotations

import re

_WITHIN_PARAGRAPH = r"(?:[^{stops}\n]|\n(?![ \t]*\n))"
"""Neither mark may stand inside, so that a text of opening marks alone is passed over once."""
_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“”"), ("‹", "›"))
_QUOTED = "|".join(
    f"{opening}{_WITHIN_PARAGRAPH.replace('{stops}', opening + closing)}*[{closing}]" for opening, closing in _PAIRS
)
_SINGLE = r"(?<!\w)['‘](?=\w)(?:[^'’‘\n]|(?<=\w)['’](?=\w)|\n(?![ \t]*\n))*['’](?!\w)"
_OTHERS = (
    r"^[ \t]*>.*$",  # a block quotation
    r"`[^`\n]*`",
    r"\[@[^\[\]\n]*\]",
    r"\[\[[^\[\]|\n]*(?:\||\]\])",  # the label after `|` is in our words
    r"https?://\S+",
)
_NOT_OWN = re.compile("|".join((_QUOTED, _SINGLE, *_OTHERS)), re.MULTILINE)
_NOT_A_LETTER = re.compile(r"[^\n]")


def own_words(text: str) -> str:
    """A text with blanks in place of what is not in the chronicle's own words; offsets stay."""
    return _NOT_OWN.sub(lambda found: _NOT_A_LETTER.sub(" ", found[0]), text)
