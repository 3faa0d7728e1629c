"""What git is asked about a folder, and what a stranger's files cannot make it do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from comparing.comparing_worlds import commit, git, repository

from site_builder.revisions import RevisionError, files_at, main_branch, merge_base, touched_files

WORLD = "{actors/csp: {}}"


def disguise(folder: Path, trace: Path) -> None:
    """Put files into a folder that look like a repository, with a program to run in its configuration."""
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", ".")
    program = folder.parent / "program"
    program.write_text(f"#!/bin/sh\necho run > '{trace}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    git(folder, "--git-dir=.", "--work-tree=.", "add", "actors")
    git(folder, "--git-dir=.", "--work-tree=.", "commit", "--quiet", "--message=Disguised")
    for name, value in (("core.bare", "false"), ("core.worktree", "."), ("core.fsmonitor", str(program))):
        git(folder, "config", "--file=config", name, value)
    shutil.rmtree(folder / "hooks", ignore_errors=True)


def test_records_that_look_like_a_repository_run_nothing(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD) / "events"
    trace = tmp_path / "trace"
    disguise(folder, trace)
    git(folder, "diff", "--name-only", "HEAD", "--")
    assert trace.exists(), "the disguise is none"
    trace.unlink()
    for ask in (main_branch, lambda folder: merge_base(folder, "HEAD")):
        with pytest.raises(RevisionError, match="git does not read"):
            ask(folder)
    for asked in (lambda: touched_files(folder, "HEAD"), lambda: tuple(files_at(folder, "HEAD"))):
        with pytest.raises(RevisionError):
            asked()
    assert not trace.exists()


def test_a_file_is_named_whatever_is_in_its_name(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD) / "events"
    (folder / 'Zoé "x"\t.yml').write_text("name: Z\n", encoding="utf-8")
    assert touched_files(folder, "HEAD") == {'Zoé "x"\t.yml'}
    commit(tmp_path)
    assert touched_files(folder, "HEAD") == frozenset()
    assert 'Zoé "x"\t.yml' in {blob.path for blob in files_at(folder, "HEAD")}
