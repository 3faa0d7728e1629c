"""The Content-Security-Policy of a page: the theme's own scripts by hash, nothing from elsewhere but what a site adds.

Source: W3C, Content Security Policy Level 3.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape, unescape

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NEEDS_NO_HASH = re.compile(r"""\s(?:src\s*=|type\s*=\s*["']?application/(?:ld\+)?json\b)""", re.IGNORECASE)
"""Attributes of scripts that stand in a file, and of data, which does not run."""
_MEDIA = re.compile(r"<(?:video|audio)\b", re.IGNORECASE)
_PLACES = (re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE), re.compile(r"<head\b[^>]*>", re.IGNORECASE))
"""After which tag the policy may stand, the best place first: browsers look for the character set near the start."""
_REFERRER = '<meta name="referrer" content="no-referrer">'
_OWN_REFERRER = re.compile(r"""<meta\s[^>]*name=["']?referrer\b""", re.IGNORECASE)

_SRC = re.compile(r"""\ssrc\s*=\s*(?P<quote>["']?)(?P<address>[^"'\s>]+)(?P=quote)""", re.IGNORECASE)
_INTEGRITY = re.compile(r"""\sintegrity\s*=""", re.IGNORECASE)

_STARTS = re.compile(r"\sdata-tl-start(?=\s|$)", re.IGNORECASE)
"""Marks the script that fetches the code of instruments, where a page has some."""
_OPENS = re.compile(r"\sdata-tl-search(?=\s|$)", re.IGNORECASE)
"""Marks the same script where it opens the search and fetches its code."""

Trust = Callable[[str, str], bool]
"""Whether a script may run, by its attributes and its code: the theme's may, those that a page's text holds not."""
ContentOf = Callable[[str], bytes | None]
"""What the file of a script holds, by its address as a page has it; None where nobody knows it before it is written."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the pages of a site may load, beyond scripts that are named by their hash."""

    is_searched: bool = False
    """Whether readers search the site: the index is fetched and read by a worker."""
    is_fetched: bool = False
    """Whether the theme's scripts fetch pages: instant navigation, a choice of versions, a page that reloads itself."""
    added: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By directive, what the site allows besides."""
    is_written: bool = True
    """Whether pages carry a policy at all."""
    instruments: tuple[str, ...] = ()
    """The hashes of the scripts that the one which starts instruments may fetch."""
    of_home: tuple[str, ...] = ()
    """Those of them that only home has, so that no other page has to name them."""
    search: tuple[str, ...] = ()
    """What the script that opens our own search may fetch, and what that needs."""
    tiles: tuple[str, ...] = ()
    """Whence the background of the map comes, where the profile of a chronicle names another than ours."""

    def allowed(
        self, scripts: Sequence[str] = ("'self'",), *, media: bool = False, data: bool = False
    ) -> dict[str, list[str]]:
        """Every directive with what it allows; `scripts` is what a page's scripts need, which may fetch `data`."""
        fetches = self.is_searched or self.is_fetched or data
        directives = {
            "default-src": ["'none'"],
            "script-src": list(scripts) or ["'none'"],
            "style-src": ["'self'"],
            "img-src": ["'self'", "data:", *(self.tiles if data else ())],
            "font-src": ["'self'"],
            **({"media-src": ["'self'"]} if media or "media-src" in self.added else {}),
            **({"connect-src": ["'self'"]} if fetches or "connect-src" in self.added else {}),
            **({"worker-src": ["'self'"]} if self.is_searched or "worker-src" in self.added else {}),
            "base-uri": ["'none'"],
            "form-action": ["'self'"],
        }
        for name, sources in self.added.items():
            given = [source for source in directives.get(name, []) if source != "'none'"]
            directives[name] = list(dict.fromkeys((*given, *sources)))
        return directives

    def text(self, html: str, scripts: Sequence[str], fetched: Sequence[str] = ()) -> str:
        """The policy of one page, with what its scripts need, and those that they fetch."""
        needed = (*scripts, *fetched)
        directives = self.allowed(needed, media=_MEDIA.search(html) is not None, data=bool(fetched))
        return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())

    def put_into(self, html: str, trust: Trust, content_of: ContentOf) -> str:
        """The page with its policy before anything that it governs; a fragment, which has no head, as it is.

        Scripts in files are named by what the files hold, and not as all files of the site: records are files too,
        and none of them may ever be a script.
        """
        hashes = script_hashes(html, trust)
        html, in_files = with_integrity(html, trust, content_of) if self.is_written else (html, ())
        content = escape(self.text(html, (*in_files, *hashes), self._fetched(html, trust))).replace("&#x27;", "'")
        meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">' if self.is_written else ""
        meta += "" if _OWN_REFERRER.search(html) else _REFERRER
        for place in _PLACES:
            if place.search(html):
                return place.sub(lambda tag: tag[0] + meta, html, count=1)
        return html

    def _fetched(self, html: str, trust: Trust) -> tuple[str, ...]:
        """What the script may fetch that starts the instruments of a page, or opens its search."""
        trusted = (one["attributes"] for one in _SCRIPT.finditer(html) if trust(one["attributes"], one["code"]))
        starting = [attributes for attributes in trusted if _STARTS.search(attributes) or _OPENS.search(attributes)]
        named = (one for one in self.of_home if one.strip("'") in html)
        instruments = (*self.instruments, *named) if any(map(_STARTS.search, starting)) else ()
        return (*instruments, *(self.search if any(map(_OPENS.search, starting)) else ()))


def script_hashes(html: str, trust: Trust) -> tuple[str, ...]:
    """The hashes of the scripts that stand in the page itself, each once, in order; data blocks have none."""
    hashes = [
        hash_of_script(script["code"])
        for script in _SCRIPT.finditer(html)
        if not _NEEDS_NO_HASH.search(script["attributes"]) and trust(script["attributes"], script["code"])
    ]
    return tuple(dict.fromkeys(hashes))


def with_integrity(html: str, trust: Trust, content_of: ContentOf) -> tuple[str, tuple[str, ...]]:
    """The page with the hash of its file at each script in one, and what a policy has to allow for those.

    Where a file is not known, as with one that another plugin writes at the end, that is every file of the site.
    """
    needed: list[str] = []

    def name_content(script: re.Match[str]) -> str:
        attributes = script["attributes"]
        found = _SRC.search(attributes)
        if found is None or "//" in found["address"] or not trust(attributes, script["code"]):
            return script[0]
        content = None if _INTEGRITY.search(attributes) else content_of(unescape(found["address"]))
        if content is None:
            needed.append("'self'")
            return script[0]
        needed.append(hash_of_script(content))
        return script[0].replace(found[0], f'{found[0]} integrity="{needed[-1][1:-1]}"', 1)

    html = _SCRIPT.sub(name_content, html)
    return html, tuple(dict.fromkeys(needed))


def hash_of_script(code: str | bytes) -> str:
    """A script's hash, as a policy names it."""
    data = code.encode() if isinstance(code, str) else code
    return f"'sha256-{b64encode(sha256(data).digest()).decode()}'"
