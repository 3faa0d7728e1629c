"""Marks that git leaves where two changes to the same lines met, and nobody chose between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.reading.faults import Fault

_MARK = re.compile(r"^[ \t]*(?P<mark>([<>|=])\2{6,}+)(?=[ \t\r\n]|\Z)[^\r\n]*", re.MULTILINE)
_MEANT = {
    "<": "here begins one of two changes that met",
    "|": "here begins what stood there before two changes met",
    "=": "here ends one of two changes that met, and the other begins",
    ">": "here ends the other of two changes that met",
}


def find_merge_marks(content: str) -> Iterator[Fault]:
    """Each line that git wrote, in whatever text it stands.

    A line of `=======` or `|||||||` is one only where there are others: it can also underline a heading.
    """
    if "<<<<<<<" not in content and ">>>>>>>" not in content:
        return
    marks = list(_MARK.finditer(content))
    for found in marks if any(mark[2] in "<>" for mark in marks) else ():
        message = f"{_MEANT[found[2]]}: keep what is right of the two, and delete the lines that begin with <<<<<<<, "
        message += "|||||||, ======= and >>>>>>>"
        yield Fault(problems.MERGE_MARK, message, found.start("mark"), found[0].strip())
