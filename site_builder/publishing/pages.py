"""Makes and writes the pages of a chronicle."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import HOME, TIMELINE, Addresses, record_address
from site_builder.pages.context import Here, Site
from site_builder.pages.home import view_home
from site_builder.pages.record import record_file
from site_builder.publishing.plan import Page, plan_pages
from site_builder.publishing.policy import hash_of_script
from site_builder.publishing.shell import Parts, Shell, make_shell
from site_builder.records import Kind

_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Theme:
    """What the publisher needs to know of the theme."""

    render: Callable[[Page, Parts], str]
    """The theme's whole page for a page and its parts."""
    site_name: str
    site_url: str
    """The published site's address with a slash at the end, or empty."""


@dataclass(slots=True)
class Publisher:
    """Makes pages, keeping the shell of each kind of page once it is made."""

    site: Site
    environment: Environment
    theme: Theme
    shells: dict[str, Shell] = field(default_factory=dict)

    def pages(self) -> Mapping[str, Page]:
        """All pages by address."""
        return {page.address: page for page in plan_pages(self.site)}

    def parts(self, page: Page) -> Parts:
        """What a page puts into the theme's shell."""
        view = page.view()
        canonical = self.canonical(page.address)
        content = self.environment.get_template(page.template).render(page=view, canonical=canonical)
        head = self.environment.get_template("head.html").render(
            title=view.title,
            site_name=self.theme.site_name,
            description=view.description,
            canonical=canonical,
        )
        return Parts(
            name=escape(page.address.rpartition("/")[2]),
            title=escape(view.title),
            head=Markup(head),
            content=Markup(content),
        )

    def render(self, page: Page) -> str:
        """A whole page, from the shell of its kind. Raises ThemeError where the theme cannot show it."""
        if page.shell not in self.shells:
            self.shells[page.shell] = make_shell(lambda parts: self.theme.render(page, parts))
        return self.shells[page.shell].fill(self.parts(page))

    def anchors(self, page: Page) -> set[str]:
        """The anchors that a link to the page may name."""
        return set(_ID.findall(self.parts(page).content))

    def home(self, start: tuple[str, ...] = ()) -> Markup:
        """The parts of the home page that come from the records; `start` are the events to start with."""
        view = view_home(Here(self.site, HOME), start)
        return Markup(self.environment.get_template("home.html").render(page=view))

    def canonical(self, address: str) -> str:
        """The address under which a page is known; empty where the site's own is not."""
        return self.theme.site_url + self.site.addresses.url(address) if self.theme.site_url else ""

    def write(self, folder: Path, taken: Collection[str] = ()) -> int:
        """Write all pages, redirects and records below `folder`; returns the number of pages.

        `taken` are files, relative to `folder`, that are somebody else's: no redirect takes their place.
        """
        pages = self.pages()
        for page in pages.values():
            _write(folder / self.site.addresses.file(page.address), self.render(page).encode())
        for old, new in plan_redirects(self.site.chronicle):
            file = self.site.addresses.file(old)
            if file not in taken:
                html = render_redirect(self.environment, self.site.addresses, old, new, self.canonical(new))
                _write(folder / file, html.encode())
        self._write_records(folder)
        return len(pages)

    def _write_records(self, folder: Path) -> None:
        for kind in Kind:
            for record in self.site.chronicle.records(kind).values():
                _write(folder / record_file(record), self.site.chronicle.written[record.file])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def plan_redirects(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """Pairs of a former address and the address that it leads to; `events/` leads to the timeline."""
    for kind, former in chronicle.former_ids.items():
        for old, new in sorted(former.items()):
            yield record_address(kind, old), record_address(kind, new)
    yield "events", TIMELINE


def render_redirect(environment: Environment, addresses: Addresses, old: str, new: str, canonical: str) -> str:
    """A page that sends the reader on, and says where to; its policy allows its one script and nothing else."""
    href = addresses.href(old, new)
    script = Markup(environment.get_template("redirect.js").render())
    return environment.get_template("redirect.html").render(
        href=href, canonical=canonical, script=script, hash=Markup(hash_of_script(script))
    )
