"""`timeline explain`, and where the messages of other commands point to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from worlds import write_records

from site_builder.cli import main
from site_builder.problems import CODES


def run(*arguments: str, **environment: str) -> tuple[int, str]:
    result = CliRunner(env=environment).invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.output


def test_a_code_is_explained_with_what_is_wrong_and_what_is_right() -> None:
    status, printed = run("explain", "TL005")
    assert status == 0
    head, meaning, wrong, right = printed.split("\n\n")
    assert head == "TL005: Two files, one id (error)"
    assert meaning.split() == CODES["TL005"].page.meaning.split()
    assert wrong == (
        "Wrong, in events/places/market.yml:\n    name: The market\n"
        "Wrong, in events/places/south/market.yml:\n    name: The market in the south"
    )
    assert right.startswith("Right, in events/places/market.yml:\n    name: The market\n")


def test_several_codes_are_explained_each_once() -> None:
    status, printed = run("explain", "TL044", "60", "tl044")
    assert status == 0
    assert [line.split(":")[0] for line in printed.splitlines() if line[:2] == "TL"] == ["TL044", "TL060"]


def test_an_unknown_code_is_named_with_near_ones_beside_those_that_are_known() -> None:
    status, printed = run("explain", "TL019", "TL044", "no\x1bsuch")
    assert status == 2
    assert "TL044: Not a date" in printed
    assert "there is no code `TL019`; near it are:\n  TL0" in printed
    assert "there is no code `no\\x1bsuch`; `timeline explain` lists all codes" in printed


def test_without_a_code_all_are_listed() -> None:
    status, printed = run("explain")
    assert status == 0
    assert [line.split()[0] for line in printed.splitlines()] == sorted(CODES)


def test_codes_complete() -> None:
    completion = ShellComplete(main, {}, "timeline", "_TIMELINE_COMPLETE")
    assert [item.value for item in completion.get_completions(["explain"], "tl04")] == sorted(
        code for code in CODES if code.startswith("TL04")
    )


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_problems_point_to_the_command_and_to_pages_that_are_online(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    write_records(tmp_path / "events", "2024-a: {kind: batle}\n")
    monkeypatch.chdir(tmp_path)
    online = "https://example.org/problems/TL043/"
    printed = run("check", "--format", form)[1]
    assert "timeline explain TL043" in printed
    assert "docs/problems" not in printed
    for reported in (
        run("check", "--format", form, "--docs-url", "https://example.org/problems/")[1],
        run("check", "--format", form, TIMELINE_DOCS_URL="https://example.org/problems")[1],
    ):
        if form == "json":
            assert json.loads(reported)["problems"][0]["documentation"] == online
        else:
            assert f"ee `timeline explain TL043` or {online}" in reported
