"""`timeline check --since REF` lists what a change brings, and counts what was there before it."""

import json
import subprocess

import pytest

from cli.chronicles import EVENT, REPORT, Project

WRONG = EVENT.format("titel: x\n")
OTHER = "events/2024/2024-08-03-other.yml"


@pytest.fixture
def grown(project: Project) -> Project:
    """A repository whose last commit has a wrong event and a right one."""
    project.write(REPORT, WRONG)
    project.write(OTHER, EVENT.replace("08-02", "08-03").format("actors: [{actor: scouts}]\n"))
    project.write("events/actors/scouts.yml", "name: The scouts\ntype: unit\n")
    project.commit()
    return project


def errors(project: Project, ref: str = "HEAD") -> list[str]:
    return [line.split(": ")[0] for line in project.check("--since", ref).output.splitlines() if ": error " in line]


def test_what_was_wrong_before_is_counted_and_does_not_fail(grown: Project) -> None:
    result = grown.check("--since", "HEAD")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "1 event, 6 records: 0 errors, 0 warnings, 0 hints",
        "not listed, in records that the change does not touch: 1 error, 0 warnings, 0 hints",
    ]
    assert grown.check().exit_code == 1


def test_all_problems_of_a_record_that_the_change_touches_are_listed(grown: Project) -> None:
    grown.write(REPORT, f"{WRONG}# touched\n")
    assert errors(grown) == [f"{REPORT}:5:1"]


@pytest.mark.parametrize("added", [True, False], ids=["added", "not yet added"])
def test_a_new_record_is_part_of_the_change(grown: Project, added: bool) -> None:
    new = "events/places/new place.yml"
    grown.write(new, "name: A\n")
    if added:
        grown.git("add", new)
    assert errors(grown) == [f"{new}:1:1"]


def test_a_problem_that_the_change_causes_in_another_record_is_listed(grown: Project) -> None:
    (grown.folder / "events/actors/scouts.yml").unlink()
    assert errors(grown) == [f"{OTHER}:5:18"]
    assert grown.check("--since", "HEAD").exit_code == 1


def test_the_change_begins_where_the_branch_began(grown: Project) -> None:
    grown.git("checkout", "-b", "branch")
    grown.write("events/places/market.yml", "nam: The market\n")
    grown.commit()
    grown.git("checkout", "main")
    grown.write(OTHER, "titel: x\n")
    grown.commit()
    grown.git("checkout", "branch")
    assert errors(grown, "main") == ["events/places/market.yml:1:1"] * 2


def test_names_of_files_may_have_any_letters(grown: Project) -> None:
    grown.write("events/places/Gao “é”.yml", "name: A\n")
    grown.commit()
    assert errors(grown) == []
    assert errors(grown, "HEAD~1") == ["events/places/Gao “é”.yml:1:1"]


def test_links_are_as_they_were(grown: Project) -> None:
    (grown.folder / "events/places/outside.yml").symlink_to("/etc/hostname")
    (grown.folder / "events/places/inside.yml").symlink_to("town.yml")
    grown.commit()
    assert errors(grown) == []


def test_a_chronicle_that_was_not_there_before_is_all_change(project: Project) -> None:
    (project.folder / "events").rename(project.folder / "kept")
    project.commit()
    (project.folder / "kept").rename(project.folder / "events")
    project.write(REPORT, WRONG)
    assert errors(project) == [f"{REPORT}:5:1"]


def test_programs_learn_how_many_were_there_before(grown: Project) -> None:
    data = json.loads(grown.check("--since", "HEAD", "--format", "json").output)
    assert data["before"] == {"errors": 1, "warnings": 0, "hints": 0}
    assert data["listed"]["errors"] == 0


@pytest.mark.parametrize("ref", ["nowhere", "--all", "HEAD:events", ""])
def test_a_commit_that_is_not_there_exits_2(grown: Project, ref: str) -> None:
    result = grown.check(f"--since={ref}")
    assert result.exit_code == 2
    assert f"`{ref}`" in result.output


def test_without_a_common_commit_it_exits_2(grown: Project) -> None:
    grown.git("checkout", "--orphan", "alone")
    grown.write("notes.txt", "something else")
    grown.commit()
    result = grown.check("--since", "main")
    assert result.exit_code == 2
    assert "no commit in common" in result.output


def test_outside_a_repository_it_exits_2(project: Project) -> None:
    assert project.check("--since", "main").exit_code == 2


def test_without_git_it_exits_2(grown: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = grown.check("--since", "HEAD")
    assert result.exit_code == 2
    assert "git" in result.output


def test_in_a_hook_it_looks_where_it_is_run(grown: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert errors(grown) == []
    assert subprocess.run(("git", "status"), cwd=grown.folder, check=False, capture_output=True).returncode == 0


def test_what_a_checkout_writes_by_new_attributes_is_checked(grown: Project) -> None:
    (grown.folder / OTHER).unlink()
    grown.write(".gitattributes", "events/2024/*.yml working-tree-encoding=UTF-16LE-BOM\n")
    grown.git("checkout", "--", OTHER)
    grown.commit()
    assert errors(grown, "HEAD~1") == [f"{OTHER}:1:1"]
    assert grown.check("--since", "HEAD~1").exit_code == 1


def test_what_the_profile_makes_an_error_is_caused_by_the_change(project: Project) -> None:
    project.write(REPORT, EVENT.format("body: TBD\n"))
    project.commit()
    assert errors(project) == []
    project.write("events/chronicle.yml", "rules: {TL093: error}\n")
    assert errors(project) == [f"{REPORT}:5:7"]
