"""What a browser fetches for a page on a first visit, as files of the built site, and what that weighs compressed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LIGHT = 110_000
"""Bytes that a first visit may have, Material's own included."""
AROUND = 78_000
"""Of these what stands around the content of a page: Material's page, its styles and scripts, and our styles."""

_FETCHED = {"stylesheet", "icon", "preload", "modulepreload"}
"""Links of a page's head that name what is fetched with it."""


class _Fetched(HTMLParser):
    """The addresses of what a page has fetched: styles, scripts, its icon and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and _FETCHED & set(given.get("rel", "").split()):
            self.addresses.append(given["href"])
        if tag in ("script", "img") and "src" in given:
            self.addresses.append(given["src"])


def weigh(site: Path, page: Path) -> int:
    """The bytes of a page and of all that a browser fetches for it, each file compressed."""
    return sum(map(compressed, {page, *fetched(site, page)}))


def fetched(site: Path, page: Path) -> Iterator[Path]:
    """The files that a page has fetched; what stands in the page itself is part of it."""
    parser = _Fetched()
    parser.feed(page.read_text(encoding="utf-8"))
    for address in parser.addresses:
        if not address.startswith("data:"):
            path = unquote(urlsplit(address).path)
            yield site / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve()


@cache
def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))
