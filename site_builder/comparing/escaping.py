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
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./#_+-]*")
"""What stands in a code span as it is."""
_MARK = "\ue000"
"""Stands for a gap until everything else is escaped."""


def escape(text: str) -> str:
    """One line of Markdown that shows the text; never empty of escapes where they are needed, in tables too."""
    plain = visible(" ".join(text.split())).replace(_MARK, "\\ue000")
    broken = _AUTOMATIC.sub(_break, plain)
    return _MARKUP.sub(r"\\\g<0>", broken.translate(_ENTITIES)).replace(_MARK, _GAP)


def code(text: str) -> str:
    """A code span, in which nothing is looked for; what does not fit in one is escaped."""
    return f"`{text}`" if _PLAIN.fullmatch(text) and text == text.strip() else escape(text)


def _break(found: re.Match[str]) -> str:
    if found["commit"] is None:
        return found[0] + _MARK
    return _MARK.join(found[0][at : at + 6] for at in range(0, len(found[0]), 6))
