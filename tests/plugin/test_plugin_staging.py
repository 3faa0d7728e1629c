"""A build leaves the old site or the new one, and says in a sentence why it cannot write."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from building import build, run, tree
from mkdocs.exceptions import PluginError
from worlds import write_site

from site_builder.plugin.staging import Staging, stage

WORLD = "{2024-07-27-ambush: {title: Ambush}}"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return write_site(tmp_path, WORLD, docs={"index.md": "# Home\n"}, config="nav: [index.md]\n")


def beside(config: Path) -> set[str]:
    return {path.name for path in config.parent.iterdir() if "site" in path.name}


def test_nothing_but_the_site_is_left_beside_it(config: Path) -> None:
    assert build(config).passed
    assert build(config).passed
    assert beside(config) == {"site"}


def test_a_build_that_fails_late_leaves_the_old_site(config: Path, tmp_path: Path) -> None:
    built = build(config)
    before = tree(built.folder)
    hook = tmp_path / "fail.py"
    hook.write_text("def on_post_build(config):\n    raise ValueError('late')\n", encoding="utf-8")
    with pytest.raises(ValueError, match="late"):
        build(config, hooks=[str(hook)])
    assert tree(built.folder) == before
    assert beside(config) == {"site"}


def test_a_file_that_stays_the_same_keeps_its_time(config: Path) -> None:
    site = build(config).folder
    before = {file: (site / file).stat().st_mtime_ns for file in tree(site)}
    (record,) = (config.parent / "events").glob("2024*.yml")
    record.write_text(record.read_text(encoding="utf-8").replace("title: Ambush", "title: Attack"), encoding="utf-8")
    old = tree(site)
    build(config)
    new = tree(site)
    both = old.keys() & new.keys()
    changed = {file for file in both if new[file] != old[file]}
    assert {file for file in both if (site / file).stat().st_mtime_ns != before[file]} == changed
    assert "events/2024-07-27-ambush/index.html" in changed
    assert "404.html" not in changed


def test_hidden_files_of_the_site_stay_and_others_go(config: Path) -> None:
    site = config.parent / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref\n", encoding="utf-8")
    (site / "old.html").write_text("old\n", encoding="utf-8")
    assert build(config).passed
    assert (site / ".git" / "HEAD").read_text(encoding="utf-8") == "ref\n"
    assert not (site / "old.html").exists()


def test_a_build_killed_between_the_renames_is_finished_by_the_next(config: Path) -> None:
    built = build(config)
    staging = Staging(built.folder)
    (built.folder / ".nojekyll").touch()
    built.folder.rename(staging.previous)
    (staging.building / "half").mkdir(parents=True)
    stage(str(built.folder))
    assert (built.folder / "index.html").exists()
    assert not staging.previous.exists()
    assert list(staging.building.iterdir()) == []
    assert build(config).passed
    assert (built.folder / ".nojekyll").exists()


def test_a_site_that_cannot_be_moved_leaves_the_old_one(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build(config)
    before, rename = tree(built.folder), Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == Staging(built.folder).building:
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert "the site cannot be written" in build(config).log
    assert tree(built.folder) == before
    assert beside(config) == {"site"}


def test_a_site_behind_a_link_stays_behind_it(config: Path) -> None:
    (config.parent / "elsewhere").mkdir()
    (config.parent / "site").symlink_to("elsewhere")
    assert build(config).passed
    assert (config.parent / "site").is_symlink()
    assert (config.parent / "elsewhere" / "index.html").exists()


@pytest.mark.parametrize("site", ["events", "events/2024", ".", "events/../events", "link"])
def test_a_site_that_would_take_the_place_of_records_is_refused(config: Path, site: str) -> None:
    (config.parent / "link").symlink_to("events")
    before = tree(config.parent / "events")
    done = run("mkdocs", "build", "-d", site, folder=config.parent)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "records" in done.stderr or "docs_dir" in done.stderr
    assert tree(config.parent / "events") == before


def test_a_refused_site_among_the_records_is_named_with_its_folder(config: Path) -> None:
    done = run("mkdocs", "build", "-d", "events/2024", folder=config.parent)
    assert "would be written to events/2024," in done.stderr


def test_a_file_in_the_place_of_the_site_is_a_sentence(config: Path) -> None:
    (config.parent / "site").write_text("mine\n", encoding="utf-8")
    done = run("mkdocs", "build", folder=config.parent)
    assert done.returncode == 1
    assert "is a file, and should be a folder" in done.stderr
    assert "Traceback" not in done.stderr
    assert (config.parent / "site").read_text(encoding="utf-8") == "mine\n"


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PluginError, match=r"cannot be written: .*file"):
        stage(str(tmp_path / "file" / "site"))


def limit_files(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_is_full_is_a_sentence_and_leaves_the_old_site(config: Path) -> None:
    built = build(config)
    before = tree(built.folder)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "mkdocs", "build"],
        cwd=config.parent,
        preexec_fn=limit_files(4_000),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "the site cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr
    assert ".building" not in done.stderr.rpartition("cannot be written")[2]
    assert tree(built.folder) == before
    assert beside(config) == {"site"}
