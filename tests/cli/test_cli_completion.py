"""What the shell completes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from worlds import write_records

from site_builder.cli import main


def completed(arguments: list[str], incomplete: str) -> list[str]:
    completion = ShellComplete(main, {}, "timeline", "_TIMELINE_COMPLETE")
    return [item.value for item in completion.get_completions(arguments, incomplete)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records(tmp_path / "events", "{2024-a: {}, actors/wagner: {}, actors/fama: {}, places/kidal: {}}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_ids_complete_by_the_kind_that_is_asked_for(folder: Path) -> None:
    assert completed(["show"], "") == ["2024-a", "fama", "wagner", "kidal", "s"]
    assert completed(["show"], "wa") == ["wagner"]
    assert completed(["new", "claim"], "2") == ["2024-a"]
    assert completed(["new", "claim", "2024-a", "--by"], "") == ["fama", "wagner"]
    assert completed(["new", "event", "--place"], "k") == ["kidal"]


def test_values_of_closed_lists_complete(folder: Path) -> None:
    assert completed(["new", "event", "--kind"], "at") == ["attack"]
    assert completed(["new", "claim", "2024-a", "--topic"], "p") == ["place", "participation"]


def test_ids_of_another_folder_complete(folder: Path) -> None:
    write_records(folder / "other", "actors/mali: {}")
    assert completed(["show", "--folder", "other"], "ma") == ["mali"]
    assert completed(["show", "--folder", "nowhere"], "") == []


def test_the_name_of_a_file_that_is_no_id_is_not_put_on_the_command_line(folder: Path) -> None:
    for name in ("$(id)", "a;id", "-rf", "a\nb", "\x1b[2J"):
        (folder / "events/actors" / f"{name}.yml").write_text("name: A\n")
    assert completed(["new", "claim", "2024-a", "--by"], "") == ["fama", "wagner"]
