"""What `timeline check` prints, word for word, in each format."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from cli.chronicles import EVENT, REPORT, Project
from site_builder.chronicle import Chronicle
from site_builder.problems import as_data

REPOSITORY = Path(__file__).parents[2]
GOLDEN = REPOSITORY / "tests" / "golden" / "check"
SCHEMA = REPOSITORY / "docs" / "problems" / "check.schema.json"
CLAIMS = "claims:\n  - {id: a, by: army, topic: date, says: At dawn., sources: [encyclopedia]}\n"
BROKEN = {
    "events/actors/tab.yml": "name: Tab\ntype:\tarmy\n",
    "events/places/old market.yml": "name: The old market\n",
    "events/places/kidal.yml": "name: 基达尔\ncountry: {基达尔: x}\nwithin: The Town\n",
    "events/places/gao.yml": "name: Gao\nwithin: غاو\n",
    "events/sources/long.yml": f"publisher: A\ntitle: {'a' * 60}\u202e{'b' * 60}\nread_in: {{publisher: x, urll: y}}\n",
    "events/threads/latin.yml": "title: Caf\udce9\n",
    REPORT: EVENT.replace("2024-08-02", "2 August 2024").replace("publication", "publicaton").format(CLAIMS),
    "events/2024/2024-08-03-more.yml": EVENT.replace("08-02", "08-03").format(CLAIMS),
}


@pytest.fixture
def broken(project: Project) -> Project:
    """A chronicle with problems of many kinds."""
    for file, content in BROKEN.items():
        project.write(file, "")
        (project.folder / file).write_bytes(content.encode("utf-8", errors="surrogateescape"))
    return project


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_the_output_is_that_of_the_golden_file(
    broken: Project, form: str, same_as_file: Callable[[Path, str], None]
) -> None:
    result = broken.check("--format", form)
    same_as_file(GOLDEN / f"{form}.txt", result.output)
    assert result.exit_code == 1


def test_json_is_as_the_schema_says_and_lists_what_the_text_lists(broken: Project) -> None:
    data = json.loads(broken.check("--format", "json").output)
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    listed = [f"{one['file']}:{one['line']}:{one['column']}: {one['severity']}" for one in data["problems"]]
    text = broken.check().output.splitlines()
    assert [
        line.split(f" {one['code']}")[0]
        for line, one in zip(
            (line for line in text if ": TL" not in line and " TL" in line and " = see " not in line),
            data["problems"],
            strict=True,
        )
    ] == listed


def test_every_problem_in_a_pull_request_is_one_line(broken: Project) -> None:
    lines = broken.check("--format", "github").output.splitlines()
    assert all(line.startswith(("::error ", "::warning ")) for line in lines[:-1])
    assert lines[-1].startswith("1 event, ")


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_a_terminal_and_for_those_who_want_it(broken: Project, no_colour: str, coloured: bool) -> None:
    environment = {**os.environ, "NO_COLOR": no_colour, "TERM": "xterm"}
    command = [sys.executable, "-c", "from site_builder.cli import main; main()", "check"]
    # A machine under load may also see the line that says to wait come and go, which has no colour.
    assert bool(re.search(r"\x1b\[[0-9;]*m", _on_a_terminal(command, environment))) is coloured
    piped = subprocess.run(command, env=environment, capture_output=True, check=False).stdout
    assert b"\x1b[" not in piped


def _on_a_terminal(command: list[str], environment: dict[str, str]) -> str:
    """What a command prints to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, env=environment, stdout=theirs, stderr=theirs, stdin=theirs)
    os.close(theirs)
    printed = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the terminal is closed at the other end
            part = b""
        if not part:
            break
        printed += part
    os.close(ours)
    process.wait()
    return printed.decode()


def test_what_is_listed_is_what_stops_a_build(broken: Project) -> None:
    data = json.loads(broken.check("--format", "json").output)
    found = Chronicle.open(broken.folder / "events").problems
    assert data["problems"] == [as_data(problem, "events/") for problem in found]


def test_warnings_fail_only_a_strict_check(project: Project) -> None:
    project.write(REPORT, EVENT.format(CLAIMS))
    assert project.check().exit_code == 0
    assert project.check("--strict").exit_code == 1
    project.write(REPORT, EVENT.format(""))
    assert project.check("--strict").exit_code == 0
