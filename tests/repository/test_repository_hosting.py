"""The files for the host of the repository are valid, and the workflows keep strangers' work apart from rights."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
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


def test_the_renewal_of_versions_has_the_form_of_one() -> None:
    validate("dependabot", HOSTING / "dependabot.yml")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_job_has_an_end_and_each_workflow_says_its_rights(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] in ({}, {"contents": "read"}), "rights are given to single jobs"
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


def test_what_runs_a_strangers_code_has_no_rights_and_no_secrets() -> None:
    text = (HOSTING / "workflows" / "check.yml").read_text(encoding="utf-8")
    workflow = read(HOSTING / "workflows" / "check.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    assert "secrets." not in text
    assert "pull_request_target" not in text


def test_no_checkout_leaves_a_token_or_names_a_strangers_commit() -> None:
    for path in WORKFLOWS:
        for _, step in steps_of(path):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, path.name
                assert {"ref", "repository"}.isdisjoint(step["with"]), path.name


@pytest.mark.parametrize("name", ["comment.yml", "labels.yml"])
def test_what_may_write_where_strangers_propose_runs_only_actions_of_the_host(name: str) -> None:
    writing = [step for job, step in steps_of(HOSTING / "workflows" / name) if may_write(job)]
    assert writing
    for step in writing:
        assert "run" not in step
        assert step["uses"].startswith("actions/")
        assert not step["uses"].startswith("actions/checkout@")


def test_others_actions_run_where_nothing_may_be_written() -> None:
    for path in WORKFLOWS:
        for job, step in steps_of(path):
            if "uses" in step and not step["uses"].startswith("actions/"):
                assert not may_write(job), f"{path.name}: {step['uses']}"


def test_each_action_is_named_by_its_commit_and_its_version() -> None:
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if (found := re.search(r"uses: (.*)", line)) is not None:
                assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", found[1]), f"{path.name}: {line}"


def test_no_message_of_a_commit_keeps_the_comment_from_starting() -> None:
    # "Skipping workflow runs" of the host's documentation: it heeds [skip ci] on push and pull_request alone.
    assert list(read(HOSTING / "workflows" / "comment.yml")["on"]) == ["pull_request_target"]


def test_new_versions_of_actions_wait() -> None:
    for update in read(HOSTING / "dependabot.yml")["updates"]:
        assert update["cooldown"]["default-days"] >= 7


def test_no_text_of_an_event_is_pasted_into_a_script() -> None:
    for path in WORKFLOWS:
        for _, step in steps_of(path):
            script = step.get("run", "") + str(step.get("with", {}).get("script", ""))
            assert "${{" not in script, f"{path.name}: give it through `env`"


def test_the_comment_is_the_one_that_diff_writes() -> None:
    assert MARKER in (HOSTING / "workflows" / "comment.yml").read_text(encoding="utf-8")


def test_each_label_that_is_given_is_defined() -> None:
    defined = json.loads((HOSTING / "labels.json").read_text(encoding="utf-8"))
    names = {label["name"] for label in defined}
    given = {label for form in FORMS for label in read(form)["labels"]} | set(read(HOSTING / "labeler.yml"))
    assert given | {label for kept in read(HOSTING / "dependabot.yml")["updates"] for label in kept["labels"]} == names
    for label in defined:
        assert re.fullmatch("[0-9a-f]{6}", label["color"])
        assert 0 < len(label["description"]) <= 100


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_form_says_that_it_is_public_and_where_to_go_otherwise(path: Path) -> None:
    form = read(path)
    assert "public for good" in form["body"][0]["attributes"]["value"]
    assert "private address" in form["body"][0]["attributes"]["value"]
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_the_hooks_call_commands_that_exist() -> None:
    hooks = {hook["id"]: hook for hook in read(REPOSITORY / ".pre-commit-hooks.yaml")}
    for hook in hooks.values():
        assert {"id", "name", "entry", "language"} <= set(hook)
        program, command = hook["entry"].split()[:2]
        assert program == "timeline"
        assert command in main.commands
    # A commit that only takes a file away names no file.
    assert hooks["timeline-check"]["always_run"] is True


def steps_of(path: Path) -> Iterator[tuple[Any, Any]]:
    """Each step of a workflow, after its job."""
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            yield job, step


def may_write(job: Any) -> bool:
    return "write" in job.get("permissions", {}).values()


def test_the_try_of_all_addresses_asks_nothing_in_the_network_around_it() -> None:
    steps = read(HOSTING / "workflows" / "links.yml")["jobs"]["look"]["steps"]
    [arguments] = [step["with"]["args"] for step in steps if "lychee" in step.get("uses", "")]
    assert "--exclude-all-private" in arguments.split()
    # Those of records are for `timeline sources check`, which asks nothing there whatever it is told.
    assert "events" not in arguments
    assert any("timeline sources check" in step.get("run", "") for step in steps)
