"""What is written for whom: by licence, host, language, and where the engine came from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
import yaml
from building import REPOSITORY
from outside.loopback import answer, serving

from site_builder.reading import PROFILE, read
from site_builder.starting import HOSTS, LICENCES, PROFILES, AnswerError, Answers, checked, files_of
from starting.begun import ENGINE, TODAY, begin

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))


def written(**said: object) -> dict[str, str]:
    return dict(files_of(Answers("Floods", **said), TODAY))  # type: ignore[arg-type]


def valid(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def linted(*workflows: Path) -> None:
    linter = Path(sys.executable).with_name("actionlint")
    # Another host has other runners.
    command = [str(linter), "-ignore", 'label "docker" is unknown', *map(str, workflows)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_for_github_are_valid(tmp_path: Path) -> None:
    folder = begin(tmp_path, host="github") / ".github"
    workflows = sorted((folder / "workflows").glob("*.yml"))
    assert len(workflows) == 3
    for workflow in workflows:
        valid("github-workflows", workflow)
    linted(*workflows)
    valid("dependabot", folder / "dependabot.yml")


def test_those_for_gitlab_and_forgejo_are_valid(tmp_path: Path) -> None:
    valid("gitlab-ci", begin(tmp_path / "gitlab", host="gitlab") / ".gitlab-ci.yml")
    workflows = sorted((begin(tmp_path / "forgejo", host="forgejo") / ".forgejo" / "workflows").glob("*.yml"))
    assert len(workflows) == 3
    linted(*workflows)


def test_the_site_is_pushed_to_the_branch_pages_of_forgejo(tmp_path: Path) -> None:
    file = begin(tmp_path / "chronicle", host="forgejo") / ".forgejo" / "workflows" / "publish.yml"
    script = yaml.safe_load(file.read_text())["jobs"]["publish"]["steps"][-1]["run"]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("home")
    subprocess.run(["git", "init", "--quiet", "--bare", "host/repository"], cwd=tmp_path, check=True)
    of_the_host = {"GITHUB_SERVER_URL": (tmp_path / "host").as_uri(), "GITHUB_REPOSITORY": "repository"}
    environment = os.environ | of_the_host | {"TOKEN": "secret", "GITHUB_SHA": "0123"}
    subprocess.run(["sh", "-e", "-c", script], cwd=tmp_path, env=environment, check=True)
    show = ["git", "-C", str(tmp_path / "host" / "repository"), "show", "pages:index.html"]
    assert subprocess.run(show, check=True, capture_output=True, text=True).stdout == "home"


@pytest.mark.parametrize(("host", "edits"), [("forgejo", "PATCH"), ("gitlab", "PUT")])
def test_one_issue_is_opened_and_then_edited(tmp_path: Path, host: str, edits: str) -> None:
    files = written(engine=ENGINE, host=host)
    if host == "gitlab":
        [script] = yaml.safe_load(files[".gitlab-ci.yml"])["report"]["script"]
    else:
        script = yaml.safe_load(files[".forgejo/workflows/sources.yml"])["jobs"]["sources"]["steps"][-1]["run"]
    title = "Addresses that answer no more"
    (tmp_path / "report.md").write_text("**2 addresses: 1 gone.** `é`\n")
    with serving() as server:
        here = f"http://127.0.0.1:{server.server_port}"
        environment = os.environ | {"TITLE": title, "TOKEN": "secret", "ISSUES_TOKEN": "secret"}
        environment |= {
            "GITHUB_SERVER_URL": here,
            "GITHUB_REPOSITORY": "o/r",
            "CI_API_V4_URL": here,
            "CI_PROJECT_ID": "7",
        }
        environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
        issues: list[dict[str, object]] = [{"number": 3, "iid": 3, "title": f"{title}, and more"}]
        server.otherwise = lambda handler: answer(200, json.dumps(issues).encode())(handler)
        for code, there in ((0, False), (1, False), (0, True)):
            (tmp_path / "code").write_text(f"{code}\n")
            if there:
                issues.append({"number": 4, "iid": 4, "title": title})
            subprocess.run(["sh", "-e", "-c", script], cwd=tmp_path, env=environment, check=True)
    made = [(method, path.partition("?")[0].rpartition("/issues")[2]) for method, _, path in server.asked]
    assert made == [("GET", ""), ("GET", ""), ("POST", ""), ("GET", ""), (edits, "/4")]
    bodies = [unquote_plus(given) for given in server.given if given]
    assert len(bodies) == 2
    assert all("1 gone" in body for body in bodies)
    assert all("secret" in str(head) for head in server.heads)
    assert not any("secret" in path for _, _, path in server.asked)


@pytest.mark.parametrize("is_ours", [True, False], ids=["published", "begun"])
def test_one_issue_is_opened_on_github_and_then_edited(tmp_path: Path, is_ours: bool) -> None:
    text = written(engine=ENGINE, host="github")[".github/workflows/sources.yml"]
    if is_ours:
        text = (REPOSITORY / ".github" / "workflows" / "links.yml").read_text()
    script = yaml.safe_load(text)["jobs"]["report"]["steps"][-1]["run"]
    for name in ("report.md", "links.md"):
        (tmp_path / name).write_text("1 gone")
    host = tmp_path / "gh"
    host.write_text('#!/bin/sh\n[ "$2" = list ] && { echo "$NUMBER"; exit; }\necho "$2 $3" >> calls\n')
    host.chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "TITLE": "Addresses"}
    for code, number in ((0, ""), (1, ""), (0, "4"), (1, "4")):
        given = {"NUMBER": number, "EXIT_CODE": str(code), "IS_FINE": str(code == 0).lower()}
        subprocess.run(["sh", "-e", "-c", script], cwd=tmp_path, env=environment | given, check=True)
    assert (tmp_path / "calls").read_text().splitlines() == ["create --title", "edit 4", "edit 4"]


def test_actions_are_named_by_the_commits_that_are_used_here() -> None:
    ours = {line.strip().removeprefix("- ") for file in WORKFLOWS for line in file.read_text().splitlines()}
    files = {path: text for host in HOSTS for path, text in written(engine=ENGINE, host=host).items()}
    used = {
        line.strip().removeprefix("- ") for text in files.values() for line in text.splitlines() if "uses: " in line
    }
    assert used
    assert used <= ours


@pytest.mark.parametrize("host", HOSTS)
def test_what_a_host_runs_installs_the_engine_from_one_commit_alone(host: str) -> None:
    files = written(engine=ENGINE, host=host)
    lines = [line for line in files["requirements.txt"].splitlines() if not line.startswith("#")]
    assert lines == [f"mkdocs-timeline @ git+{ENGINE.url}@{ENGINE.commit}"]
    installs = [line for text in files.values() for line in text.splitlines() if "pip install" in line]
    assert installs
    assert all(line.endswith("-r requirements.txt") for line in installs)


@pytest.mark.parametrize("host", HOSTS)
def test_without_knowing_the_engine_nothing_names_a_package_by_its_name_alone(host: str) -> None:
    files = written(host=host)
    assert "requirements.txt" not in files
    assert [path for path in files if path.startswith((".github", ".gitlab", ".forgejo"))] == []
    assert "mkdocs-timeline" not in "".join(files.values())
    assert "pip install" not in "".join(files.values())
    assert "--engine" in files["README.md"]


def test_the_licence_is_in_the_profile_and_in_the_readme() -> None:
    for name, url in LICENCES.items():
        files = written(licence=name, licence_url=url)
        assert yaml.safe_load(files[f"events/{PROFILE}"])["licence"] == {"name": name, "url": url}
        assert url in files["README.md"]
    assert "licence" not in yaml.safe_load(written()[f"events/{PROFILE}"])
    own = yaml.safe_load(written(licence="Our own terms")[f"events/{PROFILE}"])
    assert own["licence"] == {"name": "Our own terms"}


@pytest.mark.parametrize("language", ["en", "fr", "no", "uk", "pt-BR"])
def test_the_language_is_the_first_of_the_profile(language: str) -> None:
    records = read({PROFILE: written(language=language)[f"events/{PROFILE}"].encode()})
    assert records.problems == ()
    assert records.profile_read is not None
    assert records.profile_read.language == language


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"title": ""}, "a title is needed"),
        ({"title": "x", "language": "english"}, "expected a language code"),
        ({"title": "x", "licence": "Own", "licence_url": "nowhere"}, "address"),
    ],
)
def test_what_no_chronicle_can_have_is_refused_as_in_a_profile(said: dict[str, str], message: str) -> None:
    with pytest.raises(AnswerError, match=message):
        checked(Answers(**said))  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_method_says_whom_it_protects(profile: str) -> None:
    page = written(profile=profile)["docs/method.md"]
    assert ("prisoner" in page) == (profile == "conflict")
    assert "stays removed" in page
    assert "<!-- timeline: words -->" in page


def test_every_file_ends_with_one_line_break_and_has_no_trace_of_a_template() -> None:
    for path, text in written(engine=ENGINE).items():
        assert text.endswith("\n") and not text.endswith("\n\n"), path
        assert "<<" not in text and "<%" not in text, path
