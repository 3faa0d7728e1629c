"""Reads the chronicle when MkDocs builds, and has its pages made and written."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage
from mkdocs.utils.templates import TemplateContext

from site_builder.checking import find_missing_pages
from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import Addresses
from site_builder.pages.context import Site, make_site
from site_builder.pages.markers import filled_in
from site_builder.plugin.blocked import find_blocked, markup_of
from site_builder.plugin.collisions import OurFiles, name_of
from site_builder.plugin.config import TimelineConfig
from site_builder.plugin.files import WrittenPages, add_lists, copyright_of, name_in_navigation, stand_in
from site_builder.plugin.hosting import find_host, path_in_messages
from site_builder.plugin.outside_links import refuse_links_outside
from site_builder.plugin.policy import (
    Trusted,
    find_script,
    policy_of,
    with_aligned_tables,
    with_marked_scripts,
    without_marks,
)
from site_builder.plugin.reading import Last, read_for_build, read_for_serve, state_of
from site_builder.plugin.serving import keep_watching, let_pages_reload
from site_builder.plugin.shell_page import let_our_page_extend_materials, theme_renderer
from site_builder.plugin.staging import Staging, give_up, pack_sitemap, put_in_place, refuse_records, stage
from site_builder.plugin.theme import fit_theme
from site_builder.problems import CODES, Problem, as_text, visible
from site_builder.publishing.pages import Publisher, Theme
from site_builder.publishing.plan import Page
from site_builder.publishing.shell import ThemeError, make_environment

log = logging.getLogger("mkdocs.plugins.timeline")


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]
    """One instance lives as long as `mkdocs serve` does; what belongs to a build is set anew by each."""

    publisher: Publisher
    """Makes the pages of this build. Set in `on_pre_build`; has its theme from `on_env` on."""

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._staging: Staging | None = None
        self._written = WrittenPages()
        self._last = Last()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._serving = command == "serve"
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._folder = Path(config.config_file_path).parent / self.config.events
        if not self._folder.is_dir() and self._last.good is None:
            raise PluginError(f"timeline: there is no folder {self.config.events} (option `events`)")
        refuse_records(config.site_dir, self._folder)
        refuse_links_outside(config)
        self._prefix = path_in_messages(config, self.config)
        self._policy = policy_of(config, self.config.policy, serving=self._serving)
        fit_theme(config, self.config.policy)
        let_our_page_extend_materials(config.theme)
        if self._serving:
            config.watch.append(str(self._folder))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        prefix = self._prefix
        if self._serving:
            chronicle, self._problems = read_for_serve(self._folder, prefix, self._last)
        else:
            chronicle, self._problems = read_for_build(self._folder, prefix), ()
        self._site = _site(chronicle, config, self.config, self._written)
        config.copyright = config.copyright or copyright_of(chronicle.profile.licence)
        environment = make_environment([Path(folder) for folder in config.theme.dirs])
        self._banner = _banner(environment, self._problems, prefix, self.config.docs_url)
        self.publisher = Publisher(self._site, environment, Theme(_not_yet, config.site_name, _site_url(config)))
        # A dirty build writes into the site that is there, and a served one is seen by nobody else.
        self._staging = None if self._serving or self._dirty else stage(config.site_dir)
        if self._staging is not None:
            config.site_dir = str(self._staging.building)

    @event_priority(50)
    def _on_files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let other plugins see our pages among the files."""
        self._pages = self.publisher.pages()
        self._files = OurFiles(self._site, self._pages, self._prefix)
        return self._on_files_late(files, config=config)

    @event_priority(-100)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Look again: other plugins have added files of theirs."""
        for warning in self._files.take_their_places(files, config, self._is_published):
            log.warning(warning)
        return files

    on_files = CombinedEvent(_on_files_early, _on_files_late)

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        for problem in find_missing_pages(self._folder, self._site.chronicle.profile, self._written.learn(files)):
            log.warning(as_text(problem, self._prefix))
        self._nav = nav
        add_lists(nav, files, config, self._site.chronicle, self._site.addresses)
        for page in self._pages.values():
            file = files.get_file_from_path(self._site.addresses.source_uri(page.address))
            if file is not None:
                stand_in(file, page, partial(self.publisher.anchors, page), _site_url(config))
                name_in_navigation(file, page)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self._taken = frozenset(file.dest_uri for file in files)
        self._trusted = Trusted(files)
        self._script = cache(partial(find_script, files))
        self._say_what_is_blocked(config, files)
        env.globals["timeline_locations"] = [
            _site_url(config) + self._site.addresses.url(address)
            if config.site_url
            else f"/{self._site.addresses.url(address)}"
            for address in self._pages
        ]
        render = theme_renderer(env, config, files, self._nav, self._site.addresses, self._finish)
        self.publisher.theme = Theme(render, config.site_name, _site_url(config))
        self._try_every_kind_of_page()
        return env

    def on_page_markdown(self, markdown: str, *, page: NavPage, config: MkDocsConfig, files: Files) -> str:
        return filled_in(markdown, self._site.host)

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: NavPage, config: MkDocsConfig, files: Files) -> str:
        """Keep the policy from breaking what can be kept, and say what it will break."""
        html = with_aligned_tables(html)
        for blocked in find_blocked(html, self._policy, config.site_url or ""):
            log.warning(blocked.told(name_of(page.file, config)))
        return with_marked_scripts(html)

    def on_page_context(
        self, context: TemplateContext, *, page: NavPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if page.meta.get("template") == "home.html":
            start = page.meta.get("start") or ()
            chosen = (start,) if isinstance(start, str) else tuple(map(str, start))
            for event in chosen:
                if event not in self._site.chronicle.events:
                    log.warning("%s: `start` names the event '%s', and there is none", page.file.src_uri, event)
            cast(dict[str, Any], context)["timeline_home"] = Markup(with_marked_scripts(self.publisher.home(chosen)))
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: NavPage, config: MkDocsConfig) -> str:
        return self._finish(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self._finish(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)
    def _write(self, *, config: MkDocsConfig) -> None:
        """Write our pages when other plugins, such as those of redirects, have written theirs."""
        for warning in () if self._dirty else self._files.written_by_others(Path(config.site_dir)):
            log.warning(warning)
        number = self.publisher.write(Path(config.site_dir), self._taken)
        pack_sitemap(Path(config.site_dir))
        log.info("%d pages of the chronicle written", number)

    @event_priority(-10_000)
    def _put_in_place(self, *, config: MkDocsConfig) -> None:
        """Exchange the sites when every plugin has written what it has to."""
        if self._staging is not None:
            put_in_place(self._staging)
            config.site_dir, self._staging = str(self._staging.site), None

    on_post_build = CombinedEvent(_write, _put_in_place)

    def on_build_error(self, *, error: Exception) -> None:
        if self._staging is not None:
            give_up(self._staging, error)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again what changed during the first build: MkDocs watches from now on."""
        let_pages_reload(server)
        keep_watching(server, Path(os.path.normpath(self._folder.absolute())))
        while self._serving and state_of(self._folder) != self._last.state:
            builder()
        return server

    def _is_published(self, file: File) -> bool:
        """Whether a file is part of the site that is built; a draft is while it is served."""
        least = InclusionLevel.DRAFT if self._serving else InclusionLevel.NOT_IN_NAV
        return bool(file.inclusion.value >= least.value)

    def _finish(self, html: str) -> str:
        """A page as it is written: under its policy, or while it is served with the problems of the records on top."""
        guarded = without_marks(self._policy.put_into(html, self._trusted, self._script))
        return _BODY.sub(lambda body: body[0] + self._banner, guarded, count=1) if self._serving else guarded

    def _say_what_is_blocked(self, config: MkDocsConfig, files: Files) -> None:
        """Of what the site's settings put into each page; and which of its pages have no policy."""
        if self._policy.is_written:
            loaded = markup_of(map(str, config.extra_javascript), config.extra_css)
            for blocked in find_blocked(loaded, self._policy, config.site_url or "", ("'self'",)):
                log.warning(blocked.told(Path(config.config_file_path).name))
            for file in files:
                if file.src_uri.endswith(".html") and Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
                    log.info("%s is published as it is, without the policy of other pages", name_of(file, config))

    def _try_every_kind_of_page(self) -> None:
        """Stop before anything is written where the site's templates would leave a page of ours empty."""
        for page in {page.shell: page for page in self._pages.values()}.values():
            try:
                self.publisher.render(page)
            except ThemeError as fault:
                raise PluginError(f"timeline: the page {page.address} cannot be shown: {fault}") from fault


_BODY = re.compile(r"<body\b[^>]*>")
_MOST_ON_A_PAGE = 100
"""Problems that a served page tells: it is every page that does, and the records may all be wrong."""


def _site(chronicle: Chronicle, config: MkDocsConfig, options: TimelineConfig, written: WrittenPages) -> Site:
    language, host = str(config.theme.get("language", "en")), find_host(config, options)
    return make_site(chronicle, Addresses(config.use_directory_urls), language, host, written.find)


def _site_url(config: MkDocsConfig) -> str:
    return config.site_url.rstrip("/") + "/" if config.site_url else ""


def _banner(environment: Environment, problems: tuple[Problem, ...], prefix: str, docs_url: str) -> str:
    """The problems as markup. It is plain text to Python: `Markup` would escape what it is joined to."""
    if not problems:
        return ""
    template = environment.get_template("problems.html")
    pages = {one.code: CODES[one.code].page(docs_url) if docs_url else "" for one in problems}
    told = {"problems": problems, "prefix": prefix, "visible": visible, "most": _MOST_ON_A_PAGE, "pages": pages}
    return template.render(told)


def _not_yet(page: Page, parts: object) -> str:
    raise PluginError("timeline: a page was asked for before the theme was there")
