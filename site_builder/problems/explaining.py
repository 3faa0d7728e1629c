"""A code explained where it is met: in a terminal, without the site that explains it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from site_builder.problems.codes import CODES
from site_builder.problems.examples import USUAL_FILE, files_of, link_target
from site_builder.problems.registry import Code

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_WIDTH = 88
_MOST_NEAR = 3
_CODE = re.compile(r"(?:TL[ _-]?)?([0-9]{1,3})", re.IGNORECASE | re.ASCII)


def explain(code: Code) -> str:
    """What the page of a code says, as plain text: what it means, an example that has it, and one that does not."""
    lines = [f"{code.id}: {code.title} ({code.severity.value})", ""]
    lines += textwrap.wrap(_LINK.sub(r"\1", code.meaning), _WIDTH, break_long_words=False, break_on_hyphens=False)
    for word, example in (("Wrong", code.wrong), ("Right", code.right)):
        lines += ["", *_example(word, example)]
    return "\n".join(lines) + "\n"


def find_code(written: str) -> Code | None:
    """The code that somebody writes: `TL044`, `tl44` or `44`; None where there is none."""
    found = _CODE.fullmatch(written.strip())
    return CODES.get(f"TL{int(found[1]):03}") if found else None


def near_codes(written: str) -> list[Code]:
    """The codes that stand beside the one that somebody wrote, or whose titles hold a word of it."""
    found = re.search(r"[0-9]{1,9}", written, re.ASCII)
    if found:
        number = int(found[0])
        nearest = sorted(CODES.values(), key=lambda code: abs(int(code.id[2:]) - number))[:_MOST_NEAR]
        return sorted(nearest, key=lambda code: code.id)
    words = {word for word in re.findall(r"\w+", written.casefold()) if len(word) > 2}
    return [code for code in CODES.values() if words & set(re.findall(r"\w+", code.title.casefold()))]


def _example(word: str, example: str) -> Iterator[str]:
    for path, text in files_of(example).items():
        yield f"{word}:" if path == USUAL_FILE else f"{word}, in events/{path}:"
        target = link_target(text)
        lines = text.splitlines() if target is None else [f"a symbolic link to {target}"]
        yield from (f"    {line}".rstrip() for line in lines)
