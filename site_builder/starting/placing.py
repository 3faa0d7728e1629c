"""Writing the files of a new chronicle into its folder: all of them or none, and over nothing."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from site_builder import TimelineError
from site_builder.editing import write_new
from site_builder.languages import say

KEPT = frozenset({"README.md", ".gitignore"})
"""Files that hosts put into a new repository: where one is there, it stays as it is and ours is not written."""


class InTheWayError(TimelineError):
    """Files of ours would take the place of what is there."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(say("in the way: {files}", files=", ".join(paths)))
        self.paths = paths


def in_the_way(folder: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """What stands in a folder where files would be written, but for what is kept."""
    found = {taken for path in paths if path not in KEPT and (taken := _taken(folder, path)) is not None}
    return tuple(sorted(found))


def place_files(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write files into a folder by their paths below it; returns those that were there and stay as they are.

    Whatever ends it early, Ctrl-C too, takes back what was written. Raises InTheWayError, OSError.
    """
    if taken := in_the_way(folder, files):
        raise InTheWayError(taken)
    kept = tuple(path for path in files if path in KEPT and _taken(folder, path) is not None)
    made: list[Path] = []
    try:
        for path, text in files.items():
            if path not in kept:
                target = folder / path
                made += _missing(target.parent)
                made.append(target)
                write_new(target, text)
    except BaseException:
        _take_back(made)
        raise
    return kept


def _taken(folder: Path, path: str) -> str | None:
    """What is in the way of a file: itself, or what stands in the place of a folder that it would be in."""
    if (folder / path).exists() or (folder / path).is_symlink():
        return path
    for above in PurePosixPath(path).parents:
        there = folder / above
        if above != PurePosixPath() and (there.is_symlink() or (there.exists() and not there.is_dir())):
            return above.as_posix()
    return None


def _missing(folder: Path) -> Iterator[Path]:
    """The folders that have to be made for one to be there, the outermost first."""
    if not folder.exists():
        yield from _missing(folder.parent)
        yield folder


def _take_back(made: list[Path]) -> None:
    """Remove files and folders that were made, the last first."""
    for path in reversed(made):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
