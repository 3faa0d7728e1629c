"""Which chronicle a path belongs to, by how its folders are named."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.records import Kind

USUAL = "events"
"""The folder of the records where nobody says otherwise."""
_KINDS = tuple(kind.plural for kind in Kind if kind is not Kind.EVENT)
"""The folders by which a chronicle's is known; events stand in folders of any name."""
USUAL_DOCS = "docs"
"""The folder of the hand-written pages where nobody says otherwise."""
SETTINGS = "mkdocs.yml"
_TOPS = (".git", SETTINGS)
"""What stands at the top of a project, above which no chronicle is looked for."""


class FolderError(TimelineError):
    """A path that cannot be read, or that belongs to another chronicle; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The paths that somebody named."""

    folder: Path
    """The folder of the chronicle that they belong to."""
    prefix: str
    """What to put before the path of a record so that it can be opened from where we are."""
    parts: tuple[str, ...]
    """The folders and files named, relative to the chronicle's folder; `.` is all of it."""

    @property
    def are_records(self) -> bool:
        """Whether all of them are files."""
        return all((self.folder / part).is_file() for part in self.parts)

    def includes(self, file: str) -> bool:
        """Whether a file, by its path relative to the chronicle's folder, was named or stands in what was."""
        return any(part == "." or file == part or file.startswith(f"{part}/") for part in self.parts)


def choose(paths: Sequence[str]) -> Chosen:
    """The chronicle that paths belong to; the usual one where there are none.

    Raises FolderError where a path cannot be read, or two belong to different chronicles.
    """
    named = paths or (USUAL,)
    folders = {path: _folder_of(path) for path in named}
    first = next(iter(folders.values()))
    for path, folder in folders.items():
        if folder != first:
            message = say(
                "{path}: belongs to another chronicle than {first}: check them one after the other",
                path=path,
                first=named[0],
            )
            raise FolderError(message)
    parts = tuple(Path(os.path.relpath(Path(path).absolute(), first)).as_posix() for path in named)
    return Chosen(first, _prefix(first, named[0]), parts)


@contextmanager
def reading(named: str) -> Iterator[None]:
    """Raises FolderError where a path cannot be read: says why, and where to be to read the usual folder."""
    try:
        yield
    except OSError as error:
        if named == USUAL and isinstance(error, FileNotFoundError):
            message = say(
                "there is no folder `{folder}` here: change to the folder that holds it, or name another folder",
                folder=USUAL,
            )
        else:
            message = say("{path}: cannot be read: {reason}", path=named, reason=error.strerror or str(error))
        raise FolderError(message) from None


def written_pages(folder: Path) -> frozenset[str] | None:
    """The hand-written pages of the site that a folder of records belongs to, by their paths below `docs/`.

    None where no `mkdocs.yml` stands above the folder, or it does not say plainly where the pages are.
    """
    settings = _settings_of(folder)
    docs = None
    if settings is not None:
        docs = settings.parent / (_plain(_value(_read_settings(settings), "docs_dir")) or USUAL_DOCS)
    if docs is None or not docs.is_dir():
        return None
    return frozenset(page.relative_to(docs).as_posix() for page in docs.rglob("*.md"))


def what_a_site_is_built_from() -> tuple[Path, ...]:
    """The folders of the records and of the hand-written pages of the site here, as far as its settings say plainly."""
    settings = Path.cwd() / SETTINGS
    root = _read_settings(settings) if settings.is_file() else None
    return Path.cwd() / USUAL, Path.cwd() / (_plain(_value(root, "docs_dir")) or USUAL_DOCS)


def site_of(folder: Path) -> tuple[str, str]:
    """The name and the language of the site that a folder of records belongs to; empty where it does not say so."""
    settings = _settings_of(folder)
    if settings is None:
        return "", ""
    root = _read_settings(settings)
    return _plain(_value(root, "site_name")), _plain(_value(_value(root, "theme"), "language"))


def address_of_site(folder: Path) -> str:
    """The address of the site that a folder of records belongs to, or of its repository; empty where none is said."""
    settings = _settings_of(folder)
    root = None if settings is None else _read_settings(settings)
    return _plain(_value(root, "site_url")) or _plain(_value(root, "repo_url"))


def _settings_of(folder: Path) -> Path | None:
    return next((above / SETTINGS for above in _upwards(folder.absolute()) if (above / SETTINGS).is_file()), None)


def _read_settings(settings: Path) -> yaml.Node | None:
    """A site's settings, of which only what stands there plainly is understood."""
    try:
        root: yaml.Node | None = yaml.compose(settings.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError, OSError):
        return None
    return root


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _plain(node: yaml.Node | None) -> str:
    is_plain = isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str"
    return str(node.value) if is_plain and node is not None else ""


def _folder_of(named: str) -> Path:
    """The folder of the chronicle that one path belongs to.

    The usual folder, where the path lies in it; else the nearest folder around the path in which folders named
    after kinds hold records; else the path itself, or the folder that a file stands in.
    """
    path = Path(os.path.normpath(Path(named).absolute()))
    with reading(named):
        path.stat()
    if not path.is_dir() and path.suffix.lower() not in (".yml", ".yaml"):
        raise FolderError(say("{path}: cannot be read: the names of records end in .yml", path=named))
    usual = Path.cwd() / USUAL
    if path.is_relative_to(usual):
        return usual
    own = path if path.is_dir() else path.parent
    return next((folder for folder in _upwards(own) if _holds_kinds(folder)), own)


def _upwards(folder: Path) -> Iterator[Path]:
    for above in (folder, *folder.parents):
        yield above
        if any((above / top).exists() for top in _TOPS):
            return


def _holds_kinds(folder: Path) -> bool:
    return any(next((folder / name).glob("*.yml"), None) is not None for name in _KINDS)


def _prefix(folder: Path, named: str) -> str:
    """As the writer wrote it, where the path is the chronicle's folder; else from where we are."""
    if Path(os.path.normpath(Path(named).absolute())) == folder:
        return "" if named in (".", "./") else named.rstrip("/") + "/"
    relative = os.path.relpath(folder)
    return "" if relative == "." else f"{folder if Path(named).is_absolute() else relative}/"
