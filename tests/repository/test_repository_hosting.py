"""The files for the host of the repository are valid, and the workflows keep strangers' work apart from rights."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from site_builder.cli import main
from site_builder.comparing.as_markdown import MARKER

REPOSITORY = Path(__file__).parents[2]
HOSTING = REPOSITORY / ".github"
WORKFLOWS = sorted((HOSTING / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (HOSTING / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")


def read(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def validate(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_workflow_has_the_form_of_one(path: Path) -> None:
    validate("github-workflows", path)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_issue_form_has_the_form_of_one(path: Path) -> None:
    validate("github-issue-forms", path)


def test_the_choice_of_forms_has_the_form_of_one() -> None:
    validate("github-issue-config", HOSTING / "ISSUE_TEMPLATE" / "config.yml")


def test_the_workflows_pass_the_linter() -> None:
    linter = Path(sys.executable).with_name("actionlint")
    checked = subprocess.run([linter, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_job_has_an_end_and_each_workflow_says_its_rights(path: Path) -> None:
    workflow = read(path)
    assert "permissions" in workflow
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


def test_what_runs_a_strangers_code_has_no_rights_and_no_secrets() -> None:
    text = (HOSTING / "workflows" / "check.yml").read_text(encoding="utf-8")
    workflow = read(HOSTING / "workflows" / "check.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


@pytest.mark.parametrize("name", ["comment.yml", "labels.yml"])
def test_what_has_rights_runs_nothing_of_a_stranger(name: str) -> None:
    for job in read(HOSTING / "workflows" / name)["jobs"].values():
        for step in job["steps"]:
            assert not step["uses"].startswith("actions/checkout@")
            assert "run" not in step


def test_no_text_of_an_event_is_pasted_into_a_script() -> None:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            for step in job["steps"]:
                script = step.get("run", "") + str(step.get("with", {}).get("script", ""))
                assert "${{" not in script, f"{path.name}: give it through `env`"


def test_the_comment_is_the_one_that_diff_writes() -> None:
    assert MARKER in (HOSTING / "workflows" / "comment.yml").read_text(encoding="utf-8")


def test_labels_of_forms_and_labeler_are_the_same_ones() -> None:
    by_path = set(read(HOSTING / "labeler.yml"))
    assert {label for form in FORMS for label in read(form)["labels"]} <= by_path


def test_the_hooks_call_commands_that_exist() -> None:
    hooks = read(REPOSITORY / ".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language", "files"} <= set(hooks[0])
    for hook in hooks:
        program, command = hook["entry"].split()[:2]
        assert program == "timeline"
        assert command in main.commands
