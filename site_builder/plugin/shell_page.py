"""Asks Material for its page around ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage

from site_builder.publishing.plan import Page
from site_builder.publishing.policy import with_policy
from site_builder.publishing.templates import Parts


@dataclass(frozen=True, slots=True)
class SkipTarget:
    """What the link that skips the header leads to: Material takes the first entry of a page's table of contents."""

    url: str = "#__content"
    level: int = 1
    children: tuple[()] = ()


@dataclass
class ShellPage:
    """What Material's templates ask of a page."""

    title: str
    url: str
    """Relative to the site's root."""
    timeline: Parts
    """Ours: what our `main.html` puts into its blocks."""
    meta: dict[str, Any] = field(default_factory=lambda: {"hide": ["toc"]})
    toc: tuple[SkipTarget, ...] = (SkipTarget(),)
    content: str = ""
    canonical_url: str = ""
    edit_url: str | None = None
    is_homepage: bool = False
    is_page: bool = True
    previous_page: None = None
    next_page: None = None
    parent: None = None
    ancestors: tuple[Any, ...] = ()


def theme_renderer(
    environment: Environment,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    url_of: Callable[[str], str],
    *,
    guarded: bool,
) -> Callable[[Page, Parts], str]:
    """A function that renders the theme's whole page; `guarded` pages carry their content security policy."""
    template = environment.get_template("main.html")
    entries = {page.url: page for page in nav.pages}

    def render(page: Page, parts: Parts) -> str:
        shell_page: Any = ShellPage(title=str(parts.title), url=url_of(page.address), timeline=parts)
        entry = entries.get(url_of(page.section))
        _mark(entry, active=True)
        try:
            html = template.render(get_context(nav, files, config, shell_page))
        finally:
            _mark(entry, active=False)
        return with_policy(html) if guarded else html

    return render


def _mark(entry: NavPage | None, *, active: bool) -> None:
    """Show a navigation entry as the one that the reader is in."""
    if entry is not None:
        entry.active = active
