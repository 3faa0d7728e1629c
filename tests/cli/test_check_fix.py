"""`timeline check --fix` fixes what has one answer, says what it fixed, and lists what is left."""

import json

from cli.chronicles import EVENT, REPORT, Project

WRONG = EVENT.replace("publication", "publicaton").format("colour: red\n")
MORE = "events/2024/2024-08-03-more.yml"


def test_what_was_fixed_is_reported_before_what_is_left(project: Project) -> None:
    project.write(REPORT, WRONG)
    result = project.check("--fix")
    assert result.output.splitlines()[:2] == [
        f"{REPORT}:3:7: fixed TL043: `publicaton` is now `publication`",
        f"{REPORT}:5:1: error TL040: `colour` is not a key of this event",
    ]
    assert result.exit_code == 1
    assert "kind: publication\n" in project.read(REPORT)


def test_a_record_that_was_fixed_whole_passes(project: Project) -> None:
    project.write(REPORT, EVENT.replace("publication", "publicaton").format(""))
    assert project.check("--fix").exit_code == 0
    assert project.check().exit_code == 0


def test_programs_learn_what_was_fixed(project: Project) -> None:
    project.write(REPORT, WRONG)
    data = json.loads(project.check("--fix", "--format", "json").output)
    assert data["fixed"] == [
        {"code": "TL043", "file": REPORT, "line": 3, "column": 7, "before": "publicaton", "after": "publication"}
    ]
    assert [problem["code"] for problem in data["problems"]] == ["TL040"]


def test_in_a_pull_request_what_was_fixed_is_no_command(project: Project) -> None:
    project.write(REPORT, WRONG)
    assert project.check("--fix", "--format", "github").output.startswith(f"- {REPORT}:3:7: fixed TL043")


def test_only_records_that_are_named_are_fixed(project: Project) -> None:
    for file in (REPORT, MORE):
        project.write(file, WRONG.replace("08-02", file[19:24]))
    project.check("--fix", MORE)
    assert "publicaton" in project.read(REPORT)
    assert "publicaton" not in project.read(MORE)


def test_only_records_that_the_change_touches_are_fixed(project: Project) -> None:
    project.write(REPORT, WRONG)
    project.commit()
    project.write(MORE, WRONG.replace("08-02", "08-03"))
    project.check("--fix", "--since", "HEAD")
    assert "publicaton" in project.read(REPORT)
    assert "publicaton" not in project.read(MORE)
