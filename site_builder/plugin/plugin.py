"""The plugin: what MkDocs calls, and which part of a build each call is."""

from collections.abc import Callable
from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as NavPage
from mkdocs.utils.templates import TemplateContext

from site_builder.pages import filled_in
from site_builder.plugin.build import Build, Publication
from site_builder.plugin.reading import Last
from site_builder.plugin.search import Search
from site_builder.plugin.served import Served, is_asked_for_pages
from site_builder.plugin.serving import Watch, build_what_changed
from site_builder.plugin.settings import Settings, TimelineConfig, prepare


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]
    """One instance lives as long as `mkdocs serve` does; what belongs to a build is made anew by each."""

    settings: Settings
    """Made in `on_config`."""
    build: Build | None
    """Made in `on_pre_build`, from the records as they are then; None before."""
    publication: Publication
    """Made in `on_env`, when all pages of the site and its templates are known."""

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._last = Last()
        self._search = Search()
        self._served = Served()
        self._watch: Watch | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.build = None
        self._search.stop()
        served = self._served if self._serving and not self._dirty and is_asked_for_pages() else None
        self.settings = prepare(
            config, self.config, self._last, self._search, served, serving=self._serving, dirty=self._dirty
        )
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.build = Build(self.settings, config)

    @event_priority(50)
    def _on_files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let other plugins see our pages among the files."""
        return self._begun.add_to_files(files, config)

    @event_priority(-100)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Look again: other plugins have added files of theirs."""
        return self._begun.add_to_files(files, config)

    on_files = CombinedEvent(_on_files_early, _on_files_late)

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        return self._begun.add_to_navigation(nav, files, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self.publication = self._begun.publication(env, config, files)
        return env

    def on_page_markdown(self, markdown: str, *, page: NavPage, config: MkDocsConfig, files: Files) -> str:
        site = self._begun.site
        return filled_in(markdown, site.host, site.chronicle.vocabulary, site.language, site.chronicle.profile)

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: NavPage, config: MkDocsConfig, files: Files) -> str:
        return self._begun.guarded(html, page, config)

    def on_page_context(
        self, context: TemplateContext, *, page: NavPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        self._begun.add_preview(cast(dict[str, Any], context), page)
        self._begun.add_home(cast(dict[str, Any], context), page)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: NavPage, config: MkDocsConfig) -> str:
        return self.publication.finish(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self.publication.finish(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)
    def _write(self, *, config: MkDocsConfig) -> None:
        """Write our pages when other plugins, such as those of redirects, have written theirs."""
        self.publication.write(config.site_dir)

    @event_priority(-10_000)
    def _move_into_place(self, *, config: MkDocsConfig) -> None:
        """Exchange the sites when every plugin has written what it has to."""
        self._begun.move_into_place(config)

    on_post_build = CombinedEvent(_write, _move_into_place)

    def on_shutdown(self) -> None:
        self._search.end()
        self._served.files = None
        if self._watch is not None:
            self._watch.end()
            self._watch = None

    def on_build_error(self, *, error: Exception) -> None:
        if self.build is not None:
            self.build.give_up(error)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        self._served.stand_before(server)
        self._watch = build_what_changed(server, self.settings.folder, self._last, builder)
        return server

    @property
    def _begun(self) -> Build:
        assert self.build is not None
        return self.build
