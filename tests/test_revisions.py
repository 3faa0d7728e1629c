"""What git is asked about a folder, and what a stranger's files cannot make it do."""

from __future__ import annotations

import os
import shutil
import subprocess
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


ATTRIBUTES = ("working-tree-encoding=UTF-16LE-BOM", "text eol=crlf working-tree-encoding=UTF-16", "ident")


@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_attributes_do_not_hide_that_a_file_differs(tmp_path: Path, attributes: str) -> None:
    folder = repository(tmp_path, WORLD)
    record = folder / "events" / "actors" / "csp.yml"
    record.write_bytes(record.read_bytes() + b"# $Id$\n")
    commit(folder)
    record.unlink()
    (folder / ".gitattributes").write_text(f"events/**/*.yml {attributes}\n", encoding="utf-8")
    git(folder, "checkout", "--", "events")
    assert git(folder, "diff", "--name-only", "HEAD", "--", "events") == "", "git itself sees a difference"
    assert touched_files(folder / "events", "HEAD") == {"actors/csp.yml"}


def test_other_line_endings_are_no_difference(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD) / "events"
    record = folder / "actors" / "csp.yml"
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    assert touched_files(folder, "HEAD") == frozenset()
    record.write_bytes(record.read_bytes() + b"# more\r\n")
    assert touched_files(folder, "HEAD") == {"actors/csp.yml"}


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_files_are_the_same_whichever_hash_git_uses(tmp_path: Path, form: str) -> None:
    git(tmp_path, "init", "--quiet", f"--object-format={form}")
    folder = repository(tmp_path, WORLD) / "events"
    assert touched_files(folder, "HEAD") == frozenset()
    (folder / "actors" / "csp.yml").write_text("name: Other\n", encoding="utf-8")
    (folder / "actors" / "link.yml").symlink_to("csp.yml")
    assert touched_files(folder, "HEAD") == {"actors/csp.yml", "actors/link.yml"}
    commit(tmp_path)
    assert touched_files(folder, "HEAD") == frozenset()


def test_a_pipe_or_a_link_in_the_place_of_a_file_differs_and_is_not_opened(tmp_path: Path) -> None:
    folder = repository(tmp_path, "{actors/csp: {}, actors/fama: {}}") / "events"
    for name in ("csp", "fama"):
        (folder / "actors" / f"{name}.yml").unlink()
    os.mkfifo(folder / "actors" / "csp.yml")
    (folder / "actors" / "fama.yml").symlink_to("/dev/zero")
    assert touched_files(folder, "HEAD") == {"actors/csp.yml", "actors/fama.yml"}


def other_repository(folder: Path) -> Path:
    return repository(folder / "engine", WORLD)


@pytest.mark.parametrize("target", ["../engine/events", "../engine", "kept"])
def test_a_folder_that_is_a_symbolic_link_is_refused(tmp_path: Path, target: str) -> None:
    other_repository(tmp_path)
    folder = repository(tmp_path / "change", WORLD)
    (folder / "events").rename(folder / "kept")
    (folder / "events").symlink_to(target)
    commit(folder)
    with pytest.raises(RevisionError, match="symbolic link"):
        merge_base(folder / "events", "HEAD")


def test_a_folder_below_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    other_repository(tmp_path)
    folder = repository(tmp_path / "change", WORLD)
    (folder / "data").symlink_to("../engine")
    with pytest.raises(RevisionError, match="symbolic link"):
        merge_base(folder / "data" / "events", "HEAD")


def test_a_repository_that_is_reached_by_a_link_is_read(tmp_path: Path) -> None:
    folder = repository(tmp_path / "here", WORLD)
    (tmp_path / "there").symlink_to(folder)
    assert merge_base(tmp_path / "there" / "events", "HEAD") == git(folder, "rev-parse", "HEAD")


def test_a_repository_in_the_place_of_the_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository(tmp_path, WORLD)
    (folder / "events").rename(folder / "kept")
    other_repository(folder)
    (folder / "engine").rename(folder / "events")
    monkeypatch.chdir(folder)
    with pytest.raises(RevisionError, match="another repository"):
        merge_base(Path("events"), "HEAD")
    monkeypatch.chdir(tmp_path.parent)
    assert merge_base(folder / "events", "HEAD")


@pytest.mark.parametrize("name", ["/top.yml", "../up.yml"])
def test_a_tree_with_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    folder = repository(tmp_path, WORLD)
    blob = git(folder, "hash-object", "-w", "events/actors/csp.yml")
    entry = f"100644 {name}\0".encode() + bytes.fromhex(blob)
    tree = made(folder, entry)
    top = made(folder, b"40000 events\0" + bytes.fromhex(tree))
    hostile = git(folder, "commit-tree", top, "-m", "x", "-p", "HEAD")
    with pytest.raises(RevisionError, match="leads out of the folder"):
        tuple(files_at(folder, hostile))


def made(folder: Path, tree: bytes) -> str:
    """A tree object as it is given, whatever git thinks of it."""
    command = ("git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin")
    return subprocess.run(command, cwd=folder, input=tree, capture_output=True, check=True).stdout.decode().strip()


def test_a_git_too_old_to_pass_over_disguised_repositories_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository(tmp_path / "change", WORLD)
    old = tmp_path / "bin" / "git"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho 'git version 2.37.1 (Old)'\n", encoding="utf-8")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(RevisionError, match=r"git 2\.38 or newer is needed, and this is 2\.37"):
        merge_base(folder / "events", "HEAD")


@pytest.mark.parametrize("name", ["main", "master", "trunk"])
def test_the_main_branch_is_found_by_any_usual_name(tmp_path: Path, name: str) -> None:
    folder = repository(tmp_path, WORLD) / "events"
    git(tmp_path, "branch", "--move", name)
    git(tmp_path, "checkout", "--quiet", "-b", "work")
    assert main_branch(folder) == name
    git(tmp_path, "checkout", "--quiet", "--detach")
    assert main_branch(folder) == name
    assert merge_base(folder, name)


def test_a_branch_without_a_commit_is_reported(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD) / "events"
    git(tmp_path, "checkout", "--quiet", "--orphan", "new")
    with pytest.raises(RevisionError, match="nothing is committed yet on this branch"):
        merge_base(folder, "main")
