"""The files of a chronicle are written all or not at all, and over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import tree

from site_builder.starting import InTheWayError, in_the_way, place_files, placing

FILES = {"mkdocs.yml": "a", "docs/index.md": "b", "README.md": "c", ".gitignore": "d"}


def test_what_is_in_the_way_is_listed_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(InTheWayError) as raised:
        place_files(tmp_path, FILES)
    assert raised.value.paths == ("mkdocs.yml",)
    assert tree(tmp_path) == before


def test_a_readme_and_a_gitignore_of_a_fresh_clone_stay_as_they_are(tmp_path: Path) -> None:
    for name in ("README.md", ".gitignore", "LICENSE"):
        (tmp_path / name).write_text("mine")
    assert place_files(tmp_path, FILES) == ("README.md", ".gitignore")
    assert tree(tmp_path) == {
        ".gitignore": b"mine",
        "LICENSE": b"mine",
        "README.md": b"mine",
        "docs/index.md": b"b",
        "mkdocs.yml": b"a",
    }


def test_a_file_or_link_in_the_place_of_a_folder_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("mine")
    assert in_the_way(tmp_path, FILES) == ("docs",)
    (tmp_path / "docs").unlink()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere")
    assert in_the_way(tmp_path, FILES) == ("docs",)
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "nothing")
    assert in_the_way(tmp_path, FILES) == ("docs", "mkdocs.yml")


@pytest.mark.parametrize("ended", [KeyboardInterrupt, OSError])
def test_whatever_ends_it_early_leaves_no_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: type[BaseException]
) -> None:
    def write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        if path.name == "README.md":
            raise ended

    monkeypatch.setattr(placing, "write_new", write)
    with pytest.raises(ended):
        place_files(tmp_path / "new" / "folder", FILES)
    assert list(tmp_path.iterdir()) == []
