"""What git knows of a folder: where a change began, which files it touches, and the folder as it was then."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_ONLY_OF_THE_CLONE = ("-c", "safe.bareRepository=explicit")
"""Files of a stranger may make a folder look like a repository without a working tree, with programs to run in its
configuration: git has to pass such a one over. Source: git-config(1), `safe.bareRepository`."""


class RevisionError(Exception):
    """Git is not there, or does not know what was asked for; the message says it in one sentence."""


_MAIN = ("origin/HEAD", "origin/main", "main")
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
    _require_git(folder)
    commit = _find_commit(folder, ref)
    if commit is None:
        raise RevisionError(f"git knows no commit `{ref}` here: fetch it first, in a workflow with `fetch-depth: 0`")
    base = _run(folder, "merge-base", commit, "HEAD")
    if base is None:
        message = f"`{ref}` and what is checked out have no commit in common: fetch the whole history"
        raise RevisionError(f"{message}, in a workflow with `fetch-depth: 0`")
    return base.decode().strip()


def _require_git(folder: Path) -> None:
    if shutil.which("git") is None:
        raise RevisionError("git is not installed, and without it nobody can say what the change touches")
    done = _call(folder, "rev-parse", "--git-dir")
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in said:
            raise RevisionError(f"{folder} is not in a git repository")
        raise RevisionError(f"git does not read {folder}: {said}")


def _find_commit(folder: Path, ref: str) -> str | None:
    found = None if ref.startswith("-") else _run(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    return None if found is None else found.decode().strip()


def touched_files(folder: Path, commit: str) -> frozenset[str]:
    """The files below a folder, relative to it, that differ from a commit, those not yet added to git included."""
    changed = _lines(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", ".")
    untracked = _lines(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset((*changed, *untracked))


class Blob(NamedTuple):
    """A file as a commit has it."""

    name: str
    """What git calls its content."""
    path: str
    """Relative to the folder that was asked about."""
    is_link: bool


def files_at(folder: Path, commit: str) -> Iterator[Blob]:
    """Every file that a commit has below a folder. Raises RevisionError."""
    for line in _lines(folder, "ls-tree", "-r", "-z", commit, "--", "."):
        facts, _, path = line.partition("\t")
        mode, kind, name = facts.split(" ")
        if kind == "blob" and ".." not in Path(path).parts:
            yield Blob(name, path, mode == "120000")


def lay_out_files(folder: Path, files: Iterable[Blob], target: Path) -> None:
    """Write some of the files that a commit has below a folder, symbolic links as such. Raises RevisionError."""
    # Links last, so that nothing is written through one.
    blobs = sorted(files, key=lambda blob: blob.is_link)
    for blob, content in zip(blobs, _contents(folder, blobs), strict=True):
        file = target / blob.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if blob.is_link:
            # What git makes of it: C ends a name at the first zero byte. A name of nothing no system takes.
            file.symlink_to(os.fsdecode(content.partition(b"\0")[0]) or ".")
        else:
            file.write_bytes(content)


def _contents(folder: Path, blobs: Sequence[Blob]) -> Iterator[bytes]:
    """What is in each file, in their order, asked of git all at once."""
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


def _lines(folder: Path, *arguments: str) -> Sequence[str]:
    answer = _run(folder, *arguments)
    if answer is None:
        raise RevisionError(f"git {arguments[0]} failed in {folder}")
    return [os.fsdecode(line) for line in answer.split(b"\0") if line]


def _run(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What git answers, run in a folder; None where it fails."""
    done = _call(folder, *arguments, given=given)
    return done.stdout if done.returncode == 0 else None


def _call(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = ("git", *_ONLY_OF_THE_CLONE, "-C", str(folder), *arguments)
    # A hook of git's is run with these set, for another folder than the one asked about.
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return subprocess.run(command, input=given, capture_output=True, check=False, env=environment | {"LC_ALL": "C"})
