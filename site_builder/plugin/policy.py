"""The policy of a site's pages: its option, what the site needs, and whose scripts may run."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from site_builder.pages import SEARCH
from site_builder.publishing import START, Pagefind, Policy, find_bundles

_WRITTEN = "data-timeline-written"
"""Marks a script that stands in a text, from when the text is rendered until the page is written."""
_OPENING = re.compile(r"<script(?=[\s/>])", re.IGNORECASE)
_MARK = re.compile(rf'\s{_WRITTEN}(?:="")?', re.IGNORECASE)
_ALIGNED = re.compile(r'(<t[hd]\b[^>]*?)\sstyle="text-align:\s*(left|center|right);?"(?=[^>]*>)', re.IGNORECASE)
_FETCHED = "child connect default font frame img manifest media object script style worker"
_PARTS = ("script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem")
_DIRECTIVES = (*(f"{kind}-src" for kind in _FETCHED.split()), *_PARTS, "base-uri", "form-action")
"""What the policy in a page may hold. Source: Content Security Policy Level 3, section 6."""
_SOURCE = re.compile(r"[!-+\-.-:<-~]+")
"""What a source is written of: no space, comma or semicolon, which would end it."""

_WEB_ASSEMBLY = "'wasm-unsafe-eval'"
"""Lets the script that reads an index compile the part of itself that it fetches. No script may do more by it."""


class PolicyOption(BaseConfigOption[Policy]):
    """The option `policy`: what pages may load besides, by directive, or false for no policy at all."""

    def run_validation(self, value: object) -> Policy:
        if value is None or isinstance(value, bool):
            return Policy(is_written=value is not False)
        if not isinstance(value, dict):
            raise ValidationError("expected directives, each with a list of what it allows besides, or false")
        return Policy(added={_directive(name): _sources(name, given) for name, given in value.items()})


def _directive(name: object) -> str:
    if name not in _DIRECTIVES:
        raise ValidationError(f"`{name}` is no directive of a page's policy; write one of {', '.join(_DIRECTIVES)}")
    return str(name)


def _sources(name: object, given: object) -> tuple[str, ...]:
    sources = [given] if isinstance(given, str) else given
    if not isinstance(sources, list) or not sources or not all(isinstance(one, str) for one in sources):
        raise ValidationError(f"`{name}`: expected a list such as [https://www.example.org]")
    for one in sources:
        if not _SOURCE.fullmatch(one):
            raise ValidationError(f"`{name}`: a source has no spaces, commas or semicolons, unlike `{one}`")
    return tuple(sources)


_OF_HOME = "since"
"""The bundle that only home loads."""


def policy_of(config: MkDocsConfig, option: Policy, pagefind: Pagefind | None, *, serving: bool) -> Policy:
    """What the pages of a site need, by what its theme and its plugins do, and what the site adds to it."""
    searched = has_search(config)
    fetched = serving or is_instant(config) or bool(config.extra.get("version"))
    bundles = find_bundles([Path(folder) for folder in config.theme.dirs])
    hashes = {name: f"'{bundle.integrity}'" for name, bundle in bundles.items() if bundle.address != START}
    own = hashes.pop(SEARCH, "")
    search = (own, f"'{pagefind.integrity}'", _WEB_ASSEMBLY) if pagefind is not None else ()
    of_home = () if is_instant(config) else (hashes.pop(_OF_HOME, ""),)
    instruments = tuple(hashes.values())
    return Policy(searched, fetched, option.added, option.is_written, instruments, of_home, search)


def has_search(config: MkDocsConfig) -> bool:
    """Whether a site has the search of Material, or of MkDocs."""
    return any(name.rpartition("/")[2] == "search" for name in config.plugins)


def is_instant(config: MkDocsConfig) -> bool:
    """Whether a reader's browser goes on from page to page under the policy and with the scripts of the first."""
    return any(feature.startswith("navigation.instant") for feature in config.theme.get("features") or ())


def with_aligned_tables(html: str) -> str:
    """Tables whose cells are aligned by an attribute, which the theme knows, and not by a style, which is blocked."""
    return _ALIGNED.sub(r'\1 align="\2"', html)


def with_marked_scripts(html: str) -> str:
    """A text in which each script is marked as not the theme's."""
    return _OPENING.sub(f"<script {_WRITTEN}", html)


class Trusted:
    """Tells the theme's scripts from those that the texts of a site hold."""

    def __init__(self, files: Files) -> None:
        """To be made when all pages are read, whose titles and front matter the theme puts anywhere."""
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        texts = [text for page in pages for text in (page.title, *_texts(page.meta)) if isinstance(text, str)]
        self._texts = "\n".join((*texts, *map(unescape, texts)))

    def __call__(self, attributes: str, code: str) -> bool:
        return _WRITTEN not in attributes.lower() and not (code.strip() and code.strip() in self._texts)


def find_script(files: Files, address: str) -> bytes | None:
    """What a script of the theme or of the site holds, by the address at which some page has it."""
    path = address.partition("?")[0].partition("#")[0]
    while path.startswith(("./", "../", "/")):
        path = path.partition("/")[2]
    # A page that any address may show, such as 404.html, names the site's own folder too.
    parts = path.split("/")
    for start in range(len(parts)):
        file = files.src_uris.get("/".join(parts[start:]))
        if file is not None and file.is_javascript():
            return file.content_bytes
    return None


def without_marks(html: str) -> str:
    """A page as it is written."""
    return _MARK.sub("", html) if _WRITTEN in html else html


def _texts(value: object) -> Iterator[str]:
    """Every text in the front matter of a page."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))
