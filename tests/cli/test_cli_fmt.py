"""`timeline fmt`: which files it changes, what it says of them, and with which exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main

FORMATTED = "name: A\ntype: state\n"
LOOSE = "type:   state\nname: A # the short one\n"


def fmt(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["fmt", *arguments])


def write(folder: Path, file: str, content: str) -> Path:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_it_lays_out_what_is_not_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, loose = write(tmp_path, "events/actors/a.yml", FORMATTED), write(tmp_path, "events/actors/b.yml", LOOSE)
    before = good.stat().st_mtime_ns
    result = fmt(tmp_path, monkeypatch=monkeypatch)
    assert (result.exit_code, result.stdout) == (0, "events/actors/b.yml: formatted\n")
    assert result.stderr == "2 records: 1 formatted, 0 left alone\n"
    assert loose.read_text() == "name: A  # the short one\ntype: state\n"
    assert good.stat().st_mtime_ns == before
    assert sorted(file.name for file in loose.parent.iterdir()) == ["a.yml", "b.yml"]
    assert fmt(tmp_path, "--check", monkeypatch=monkeypatch).exit_code == 0


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_a_byte_order_mark_stay(mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "events/actors/b.yml", "")
    file.write_bytes(f"{mark}type:   state\r\nname: A".encode())
    assert fmt(tmp_path, monkeypatch=monkeypatch).exit_code == 0
    assert file.read_bytes() == f"{mark}name: A\r\ntype: state\r\n".encode()
    assert fmt(tmp_path, "--check", monkeypatch=monkeypatch).exit_code == 0


def test_with_check_it_changes_nothing_and_exits_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loose = write(tmp_path, "events/actors/b.yml", LOOSE)
    result = fmt(tmp_path, "--check", monkeypatch=monkeypatch)
    assert (result.exit_code, result.stdout) == (1, "events/actors/b.yml: would be formatted\n")
    assert loose.read_text() == LOOSE


def test_a_file_that_does_not_read_is_left_alone_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = write(tmp_path, "events/actors/b.yml", "name: [A\n")
    latin = tmp_path / "events/actors/c.yml"
    latin.write_bytes(b"name: \xe9\n")
    result = fmt(tmp_path, monkeypatch=monkeypatch)
    assert result.exit_code == 1
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["events/actors/b.yml", "left alone"],
        ["events/actors/c.yml", "left alone"],
        ["2 records", "0 formatted, 2 left alone"],
    ]
    assert broken.read_text() == "name: [A\n"
    assert latin.read_bytes() == b"name: \xe9\n"


def test_only_the_records_that_were_named_are_formatted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = write(tmp_path, "events/actors/a.yml", LOOSE), write(tmp_path, "events/actors/b.yml", LOOSE)
    assert fmt(tmp_path, "events/actors/b.yml", monkeypatch=monkeypatch).exit_code == 0
    assert one.read_text() == LOOSE
    assert two.read_text() != LOOSE


def test_a_path_that_is_not_there_exits_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = fmt(tmp_path, "nowhere", monkeypatch=monkeypatch)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("nowhere: ")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = write(tmp_path, "secret.yml", LOOSE)
    (tmp_path / "events/actors").mkdir(parents=True)
    (tmp_path / "events/actors/a.yml").symlink_to(outside)
    assert fmt(tmp_path, monkeypatch=monkeypatch).exit_code == 1
    assert outside.read_text() == LOOSE


def test_the_file_keeps_its_permissions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loose = write(tmp_path, "events/actors/b.yml", LOOSE)
    loose.chmod(0o640)
    fmt(tmp_path, monkeypatch=monkeypatch)
    assert loose.stat().st_mode & 0o777 == 0o640


def test_records_name_their_schema_for_editors_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "events/.schema/actor.json", "{}")
    write(tmp_path, "events/.schema/event.json", "{}")
    actor = write(tmp_path, "events/actors/a.yml", FORMATTED)
    place = write(tmp_path, "events/places/a.yml", "name: A\n")
    top = write(tmp_path, "events/2024-a.yml", "title: A\n")
    fmt(tmp_path, monkeypatch=monkeypatch)
    assert actor.read_text().splitlines()[0] == "# yaml-language-server: $schema=../.schema/actor.json"
    assert top.read_text().splitlines()[0] == "# yaml-language-server: $schema=./.schema/event.json"
    assert place.read_text() == "name: A\n"


def test_the_list_of_removals_is_formatted_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "events/.schema/removed.json", "{}")
    entry = "reason: danger, date: 2026-11-28, id: a"
    file = write(tmp_path, "events/removed.yml", f"events:\n- {{{entry}}}\nactors:\n- {{{entry}}} # by letter\n")
    assert fmt(tmp_path, monkeypatch=monkeypatch).exit_code == 0
    assert file.read_text() == (
        "# yaml-language-server: $schema=./.schema/removed.json\n"
        "events:\n  - {id: a, date: 2026-11-28, reason: danger}\n"
        "actors:\n  - {id: a, date: 2026-11-28, reason: danger}  # by letter\n"
    )


def test_help_shows_examples_and_exit_codes() -> None:
    shown = CliRunner().invoke(main, ["fmt", "--help"]).output
    assert "timeline fmt --check" in shown
    assert "Exit code 0" in shown
