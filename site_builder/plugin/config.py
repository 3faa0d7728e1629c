"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options
from mkdocs.config.base import Config

from site_builder.plugin.policy import PolicyOption


class TimelineConfig(Config):  # type: ignore[no-untyped-call]
    """What a site may set below `- timeline:`."""

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
    private_address = config_options.Type(str, default="")
    """In words, where people write whom a public report would endanger."""
