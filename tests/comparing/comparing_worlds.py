"""Two states of a small chronicle, and repositories that hold them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import worlds

from site_builder.chronicle import Chronicle
from site_builder.comparing import Comparison, compare
from site_builder.comparing.changes import ClaimChange, FieldChange, LinkChange, RecordChange

_WHO = {
    f"GIT_{who}_{what}": reported
    for who in ("AUTHOR", "COMMITTER")
    for what, reported in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-11-22T12:00:00Z"))
}


def compared(folder: Path, before: str, after: str) -> Comparison:
    """What differs between two worlds."""
    was, now = (
        Chronicle.open(worlds.write_records(folder / name, world)) for name, world in (("1", before), ("2", after))
    )
    return compare(was, now)


def changed(folder: Path, before: str, after: str) -> RecordChange:
    """The one record that differs between two worlds."""
    [change] = compared(folder, before, after).records
    return change


def values(change: RecordChange | ClaimChange | LinkChange) -> list[tuple[str, str | None, str | None]]:
    """Each field's key, and its value before and now."""
    return [(field.key, field.before, field.after) for field in change.fields]


def one_field(change: RecordChange | ClaimChange) -> FieldChange:
    """The only field of a change."""
    [field] = change.fields
    return field


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular, whatever git is told about whoever runs the tests."""
    hidden = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= _WHO | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ("git", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", *arguments)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def repository(folder: Path, world: str) -> Path:
    """A repository whose main branch holds a world in `events`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    worlds.write_records(folder / "events", world)
    return commit(folder)


def commit(folder: Path) -> Path:
    """Commit all that stands in a repository."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=A change")
    return folder


def rewrite(folder: Path, world: str) -> Path:
    """Let the records of a repository be those of another world, without a commit."""
    shutil.rmtree(folder / "events")
    worlds.write_records(folder / "events", world)
    return folder
