"""The Content-Security-Policy of a page: its own scripts by hash, nothing from elsewhere.

Source: W3C, Content Security Policy Level 3.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NEEDS_NO_HASH = re.compile(r"""\s(?:src\s*=|type\s*=\s*["']?application/(?:ld\+)?json\b)""", re.IGNORECASE)
"""Attributes of scripts that stand in a file, and of data, which does not run."""
_PLACES = (re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE), re.compile(r"<head\b[^>]*>", re.IGNORECASE))
"""After which tag the policy may stand, the best place first: browsers look for the character set near the start."""


def script_hashes(html: str) -> tuple[str, ...]:
    """The hashes of the scripts that stand in the page itself, each once, in order; data blocks have none."""
    hashes = []
    for script in _SCRIPT.finditer(html):
        if _NEEDS_NO_HASH.search(script["attributes"]):
            continue
        hashes.append(hash_of_script(script["code"]))
    return tuple(dict.fromkeys(hashes))


def hash_of_script(code: str) -> str:
    """What a policy says to allow a script that stands in the page itself."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def policy(hashes: tuple[str, ...]) -> str:
    """What a page may load: files of this site, and the scripts with these hashes."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def with_policy(html: str) -> str:
    """The page with its policy before anything that it governs; a fragment, which has no head, as it is."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(script_hashes(html))}">'
    for place in _PLACES:
        if place.search(html):
            return place.sub(lambda tag: tag[0] + meta, html, count=1)
    return html
