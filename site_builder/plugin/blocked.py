"""What the policy blocks of a page that people write by hand, in words that say how to allow it.

Source: Content Security Policy Level 3, section 6; HTML Living Standard for what each element loads.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from site_builder.languages import say
from site_builder.publishing import Policy, hash_of_script

_LOADS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("iframe", "src"): ("frame-src", "a frame"),
    ("frame", "src"): ("frame-src", "a frame"),
    ("object", "data"): ("object-src", "an object"),
    ("embed", "src"): ("object-src", "an object"),
    ("img", "src"): ("img-src", "an image"),
    ("img", "srcset"): ("img-src", "an image"),
    ("source", "srcset"): ("img-src", "an image"),
    ("image", "href"): ("img-src", "an image"),
    ("image", "xlink:href"): ("img-src", "an image"),
    ("input", "src"): ("img-src", "an image"),
    ("video", "poster"): ("img-src", "an image"),
    ("video", "src"): ("media-src", "a video"),
    ("audio", "src"): ("media-src", "a sound"),
    ("source", "src"): ("media-src", "a video or sound"),
    ("track", "src"): ("media-src", "a text track"),
    ("script", "src"): ("script-src", "a script"),
    ("form", "action"): ("form-action", "a form that is sent"),
    ("button", "formaction"): ("form-action", "a form that is sent"),
    ("input", "formaction"): ("form-action", "a form that is sent"),
    ("base", "href"): ("base-uri", "a base"),
}
"""By element and attribute, which directive governs what is loaded, and what that is."""
_LINKED = {
    "stylesheet": ("style-src", "a style sheet"),
    "icon": ("img-src", "an image"),
    "manifest": ("manifest-src", "a manifest"),
    "font": ("font-src", "a font"),
    "script": ("script-src", "a script"),
    "modulepreload": ("script-src", "a script"),
}
"""By a word of `rel`, or by `as` of what is loaded before it is used."""
_FALLBACK = {"frame-src": "child-src", "style-src-attr": "style-src", "script-src-attr": "script-src"}
_RUNS = re.compile(r"|module|importmap|(?:text|application)/(?:x-)?(?:java|ecma)script", re.IGNORECASE)
"""The types of a script that a browser runs; it takes any other for data."""
_INLINE = "'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Blocked:
    """Something that a page's policy blocks."""

    what: str
    directive: str
    source: str
    """What the directive would have to allow."""

    def message(self, page: str) -> str:
        """What is blocked, where, and how to allow it."""
        allowed = f'"{self.source}"' if "'" in self.source else self.source
        return say(
            "{page}: browsers will block {what}, by the policy that pages carry; the plugin's option "
            "`policy: {option}` allows it",
            page=page,
            what=self.what,
            option=f"{{{self.directive}: [{allowed}]}}",
        )


def find_blocked(html: str, policy: Policy, site_url: str, scripts: Sequence[str] = ()) -> tuple[Blocked, ...]:
    """What the policy blocks of a text, each thing once, in order.

    `scripts` is what may run besides: none that a text asks for, but the files that the site's settings name.
    """
    if not policy.is_written:
        return ()
    page = _Page(_origin(site_url)[0])
    page.feed(html)
    page.close()
    allowed = policy.allowed(scripts, media=True)
    return tuple(one for one in dict.fromkeys(page.found) if not _is_allowed(one, allowed))


class _Page(HTMLParser):
    """Collects what a text would load or run."""

    def __init__(self, own: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Blocked] = []
        self._own = own
        self._inside = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name == "style":
                self._add(f"the style attribute of <{tag}>", "style-src-attr", _INLINE)
            elif name.startswith("on"):
                self._add(f"the attribute {name} of <{tag}>", "script-src-attr", _INLINE)
            elif value.strip().lower().startswith("javascript:") and name in ("href", "action", "formaction", "src"):
                self._add(f"the script in the {name} of <{tag}>", "script-src", _INLINE)
            elif (tag, name) in _LOADS:
                self._loads(*_LOADS[tag, name], value, several=name == "srcset")
        if tag == "link":
            words = (*given.get("rel", "").lower().split(), given.get("as", "").lower())
            for directive, what in {_LINKED[word] for word in words if word in _LINKED}:
                self._loads(directive, what, given.get("href", ""))
        if tag == "style" or (
            tag == "script" and "src" not in given and _RUNS.fullmatch(given.get("type", "").strip())
        ):
            self._inside, self._text = tag, ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            what = "a style element" if tag == "style" else "a script"
            self._add(f"{what} in the text", f"{tag}-src", hash_of_script(self._text))
            self._inside = ""

    def _loads(self, directive: str, what: str, value: str, *, several: bool = False) -> None:
        addresses = [part.split()[0] for part in value.split(", ") if part.split()] if several else [value]
        for address in addresses:
            source, host = _origin(address)
            source = "'self'" if source in ("", self._own) else source
            where = "this site" if source == "'self'" else host
            self._add(f"{what} {'to' if directive == 'form-action' else 'from'} {where}", directive, source)

    def _add(self, what: str, directive: str, source: str) -> None:
        self.found.append(Blocked(what, directive, source))


def _origin(address: str) -> tuple[str, str]:
    """What a directive has to allow for an address, and in words; empty where it is one of the site's own."""
    address = address.strip()
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    except ValueError:
        return "", ""
    if parts.netloc:
        return f"{parts.scheme}://{parts.netloc}".lower(), parts.netloc
    return (f"{parts.scheme}:", f"a {parts.scheme}: address") if parts.scheme else ("", "")


def _is_allowed(one: Blocked, allowed: Mapping[str, list[str]]) -> bool:
    names = (one.directive, _FALLBACK.get(one.directive, ""), "default-src")
    sources = next(allowed[name] for name in names if name in allowed)
    return any(_covers(source, one.source) for source in sources)


def _covers(allowed: str, source: str) -> bool:
    """Whether a source that is allowed covers another: itself, its scheme, its host, or a part of that."""
    if allowed == source:
        return True
    wanted = urlsplit(source)
    if not wanted.netloc:
        return False
    if allowed == "*" or allowed == f"{wanted.scheme}:":
        return True
    scheme, _, rest = allowed.rpartition("://")
    host = rest.partition("/")[0].lower()
    if scheme not in ("", wanted.scheme):
        return False
    return host == wanted.netloc or (host.startswith("*.") and wanted.netloc.endswith(host[1:]))


def markup_of(scripts: Iterable[str], sheets: Iterable[str]) -> str:
    """What scripts and style sheets that a site's settings name put into each page."""
    loaded = [f'<script src="{escape(address)}"></script>' for address in scripts]
    return "".join((*loaded, *(f'<link rel="stylesheet" href="{escape(address)}">' for address in sheets)))
