"""Where the engine came from: what pip noted, what a clone says, and what somebody writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from site_builder.starting.engine import EngineAddressError, EngineOrigin, engine_named, origin_of, public_address

COMMIT = "0123456789abcdef" * 2 + "01234567"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", ".")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "x")
    return tmp_path


def test_an_engine_installed_from_a_repository_came_from_there() -> None:
    noted = {"url": "https://example.org/a/b.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    assert origin_of(noted) == EngineOrigin("https://example.org/a/b.git", COMMIT)


def test_one_installed_from_a_folder_came_from_where_its_clone_did(clone: Path) -> None:
    noted = {"url": clone.as_uri(), "dir_info": {"editable": True}}
    assert origin_of(noted) is None
    git(clone, "remote", "add", "origin", "git@example.org:a/b.git")
    commit = git(clone, "rev-parse", "HEAD")
    assert origin_of(noted) == EngineOrigin("https://example.org/a/b.git", commit, is_there=False)
    git(clone, "update-ref", "refs/remotes/origin/main", commit)
    assert origin_of(noted) == EngineOrigin("https://example.org/a/b.git", commit)


def test_a_folder_inside_another_repository_says_nothing(clone: Path) -> None:
    git(clone, "remote", "add", "origin", "https://example.org/a/b")
    (clone / "engine").mkdir()
    assert origin_of({"url": (clone / "engine").as_uri(), "dir_info": {}}) is None


@pytest.mark.parametrize(
    "noted",
    [
        None,
        [],
        {},
        {"url": "https://example.org/x.whl", "archive_info": {}},
        {"url": "https://example.org/a/b", "vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
        {"url": "https://example.org/a/b", "vcs_info": {"vcs": "git", "commit_id": "main"}},
        {"url": "https://example.org/a/b", "subdirectory": "x", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "file:///srv/nowhere", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "file:///srv/nowhere", "dir_info": {}},
    ],
)
def test_what_leads_to_no_repository_is_not_known(noted: object) -> None:
    assert origin_of(noted) is None


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://example.org/a/b.git", "https://example.org/a/b.git"),
        ("https://somebody:secret@example.org/a/b", "https://example.org/a/b"),
        ("ssh://git@example.org/a/b", "https://example.org/a/b"),
        ("git@example.org:a/b.git", "https://example.org/a/b.git"),
        ("/srv/git/b", None),
        ("file:///srv/git/b", None),
        ("https://example.org", None),
        ("https://example.org/a b", None),
        ("https://example.org/a; touch x", None),
        ("C:/engine", None),
    ],
)
def test_an_address_is_public_and_without_the_name_of_whoever_cloned(address: str, public: str | None) -> None:
    assert public_address(address) == public


def test_an_engine_can_be_named() -> None:
    expected = EngineOrigin("https://example.org/a/b", COMMIT)
    assert engine_named(f"https://example.org/a/b@{COMMIT}") == expected
    assert engine_named(f"git+https://me:secret@example.org/a/b@{COMMIT}") == expected


@pytest.mark.parametrize(
    "written", ["", "engine", f"engine@{COMMIT}", "https://example.org/a/b", "https://example.org/a/b@main"]
)
def test_one_named_without_an_address_or_a_commit_is_refused(written: str) -> None:
    with pytest.raises(EngineAddressError, match="expected"):
        engine_named(written)
