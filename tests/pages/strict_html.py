"""A reader of HTML that accepts what prose may become and nothing else."""

import re
from html.parser import HTMLParser

VOID = {"br", "hr"}
TABLE = {"thead": "table", "tbody": "table", "tr": "thead tbody", "th": "tr", "td": "tr"}
"""The parts of a table, each with the elements in which it may stand."""
BLOCKS = {"p", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "section", "table", *TABLE}
INLINE = {"a", "em", "strong", "code", "sup"}
ATTRIBUTES = {
    "a": {"href", "title", "aria-label", "class", "rel", "role"},
    "ol": {"start", "type"},
    "li": {"id"},
    "sup": {"id", "class"},
    "section": {"class", "role"},
    "th": {"align"},
    "td": {"align"},
}
CLASSES = {"mention", "citation", "external", "footnote", "footnote-ref", "footnote-backref"}
OWN_LINK = re.compile(r"\.\./(?:event|actor|place|source|thread|question)s/[^\s\"<>]*/")
FOOTNOTE_LINK = re.compile(r"#fn(?:ref)?:[a-z0-9-]*[0-9]+(?:\.[0-9]+)?")
WEB_LINK = re.compile(r"https?://[a-z0-9_.-]+(?::[0-9]+)?(?:[/?#][\x21-\x7e]*)?", re.IGNORECASE)


class StrictHTML(HTMLParser):
    """Raises AssertionError at the first thing that prose must not become; gathers links, ids and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID | BLOCKS | INLINE, f"element {tag}"
        if tag in BLOCKS:
            assert not set(self.open) & INLINE, f"{tag} inside {self.open}"
            assert "p" not in self.open, f"{tag} inside a paragraph"
        if tag == "a":
            assert "a" not in self.open, "a link inside a link"
        if tag == "li":
            assert self.open[-1] in ("ul", "ol"), "a list item outside a list"
        if tag in TABLE:
            assert self.open[-1] in TABLE[tag].split(), f"{tag} inside {self.open[-1]}"
        self.elements.append(tag)
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice on {tag}"
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()), f"attribute {name} on {tag}"
            self._check(name, value or "")
        if tag not in VOID:
            self.open.append(tag)

    def _check(self, name: str, value: str) -> None:
        if name == "href":
            assert any(form.fullmatch(value) for form in (OWN_LINK, FOOTNOTE_LINK, WEB_LINK)), f"href {value!r}"
            self.hrefs.append(value)
        if name == "class":
            assert value in CLASSES, f"class {value!r}"
        if name == "id":
            assert value not in self.ids, f"id {value!r} twice"
            self.ids.append(value)
        if name == "align":
            assert value in ("left", "center", "right")
        if name == "start":
            assert value.isdigit()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, f"element {tag} closed at once"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> out of turn"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"declaration {decl!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"processing instruction {data!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"declaration {data!r}")


def read(html: str) -> StrictHTML:
    """What the HTML holds; AssertionError where it holds anything that prose may not become."""
    reader = StrictHTML()
    reader.feed(html)
    reader.close()
    assert reader.open == [], f"left open: {reader.open}"
    assert {href[1:] for href in reader.hrefs if href.startswith("#")} <= set(reader.ids), "a note that leads nowhere"
    return reader
