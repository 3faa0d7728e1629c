"""Asks Material for its page around ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage
from mkdocs.theme import Theme as MkDocsTheme

from site_builder.pages.addresses import Addresses
from site_builder.publishing.plan import Page
from site_builder.publishing.shell import Parts, ThemeError, theme_folder


@dataclass(frozen=True, slots=True)
class SkipTarget:
    """What the link that skips the header leads to: Material takes the first entry of a page's table of contents."""

    url: str = "#__content"
    level: int = 1
    children: tuple[()] = ()


@dataclass(frozen=True, slots=True)
class ShellFile:
    """What a site's templates may ask of a page's file."""

    src_uri: str
    """The name by which links in `docs/` know the page."""
    dest_uri: str
    url: str

    @property
    def src_path(self) -> str:
        return self.src_uri


@dataclass
class ShellPage:
    """What Material's templates ask of a page, and a site's own."""

    title: str
    url: str
    """Relative to the site's root."""
    file: ShellFile
    timeline: Parts
    """Ours: what `timeline-page.html` puts into the blocks of Material's page."""
    meta: dict[str, Any] = field(default_factory=lambda: {"hide": ["toc"]})
    toc: tuple[SkipTarget, ...] = (SkipTarget(),)
    content: str = ""
    markdown: str = ""
    canonical_url: str = ""
    abs_url: str | None = None
    edit_url: None = None
    update_date: None = None
    active: bool = True
    is_homepage: bool = False
    is_index: bool = False
    is_link: bool = False
    is_page: bool = True
    is_section: bool = False
    is_top_level: bool = False
    previous_page: None = None
    next_page: None = None
    parent: None = None
    children: None = None
    ancestors: tuple[Any, ...] = ()


def let_our_page_extend_materials(theme: MkDocsTheme) -> None:
    """Let our `base.html`, which hides Material's from the site's templates, name it: `material/base.html`.

    Other plugins make environments of the theme's too, so all that it makes can.
    """
    make = theme.get_env

    def get_env() -> Environment:
        folders = [Path(folder).resolve() for folder in theme.dirs]
        below = theme.dirs[folders.index(theme_folder().resolve()) + 1 :]
        environment = make()
        assert environment.loader is not None
        environment.loader = ChoiceLoader([environment.loader, PrefixLoader({"material": FileSystemLoader(below)})])
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]


def theme_renderer(
    environment: Environment,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    addresses: Addresses,
    finish: Callable[[str], str],
) -> Callable[[Page, Parts], str]:
    """A function that renders the theme's whole page, and finishes it as hand-written pages are.

    The function raises ThemeError where one of the site's templates fails.
    """
    entries = {page.url: page for page in nav.pages}
    root = config.site_url.rstrip("/") + "/" if config.site_url else ""

    def render(page: Page, parts: Parts) -> str:
        folder, below, _ = page.address.rpartition("/")
        address = f"{folder}/{parts.name}" if below else page.address
        url = addresses.url(address)
        file = ShellFile(addresses.source_uri(address), addresses.file(address), url)
        shell_page: Any = ShellPage(str(parts.title), url, file, parts)
        if root:
            shell_page.canonical_url, shell_page.abs_url = root + url, urlsplit(root + url).path
        entry = entries.get(addresses.url(page.section))
        _mark(entry, active=True)
        try:
            html = environment.get_template("timeline-page.html").render(get_context(nav, files, config, shell_page))
        except TemplateError as error:
            raise ThemeError(_fault(error)) from error
        finally:
            _mark(entry, active=False)
        return finish(html)

    return render


def _fault(error: TemplateError) -> str:
    """What failed in a template, and where, in one line."""
    where, line = "a template", 0
    step = error.__traceback__
    while step is not None:
        if (name := step.tb_frame.f_code.co_filename).endswith((".html", ".xml")):
            where, line = name, step.tb_lineno
        step = step.tb_next
    return f"{where}, line {line}: {error.message}"


def _mark(entry: NavPage | None, *, active: bool) -> None:
    """Show a navigation entry as the one that the reader is in."""
    if entry is not None:
        entry.active = active
