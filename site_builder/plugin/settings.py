"""What a site's settings say: the plugin's options, and what a build does with them before it reads the records."""

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from site_builder.chronicle import Chronicle
from site_builder.languages import say
from site_builder.plugin.outside_links import refuse_links_outside
from site_builder.plugin.policy import PolicyOption, has_search, policy_of
from site_builder.plugin.reading import Last, read_for_build, read_for_serve
from site_builder.plugin.search import Search
from site_builder.plugin.served import Served
from site_builder.plugin.shell_page import let_our_page_extend_materials
from site_builder.plugin.staging import refuse_records
from site_builder.plugin.theme import fit_theme, leave_out_what_fetches
from site_builder.problems import Problem
from site_builder.publishing import (
    VARIABLE,
    BundleError,
    OnDiskError,
    Pagefind,
    Policy,
    refuse_old_bundles,
    refuse_other_folder,
    theme_folder,
)

_MOVED = say("the option `{option}` is now a key of chronicle.yml, beside the records: move it there", option="{}")


class TimelineConfig(Config):  # type: ignore[no-untyped-call]
    """What a site may set below `- timeline:` in `mkdocs.yml`."""

    events = config_options.Type(str, default="events")
    """The folder of the records, relative to `mkdocs.yml`."""
    policy = PolicyOption()
    """What pages may load besides, by directive of their Content-Security-Policy; false for no policy."""
    report_url = config_options.Type(str, default="")
    """Where a reader reports an error; `{file}` and `{id}` stand for the record.

    Empty: the form of the host that `repo_url` names, or the contributing page.
    """
    docs_url = config_options.Type(str, default="")
    """The address at which the pages of problems are online, to which problems of a served page link."""
    branch = config_options.Type(str, default="main")
    """The branch of the repository (`repo_url`) whose records readers edit, where no `edit_uri` says it."""
    private_address = config_options.Deprecated(removed=True, message=_MOVED)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site's settings say, and how MkDocs was started."""

    options: TimelineConfig
    folder: Path
    """The folder of the records."""
    prefix: str
    """What stands before the path of a record in messages and on pages."""
    policy: Policy
    serving: bool
    dirty: bool
    last: Last
    search: Search
    served: Served | None
    """Where our pages go while they are made on request; None where all of them are written."""
    pagefind: Pagefind | None
    """What readers search the site with; None where that cannot run, and where the site has a search of its own."""
    on_disk: bool
    """Whether the site is to be one that opens from disk."""

    def read(self) -> tuple[Chronicle, tuple[Problem, ...]]:
        """The chronicle to publish, and while it is served the errors to show with it."""
        if self.serving:
            return read_for_serve(self.folder, self.prefix, self.last)
        return read_for_build(self.folder, self.prefix), ()

    def with_tiles_from(self, origin: str) -> "Settings":
        """The same with a policy that lets the map's background come from another host."""
        return replace(self, policy=replace(self.policy, tiles=(origin,)))


def prepare(
    config: MkDocsConfig,
    options: TimelineConfig,
    last: Last,
    search: Search,
    served: Served | None,
    *,
    serving: bool,
    dirty: bool,
) -> Settings:
    """Refuse settings with which a build could do harm, and fit the theme. Raises PluginError."""
    folder = Path(config.config_file_path).parent / options.events
    if not folder.is_dir() and last.good is None:
        raise PluginError(f"timeline: there is no folder {options.events} (option `events`)")
    refuse_records(config.site_dir, folder)
    refuse_links_outside(config)
    on_disk = bool(os.environ.get(VARIABLE)) and not serving
    try:
        refuse_old_bundles(theme_folder())
        if on_disk:
            refuse_other_folder(Path(config.site_dir))
            if dirty:
                raise OnDiskError(say("a site that opens from disk is made of a whole one: leave out `--dirty`"))
    except (BundleError, OnDiskError) as error:
        raise PluginError(f"timeline: {error}") from error
    if on_disk:
        leave_out_what_fetches(config)
    fit_theme(config, options.policy)
    let_our_page_extend_materials(config.theme)
    pagefind = None if has_search(config) else search.find()
    policy = policy_of(config, options.policy, pagefind, serving=serving)
    prefix = _path_in_messages(config, options.events)
    return Settings(options, folder, prefix, policy, serving, dirty, last, search, served, pagefind, on_disk)


def _path_in_messages(config: MkDocsConfig, events: str) -> str:
    """What stands before the path of a record in messages and on pages: never where the building machine keeps it."""
    settings = Path(config.config_file_path).resolve().parent
    return PurePosixPath(os.path.relpath((settings / events).resolve(), settings)).as_posix() + "/"
