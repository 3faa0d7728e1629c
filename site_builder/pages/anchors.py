"""References to records as links, and citations as numbered links, in HTML."""

from collections.abc import Callable

from markupsafe import escape

from site_builder.linking import Reference
from site_builder.records import Kind

Href = Callable[[Kind, str], str | None]
"""The address of a record from the page at hand; None where there is no such page."""
Name = Callable[[Kind, str], str | None]
"""What a record is called; None where there is no such record."""


class Citations:
    """Numbers sources in the order in which a page first cites them, from 1."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, source_id: str) -> int:
        """The number of a source; the next one where it was not cited before."""
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources cited so far, in the order of their numbers."""
        return tuple(self._numbers)


class Anchors:
    """Writes the references of one text."""

    def __init__(
        self,
        href: Href,
        name: Name,
        describe: Callable[[str], str] | None,
        citations: Citations | None,
    ) -> None:
        self._href = href
        self._name = name
        self._describe = describe
        self._citations = citations

    def write(self, reference: Reference) -> str:
        """A reference as HTML; its words alone, or what was written, where there is no such record."""
        name = self._name(reference.kind, reference.id)
        if name is None:
            return str(escape(reference.words if reference.words and not reference.cites else reference.text))
        href = self._href(reference.kind, reference.id)
        if reference.cites:
            return self._citation(reference, name, href)
        words = reference.words or name
        return link(href, words, title="" if words == name else name)

    def mention(self, kind: Kind, record_id: str, words: str) -> str:
        """A name in the text as a link to the record that bears it."""
        name = self._name(kind, record_id)
        title = name if name is not None and name != " ".join(words.split()) else ""
        return link(self._href(kind, record_id), words, title=title, css_class="mention")

    def _citation(self, reference: Reference, name: str, href: str | None) -> str:
        pinpoint = f", {reference.words}" if reference.words else ""
        described = name if self._describe is None else self._describe(reference.id)
        if self._citations is None:
            return link(href, f"[{name}{pinpoint}]", title=f"{described}{pinpoint}", css_class="citation")
        words = f"[{self._citations.number(reference.id)}{pinpoint}]"
        anchor = link(href, words, title=f"{described}{pinpoint}", label=f"{words} {described}")
        return f'<sup class="citation">{anchor}</sup>'


def link(href: str | None, words: str, *, title: str = "", label: str = "", css_class: str = "") -> str:
    """Words as a link within the site, or alone where there is no address; all of it escaped.

    `label` is what screen readers say instead of the words, and begins with them (WCAG 2.5.3).
    """
    if href is None:
        return str(escape(words))
    attributes = (("class", css_class), ("href", href), ("title", title), ("aria-label", label))
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes if value)
    return f"<a{written}>{escape(words)}</a>"
