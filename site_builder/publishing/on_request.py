"""The files of a site that is served, each made when somebody asks for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator

from site_builder.formats import exported_files
from site_builder.pages import DATA
from site_builder.publishing.publisher import Publisher


class OnRequest:
    """Our files of one state of the records; what was made once stays."""

    def __init__(self, publisher: Publisher, taken: Collection[str] = ()) -> None:
        """`taken` are files, relative to the site's folder, that are somebody else's."""
        site = publisher.renderer.site
        self._sizes = site.sizes
        self._exported = dict(exported_files(site))
        self._files: dict[str, Callable[[], str | bytes]] = self._exported | dict(publisher.files(taken))
        self._page_of_sizes = site.addresses.file(DATA)
        self._made: dict[str, bytes] = {}
        self._lock = threading.RLock()

    def __contains__(self, file: str) -> bool:
        return file in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def content(self, file: str) -> bytes:
        """A file, relative to the site's folder, that is one of ours. Raises PageError."""
        with self._lock:
            if file not in self._made:
                if file == self._page_of_sizes:
                    self._sizes.update({exported: len(self.content(exported)) for exported in self._exported})
                made = self._files[file]()
                self._made[file] = made.encode() if isinstance(made, str) else made
            return self._made[file]
