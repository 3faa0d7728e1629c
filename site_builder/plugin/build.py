"""One build of a site: the chronicle's pages among those of MkDocs, made, put under the policy and written."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage

from site_builder.checking import find_differences, find_missing_pages
from site_builder.formats import EXPORTS, files_of_events
from site_builder.languages import say, say_n, translations
from site_builder.pages import Addresses, make_site, pages_of, redirects_of
from site_builder.plugin.blocked import find_blocked, markup_of
from site_builder.plugin.collisions import OurFiles, name_of
from site_builder.plugin.files import ChroniclePage, WrittenPages, add_lists, copyright_of, stand_in
from site_builder.plugin.hosting import find_host
from site_builder.plugin.policy import (
    Trusted,
    find_script,
    has_search,
    is_instant,
    with_aligned_tables,
    with_marked_scripts,
    without_marks,
)
from site_builder.plugin.profile import fill_in
from site_builder.plugin.reading import refuse_errors
from site_builder.plugin.search import Documents, SearchBox
from site_builder.plugin.settings import Settings
from site_builder.plugin.shell_page import theme_renderer
from site_builder.plugin.staging import Staging, give_up, move_into_place, pack_sitemap, stage
from site_builder.plugin.theme import leave_out_sources
from site_builder.plugin.written_texts import search_documents_of
from site_builder.problems import CODES, Problem, as_text, visible
from site_builder.publishing import (
    START,
    OnDiskError,
    OnRequest,
    PageError,
    Publisher,
    Renderer,
    WorkerError,
    find_bundles,
    has_instrument,
    make_templates,
    open_from_disk,
    theme_folder,
)
from site_builder.rendering import Templates

log = logging.getLogger("mkdocs.plugins.timeline")

_BODY = re.compile(r"<body\b[^>]*>")
_MOST_ON_A_PAGE = 100
"""Problems that a served page shows: every page shows them, and all records may be wrong."""


class Build:
    """What is known from before MkDocs gathers its files on."""

    def __init__(self, settings: Settings, config: MkDocsConfig) -> None:
        """Read the records. Raises PluginError where they do not allow a build."""
        chronicle, problems = settings.read()
        # Until the site is in its place nothing of the records is garbage, and looking through them takes long.
        gc.freeze()
        tiles = chronicle.profile.map.tiles
        self._settings = settings.with_tiles_from(tiles.origin) if tiles is not None else settings
        self._written = WrittenPages()
        _report(find_differences(chronicle, *fill_in(config, chronicle.profile)), settings.prefix)
        self.site = make_site(
            chronicle,
            Addresses(config.use_directory_urls),
            str(config.theme.get("language", "en")),
            host=find_host(config, settings.options),
            written=self._written.find,
            name=config.site_name,
            description=config.site_description or "",
            url=config.site_url.rstrip("/") + "/" if config.site_url else "",
            data=EXPORTS,
        )
        config.copyright = config.copyright or copyright_of(chronicle.profile.licence, self.site.language)
        self.pages = {page.address: page for page in pages_of(self.site)}
        parts = {one.old: self.pages[one.new] for one in redirects_of(self.site) if one.anchor}
        self._found_at = self.pages | parts
        """The page that a link in `docs/` finds at an address: parts of lists lead to the page that has them."""
        self.files = OurFiles(self.site, self._found_at, settings.prefix)
        templates = make_templates([Path(folder) for folder in config.theme.dirs], self.site.language)
        self.renderer = Renderer(self.site, templates)
        self.banner = _banner(templates, problems, settings.prefix, settings.options.docs_url)
        # A dirty build writes into the site that is there, and a served one is seen by nobody else.
        self._staging: Staging | None = None if settings.serving or settings.dirty else stage(config.site_dir)
        if self._staging is not None:
            config.site_dir = str(self._staging.building)

    def add_to_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The files of a site with our pages among them."""
        leave_out_sources(files, config)
        _warn(self.files.take_their_places(files, config, serving=self._settings.serving))
        return files

    def add_to_navigation(self, nav: Navigation, files: Files, config: MkDocsConfig) -> Navigation:
        """The navigation with our lists in it, and our pages as what MkDocs checks links against."""
        missing = [*find_missing_pages(self.site.chronicle, self._written.learn(files))]
        refuse_errors(missing, self._settings.prefix)
        _warn(as_text(problem, self._settings.prefix) for problem in missing)
        self._nav = nav
        add_lists(nav, files, config, self.site)
        for address, page in self._found_at.items():
            file = files.get_file_from_path(self.site.addresses.source_uri(address))
            if file is not None:
                stand_in(file, page, self.renderer)
        return nav

    def publication(self, environment: Environment, config: MkDocsConfig, files: Files) -> Publication:
        """All that writing needs, now that every page and template of the site is known."""
        self._warn_of_blocked_settings(config, files)
        if not self.site.url:
            log.info(
                say(
                    "`site_url` is not set: citations, feeds and metadata name no address, and ids in them are tags "
                    "that stay the same"
                )
            )
        # With instant navigation a reader may come from any page to any other, under the policy of the first one.
        environment.globals["timeline_start"] = START if is_instant(config) else ""
        bundles = find_bundles([Path(folder) for folder in config.theme.dirs])
        box = None if has_search(config) else SearchBox.of(self.site, self._settings.pagefind, bundles)
        environment.globals["timeline_search"] = box
        environment.globals["timeline_gettext"] = translations(self.site.language).gettext
        # Material puts them into its pages as they are, also where a quotation mark would end them.
        config.site_name = escape(config.site_name)
        config.site_description = escape(config.site_description or "")
        root = self.site.url or "/"
        listed = (address for address, page in self.pages.items() if page.listed)
        environment.globals["timeline_locations"] = [root + self.site.addresses.url(address) for address in listed]
        return Publication(self, self._settings, environment, config, files, self._nav)

    def guarded(self, html: str, page: NavPage, config: MkDocsConfig) -> str:
        """A hand-written page from which the policy takes as little as possible; what it takes is reported."""
        html = with_aligned_tables(html)
        blocked = find_blocked(html, self._settings.policy, config.site_url or "")
        _warn(one.message(name_of(page.file, config)) for one in blocked)
        return with_marked_scripts(html)

    def add_preview(self, context: dict[str, Any], page: NavPage) -> None:
        """Say how a link to a hand-written page is shown elsewhere, unless another plugin has said it."""
        meta = page.meta.get("meta") or ()
        if not any(isinstance(one, dict) and str(one.get("property")).startswith("og:") for one in meta):
            home = page.is_homepage
            title = page.meta.get("title") or (self.site.name if home else Markup(page.title or "").striptags())
            description = page.meta.get("description") or ""
            context["timeline_preview"] = self.renderer.preview(
                str(title), str(description), page.canonical_url or "", home=home
            )

    def add_home(self, context: dict[str, Any], page: NavPage) -> None:
        """Give the home page its parts that come from the records."""
        if page.meta.get("template") == "home.html":
            start = page.meta.get("start") or ()
            chosen = (start,) if isinstance(start, str) else tuple(map(str, start))
            for event in chosen:
                if event not in self.site.chronicle.events:
                    file = page.file.src_uri
                    log.warning(
                        say("{file}: `start` names the event '{event}', and there is none", file=file, event=event)
                    )
            home = self.renderer.home(chosen)
            context["timeline_home"] = Markup(with_marked_scripts(home))
            if has_instrument(home):
                context["timeline_start"] = START

    def move_into_place(self, config: MkDocsConfig) -> None:
        """Let what was built be the site."""
        if self._settings.on_disk:
            with _reported():
                open_from_disk(Path(config.site_dir), theme_folder())
        if self._staging is not None:
            move_into_place(self._staging)
            config.site_dir, self._staging = str(self._staging.site), None
        gc.unfreeze()

    def give_up(self, error: Exception) -> None:
        """Leave the old site in its place, as the build ended with an error."""
        gc.unfreeze()
        if self._staging is not None:
            give_up(self._staging, error)

    def _warn_of_blocked_settings(self, config: MkDocsConfig, files: Files) -> None:
        """Report what the policy blocks that the site's settings put into each page; and pages without a policy."""
        policy = self._settings.policy
        if policy.is_written:
            loaded = markup_of(map(str, config.extra_javascript), config.extra_css)
            blocked = find_blocked(loaded, policy, config.site_url or "", ("'self'",))
            _warn(one.message(Path(config.config_file_path).name) for one in blocked)
            for file in files:
                if file.src_uri.endswith(".html") and Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
                    name = name_of(file, config)
                    log.info(say("{name} is published as it is, without the policy of other pages", name=name))


class Publication:
    """What is known from when MkDocs has read every page of a site: whole pages, and how they are written."""

    def __init__(
        self,
        build: Build,
        settings: Settings,
        environment: Environment,
        config: MkDocsConfig,
        files: Files,
        nav: Navigation,
    ) -> None:
        """Raises PluginError where the site's templates would leave a page of ours empty."""
        self._build, self._settings = build, settings
        self._taken = frozenset(file.dest_uri for file in files if not isinstance(file, ChroniclePage))
        self._trusted = Trusted(files)
        self._script = cache(partial(find_script, files))
        self._written = tuple(search_documents_of(files, build.site.name))
        render = theme_renderer(environment, config, files, nav, build.site, self.finish)
        with _reported():
            self.publisher = Publisher(build.renderer, render, tuple(build.pages.values()))

    def finish(self, html: str) -> str:
        """A page as it is written: under its policy, or while it is served with the problems of the records on top."""
        guarded = without_marks(self._settings.policy.put_into(html, self._trusted, self._script))
        if not self._settings.serving:
            return guarded
        return _BODY.sub(lambda body: body[0] + self._build.banner, guarded, count=1)

    def write(self, site_dir: str) -> None:
        """Write our pages, or let them be made on request, and pack the sitemap."""
        if not self._settings.dirty:
            _warn(self._build.files.written_by_others(Path(site_dir)))
        if self._settings.served is not None:
            self._settings.served.files = OnRequest(self.publisher, self._taken)
        else:
            with _reported():
                self.publisher.write(Path(site_dir), self._taken, 1 if self._settings.serving else None)
        self._write_search(Path(site_dir))
        pack_sitemap(Path(site_dir))
        log.info(
            say_n("{n} page of the chronicle written", "{n} pages of the chronicle written", len(self._build.pages))
        )

    def _write_search(self, site_dir: Path) -> None:
        """Write the index, or under `mkdocs serve` begin to."""
        if self._settings.pagefind is None:
            return
        documents = Documents(
            tuple(self._build.renderer.search_documents(self._written)), files_of_events(self._build.site)
        )
        if self._settings.serving:
            self._settings.search.write_behind(documents, site_dir)
        else:
            with _reported():
                self._settings.search.write(documents, site_dir)


@contextmanager
def _reported() -> Iterator[None]:
    """Raise PluginError, which MkDocs reports without a traceback, for what publishing raises."""
    try:
        yield
    except (PageError, WorkerError, OnDiskError) as error:
        raise PluginError(f"timeline: {error}") from error


def _report(found: Iterable[Problem], prefix: str) -> None:
    """Print problems as those of records are: only errors stop a build. Raises PluginError."""
    problems = tuple(found)
    refuse_errors(problems, prefix)
    for problem in problems:
        log.info(as_text(problem, prefix))


def _warn(messages: Iterable[str]) -> None:
    for message in messages:
        log.warning(message)


def _banner(templates: Templates, problems: tuple[Problem, ...], prefix: str, docs_url: str) -> str:
    """The problems as markup. It is plain text to Python: `Markup` would escape what it is joined to."""
    if not problems:
        return ""
    shown = templates.render(
        "problems.html",
        problems=problems,
        prefix=prefix,
        visible=visible,
        most=_MOST_ON_A_PAGE,
        pages={one.code: CODES[one.code].address(docs_url) if docs_url else "" for one in problems},
    )
    return str(shown)
