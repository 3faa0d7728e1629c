"""The index of a site: made with a build, and behind those of `mkdocs serve`, where no page waits for it."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from site_builder import TimelineError
from site_builder.formats import SEARCH_FOLDER
from site_builder.languages import say
from site_builder.pages import HOME, SEARCH, Here, Site, words_of_search
from site_builder.publishing import START, Bundle, File, Pagefind, SearchError, count_processes, find_pagefind

log = logging.getLogger("mkdocs.plugins.timeline")


_BEFORE = '<div class="md-header__source">'


@dataclass(frozen=True, slots=True)
class SearchBox:
    """What the box in the header needs; addresses are relative to the site's root."""

    lists: str
    """The page that leads to all lists."""
    words: Markup
    """All that its script says, as JSON."""
    script: Bundle | None = None
    """The code of the box; None where nobody can search, and its place leads to the lists."""
    folder: str = ""
    pagefind: str = ""
    """The hash of the script that reads the index."""
    has_sources: bool = False
    """Whether there is an index of sources."""

    def put_into(self, header: str, box: str) -> str:
        """The theme's header with the box where Material has its own: before the repository, else at the end."""
        place = _BEFORE if _BEFORE in header else "</nav>"
        return header.replace(place, box + place, 1)

    @property
    def start(self) -> str:
        """The script that opens the box and fetches its code; empty where nobody can search."""
        return START if self.script else ""

    @classmethod
    def of(cls, site: Site, pagefind: Pagefind | None, bundles: Mapping[str, Bundle]) -> SearchBox:
        """The box of a site."""
        lists, words = site.addresses.url(SEARCH), htmlsafe_json_dumps(words_of_search(Here(site, HOME)))
        if pagefind is None:
            return cls(lists, words)
        has_sources = bool(site.chronicle.sources)
        return cls(lists, words, bundles[SEARCH], f"{SEARCH_FOLDER}/", pagefind.integrity, has_sources)


@dataclass(frozen=True, slots=True)
class Documents:
    """What an index is made of."""

    files: Sequence[File]
    """The file of each document, and what makes it."""
    events: Sequence[str]
    """The files of the events' pages, in the order of their numbers."""


class Search:
    """What one start of MkDocs knows of its site's index: the program that makes it, and the last one that is made."""

    def __init__(self) -> None:
        self._pagefind: Pagefind | None = None
        self._is_sought = False
        self._made: Path | None = None
        """The last index that was made while the site is served."""
        self._stop = threading.Event()
        self._run: threading.Thread | None = None

    def find(self) -> Pagefind | None:
        """The program; None where it cannot run, which is said once."""
        if not self._is_sought:
            self._is_sought, self._pagefind = True, None
            try:
                self._pagefind = find_pagefind()
            except SearchError as error:
                _say_that_nobody_can_search(error)
        return self._pagefind

    def stop(self) -> None:
        """Give up an index that is being made: the site is about to change again."""
        self._stop.set()
        if self._run is not None:
            self._run.join()
        self._run = None

    def end(self) -> None:
        """Give up, remove what was made, and know nothing of the next start."""
        self.stop()
        self._is_sought = False
        if self._made is not None:
            shutil.rmtree(self._made, ignore_errors=True)
        self._made = None

    def write(self, documents: Documents, site: Path) -> None:
        """Write the index into a site. Raises WorkerError and OSError."""
        pagefind = self.find()
        if pagefind is not None:
            try:
                processes = count_processes(len(documents.files))
                pagefind.write(documents.files, site / SEARCH_FOLDER, processes, numbered=documents.events)
            except SearchError as error:
                _say_that_nobody_can_search(error)

    def write_behind(self, documents: Documents, site: Path) -> None:
        """Let a served site have the last index, and begin to make a new one."""
        pagefind = self.find()
        if pagefind is not None:
            self.stop()
            if self._made is not None:
                _let_stand_in(self._made, site / SEARCH_FOLDER)
            self._stop = threading.Event()
            self._run = threading.Thread(target=self._make, args=(pagefind, documents, site, self._stop), daemon=True)
            self._run.start()

    def _make(self, pagefind: Pagefind, documents: Documents, site: Path, stop: threading.Event) -> None:
        new = Path(mkdtemp(prefix="timeline-search-"))
        try:
            is_made = pagefind.write(documents.files, new, stop=stop, numbered=documents.events)
        except (TimelineError, OSError) as error:
            _say_that_nobody_can_search(error)
            is_made = False
        if is_made:
            with suppress(OSError):  # MkDocs may be removing the site
                _let_stand_in(new, site / SEARCH_FOLDER)
            new, self._made = self._made or new, new
            log.info(say("The search knows what changed"))
        if new != self._made:
            shutil.rmtree(new, ignore_errors=True)


def _let_stand_in(made: Path, place: Path) -> None:
    """Let an index be found in a site without copying it, where the system can do that."""
    place.parent.mkdir(parents=True, exist_ok=True)
    link = place.with_name(".search")
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(made, target_is_directory=True)
        link.replace(place)
    except OSError:
        shutil.copytree(made, place, dirs_exist_ok=True)


def _say_that_nobody_can_search(error: Exception) -> None:
    """At a level that `--strict` does not count: the site is whole without it."""
    log.info(say("timeline: readers of this site cannot search it, and find its lists instead: {error}", error=error))
