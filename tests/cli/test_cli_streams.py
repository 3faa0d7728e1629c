"""Arguments that are not UTF-8, and standard streams that are closed or full, in the real executable."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.chronicles import Project
from site_builder.cli import main

TIMELINE = os.fsencode(Path(sys.executable).with_name("timeline"))
BROKEN = b"caf\xe9"
COMMANDS = [
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "github"],
    ["show", "army"],
    ["schema"],
    ["fmt"],
    ["new", "thread", "--no-input", "--title", "Drones", "--added", "2026-11-22"],
    ["--help"],
    ["--version"],
    ["new", "event", "--help"],
    ["serve", "--help"],
]
OF_EACH_KIND = (COMMANDS[1], COMMANDS[6], COMMANDS[7])
"""One that reads, one that writes, and one that only explains."""
ALL_CLOSED = ">&- 2>&- <&-"


def run(*arguments: bytes | str, redirected: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a shell, with its streams redirected."""
    command = [b"sh", b"-c", b'"$@" ' + os.fsencode(redirected), b"sh", TIMELINE, *map(os.fsencode, arguments)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_an_argument_that_is_not_utf_8_is_refused_in_a_sentence(project: Project, command: str) -> None:
    result = run(command, BROKEN)
    assert (result.returncode, result.stderr) == (2, b"argument 2, `caf\\xe9`, is not UTF-8\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [BROKEN],
        ["check", "--since", BROKEN],
        ["check", b"--since=" + BROKEN],
        ["show", "army", "--folder", BROKEN],
        ["new", "actor", "--no-input", "--name", BROKEN],
        ["new", "claim", BROKEN],
        ["new", BROKEN],
        ["diff", "HEAD", BROKEN],
        ["schema", b"events/" + BROKEN],
    ],
)
def test_so_is_one_in_any_place(project: Project, arguments: list[bytes | str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert b"caf\\xe9`, is not UTF-8\n" in result.stderr
    assert b"Traceback" not in result.stderr


def test_a_chronicle_can_lie_in_a_folder_whose_name_is_not_utf_8(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = os.fsencode(project.folder) + b"/" + BROKEN
    try:
        os.mkdir(folder)  # noqa: PTH102
    except OSError:
        # Not every file system has such names.
        return
    os.rename(os.fsencode(project.folder / "events"), folder + b"/events")  # noqa: PTH104
    monkeypatch.chdir(os.fsdecode(folder))
    for command in COMMANDS[:-4]:
        result = run(*command)
        assert (result.returncode, b"Traceback" in result.stderr) == (0, False), result.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_output_is_said_in_a_sentence(project: Project, command: list[str]) -> None:
    result = run(*command, redirected="> /dev/full")
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr
    if command not in (["fmt"], ["serve", "--help"]):
        assert result.returncode == 2
        assert result.stderr.endswith(b"the output cannot be written: No space left on device\n")


@pytest.mark.parametrize(
    ("command", "redirected"),
    [
        *((command, ALL_CLOSED) for command in COMMANDS),
        *((command, one) for command in OF_EACH_KIND for one in (">&-", "2>&-", "<&-", ">/dev/full 2>/dev/full")),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(given),
)
def test_a_closed_stream_is_no_fault_of_the_records(project: Project, command: list[str], redirected: str) -> None:
    result = run(*command, redirected=redirected)
    assert b"Traceback" not in result.stderr + result.stdout
    assert b"Exception ignored" not in result.stderr
    assert "full" in redirected or result.returncode == 0


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_who_has_enough_ends_the_command_quietly(project: Project, command: list[str]) -> None:
    result = run(*command, redirected="| true")
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr


def test_no_record_is_written_into_a_closed_stream(project: Project) -> None:
    result = run("new", "thread", "--no-input", "--title", "Drones", redirected=ALL_CLOSED)
    assert result.returncode == 0
    assert project.read("events/threads/drones.yml").startswith("title: Drones\n")
