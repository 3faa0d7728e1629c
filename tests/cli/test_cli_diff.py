"""`timeline diff` as it is run, and its three forms as they were last reviewed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from comparing.comparing_worlds import commit, git, repository, rewrite

from site_builder.cli import main

GOLDEN = Path(__file__).parents[1] / "golden" / "diff"
BEFORE, AFTER = ((GOLDEN / name).read_text(encoding="utf-8") for name in ("before.yml", "after.yml"))
OLD = "{2024-07-27-a: {title: An ambush}, actors/csp: {}}"
NEW = "{2024-07-27-a: {title: A battle}, actors/csp: {}}"
RENAMED = "{2024-07-27-b: {title: An ambush}, actors/csp: {}}"


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)


def first_line(*arguments: str) -> str:
    result = diff(*arguments)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()[0]


@pytest.mark.parametrize(("form", "file"), [("text", "diff.txt"), ("markdown", "diff.md"), ("json", "diff.json")])
def test_what_is_printed_is_as_it_was_reviewed(
    tmp_path: Path, form: str, file: str, same_as_file: Callable[[Path, str], None]
) -> None:
    rewrite(repository(tmp_path, BEFORE), AFTER)
    result = diff("--format", form)
    assert result.exit_code == 0
    same_as_file(GOLDEN / file, result.output)


def test_a_branch_is_compared_with_the_commit_at_which_it_left_main(tmp_path: Path) -> None:
    repository(tmp_path, OLD)
    git(tmp_path, "switch", "--quiet", "--create", "work")
    commit(rewrite(tmp_path, NEW))
    git(tmp_path, "switch", "--quiet", "main")
    commit(rewrite(tmp_path, OLD.replace("csp: {}", "csp: {name: Other}")))
    git(tmp_path, "switch", "--quiet", "work")
    assert first_line().endswith(": 1 event changed.")
    assert first_line("main").endswith(": 1 event changed.")


def test_what_is_not_committed_yet_counts(tmp_path: Path) -> None:
    rewrite(repository(tmp_path, OLD), NEW)
    assert first_line("HEAD").endswith(": 1 event changed.")


def test_the_main_branch_of_origin_comes_before_the_own_one(tmp_path: Path) -> None:
    repository(tmp_path / "origin", OLD)
    git(tmp_path, "clone", "--quiet", "origin", "clone")
    commit(rewrite(tmp_path / "clone", NEW))
    assert first_line(str(tmp_path / "clone" / "events")).startswith("Since origin/HEAD (")


def test_a_repository_without_a_main_branch_is_compared_with_its_last_commit(tmp_path: Path) -> None:
    repository(tmp_path, OLD)
    git(tmp_path, "branch", "--move", "work")
    assert first_line().startswith("Since HEAD (")


@pytest.mark.parametrize("arguments", [("records",), ("HEAD", "records"), ("HEAD", "./records/")])
def test_the_folder_may_be_another(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    repository(tmp_path, OLD)
    (tmp_path / "events").rename(tmp_path / "records")
    commit(tmp_path)
    assert first_line(*arguments).endswith(": No change in meaning.")


def test_a_change_of_layout_and_comments_says_so(tmp_path: Path) -> None:
    repository(tmp_path, OLD)
    file = tmp_path / "events" / "2024-07-27-a.yml"
    file.write_text(f"# A comment.\n{file.read_text()}")
    assert diff().output == (
        f"Since main ({git(tmp_path, 'rev-parse', 'HEAD')[:10]}): No change in meaning.\n"
        "1 other file changed and says the same as before.\n"
    )


@pytest.mark.parametrize(("after", "code"), [(RENAMED, 1), (NEW, 0), (OLD, 0)])
def test_warnings_about_the_change_fail_only_where_that_is_asked_for(tmp_path: Path, after: str, code: int) -> None:
    rewrite(repository(tmp_path, OLD), after)
    assert diff().exit_code == 0
    assert diff("--fail-on-warnings").exit_code == code


def test_json_says_where_files_stand_and_what_they_are_compared_with(tmp_path: Path) -> None:
    repository(tmp_path, OLD)
    data = json.loads(diff("--format", "json").output)
    assert (data["version"], data["base"], data["prefix"], data["empty"]) == (
        1,
        "main",
        "events/",
        True,
    )
    assert data["commit"] == git(tmp_path, "rev-parse", "HEAD")


def fails(*arguments: str) -> str:
    result = diff(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_an_unknown_base_is_reported(tmp_path: Path) -> None:
    repository(tmp_path, OLD)
    assert fails("nowhere").startswith("events: git knows no commit `nowhere` here")
    assert fails("HEAD", "nowhere") == "nowhere: there is no such folder\n"


def test_a_folder_outside_of_a_repository_is_reported(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    assert "is not in a git repository" in fails()


def test_a_repository_that_git_does_not_trust_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path, OLD)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert "git does not read events: detected dubious ownership" in fails()


def test_a_repository_without_a_commit_is_reported(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    git(tmp_path, "init", "--quiet")
    assert "nothing is committed yet on this branch" in fails()


def test_a_machine_without_git_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path, OLD)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in fails("HEAD")
    assert "git is not installed" in fails()


def test_a_clone_too_shallow_for_the_main_branch_is_reported(tmp_path: Path) -> None:
    origin = repository(tmp_path / "origin", OLD)
    git(origin, "switch", "--quiet", "--create", "work")
    commit(rewrite(origin, NEW))
    git(origin, "switch", "--quiet", "main")
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=work", f"file://{origin}", "clone")
    git(tmp_path / "clone", "checkout", "--quiet", "--detach")
    git(tmp_path / "clone", "branch", "--quiet", "--delete", "--force", "work")
    said = fails(str(tmp_path / "clone" / "events"))
    assert "the clone is without the main branch" in said
    assert "fetch-depth: 0" in said
