"""Where the files of records are: in a folder, or in memory. The only code that opens them."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from site_builder.reading.decoding import LARGEST

DEEPEST_FOLDER = 20
"""Most folders in one another: a tree of git's may have thousands, more than the stack of Python."""
_TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""A pipe would keep whoever opens it otherwise waiting."""
_MOST_LINKS = 40
"""Most symbolic links that are followed from one to the next, as Linux does."""


class FolderEntry(NamedTuple):
    """A file or folder in a folder."""

    name: str
    is_link: bool
    is_folder: bool
    """Of a symbolic link: whether it leads to a folder."""


class FileTree(Protocol):
    """Files below a folder, wherever that is. Paths are relative to it, with forward slashes."""

    def entries(self, folder: str) -> Iterable[FolderEntry]:
        """What is in a folder, by its path; the top is "". Raises OSError."""

    def leads_out(self, file: str) -> bool:
        """Whether a file is a symbolic link to a file that is not below the top."""

    def content(self, file: str) -> bytes:
        """What a file holds, as far as a record may be long and one byte more. Raises OSError."""


class Folder:
    """A folder of this computer."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._no_links: set[str] = set()
        """Files that were seen to be no links."""

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """What is in a folder."""
        with os.scandir(self._root / folder) as scan:
            found = list(scan)
        for one in found:
            is_link = one.is_symlink()
            if not is_link:
                self._no_links.add(f"{folder}/{one.name}" if folder else one.name)
            yield FolderEntry(one.name, is_link, Path(one.path).is_dir() if is_link else one.is_dir())

    def leads_out(self, file: str) -> bool:
        """Whether a file is a symbolic link that leads out, or nowhere at all."""
        if file in self._no_links:
            return False
        path = self._root / file
        try:
            return path.is_symlink() and not path.resolve().is_relative_to(self._root.resolve())
        except (OSError, RuntimeError):
            return True

    def content(self, file: str) -> bytes:
        """The beginning of a regular file."""
        opened = os.open(f"{self._root}/{file}", _TO_READ)
        try:
            state = os.fstat(opened)
            if not stat.S_ISREG(state.st_mode):
                raise OSError(None, "it is not a regular file")
            return _read(opened, state.st_size)
        finally:
            os.close(opened)


def _read(opened: int, size: int) -> bytes:
    """What an open file holds, which is as long as it says, or else as long as it turns out to be."""
    data = b""
    while len(data) <= LARGEST and (more := os.read(opened, min(max(size - len(data), 0), LARGEST) + 1)):
        data += more
    return data[: LARGEST + 1]


class Files:
    """Files in memory, and symbolic links between them, by their paths."""

    def __init__(self, contents: Mapping[str, bytes], links: Mapping[str, str] = MappingProxyType({})) -> None:
        self._contents = contents
        self._links = links
        self._folders: dict[str, dict[str, bool]] = {"": {}}
        """For each folder the names in it, with whether each is a folder."""
        for path in (*contents, *links):
            self._add(path.split("/"))

    def _add(self, parts: Collection[str]) -> None:
        *folders, name = parts
        folder = ""
        # One more than is read, so that reading can say so.
        for part in folders[: DEEPEST_FOLDER + 1]:
            self._folders[folder][part] = True
            folder = f"{folder}/{part}" if folder else part
            self._folders.setdefault(folder, {})
        if len(folders) <= DEEPEST_FOLDER + 1:
            self._folders[folder].setdefault(name, False)

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """What is in a folder."""
        for name, is_folder in self._folders[folder].items():
            path = f"{folder}/{name}" if folder else name
            is_link = path in self._links
            yield FolderEntry(name, is_link, self._target(path) in self._folders if is_link else is_folder)

    def leads_out(self, file: str) -> bool:
        """Whether a file is a symbolic link that leads out, or round in a circle."""
        return file in self._links and self._target(file) is None

    def content(self, file: str) -> bytes:
        """What a file holds, or the file to which a link leads."""
        target = self._target(file)
        if target is None or target not in self._contents:
            raise OSError(None, "No such file or directory")
        return self._contents[target][: LARGEST + 1]

    def _target(self, path: str) -> str | None:
        """Where a path leads when the links in it are followed; None where that is out of the tree, or in a circle."""
        left, reached, followed = path.split("/")[::-1], list[str](), 0
        while left:
            part = left.pop()
            if part == "..":
                if not reached:
                    return None
                reached.pop()
            elif part not in ("", "."):
                reached.append(part)
                target = self._links.get("/".join(reached))
                if target is not None:
                    followed += 1
                    if followed > _MOST_LINKS or target.startswith("/"):
                        return None
                    reached.pop()
                    left += target.split("/")[::-1]
        return "/".join(reached)


Input = Path | Mapping[str, bytes] | FileTree
"""A folder, files by their paths, or whatever else can say what is in it."""


def tree_of(source: Input) -> FileTree:
    """What reading asks of a source."""
    if isinstance(source, Path):
        return Folder(source)
    return Files(source) if isinstance(source, Mapping) else source
