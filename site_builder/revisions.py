"""What git knows of a folder: where a change began, which files it touches, and what they held then."""

import hashlib
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from site_builder import TimelineError

_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_ONLY_OF_THE_CLONE = ("-c", "safe.bareRepository=explicit")
"""Files of a stranger may make a folder look like a repository without a working tree, with programs to run in its
configuration: git has to pass such a one over. Source: git-config(1), `safe.bareRepository`."""
_OLDEST = (2, 38)
"""The first version of git that knows that setting; older ones ignore it without a word."""
_SHA1 = 40
"""Length of a name that git makes with SHA-1; with SHA-256 it is longer."""
_DEEPEST = 20
"""Most folders in one another that are looked into."""


class RevisionError(TimelineError):
    """Git is not there, or does not know what was asked for; the message says it in one sentence."""


_MAIN = ("origin/HEAD", "origin/main", "origin/master", "origin/trunk", "main", "master", "trunk")
"""Where the main branch may be found, the best first."""


def main_branch(folder: Path) -> str:
    """The main branch by the name that it has in a folder's repository; HEAD in one that has none.

    Raises RevisionError where git is not there, and where the clone is too shallow to have it.
    """
    _require_git(folder)
    main = next((name for name in _MAIN if _find_commit(folder, name)), None)
    if main is None and _run(folder, "rev-parse", "--is-shallow-repository") == b"true\n":
        raise RevisionError("the clone is without the main branch: fetch it first, in a workflow with `fetch-depth: 0`")
    return main or "HEAD"


def find_commit(folder: Path, ref: str) -> str | None:
    """The id of the commit that a branch, tag or id means in a folder's repository; None where it means none."""
    return None if shutil.which("git") is None else _find_commit(folder, ref)


def merge_base(folder: Path, ref: str) -> str:
    """The commit at which what is checked out in a folder's repository parted from `ref`.

    Raises RevisionError.
    """
    _require_own_folder(folder)
    if _find_commit(folder, "HEAD") is None:
        raise RevisionError("nothing is committed yet on this branch, so nothing can be compared: commit first")
    commit = _find_commit(folder, ref)
    if commit is None:
        raise RevisionError(f"git knows no commit `{ref}` here: fetch it first, in a workflow with `fetch-depth: 0`")
    base = _run(folder, "merge-base", commit, "HEAD")
    if base is None:
        message = f"`{ref}` and what is checked out have no commit in common: fetch the whole history"
        raise RevisionError(f"{message}, in a workflow with `fetch-depth: 0`")
    return base.decode().strip()


class Published(NamedTuple):
    """Where others find what is checked out in a folder."""

    address: str
    """Of the repository `origin`, as the clone has it."""
    commit: str
    is_there: bool
    """Whether a branch of that repository had the commit when it was last fetched or pushed."""


def published(folder: Path) -> Published | None:
    """Where others find what is checked out at the top of a clone; None where that is not known."""
    if shutil.which("git") is None or not folder.is_dir() or _top(folder) != folder.resolve():
        return None
    origin, commit = _run(folder, "remote", "get-url", "origin"), _find_commit(folder, "HEAD")
    if origin is None or commit is None:
        return None
    holding = _run(folder, "branch", "--remotes", "--contains", commit)
    return Published(os.fsdecode(origin).strip(), commit, bool(holding and holding.strip()))


def _require_own_folder(folder: Path) -> None:
    """Raise RevisionError where a folder's files may be those of another place than its path says.

    A change may put a symbolic link in the place of the folder, and git then speaks of the repository that it leads
    to, in which nothing has changed.
    """
    _require_git(folder)
    where = Path(os.path.normpath(folder.absolute()))
    top = _top(folder)
    path = where
    while path.resolve() != top and not path.is_symlink() and path != path.parent:
        path = path.parent
    # A repository as a whole may be reached by a link, but not by one that another repository holds.
    if path.resolve() != top or (path.is_symlink() and _top(path.parent) is not None):
        raise RevisionError("it is a symbolic link or lies below one, so that its files are those of another folder")
    here = _top(Path.cwd())
    if here is not None and here != top and where.is_relative_to(Path.cwd()):
        raise RevisionError("it belongs to another repository than the folder around it")


def _top(folder: Path) -> Path | None:
    """The top of the repository that a folder belongs to, without links in it; None outside of one."""
    found = _run(folder, "rev-parse", "--show-toplevel")
    return None if found is None else Path(os.fsdecode(found.rstrip(b"\n"))).resolve()


def _require_git(folder: Path) -> None:
    if shutil.which("git") is None:
        raise RevisionError("git is not installed, and without it nobody can say what the change touches")
    version = re.search(rb"(\d+)\.(\d+)", _call(folder, "version").stdout)
    if version is not None and (int(version[1]), int(version[2])) < _OLDEST:
        needed = ".".join(map(str, _OLDEST))
        raise RevisionError(f"git {needed} or newer is needed, and this is {version[0].decode()}")
    done = _call(folder, "rev-parse", "--git-dir")
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in said:
            raise RevisionError(f"{folder} is not in a git repository")
        raise RevisionError(f"git does not read {folder}: {said}")


def _find_commit(folder: Path, ref: str) -> str | None:
    found = None if ref.startswith("-") else _run(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    return None if found is None else found.decode().strip()


class Blob(NamedTuple):
    """A file as a commit has it."""

    name: str
    """What git calls its content: a hash of it."""
    path: str
    """Relative to the folder that was asked about."""
    is_link: bool
    size: int
    """In bytes."""


def touched_files(folder: Path, commit: str) -> frozenset[str]:
    """The files below a folder, relative to it, that differ from a commit, those that git does not know included.

    Bytes are compared, and git is not asked whether a file differs: attributes in the same change could have it say
    no. Only line endings may differ, since many systems write their own. Raises RevisionError.
    """
    then = {blob.path: blob for blob in files_at(folder, commit)}
    there = set(_files_below(folder))
    return frozenset((then.keys() - there) | {file for file in there if not _is_same(folder / file, then.get(file))})


def _files_below(folder: Path) -> Iterator[str]:
    """Files and links below a folder, as far down as records are looked for."""
    for parent, below, names in os.walk(folder):
        inner = Path(parent).relative_to(folder)
        links = [name for name in below if (Path(parent) / name).is_symlink()]
        below[:] = [name for name in below if name != ".git"] if len(inner.parts) <= _DEEPEST else []
        yield from ((inner / name).as_posix() for name in (*names, *links))


def _is_same(path: Path, blob: Blob | None) -> bool:
    """Whether what stands at a path is what git has of it, but for its line endings."""
    if blob is None or blob.is_link != path.is_symlink():
        return False
    try:
        if blob.is_link:
            return _name_of(os.fsencode(path.readlink()), blob) == blob.name
        facts = path.stat()
        # A file with other line endings is at most twice as long; nothing larger, and no pipe, is opened.
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > 2 * blob.size:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return blob.name in (_name_of(content, blob), _name_of(content.replace(b"\r\n", b"\n"), blob))


def _name_of(content: bytes, like: Blob) -> str:
    """What git calls a content, by the hash that it used for another (gitformat-pack(5), "object name")."""
    algorithm = hashlib.sha1 if len(like.name) == _SHA1 else hashlib.sha256
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def files_at(folder: Path, commit: str) -> Iterator[Blob]:
    """Every file that a commit has below a folder. Raises RevisionError, also where a name leads out of the folder."""
    answer = _run(folder, "ls-tree", "-r", "-l", "-z", commit, "--", ".")
    if answer is None:
        raise RevisionError(f"git ls-tree failed in {folder}")
    for line in filter(None, answer.split(b"\0")):
        facts, _, path = os.fsdecode(line).partition("\t")
        mode, kind, name, size = facts.split()
        if kind != "blob":
            continue
        if not {"", ".."}.isdisjoint(path.split("/")):
            raise RevisionError(f"the commit {commit[:12]} has a file whose name leads out of the folder: {path}")
        yield Blob(name, path, mode == "120000", int(size))


def read_blobs(folder: Path, blobs: Sequence[Blob]) -> Iterator[bytes]:
    """What is in each file, in their order, asked of git all at once. Raises RevisionError."""
    data = _run(folder, "cat-file", "--batch", given="".join(f"{blob.name}\n" for blob in blobs).encode())
    position = 0
    for blob in blobs:
        end = -1 if data is None else data.find(b"\n", position)
        facts = [] if data is None or end < 0 else data[position:end].split()
        if data is None or len(facts) != 3:
            raise RevisionError(f"git has lost what was in {blob.path}: fetch the whole history")
        start, size = end + 1, int(facts[2])
        yield data[start : start + size]
        position = start + size + 1


def _run(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What git answers, run in a folder; None where it fails."""
    done = _call(folder, *arguments, given=given)
    return done.stdout if done.returncode == 0 else None


def _call(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = ("git", *_ONLY_OF_THE_CLONE, "-C", str(folder), *arguments)
    # A hook of git's is run with these set, for another folder than the one asked about.
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return subprocess.run(command, input=given, capture_output=True, check=False, env=environment | {"LC_ALL": "C"})
