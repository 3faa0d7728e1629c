"""Which files of a folder are records, of what kind, and what is wrong with their names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from site_builder import problems
from site_builder.languages import Message, say
from site_builder.problems import Code, Problem
from site_builder.reading.ids import as_id, why_not_id
from site_builder.reading.trees import DEEPEST_FOLDER, FileTree, FolderEntry, Input, tree_of
from site_builder.reading.wording import MOST_LISTED, listed
from site_builder.records import MODELS, Kind, Profile, Removals, Schema

_FOLDERS = {kind.plural: kind for kind in Kind}
_NEAR_FOLDERS = {name: kind.plural for kind in Kind for name in (kind.plural, kind.value)}

_NO_RECORDS = re.compile(
    r"(?:README|LICEN[CS]E|COPYING|NOTICE|CONTRIBUTING|CODEOWNERS|CHANGELOG|AUTHORS)(?:\.[\w-]+){0,2}"
    r"|Thumbs\.db|desktop\.ini|Icon\r"  # written by Windows and macOS
    r"|.*~|~\$.*|#.*#|.*\.(?:sw[a-p]|tmp|lock)",  # written by editors while a file is open
    re.IGNORECASE,
)
"""Files that may lie beside records without being any, as hidden ones may."""
_NEARLY_YAML = re.compile(
    r"(.+?)\.(?:ya?ml(?![a-z0-9])(?!\.(?:bak|old|orig|rej)$).*|yml+|ya+m+l+|ym|yl|yaml?[0-9]|yml[0-9])"
)

_MOST_FOLDERS = 4096
"""Folders of which it is kept what kind of records they hold."""

PROFILE = "chronicle.yml"
"""What a chronicle says of itself, in its folder's top."""
REMOVED = "removed.yml"
"""What was removed for privacy, beside it."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that holds a record, or should."""

    file: str
    """Path relative to the folder of the records, with forward slashes."""

    @property
    def kind(self) -> Kind:
        """By the folder that it is in; events are in every folder that is not another kind's."""
        return _kind_of(self.file.rpartition("/")[0])

    @property
    def name(self) -> str:
        """The file's name in its folder."""
        return self.file.rpartition("/")[2]

    @property
    def id(self) -> str:
        """The file's name without its extension: the record's id where it has the form of one."""
        return self.name.rpartition(".")[0]

    @property
    def is_profile(self) -> bool:
        """Whether it is the chronicle's profile, or is meant to be, and no record."""
        return "/" not in self.file and self._is_meant_as(PROFILE)

    @property
    def is_removals(self) -> bool:
        """Whether it is the list of what was removed for privacy, or is meant to be, and no record."""
        return "/" not in self.file and self._is_meant_as(REMOVED)

    @property
    def is_record(self) -> bool:
        """Whether it holds a record, or should."""
        return "/" in self.file or not (self.is_profile or self.is_removals)

    def _is_meant_as(self, name: str) -> bool:
        return self.id.casefold() == name.removesuffix(".yml")

    @property
    def model(self) -> type[Schema]:
        """The schema of what it holds."""
        if self.is_removals:
            return Removals
        return Profile if self.is_profile else MODELS[self.kind]

    @property
    def noun(self) -> str:
        """What it holds, in a word."""
        if self.is_removals:
            return "list of removals"
        return "profile" if self.is_profile else self.kind.value

    @property
    def schema_name(self) -> str:
        """The file of its schema for editors."""
        return "removed.json" if self.is_removals else f"{self.noun}.json"

    def problem(self, code: Code, message: Message, suggestion: str | None = None) -> Problem:
        """A problem of the file as a whole."""
        return Problem.of(code, message, self.file, (1, 1, self.name), suggestion)


@lru_cache(maxsize=_MOST_FOLDERS)
def _kind_of(folder: str) -> Kind:
    return next((_FOLDERS[part] for part in folder.split("/") if part in _FOLDERS), Kind.EVENT)


def find_files(source: Input, known: Iterable[RecordFile] = ()) -> tuple[list[RecordFile], list[Problem]]:
    """Every record file of a source in the order of their paths, and what is wrong with folders and files not read.

    Those that are `known` count whether they are there or not. Hidden files and files that are not YAML are passed
    over. Raises OSError where the source itself cannot be read.
    """
    found: list[Problem] = []
    by_path = {file.file: file for file in (*_walk(tree_of(source), "", found), *known)}
    return [by_path[path] for path in sorted(by_path)], found


def check_name(file: RecordFile) -> Iterator[Problem]:
    """What is wrong with the name of a file."""
    if not file.name.endswith(".yml"):
        message = say("the name of a record's file ends in .yml, not {suffix}", suffix=PurePosixPath(file.file).suffix)
        yield file.problem(problems.WRONG_EXTENSION, message, f"{file.id}.yml")
    if (reason := why_not_id(file.id)) is not None:
        better = as_id(file.id)
        message = say("the file's name `{id}` {reason}", id=file.id, reason=reason)
        yield file.problem(problems.BAD_FILE_NAME, message, f"{better}.yml" if better else None)


def check_link(file: RecordFile, tree: FileTree) -> Iterator[Problem]:
    """Whether a file may not be opened because it is a link to somewhere else."""
    if tree.leads_out(file.file):
        yield file.problem(problems.SYMBOLIC_LINK, say("this symbolic link leads out of the folder of the records"))


def _walk(tree: FileTree, folder: str, found: list[Problem]) -> Iterator[RecordFile]:
    """Files below a folder."""
    for entry in tree.entries(folder):
        if entry.name.startswith("."):
            continue
        file = RecordFile(f"{folder}/{entry.name}" if folder else entry.name)
        if entry.is_folder:
            yield from _walk_inside(tree, file, entry, found)
        elif entry.name.lower().endswith((".yml", ".yaml")):
            yield file
        elif not _NO_RECORDS.fullmatch(entry.name):
            found.append(_skipped(file))


def _skipped(file: RecordFile) -> Problem:
    """What is wrong with a file that is not read because of its name."""
    near = _NEARLY_YAML.fullmatch(file.name.lower())
    if near is not None:
        message = say("this file is not read: the name of a record's file ends in .yml")
        return file.problem(problems.WRONG_EXTENSION, message, f"{file.name[: near.end(1)]}.yml")
    message = say(
        "this file is not read: give a record a name that ends in .yml, and move anything else out of this folder"
    )
    return file.problem(problems.SKIPPED_FILE, message, f"{file.name}.yml" if why_not_id(file.name) is None else None)


def _walk_inside(tree: FileTree, folder: RecordFile, entry: FolderEntry, found: list[Problem]) -> Iterator[RecordFile]:
    if entry.is_link:
        message = say("this is a symbolic link to a folder: put the folder itself here")
        found.append(folder.problem(problems.SYMBOLIC_LINK, message))
        return
    near = _NEAR_FOLDERS.get(folder.name.casefold())
    if near is not None and folder.name != near:
        message = say("the folder `{name}` is read as one of events", name=folder.name)
        found.append(folder.problem(problems.FOLDER_NAME, message, near))
    elif (reason := why_not_id(folder.name)) is not None:
        message = say("the folder's name `{name}` {reason}", name=folder.name, reason=reason)
        found.append(folder.problem(problems.FOLDER_NAME, message, as_id(folder.name)))
    if not folder.name.isprintable():
        # Not even a message can name what is in it as it is, much less an address.
        return
    if folder.file.count("/") >= DEEPEST_FOLDER:
        message = say("the folder is inside more than {most} others, so it is not read", most=DEEPEST_FOLDER)
        found.append(folder.problem(problems.UNREADABLE_FILE, message))
        return
    try:
        yield from _walk(tree, folder.file, found)
    except OSError as error:
        message = say("the folder cannot be read: {reason}", reason=error.strerror or error)
        found.append(folder.problem(problems.UNREADABLE_FILE, message))


def same_ids(files: Iterable[RecordFile]) -> Iterator[Problem]:
    """Files of one kind whose names are the same, or are on a system that does not tell case apart."""
    alike: dict[str, list[RecordFile]] = {}
    for file in files:
        alike.setdefault(_folded(file.id), []).append(file)
    groups: dict[tuple[str, str], list[RecordFile]] = {}
    for folded, several in alike.items():
        for file in several if len(several) > 1 else ():
            groups.setdefault((file.noun, folded), []).append(file)
    for group in groups.values():
        for file in group if len(group) > 1 else ():
            others = listed([other.file for other in group[: MOST_LISTED + 1] if other is not file], len(group) - 1)
            message = say("the {noun} `{id}` is also in {files}: rename one", noun=file.noun, id=file.id, files=others)
            yield file.problem(problems.SAME_ID, message)


def _folded(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
