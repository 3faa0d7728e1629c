"""Where a site's settings say that its files are edited, carried over from the pages of docs/ to the records."""

import re
from pathlib import Path
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from site_builder.pages import Host, edited_at, host_of, repository_address
from site_builder.plugin.outside_links import project_of
from site_builder.plugin.settings import TimelineConfig


def find_host(config: MkDocsConfig, options: TimelineConfig) -> Host:
    """The addresses of the repository: by `edit_uri_template` or `edit_uri` where the site sets one, else by its host.

    Paths are those from the root of the repository, which is the folder above `mkdocs.yml` that holds `.git`.
    """
    settings = Path(config.config_file_path).resolve().parent
    folder = (settings / options.events).resolve()
    root = project_of(settings)
    events = _path(folder, root)
    host = host_of(config.repo_url or "", options.branch, events, options.report_url)
    docs = _path(Path(config.docs_dir).resolve(), settings)
    below = _path(settings, root)
    if not config.edit_uri_template and not _sets_edit_uri(config):
        return host
    if docs is None or below is None or events is None:
        edit = ""
    elif config.edit_uri_template:
        edit = _by_template(str(config.edit_uri_template), docs, below, events)
    else:
        edit = _by_uri(config.edit_uri or "", docs, below, events)
    base = repository_address(config.repo_url or "")
    return edited_at(host, urljoin(base if edit.startswith(("?", "#")) else f"{base}/", edit) if edit else "")


def _sets_edit_uri(config: MkDocsConfig) -> bool:
    """Whether the site itself sets `edit_uri`: MkDocs fills in the branch `master` where it does not."""
    with Path(config.config_file_path).open("rb") as settings:
        return yaml_load(settings).get("edit_uri") is not None


def _by_uri(edit_uri: str, docs: str, below: str, events: str) -> str:
    """Where a record is edited, by the address at which pages of docs/ are; empty where that does not say it."""
    end = "".join(f"{part}/" for part in (below, docs) if part)
    # Before a path of a site in a subfolder stands the branch, or the key of a query.
    found = re.fullmatch(rf"(|.*[/=])({re.escape(end)}|{re.escape(quote(end))})", edit_uri)
    return f"{found[1]}{quote(events)}/{{file}}" if found else ""


def _by_template(template: str, docs: str, below: str, events: str) -> str:
    """The same by the template of those addresses."""
    template = template.replace("{path_noext}.md", "{path}").replace("{path_noext!q}.md", "{path!q}")
    parts = [*(part for path in (below, docs) for part in path.split("/") if part)]
    end = "".join(rf"{re.escape(part)}(?:/|%2F)" for part in parts)
    found = re.fullmatch(rf"(|.*[/=]|.*%2F){end}{{path(!q)?}}(.*)", template)
    if found is None or "{" in found[1] + found[3]:
        return ""
    file = f"{quote(events, safe='')}%2F{{file!q}}" if found[2] else f"{quote(events)}/{{file}}"
    return f"{found[1]}{file}{found[3]}"


def _path(path: Path, above: Path) -> str | None:
    """A path from a folder above it; empty for that folder itself, None for one that does not lie below."""
    return path.relative_to(above).as_posix().removeprefix(".") if path.is_relative_to(above) else None
