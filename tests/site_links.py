"""Links of a built site that lead nowhere within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ROOT = "https://example.org/sub/"
"""Where a site is taken to stand, whatever it says of itself."""
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"|content="0; url=([^"]*)"')
_MOVED = re.compile(r'content="0; url=([^"#]+)')
_ID = re.compile(r'\sid="([^"]*)"')


def broken_links(site: Path) -> list[str]:
    """Every link to a file or anchor of the site that is not there, as `page: link`."""
    return [f"{page.relative_to(site)}: {link}" for page in site.rglob("*.html") for link in _broken(site, page)]


def _broken(site: Path, page: Path) -> Iterator[str]:
    if page.name == "404.html":
        return
    here = ROOT + page.relative_to(site).as_posix()
    for found in _LINK.finditer(page.read_text(encoding="utf-8")):
        link = unescape(found[1] or found[2] or "")
        there = urlsplit(urljoin(here, link))
        if not there.geturl().startswith(ROOT):
            continue
        target = _file(site / unquote(there.path.removeprefix(urlsplit(ROOT).path)))
        if not target.is_file() or (there.fragment and there.fragment not in _ids(target)):
            yield link


def _file(path: Path) -> Path:
    return path if path.suffix and not path.is_dir() else path / "index.html"


def _ids(page: Path) -> set[str]:
    """The anchors of a page; of a redirect, those of the page that it leads to."""
    html = page.read_text(encoding="utf-8")
    if (moved := _MOVED.search(html)) is not None:
        return _ids(_file(page.parent / moved[1]))
    return {unescape(found) for found in _ID.findall(html)}
