"""Asks Material for its page around ours."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage
from mkdocs.theme import Theme as MkDocsTheme

from site_builder.pages import Page, Site
from site_builder.plugin.files import OurPage
from site_builder.publishing import COMPILED, START, Parts, ThemeError, theme_folder


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


class ShellPage(OurPage):
    """What Material's templates ask of a page of ours, and a site's own."""

    active = True

    def __init__(self, file: ShellFile, parts: Parts, site_url: str) -> None:
        super().__init__(file, site_url)
        self.title = str(parts.title)
        self.meta = {"hide": ["toc"]}
        self.toc = (SkipTarget(),)
        self.timeline = parts
        """What `timeline-page.html` puts into the blocks of Material's page."""


class NamedOnly(PrefixLoader):
    """Templates that can be named and are not listed: MkDocs lists every file of a theme, and Material has 14,000."""

    def list_templates(self) -> list[str]:
        """None of them: the files are listed already, as those of the theme."""
        return []


def let_our_page_extend_materials(theme: MkDocsTheme) -> None:
    """Let our `base.html`, which hides Material's from the site's templates, name it: `material/base.html`.

    Other plugins make environments of the theme's too, so all that it makes can.
    """
    make = theme.get_env

    def get_env() -> Environment:
        folders = [Path(folder).resolve() for folder in theme.dirs]
        below = theme.dirs[folders.index(theme_folder().resolve()) + 1 :]
        environment = make()
        environment.bytecode_cache = COMPILED
        assert environment.loader is not None
        environment.loader = ChoiceLoader([environment.loader, NamedOnly({"material": FileSystemLoader(below)})])
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]


def theme_renderer(
    environment: Environment,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    site: Site,
    finish: Callable[[str], str],
) -> Callable[[Page, Parts], str]:
    """A function that renders the theme's whole page, and finishes it as hand-written pages are.

    The function raises ThemeError where one of the site's templates fails.
    """
    entries = {page.url: page for page in nav.pages}
    addresses = site.addresses

    def render(page: Page, parts: Parts) -> str:
        folder, below, _ = page.address.rpartition("/")
        address = f"{folder}/{parts.name}" if below else page.address
        file = ShellFile(addresses.source_uri(address), addresses.file(address), addresses.url(address))
        shell_page: Any = ShellPage(file, parts, site.url)
        entry = entries.get(addresses.url(page.section))
        _mark(entry, active=True)
        context: Any = get_context(nav, files, config, shell_page)
        if parts.has_instrument:
            context["timeline_start"] = START
        try:
            html = environment.get_template("timeline-page.html").render(context)
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
