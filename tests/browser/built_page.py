"""What stands in a built page, as far as links, anchors and outline go."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

_NAMED = ("aria-labelledby", "aria-describedby", "aria-controls")
"""Attributes that name elements of the same page."""


@dataclass(slots=True)
class BuiltPage:
    """One HTML file."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Every address that the page leads to or loads, as written."""
    named: list[str] = field(default_factory=list)
    """Ids that labels and descriptions point to."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and words, in order."""
    policies: list[str] = field(default_factory=list)
    before_policy: list[str] = field(default_factory=list)
    """The elements that stand before the Content-Security-Policy."""
    redirects_to: str | None = None


@cache
def read_page(file: Path) -> BuiltPage:
    parser = _Parser()
    parser.feed(file.read_text(encoding="utf-8"))
    parser.close()
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()
        self._heading: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if not self.page.policies:
            self.page.before_policy.append(tag)
        if "id" in given:
            self.page.ids.append(given["id"])
        for name in _NAMED:
            self.page.named += given.get(name, "").split()
        self.page.links += [given[name] for name in ("href", "src") if name in given]
        if tag == "meta":
            self._read_meta(given)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])
            self.page.headings.append((self._heading, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == f"h{self._heading}":
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            level, words = self.page.headings[-1]
            self.page.headings[-1] = (level, words + data)

    def _read_meta(self, given: dict[str, str]) -> None:
        match given.get("http-equiv", "").lower():
            case "content-security-policy":
                self.page.policies.append(given["content"])
            case "refresh":
                self.page.redirects_to = given["content"].partition("url=")[2]
                self.page.links.append(self.page.redirects_to)
