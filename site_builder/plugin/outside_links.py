"""Symbolic links in what the site copies: one that leads out of the project would publish what is nobody's business."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_PRIVATE = ".git"
"""A folder of the project that no link may lead into: on a host that builds, its `config` may hold a token."""


def refuse_links_outside(config: MkDocsConfig) -> None:
    """Check the pages and the site's own theme before anything is read or copied.

    A link may lead anywhere in the project: the repository that holds `mkdocs.yml`, or without one the folder of
    `mkdocs.yml`. A folder that `mkdocs.yml` itself names outside the project is meant, and may be linked into too.
    Raises PluginError for a link that leads elsewhere, to nothing, or round in a circle.
    """
    project = project_of(_absolute(config.config_file_path).parent)
    for named in (config.docs_dir, config.theme.custom_dir):
        if named and (folder := _absolute(named)).is_dir():
            allowed = {project.resolve()} if folder.is_relative_to(project) else {project.resolve(), folder.resolve()}
            for link, why in _wrong_links(folder, project, allowed):
                shown = link.relative_to(project) if link.is_relative_to(project) else link
                raise PluginError(
                    f"timeline: the symbolic link {shown} {why}: put the file or folder itself in its place, "
                    "or delete the link"
                )


def _absolute(path: str) -> Path:
    """A path as it is named, with its links as they are."""
    return Path(os.path.normpath(Path(path).absolute()))


def project_of(folder: Path) -> Path:
    """The repository that a folder belongs to; the folder itself where it is in none."""
    return next((above for above in (folder, *folder.parents) if (above / _PRIVATE).exists()), folder)


def _wrong_links(folder: Path, project: Path, allowed: set[Path]) -> Iterator[tuple[Path, str]]:
    """The links on the way from the project to a folder, and all below it, that are wrong, and what is."""
    on_the_way = [above for above in (folder, *folder.parents) if above != project and above.is_relative_to(project)]
    for above in reversed(on_the_way):
        if above.is_symlink() and (why := _why_wrong(above, allowed)) is not None:
            yield above, why
            return
    yield from _below(folder, allowed)


def _below(top: Path, allowed: set[Path]) -> Iterator[tuple[Path, str]]:
    """Wrong links below a folder, those reached through links too; each real folder is looked through once."""
    seen = {top.resolve()}
    waiting: list[tuple[Path, frozenset[Path]]] = [(top, frozenset(seen))]
    while waiting:
        folder, around = waiting.pop()
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        for entry in entries:
            path = Path(entry.path)
            if entry.is_symlink() and (why := _why_wrong(path, allowed)) is not None:
                yield path, why
            elif entry.is_dir():
                target = path.resolve()
                if target in around:
                    yield path, "leads to a folder that it lies in itself"
                elif target not in seen:
                    seen.add(target)
                    waiting.append((path, around | {target}))


def _why_wrong(link: Path, allowed: set[Path]) -> str | None:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        # Emacs marks a file that is being edited with a hidden link to nowhere.
        return None if link.name.startswith(".") else "leads to nothing"
    root = next((root for root in allowed if target.is_relative_to(root)), None)
    if root is None:
        return "leads out of the project, and what it leads to would be published"
    return f"leads into {_PRIVATE}, which is not for readers" if _PRIVATE in target.relative_to(root).parts else None
