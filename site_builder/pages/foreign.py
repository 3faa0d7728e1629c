"""Texts in another language than their page's, which templates mark as such."""

import unicodedata
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
    """Texts in one, some of them in other languages than their page's: templates mark those alone.

    Where one of them runs from right to left, each is kept apart, or it would take the commas and days beside it along.
    """

    separator: str
    parts: tuple[str, ...]

    def __html__(self) -> str:
        apart = any(map(_runs_leftwards, self.parts))
        shown = (Markup("<bdi>{text}</bdi>").format(text=part) if apart else escape(part) for part in self.parts)
        return escape(self.separator).join(shown)


def _runs_leftwards(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def join(separator: str, texts: Iterable[str]) -> str:
    """Texts in one, each of which keeps its language."""
    parts = tuple(texts)
    joined = Joined(separator.join(parts))
    joined.separator, joined.parts = separator, parts
    return joined


def in_language(lang: str, html: Markup, element: str = "span") -> Markup:
    """Markup in an element that says its language and how it is read."""
    form = Markup('<{element} lang="{lang}" dir="{dir}">{html}</{element}>')
    return form.format(element=element, lang=lang, dir=direction(lang), html=html)
