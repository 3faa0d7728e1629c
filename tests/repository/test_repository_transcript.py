"""The transcript on the contributing page is what `timeline check` really says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "contributing.md"
NAME = "2024-07-29-army-answers.yml"


def part(name: str) -> str:
    found = re.search(rf"<!-- transcript: {name} -->\n```\w+\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, name
    return found[1]


def check(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    shutil.copytree(REPOSITORY / "events", folder / "events")
    (folder / "events" / "2024" / NAME).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["check", f"events/2024/{NAME}"])
    return result.exit_code, result.output


def messages(output: str) -> str:
    """What was listed, without the counts of all records, which every new record changes."""
    return re.sub(r"^(\d+ events?, |not listed, ).*\n", "", output, flags=re.MULTILINE)


def test_the_wrong_record_gets_the_messages_that_the_page_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same_as_file: Callable[[Path, str], None]
) -> None:
    code, output = check(tmp_path, part("wrong"), monkeypatch)
    assert code == 1
    page = PAGE.read_text(encoding="utf-8")
    same_as_file(PAGE, page.replace(messages(part("messages")), messages(output)))
    assert "3 errors" in output and "3 errors" in part("messages")


def test_the_fixed_record_has_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = check(tmp_path, part("right"), monkeypatch)
    assert code == 0, output
    assert "error" not in output.replace("0 errors", "")
