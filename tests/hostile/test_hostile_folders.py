"""Links, pipes, devices and closed files among records: nobody waits, nothing is reported or changed outside."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result

from hostile.folders import FOLDERS, SECRET, STEERING, without_rights, write
from hostile.pages_of import HIDING, codes, open_safely, render_strictly
from site_builder.cli import main
from site_builder.plugin.reading import state_of

ANNOTATIONS = ("::error file=events/", "::warning file=events/", "::notice file=events/")
"""How the lines begin that are workflow commands on purpose."""
COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github", "events/2024-a.yml"),
    ("check", "--since", "HEAD"),
    ("check", "--fix"),
    ("diff",),
    ("diff", "--format", "markdown"),
    ("diff", "--format", "json"),
    ("fmt", "--check"),
    ("fmt",),
    ("show", "2024-a"),
    ("show", "../secret"),
    ("schema", "--check"),
    ("schema",),
    ("new", "actor", "--name", "Army", "--type", "armed-forces"),
    ("new", "source", "--id", "../../escaped", "--publisher", "A"),
)
"""What people run on a stranger's branch, the harmless first."""


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False, input="")
    assert result.exit_code in (0, 1, 2), result.output
    assert "Traceback" not in result.output
    for line in result.output.split("\n"):
        assert HIDING.search(line) is None, (arguments, line)
        assert not line.startswith(("::", "##[")) or line.startswith(ANNOTATIONS), (arguments, line)
    return result


def commit_all(folder: Path) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "A"]):
        subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_command_ends_with_its_exit_code_and_changes_nothing_outside(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = write(tmp_path)
    commit_all(tmp_path)
    FOLDERS[name](events)
    monkeypatch.chdir(tmp_path)
    beside = sorted(path.name for path in tmp_path.iterdir())
    for arguments in COMMANDS:
        assert "A secret" not in run(*arguments).output
        assert (tmp_path / "secret.yml").read_text() == SECRET
        assert sorted(path.name for path in tmp_path.iterdir()) == beside
    assert not list(tmp_path.glob("elsewhere/*"))


@pytest.mark.parametrize("name", STEERING, ids=repr)
def test_a_name_that_is_given_on_the_command_line_steers_no_terminal(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = write(tmp_path)
    FOLDERS["names that steer terminals"](events)
    commit_all(tmp_path)
    monkeypatch.chdir(tmp_path)
    for path in (f"events/2024-b{name}.yml", f"events/sources/{name}", f"events/nobody{name}.yml", name):
        for command in ("check", "fmt", "show", "diff"):
            run(command, path)
        for folder in ("check", "--fix"), ("check", "--since"), ("show", "2024-a", "--folder"), ("schema",):
            run(*folder, path)


@pytest.mark.parametrize("name", [name for name in FOLDERS if name != "what nobody may read"])
def test_a_branch_that_is_compared_with_a_hostile_one_is_compared(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = write(tmp_path)
    FOLDERS[name](events)
    commit_all(tmp_path)
    for path in list(events.rglob("*")):
        if path.is_symlink():
            path.unlink()
    monkeypatch.chdir(tmp_path)
    for form in ("text", "markdown", "json"):
        assert "A secret" not in run("diff", "HEAD", "--format", form).output
    assert "A secret" not in run("check", "--since", "HEAD").output
    assert (tmp_path / "secret.yml").read_text() == SECRET


@pytest.mark.parametrize("name", FOLDERS)
def test_a_served_site_sees_whether_such_a_folder_changed(name: str, tmp_path: Path) -> None:
    events = write(tmp_path)
    FOLDERS[name](events)
    before = state_of(events)
    (events / "2024-a.yml").write_text("title: Another\n")
    assert state_of(events) != before


@pytest.mark.parametrize("name", FOLDERS)
def test_the_records_beside_it_become_pages_as_ever(name: str, tmp_path: Path) -> None:
    events = write(tmp_path)
    FOLDERS[name](events)
    pages = render_strictly(open_safely(events))
    assert {"events/2024-a", "actors/a", "sources/s"} <= pages.keys()
    assert "A secret" not in str(pages)


def test_a_file_and_a_folder_that_nobody_may_read_are_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    with TemporaryDirectory() as folder:
        events = write(Path(folder))
        FOLDERS["what nobody may read"](events)
        monkeypatch.chdir(folder)
        with without_rights(Path(folder)):
            found = [problem for problem in open_safely(events).problems if problem.code == "TL001"]
            for arguments in (("check",), ("check", "--fix"), ("fmt",), ("show", "2024-a"), ("schema",)):
                run(*arguments)
        monkeypatch.undo()
    assert [(problem.file, problem.message.split(": ")[1]) for problem in found] == [
        ("2024-closed.yml", "Permission denied"),
        ("closed", "Permission denied"),
    ]


def test_a_record_to_which_links_lead_is_fixed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = write(tmp_path)
    FOLDERS["links that lead to records"](events)
    monkeypatch.chdir(tmp_path)
    run("check", "--fix")
    assert (events / "sources/wrong.yml").read_text() == "publisher: A\nkind: agency\n"
    assert (events / "sources/same.yml").is_symlink()


def test_schemas_are_not_written_through_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = write(tmp_path)
    FOLDERS["links where commands write"](events)
    monkeypatch.chdir(tmp_path)
    assert run("schema").exit_code == 0
    assert not (events / ".schema/event.json").is_symlink()
    assert (tmp_path / "secret.yml").read_text() == SECRET


def test_a_folder_of_schemas_that_is_elsewhere_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = write(tmp_path)
    FOLDERS["schemas elsewhere"](events)
    monkeypatch.chdir(tmp_path)
    assert run("schema").exit_code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_devices_and_pipes_are_named_problems(tmp_path: Path) -> None:
    for name, code in {
        "pipes": "TL001",
        "sockets": "TL001",
        "devices": "TL002",
        "links that lead out": "TL002",
    }.items():
        (tmp_path / name).mkdir()
        events = write(tmp_path / name)
        FOLDERS[name](events)
        assert code in codes(open_safely(events)), name


@pytest.mark.parametrize("target", [b"", b"a\0b", b"\0", b"\xff", b"2024-a.yml\0x", b"../secret.yml"], ids=repr)
def test_a_link_as_only_a_commit_can_hold_it_is_compared(
    target: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = write(tmp_path)
    (events / "2024-b.yml").symlink_to("2024-a.yml")
    commit_all(tmp_path)

    def git(*arguments: str, given: bytes | None = None) -> str:
        done = subprocess.run(["git", "-C", str(tmp_path), *arguments], input=given, check=True, capture_output=True)
        return done.stdout.decode().strip()

    blob = git("hash-object", "-w", "--stdin", given=target)
    git("update-index", "--cacheinfo", f"120000,{blob},events/2024-b.yml")
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "A")
    (events / "2024-b.yml").unlink()
    monkeypatch.chdir(tmp_path)
    result = run("diff", "HEAD")
    assert result.exit_code == 0
    assert "A secret" not in result.output


def test_only_ids_are_offered_to_editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = write(tmp_path)
    FOLDERS["names that steer terminals"](events)
    monkeypatch.chdir(tmp_path)
    assert run("schema").exit_code == 0
    offered = json.loads((events / ".schema/ids.json").read_text())["definitions"]
    assert offered["event"]["enum"] == ["2024-a"]


@pytest.mark.parametrize(
    "name", ["con", "Été", "a b", "a.", "2024_07", "-rf", "a" * 101, "%2e%2e", *STEERING], ids=repr
)
def test_a_folder_that_not_every_system_can_hold_is_a_named_problem(name: str, tmp_path: Path) -> None:
    events = write(tmp_path)
    (events / name).mkdir()
    (events / name / "2024-b.yml").write_text("title: A\n")
    chronicle = open_safely(events)
    assert ("TL007", name) in {(problem.code, problem.file) for problem in chronicle.problems}
