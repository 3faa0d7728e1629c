"""Makes the pages of a site, one by one, and writes them all."""

import re
from collections.abc import Callable, Collection
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from site_builder.pages import HOME, Here, Page, Redirect, Site, pages_of, record_file, redirects_of, view_home
from site_builder.publishing.policy import hash_of_script
from site_builder.publishing.shell import Parts, Shell, make_shell
from site_builder.records import Kind

_ID = re.compile(r'\bid="([^"]+)"')

RenderTheme = Callable[[Page, Parts], str]
"""The theme's whole page for a page and its parts."""


class Renderer:
    """Makes what stands in the theme's page, for any page of a site."""

    def __init__(self, site: Site, environment: Environment) -> None:
        self.site = site
        self._environment = environment

    def parts(self, page: Page) -> Parts:
        """What a page puts into the theme's shell."""
        here, canonical = Here(self.site, page.address), self.site.canonical(page.address)
        view = page.view(self.site)
        head = self._render(
            "head.html",
            title=str(view.title),
            site_name=self.site.name,
            description=str(view.description),
            canonical=canonical,
        )
        return Parts(
            name=escape(page.address.rpartition("/")[2]),
            title=escape(str(view.title)),
            head=head,
            content=self._render(page.template, page=view, here=here, canonical=canonical),
        )

    def anchors(self, page: Page) -> set[str]:
        """The anchors that a link to the page may name."""
        return set(_ID.findall(self.parts(page).content))

    def home(self, start: tuple[str, ...] = ()) -> Markup:
        """The parts of the home page that come from the records; `start` are the events to start with."""
        here = Here(self.site, HOME)
        return self._render("home.html", page=view_home(here, start), here=here)

    def redirect(self, redirect: Redirect) -> str:
        """A page that sends the reader on, and says where to; its policy allows its one script and nothing else.

        It leads on with the query and the fragment where scripts run, else without them.
        """
        script = self._render("redirect.js")
        return self._render(
            "redirect.html",
            href=self.site.addresses.href(redirect.old, redirect.new, redirect.anchor),
            canonical=self.site.canonical(redirect.new),
            script=script,
            hash=Markup(hash_of_script(script)),
        )

    def _render(self, template: str, **values: object) -> Markup:
        return Markup(self._environment.get_template(template).render(values))


class Publisher:
    """Makes whole pages, keeping the shell of each kind and folder of pages once it is made."""

    def __init__(self, renderer: Renderer, render_theme: RenderTheme) -> None:
        self.renderer = renderer
        self.render_theme = render_theme
        self._shells: dict[tuple[str, str], Shell] = {}

    def page(self, page: Page) -> str:
        """A whole page, from the shell of its kind. Raises ThemeError where the theme cannot show it."""
        return self.shell(page).fill(self.renderer.parts(page))

    def shell(self, page: Page) -> Shell:
        """The shell of a page's kind and folder, whose pages differ only in their parts."""
        key = page.kind, page.address.rpartition("/")[0]
        if key not in self._shells:
            self._shells[key] = make_shell(lambda parts: self.render_theme(page, parts))
        return self._shells[key]

    def write(self, folder: Path, taken: Collection[str] = ()) -> int:
        """Write all pages, redirects and records below `folder`; returns the number of pages.

        `taken` are files, relative to `folder`, that are somebody else's: no former id takes their place.
        """
        site, pages = self.renderer.site, tuple(pages_of(self.renderer.site))
        for page in pages:
            _write(folder / site.addresses.file(page.address), self.page(page).encode())
        for redirect in redirects_of(site):
            if (file := site.addresses.file(redirect.old)) not in taken:
                _write(folder / file, self.renderer.redirect(redirect).encode())
        for kind in Kind:
            for record in site.chronicle.records(kind).values():
                _write(folder / record_file(record), site.chronicle.files[record.file].content)
        return len(pages)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
