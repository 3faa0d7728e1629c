"""Text of records made inert for Markdown as GitHub reads it: nothing of it is markup, a link, or calls anybody.

GitHub looks for mentions, issues, commits and addresses in the text that it shows, where no escape is left: a space
of no width breaks those. Source: GitHub Flavored Markdown, 2.4 and 6.9; GitHub's documentation of autolinks.
"""

from __future__ import annotations

import re

from site_builder.problems import visible

_GAP = "&#8203;"
"""A space of no width."""
_AUTOMATIC = re.compile(
    r"(?P<mention>@)"
    r"|(?P<scheme>:)(?=\S)"  # https://, mailto:, :emoji:
    r"|(?P<issue>#)(?=\w)"
    r"|(?P<host>www)(?=\.)"
    r"|(?P<numbered>\b(?:GH|GHSA|CVE)-)"
    r"|(?P<commit>\b[0-9a-f]{7,64}\b)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[\\`*_\[\]|~]")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("$"): "&#36;"}
_MARK = "\ue000"
"""Stands for a gap until everything else is escaped."""


def escape(text: str) -> str:
    """The text as a part of a line of Markdown that does not begin with it, or of a table's cell."""
    plain = visible(" ".join(text.split())).replace(_MARK, "\\ue000")
    broken = _AUTOMATIC.sub(_break, plain)
    return _MARKUP.sub(r"\\\g<0>", broken.translate(_ENTITIES)).replace(_MARK, _GAP)


def code(text: str) -> str:
    """A code span, in which nothing is looked for; not for tables, where a bar would end it."""
    shown = visible(text)
    longest = max((len(ticks) for ticks in re.findall("`+", shown)), default=0)
    fence, space = "`" * (longest + 1), " " if longest or shown != shown.strip() else ""
    return f"{fence}{space}{shown}{space}{fence}" if shown else ""


def _break(found: re.Match[str]) -> str:
    if found["commit"] is None:
        return found[0] + _MARK
    return _MARK.join(found[0][at : at + 6] for at in range(0, len(found[0]), 6))
