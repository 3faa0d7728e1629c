"""Texts in another language than their page's, which templates mark as such."""

from collections.abc import Iterable
from typing import Self

from markupsafe import Markup, escape

from site_builder.languages import direction


class Foreign(str):
    """A text in another language than its page's: templates put it into an element that says so."""

    lang: str

    def __new__(cls, text: str, lang: str = "") -> Self:
        marked = super().__new__(cls, text)
        marked.lang = lang
        return marked

    def __html__(self) -> str:
        return in_language(self.lang, escape(str(self)))


class Joined(str):
    """Texts in one, some of them in other languages than their page's: templates mark those alone."""

    parts: tuple[str, ...]

    def __html__(self) -> str:
        return Markup("").join(self.parts)


def join(separator: str, texts: Iterable[str]) -> str:
    """Texts in one, each of which keeps its language."""
    parts = tuple(texts)
    joined = Joined(separator.join(parts))
    joined.parts = tuple(part for text in parts for part in (separator, text))[1:]
    return joined


def in_language(lang: str, html: Markup, element: str = "span") -> Markup:
    """Markup in an element that says its language and how it is read."""
    form = Markup('<{element} lang="{lang}" dir="{dir}">{html}</{element}>')
    return form.format(element=element, lang=lang, dir=direction(lang), html=html)
