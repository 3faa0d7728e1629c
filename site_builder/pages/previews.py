"""What other sites and messengers show of a link to a page: Open Graph, which the cards of X and others fall back to.

Its words claim nothing stronger than the page does. Source: The Open Graph protocol (ogp.me).
"""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from site_builder.pages.context import Site


@dataclass(frozen=True, slots=True)
class Preview:
    """A page as a link to it is shown elsewhere."""

    title: str
    description: str
    type: str
    """`website` for the home page, else `article`."""
    site_name: str
    locale: str
    """The language of the site with a territory, `en_US`, as the protocol asks for it; empty where none is known."""
    address: str
    """Under which the page is known; empty where the site's own address is not."""


def view_preview(site: Site, title: str, description: str, address: str, *, home: bool = False) -> Preview:
    """The preview of a page, which is about what the site is about where it has no description of its own."""
    return Preview(
        title=title,
        description=" ".join((description or site.description).split()),
        type="website" if home else "article",
        site_name=site.name,
        locale=_with_territory(site.language),
        address=address,
    )


@cache
def _with_territory(language: str) -> str:
    """`fr` as `fr_FR`: the territory in which most speak the language, where its code names none."""
    code = language.replace("-", "_")
    try:
        locale = Locale.parse(get_global("likely_subtags").get(code, code))
    except (UnknownLocaleError, ValueError):
        return ""
    return f"{locale.language}_{locale.territory}" if locale.territory else ""
