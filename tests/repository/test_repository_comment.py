"""The workflow that comments on a pull request, run as far as that goes without the host: commands and scripts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from comparing.comparing_worlds import commit, git, repository, rewrite
from playwright._impl._driver import compute_driver_executable
from ruamel.yaml import YAML

from site_builder.comparing.as_markdown import LONGEST, MARKER

WORKFLOW = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[2] / ".github" / "workflows" / "comment.yml").read_text(encoding="utf-8")
)
HEAD = "c" * 40
OLD = "{2024-07-27-a: {title: An ambush}, actors/csp: {}}"
NEW = "{2024-07-27-a: {title: A battle}, actors/csp: {}}"
HOST = """
const { script, payload, answers, env } = JSON.parse(require("fs").readFileSync(0, "utf8"));
Object.assign(process.env, env);
const calls = [];
const api = (name) => async (given) => { calls.push([name, given]); return { data: answers[name] }; };
const rest = (part) => new Proxy({}, { get: (_, name) => api(`${part}.${name}`) });
const github = {
  rest: { pulls: rest("pulls"), issues: rest("issues") },
  paginate: async (method, given) => (await method(given)).data,
};
const say = (name) => (...given) => calls.push([name, ...given]);
const core = { notice: say("notice"), setFailed: say("setFailed"), setOutput: say("setOutput") };
const context = { repo: { owner: "o", repo: "r" }, payload, runId: 7, serverUrl: "https://host.example" };
const run = new (Object.getPrototypeOf(async () => {}).constructor)("github", "context", "core", "require", script);
run(github, context, core, require).then(() => console.log(JSON.stringify(calls)));
"""


def step(job: str, name: str) -> Any:
    [found] = [step for step in WORKFLOW["jobs"][job]["steps"] if name in (step.get("id"), step.get("name"))]
    return found


def run_script(folder: Path, script: Any, answers: dict[str, Any], **env: str) -> list[Any]:
    """The calls to the host that a script makes in a folder."""
    payload = {"pull_request": pull(4)}
    given = {"script": script["with"]["script"], "payload": payload, "answers": answers, "env": env}
    node, _ = compute_driver_executable()
    done = subprocess.run(
        [node, "-e", HOST], input=json.dumps(given), cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    calls: list[Any] = json.loads(done.stdout)
    return calls


def pull(number: int) -> dict[str, Any]:
    return {"number": number, "head": {"sha": HEAD}, "base": {"ref": "main"}, "state": "open"}


def comment(folder: Path, comments: list[Any], *, now: dict[str, Any] | None = None, meaning: str = "success") -> Any:
    answers = {"pulls.get": now or pull(4), "issues.listComments": comments}
    return run_script(folder, step("comment", "Edit the one comment, or write it"), answers, MEANING=meaning)


def said(login: str, body: str | None) -> dict[str, Any]:
    return {"id": 9, "user": {"login": login}, "body": body}


def test_the_first_comment_is_written_and_later_edited(tmp_path: Path) -> None:
    text = f"{MARKER}\nWords.\n"
    (tmp_path / "meaning.md").write_text(text, encoding="utf-8")
    others = [said("stranger", f"{MARKER}\nForged."), said("github-actions[bot]", "Else."), said("x[bot]", None)]
    name, given = comment(tmp_path, others)[-1]
    assert (name, given["issue_number"]) == ("issues.createComment", 4)
    assert given["body"] == f"{text}\nAs of {HEAD}.\n"
    name, given = comment(tmp_path, [*others, said("github-actions[bot]", given["body"])])[-1]
    assert (name, given["comment_id"]) == ("issues.updateComment", 9)


def test_a_comparison_that_failed_is_reported(tmp_path: Path) -> None:
    name, given = comment(tmp_path, [], meaning="failure")[-1]
    assert name == "issues.createComment"
    assert given["body"].startswith(f"{MARKER}\n")
    assert "**Not known:**" in given["body"]
    assert "https://host.example/o/r/actions/runs/7" in given["body"]


@pytest.mark.parametrize("change", [{"state": "closed"}, {"head": {"sha": "d" * 40}}])
def test_nothing_is_said_to_a_pull_request_that_has_moved_on(tmp_path: Path, change: dict[str, Any]) -> None:
    (tmp_path / "meaning.md").write_text(f"{MARKER}\n", encoding="utf-8")
    assert [name for name, _ in comment(tmp_path, [], now=pull(4) | change)] == ["pulls.get", "notice"]


@pytest.mark.parametrize("text", ["Words.", f"{MARKER}\n" + "𝟘" * 40_000])
def test_only_what_the_comparison_prints_is_posted(tmp_path: Path, text: str) -> None:
    (tmp_path / "meaning.md").write_text(text, encoding="utf-8")
    assert comment(tmp_path, [])[-1][0] == "setFailed"


def test_a_comment_of_the_greatest_length_is_posted(tmp_path: Path) -> None:
    text = f"{MARKER}\n"
    (tmp_path / "meaning.md").write_text(text + "𝟘" * ((LONGEST - len(text)) // 2), encoding="utf-8")
    name, given = comment(tmp_path, [])[-1]
    assert name == "issues.createComment"
    assert len(given["body"].encode("utf-16-le")) // 2 < 65_536


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A host with a main branch and, from a fork that lags behind it, pull request 4; and the engine checked out."""
    work = repository(tmp_path / "work", OLD)
    git(work, "switch", "--quiet", "--create", "change")
    commit(rewrite(work, NEW))
    git(work, "switch", "--quiet", "main")
    (work / "engine.txt").write_text("Moved on.\n", encoding="utf-8")
    commit(rewrite(work, OLD.replace("csp: {}", "csp: {name: Other}")))
    git(tmp_path, "clone", "--quiet", "--bare", "work", "host")
    git(tmp_path / "host", "update-ref", "refs/pull/4/head", "refs/heads/change")
    git(tmp_path / "host", "branch", "--quiet", "--delete", "--force", "change")
    git(tmp_path, "clone", "--quiet", "--branch=main", f"file://{tmp_path / 'host'}", "runner/engine")
    programs = tmp_path / "runner" / "engine" / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "timeline").symlink_to(Path(sys.executable).with_name("timeline"))
    return tmp_path


def run_command(place: Path, name: str, **env: str) -> subprocess.CompletedProcess[str]:
    found = step("meaning", name)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | env
    folder = place / "runner" / found["working-directory"]
    command = ["bash", "-e", "-c", found["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def lay_out(place: Path) -> subprocess.CompletedProcess[str]:
    head = git(place / "host", "rev-parse", "refs/pull/4/head")
    return run_command(place, "Lay the pull request out as data", NUMBER="4", HEAD=head)


def test_the_engine_of_the_main_branch_says_what_a_fork_changes(place: Path) -> None:
    assert lay_out(place).returncode == 0
    assert run_command(place, "Say what it means", BASE="main").returncode == 0
    text = (place / "runner" / "meaning.md").read_text(encoding="utf-8")
    assert text.startswith(f"{MARKER}\n### What this change means\n\n**1 event changed.** Compared with `origin/main`")
    assert "`title`: <del>An ambush</del> <ins>A battle</ins>" in text
    assert "Other" not in text, "what the main branch did meanwhile is not this change"


def test_nothing_of_the_pull_request_is_run(place: Path) -> None:
    trace = place / "trace"
    evil = f"open({str(trace)!r}, 'w')\n"
    git(place / "work", "switch", "--quiet", "change")
    for name in ("site_builder/__init__.py", "sitecustomize.py", "usercustomize.py", "click.py", "yaml.py", "json.py"):
        (place / "work" / name).parent.mkdir(exist_ok=True)
        (place / "work" / name).write_text(evil, encoding="utf-8")
    (place / "work" / "mkdocs.yml").write_text("hooks: [click.py]\n", encoding="utf-8")
    commit(place / "work")
    git(place / "work", "push", "--quiet", "../host", "+change:refs/pull/4/head")
    assert lay_out(place).returncode == 0
    assert run_command(place, "Say what it means", BASE="main").returncode == 0
    assert not trace.exists()


def test_a_pull_request_without_the_folder_of_records_fails(place: Path) -> None:
    git(place / "work", "switch", "--quiet", "change")
    git(place / "work", "rm", "--quiet", "-r", "events")
    commit(place / "work")
    git(place / "work", "push", "--quiet", "../host", "+change:refs/pull/4/head")
    assert lay_out(place).returncode == 0
    failed = run_command(place, "Say what it means", BASE="main")
    assert (failed.returncode, failed.stderr) == (2, "events: there is no such folder\n")


def replace_records(place: Path, make: Callable[[Path], None]) -> None:
    """Let the fork's pull request have something else where the folder of records is."""
    git(place / "work", "switch", "--quiet", "change")
    git(place / "work", "rm", "--quiet", "-r", "events")
    make(place / "work")
    commit(place / "work")
    git(place / "work", "push", "--quiet", "../host", "+change:refs/pull/4/head")


def test_a_link_to_the_engines_own_records_is_not_called_unchanged(place: Path) -> None:
    replace_records(place, lambda work: (work / "events").symlink_to("../engine/events"))
    assert lay_out(place).returncode == 0
    failed = run_command(place, "Say what it means", BASE="main")
    assert failed.returncode == 2
    assert "symbolic link" in failed.stderr


def test_records_that_git_converts_are_not_called_unchanged(place: Path) -> None:
    git(place / "work", "switch", "--quiet", "--force-create", "change", "main")
    (place / "work" / ".gitattributes").write_text("events/**/*.yml working-tree-encoding=UTF-16LE-BOM\n")
    git(place / "work", "add", ".gitattributes")
    git(place / "work", "commit", "--quiet", "-m", "x")
    git(place / "work", "push", "--quiet", "../host", "+change:refs/pull/4/head")
    assert lay_out(place).returncode == 0
    assert run_command(place, "Say what it means", BASE="main").returncode == 0
    text = (place / "runner" / "meaning.md").read_text(encoding="utf-8")
    assert "No change in meaning" not in text
    assert "TL009" in text
