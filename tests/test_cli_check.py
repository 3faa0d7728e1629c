"""The `timeline` command as it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main

GOOD = "publisher: Reuters\n"


def check(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def write(folder: Path, file: str, content: str) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def test_without_problems_it_prints_a_summary_and_exits_0(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "events/sources/a.yml", GOOD)
    result = check(tmp_path, monkeypatch=monkeypatch)
    assert (result.exit_code, result.output) == (0, "0 events, 1 record: 0 errors, 0 warnings, 0 hints\n")


def test_every_problem_of_every_file_is_printed_in_order_and_it_exits_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "events/sources/c.yml", "titel: x\n")
    write(tmp_path, "events/sources/b.yml", "publisher: [a\n")
    write(tmp_path, "events/sources/a.yml", "publisher: a\nkind: b\nlang: c\n")
    write(tmp_path, "events/actors/z.yml", "name: Z\ntype: state\nparent: nobody\n")
    result = check(tmp_path, monkeypatch=monkeypatch)
    places = [line.split(" ")[:3] for line in result.output.splitlines() if not line.startswith(" ")]
    assert places == [
        ["events/actors/z.yml:3:9:", "error", "TL060:"],
        ["events/sources/a.yml:2:7:", "error", "TL043:"],
        ["events/sources/a.yml:3:7:", "error", "TL055:"],
        ["events/sources/b.yml:1:12:", "error", "TL020:"],
        ["events/sources/c.yml:1:1:", "error", "TL040:"],
        ["events/sources/c.yml:1:1:", "error", "TL041:"],
        ["0", "events,", "1"],
    ]
    assert result.output.splitlines()[-1] == "0 events, 1 record: 6 errors, 0 warnings, 0 hints"
    assert result.exit_code == 1


def test_warnings_alone_exit_0(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = (
        "title: A\ndate: {}\nkind: attack\nsummary: A\nsources: [a]\nadded: 2026\nlinks: [{{type: {}, event: {}}}]\n"
    )
    write(tmp_path, "events/sources/a.yml", GOOD)
    write(tmp_path, "events/2023-a.yml", event.format(2023, "before", "2024-b"))
    write(tmp_path, "events/2024-b.yml", event.format(2024, "after", "2023-a"))
    result = check(tmp_path, monkeypatch=monkeypatch)
    assert result.output.splitlines()[0].startswith("events/2024-b.yml:7:9: warning TL067: ")
    assert result.output.splitlines()[-1] == "2 events, 3 records: 0 errors, 1 warning, 0 hints"
    assert result.exit_code == 0


@pytest.mark.parametrize("folder", ["nowhere", "file.txt"])
def test_a_folder_that_cannot_be_read_exits_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    write(tmp_path, "file.txt", "")
    result = check(tmp_path, folder, monkeypatch=monkeypatch)
    assert result.exit_code == 2
    assert result.output.startswith(f"{folder}: cannot be read: ")


@pytest.mark.parametrize(
    ("folder", "printed"), [("events", "events/a.yml"), ("events/", "events/a.yml"), ("./events", "./events/a.yml")]
)
def test_files_are_named_as_the_writer_would_open_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, printed: str
) -> None:
    write(tmp_path, "events/a.yml", "")
    assert check(tmp_path, folder, monkeypatch=monkeypatch).output.startswith(f"{printed}:1:1: error")
    absolute = check(tmp_path, str(tmp_path / "events"), monkeypatch=monkeypatch).output
    assert absolute.startswith(f"{tmp_path}/events/a.yml:1:1: error")
    here = check(tmp_path / "events", ".", monkeypatch=monkeypatch).output
    assert here.startswith("a.yml:1:1: error")


def test_a_terminal_that_lacks_a_letter_gets_an_escape(tmp_path: Path) -> None:
    write(tmp_path, "events/actors/كيدال.yml", "nom: é\n")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-c", "from site_builder.cli import main; main()", "check"]
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, encoding="latin-1", check=False
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith("events/actors/\\u0643\\u064a\\u062f\\u0627\\u0644.yml:1:1: error TL004: ")


def test_help_and_version_are_there() -> None:
    runner = CliRunner()
    assert "check" in runner.invoke(main, ["--help"]).output
    assert "Exit code 0" in runner.invoke(main, ["check", "--help"]).output
    assert runner.invoke(main, ["--version"]).output.startswith("timeline, version ")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_build_and_serve_pass_their_arguments_on_to_mkdocs(tmp_path: Path, command: str) -> None:
    run = [sys.executable, "-c", "from site_builder.cli import main; main()", command, "-f", "elsewhere.yml"]
    result = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "elsewhere.yml" in result.stderr
    assert result.returncode == 2
