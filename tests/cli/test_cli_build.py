"""`timeline build --offline`: what MkDocs is asked for, and what becomes of what it has built."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import build as building
from site_builder.cli import main
from site_builder.publishing import VARIABLE
from site_builder.publishing.from_disk import MARK


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What MkDocs is asked for, which writes one page and ends as its command does, with 1 where it is to `fail`."""
    asked: list[str] = []

    def run(*arguments: str) -> None:
        asked.extend(arguments)
        assert os.environ[VARIABLE]
        folder = Path(arguments[-1])
        folder.mkdir(exist_ok=True)
        for name in ("index.html", MARK):
            (folder / name).touch()
        sys.exit(int("fail" in arguments))

    monkeypatch.setattr(building, "run_mkdocs", run)
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    return asked


def build(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", *arguments])


def test_a_site_for_a_disk_is_built_where_it_is_wanted_and_packed(asked: list[str], tmp_path: Path) -> None:
    built = build("--offline", "floods", "-f", "other.yml", "--zip")
    assert built.exit_code == 0, built.output
    assert asked == ["build", "--strict", "-f", "other.yml", "--site-dir", str(tmp_path / "floods")]
    assert built.output == (
        f"In a browser open {tmp_path / 'floods' / 'index.html'}\nPacked into {tmp_path / 'floods.zip'}\n"
    )
    with ZipFile("floods.zip") as archive:
        assert archive.namelist() == [f"floods/{MARK}", "floods/index.html"]


def test_a_build_that_fails_packs_nothing(asked: list[str]) -> None:
    built = build("--offline", "floods", "fail", "--zip")
    assert built.exit_code == 1
    assert built.output == ""
    assert not Path("floods.zip").exists()


def test_a_file_that_is_in_the_way_of_the_archive_is_said_before_the_build(asked: list[str]) -> None:
    Path("floods.zip").write_bytes(b"years of work")
    built = build("--offline", "floods", "--zip")
    assert built.exit_code == 2
    assert "floods.zip is there" in built.output
    assert asked == []
    assert Path("floods.zip").read_bytes() == b"years of work"


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("taken", "taken is a file: name a folder that is not there"),
        ("kept", "kept is not empty, and `timeline build --offline` has not made it"),
        (".", "is not empty, and `timeline build --offline` has not made it"),
        ("events/off", "off lies in "),
        ("pages/sub/off", "off lies in "),
        ("", "--offline wants the name of a folder"),
    ],
)
def test_a_folder_that_cannot_be_used_is_said_before_the_build(asked: list[str], folder: str, why: str) -> None:
    Path("taken").write_text("years of work")
    Path("mkdocs.yml").write_text("docs_dir: pages\n")
    for name in ("kept", "events", "pages/sub"):
        Path(name).mkdir(parents=True)
    Path("kept", "letter.txt").touch()
    built = build("--offline", folder)
    assert built.exit_code == 2
    assert why in built.output
    assert "site_dir" not in built.output
    assert asked == []


def test_there_is_nothing_to_pack_of_an_ordinary_build(asked: list[str]) -> None:
    built = build("--zip")
    assert built.exit_code == 2
    assert "name the folder by --offline FOLDER" in built.output
    assert asked == []
