"""A reader of our part of a page that accepts what our templates write and nothing else."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from site_builder.publishing import find_bundles
from site_builder.publishing.policy import hash_of_script
from site_builder.publishing.shell import FOLDER, theme_folder

_VOID = frozenset({"br", "hr", "link", "meta", "input", "circle", "line", "path", "rect", "use"})
_ELEMENTS = _VOID | {
    *("html", "head", "body", "title", "script", "noscript"),
    *("article", "div", "footer", "nav", "section", "details", "summary"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "ol", "ul", "li", "dl", "dt", "dd"),
    *("a", "b", "bdi", "cite", "code", "em", "span", "strong", "sup", "time"),
    *("defs", "g", "svg", "symbol", "template", "text"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("form", "label", "button"),
}
_ATTRIBUTES = {
    *("aria-current", "aria-hidden", "aria-label", "aria-labelledby", "class", "dir", "id", "lang", "role", "title"),
    *("charset", "content", "http-equiv", "name", "property"),
    *("href", "rel", "datetime", "start", "type", "xlink:href"),
    *("align", "colspan", "data-label", "scope"),
    *("focusable", "height", "overflow", "preserveaspectratio", "viewbox", "width", "x", "y"),
    *("cx", "cy", "d", "r", "stroke-dasharray", "text-anchor", "x1", "x2", "y1", "y2"),
}
_DAY = r"(?:-?[0-9]{4,}-[0-9]{2}-[0-9]{2})?"
_KNOWN = {
    **dict.fromkeys(("data-tl-said", "data-tl-begun", "data-tl-row", "data-tl-since", "data-tl-until"), _DAY),
    "data-tl-later": "(?:Summary|Description|Names and ties|Where it stands|Start with)?",
    "data-tl-tally": "[a-z]+",
    "hidden": "",
    "open": "",
    "download": "",
}
"""Since when something is known, and what else any element may say, in which form."""
_CODE = [find_bundles([theme_folder()])[name] for name in ("timeline", "map", "asof", "since")]
_INSTRUMENT = {
    "data-tl-instrument": "timeline|map|asof|since",
    "data-tl-script": rf"(?:\.\./)*(?:{'|'.join(re.escape(bundle.address) for bundle in _CODE)})",
    "data-tl-integrity": "|".join(re.escape(bundle.integrity) for bundle in _CODE),
    "data-tl-key": "as-of",
    "data-tl-latest": _DAY,
    "data-tl-root": r"(?:\.\./)*",
    "data-tl-data": r"(?:\.\./)*data/timeline/",
    "data-tl-select": r"(?:actor|place|question|thread)=[a-z0-9-]+",
    "data-tl-strip": "",
    "data-tl-now": "",
}
"""What an instrument's element says, and in which form."""
_FORM = {
    "form": {("class", "tl-asof__form")},
    "label": set[tuple[str, str]](),
    "button": {("type", "button")},
    "input": {
        *(("type", "text"), ("name", "as-of"), ("name", "since"), ("size", "10"), ("maxlength", "16"), ("dir", "ltr")),
        *(("autocomplete", "off"), ("spellcheck", "false")),
        *(("type", "range"), ("aria-label", "Days on which something changed")),
    },
}
"""The forms in which readers write a day: what their elements say."""
_OWN_LINK = re.compile(
    r"(?!//)(?:(?:\.\./)*|\./)[a-zA-Z0-9%._~/-]*(?:\?(?:event|place)=[a-z0-9-]+)?(?:#(?s:.+))?", re.ASCII
)
_WEB_LINK = re.compile(r"https?://[a-z0-9_.-]+(?::[0-9]+)?(?:[/?#][^\s\"<>\\^`{|}]*)?", re.IGNORECASE)
_SHAPE = re.compile(r"#tl-(?:shape|strip)-[a-z]+")
_REFRESH = re.compile(r"0; url=(?P<url>.*)")
_SCRIPT = (theme_folder() / FOLDER / "redirect.js").read_text().rstrip("\n")
"""The only script in our parts that runs: that of a redirect."""
_DATA = [("type", "application/ld+json")]
"""What a script says that is data."""
_POLICY = f"default-src 'none'; script-src {hash_of_script(_SCRIPT)}; base-uri 'none'; form-action 'none'"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ELEMENTS, f"element {tag}"
        assert tag != "a" or "a" not in self.open, "a link inside a link"
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice on {tag}: {names}"
        given = dict(attrs)
        for name, value in attrs:
            if "data-tl-instrument" in given and name in _INSTRUMENT:
                assert re.fullmatch(_INSTRUMENT[name], value or ""), f"{name} {value!r}"
                continue
            if name in _KNOWN:
                assert re.fullmatch(_KNOWN[name], value or ""), f"{name} {value!r}"
                continue
            if tag in _FORM:
                assert (name, value) in _FORM[tag], f"attribute {name} on {tag}: {value!r}"
                continue
            assert name in _ATTRIBUTES, f"attribute {name} on {tag}"
            if name == "href":
                assert any(form.fullmatch(value or "") for form in (_OWN_LINK, _WEB_LINK)), f"href {value!r}"
            if name == "xlink:href":
                assert _SHAPE.fullmatch(value or ""), f"xlink:href {value!r}"
            if name == "id":
                assert value, f"an empty id on {tag}"
                assert value not in self.ids, f"id {value!r} twice"
                self.ids.add(value)
        if "http-equiv" in given:
            _check_directive(given["http-equiv"], given["content"] or "")
        self.is_data = tag == "script" and attrs == _DATA
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _VOID, f"element {tag} closed at once"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> out of turn"

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"]:
            assert self.is_data or data == _SCRIPT, f"script {data!r}"
        if self.open[-1:] == ["script"] and self.is_data:
            assert isinstance(json.loads(data), dict) and not set("<>&") & set(data), f"data {data!r}"
        if self.open[-1:] == ["template"]:
            assert isinstance(json.loads(data), dict), f"template {data!r}"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment {data!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"processing instruction {data!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"declaration {data!r}")


def _check_directive(name: str | None, content: str) -> None:
    refresh = _REFRESH.fullmatch(content)
    if name == "refresh" and refresh is not None:
        assert _OWN_LINK.fullmatch(refresh["url"]), f"refresh to {refresh['url']!r}"
    else:
        assert (name, content) == ("Content-Security-Policy", _POLICY), f"{name} {content}"


def read_strictly(html: str) -> None:
    """Read HTML; AssertionError where it holds anything that a page must not."""
    page = _Page()
    page.feed(html)
    page.close()
    assert page.open == [], f"left open: {page.open}"
