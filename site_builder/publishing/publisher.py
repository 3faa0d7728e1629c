"""Makes the pages of a site, one by one, and writes them all."""

import gc
import re
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from markupsafe import Markup, escape

from site_builder import TimelineError
from site_builder.formats import (
    SearchDocument,
    data_files,
    exported_files,
    feed_links,
    search_documents,
    view_citing,
)
from site_builder.languages import say
from site_builder.pages import HOME, Here, Page, Redirect, Site, record_file, redirects_of, view_home, view_preview
from site_builder.publishing.instruments import has_instrument
from site_builder.publishing.policy import hash_of_script
from site_builder.publishing.shell import Parts, Shell, make_shell
from site_builder.publishing.workers import count_processes
from site_builder.publishing.writing import File, write_files
from site_builder.rendering import Templates

_ID = re.compile(r'\bid="([^"]+)"')

RenderTheme = Callable[[Page, Parts], str]
"""The theme's whole page for a page and its parts."""


class Renderer:
    """Makes what stands in the theme's page, for any page of a site."""

    def __init__(self, site: Site, templates: Templates) -> None:
        self.site = site
        self._templates = templates

    def parts(self, page: Page) -> Parts:
        """What a page puts into the theme's shell."""
        here, canonical = Here(self.site, page.address), self.site.canonical(page.address)
        view = page.view(self.site)
        preview = view_preview(self.site, str(view.preview_title), str(view.description), canonical)
        citing = view_citing(here, page)
        content = self._render(page.template, page=view, here=here, canonical=canonical, citing=citing)
        return Parts(
            name=escape(page.address.rpartition("/")[2]),
            title=escape(str(view.title)),
            head=self._render(
                "head.html", preview=preview, feeds=feed_links(here, page), listed=page.listed, citing=citing
            ),
            content=content,
            has_instrument=has_instrument(content),
        )

    def anchors(self, page: Page) -> set[str]:
        """The anchors that a link to the page may name."""
        return set(_ID.findall(self.parts(page).content))

    def home(self, start: tuple[str, ...] = ()) -> Markup:
        """The parts of the home page that come from the records; `start` are the events to start with."""
        here = Here(self.site, HOME)
        return self._render("home.html", page=view_home(here, start), here=here)

    def preview(self, title: str, description: str, address: str, *, home: bool) -> Markup:
        """What a hand-written page's head needs so that a link to it shows what it is; all of it is text."""
        return self._render("preview.html", preview=view_preview(self.site, title, description, address, home=home))

    def search_documents(self, written: Iterable[SearchDocument]) -> Iterator[File]:
        """What the search finds in the site, pages written by hand among it: a file for each, and what makes it."""
        for file, make in search_documents(self.site, written):
            yield file, partial(self._search_document, make)

    def _search_document(self, make: Callable[[], SearchDocument]) -> str:
        return self._render("search-document.html", document=make())

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
        return self._templates.render(template, **values)


class PageError(TimelineError):
    """A page cannot be made."""


class Publisher:
    """Makes whole pages, keeping the shell of each kind and folder of pages once it is made."""

    def __init__(self, renderer: Renderer, render_theme: RenderTheme, pages: Sequence[Page]) -> None:
        """Makes a page of each kind, so that what is wrong with the templates is known before anything is written.

        Raises PageError.
        """
        self.renderer = renderer
        self.render_theme = render_theme
        self._pages = pages
        self._shells: dict[tuple[str, str, bool], Shell] = {}
        for page in {page.kind: page for page in pages}.values():
            self.page(page)

    def page(self, page: Page) -> str:
        """A whole page, from the shell of its kind. Raises PageError."""
        try:
            parts = self.renderer.parts(page)
            return self.shell(page, has_instrument=parts.has_instrument).fill(parts)
        except Exception as error:
            raise PageError(
                say("the page {page} cannot be shown: {error}", page=page.address, error=_what(error))
            ) from error

    def shell(self, page: Page, *, has_instrument: bool) -> Shell:
        """The shell of pages of one kind and folder that all need the scripts of instruments, or all do not."""
        key = page.kind, page.address.rpartition("/")[0], has_instrument
        if key not in self._shells:
            self._shells[key] = make_shell(lambda parts: self.render_theme(page, parts), has_instrument=has_instrument)
        return self._shells[key]

    def write(self, folder: Path, taken: Collection[str] = (), processes: int | None = None) -> None:
        """Write all pages, redirects, records and data below `folder`, in so many processes or as many as it is worth.

        `taken` are files, relative to `folder`, that are somebody else's: no former id takes their place. Raises
        PageError, WorkerError, and OSError where a file cannot be written.
        """
        among, site = processes or count_processes(len(self._pages)), self.renderer.site
        with _collecting_only_what_is_new():
            # The page that lists what can be taken away says how large it is.
            exported = tuple(exported_files(site))
            write_files(folder, exported, among)
            site.sizes.update({file: (folder / file).stat().st_size for file, _ in exported})
            write_files(folder, tuple(self.files(taken)), among)

    def files(self, taken: Collection[str]) -> Iterator[File]:
        """Every file but those that are exported, relative to the site's folder, and what makes its content."""
        site = self.renderer.site
        for page in self._pages:
            yield site.addresses.file(page.address), partial(self.page, page)
        for redirect in redirects_of(site):
            if (file := site.addresses.file(redirect.old)) not in taken:
                yield file, partial(self.renderer.redirect, redirect)
        for record in site.chronicle.all():
            yield record_file(record), partial(getattr, site.chronicle.files[record.file], "content")
        yield from data_files(site)


def _what(error: Exception) -> str:
    """What went wrong, and where, in one line."""
    if isinstance(error, TimelineError):
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    words, file = traceback.format_exception_only(error)[-1].strip(), Path(last.filename).name
    return str(say("{words} ({file}, line {line})", words=words, file=file, line=last.lineno))


@contextmanager
def _collecting_only_what_is_new() -> Iterator[None]:
    """Look for garbage among what is made meanwhile alone: the chronicle stays, and is a lot to look through."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
