"""Builds sites as `mkdocs build` does, and says what came of it."""

from __future__ import annotations

import functools
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from site_builder.plugin import TimelinePlugin
from site_builder.plugin.build import Publication

REPOSITORY = Path(__file__).parents[1]

_list_files = FileSystemLoader.list_templates


def _list_files_but_icons(loader: FileSystemLoader) -> list[str]:
    """What MkDocs asks a theme for. Of a package and of our theme nothing changes: their files are read once.

    Material has 14,000 icons in a hidden folder, and our theme the packages of its scripts. Nothing of them is
    published, and reading their names in each build would take half the time of a small site's.
    """
    found: set[str] = set()
    for folder in loader.searchpath:
        stays = "site-packages" in Path(folder).parts or Path(folder) == REPOSITORY / "theme"
        found.update(_of_package(folder) if stays else _list_files(FileSystemLoader(folder)))
    return sorted(found)


@functools.cache
def _of_package(folder: str) -> list[str]:
    names = _list_files(FileSystemLoader(folder))
    return [name for name in names if not name.startswith((".", "node_modules/")) and not name.endswith(".html")]


FileSystemLoader.list_templates = _list_files_but_icons  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    folder: Path
    """The site's folder."""
    passed: bool
    log: str
    """What MkDocs said, a line a message: `WARNING: …`."""
    publication: Publication | None
    """What wrote our pages, if it came so far: MkDocs keeps one plugin for all builds of a process."""

    def text(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    @property
    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


def build(config_file: Path, folder: Path | None = None, *, strict: bool = True, **settings: Any) -> Built:
    """Build a site into a folder, `site` beside `mkdocs.yml` by default; what stops it is in the log."""
    lines = _Lines()
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(lines)
    logger.setLevel(logging.INFO)
    folder = folder or config_file.parent / "site"
    config = load_config(str(config_file), site_dir=str(folder), strict=strict, **settings)
    plugin = config.plugins["timeline"]
    assert isinstance(plugin, TimelinePlugin)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build_site(config)
    except Abort as aborted:
        lines.lines.append(f"ABORTED: {aborted}")
        return Built(folder, False, "\n".join(lines.lines), None)
    finally:
        logger.removeHandler(lines)
        logger.setLevel(level)
        config.plugins.on_shutdown()
    return Built(folder, True, "\n".join(lines.lines), plugin.publication)


def run(*arguments: str, folder: Path = REPOSITORY, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a module of this environment (`mkdocs build …`) in a folder."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder with what is in it."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


class _Lines(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname}: {record.getMessage()}")
