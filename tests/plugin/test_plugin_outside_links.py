"""A pull request may bring a symbolic link among the pages or into the theme: none publishes what is elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import build
from worlds import write_site

WORLD = "{2024-07-27-ambush: {title: Ambush}}"
SECRET = "secret-of-this-machine"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A site in a repository, and beside it a file and a folder that are not its own."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(f"# {SECRET}\n", encoding="utf-8")
    (tmp_path / "work" / ".git").mkdir(parents=True)
    (tmp_path / "work" / ".git" / "config").write_text(f"token = {SECRET}\n", encoding="utf-8")
    settings = "nav: [index.md]\ntheme: {name: material, custom_dir: look}\n"
    (tmp_path / "work" / "look" / "partials").mkdir(parents=True)
    return write_site(tmp_path / "work", WORLD, docs={"index.md": "# Home\n", "a/b.md": "# B\n"}, config=settings)


def refusal(config: Path) -> str:
    """Why a site is not built; nothing of the secret was written."""
    built = build(config, strict=False)
    assert not built.passed
    assert not built.folder.exists()
    return built.log


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("docs/x.md", "../../outside/secret.md"),
        ("docs/a/x.txt", "/etc/hostname"),
        ("docs/a/deep", "../../../outside"),
        ("docs/x.md", "a/../../../outside/secret.md"),
        ("docs/.hidden.md", "../../outside/secret.md"),
        ("docs/zero.md", "/dev/zero"),
        ("docs/root", "/"),
        ("look/main.html", "../../outside/secret.md"),
        ("look/partials/copyright.html", "/etc/hostname"),
        ("look/assets", "../../outside"),
    ],
)
def test_a_link_that_leads_out_of_the_repository_is_refused(config: Path, link: str, target: str) -> None:
    (config.parent / link).symlink_to(target)
    assert f"the symbolic link {link} leads out of the project" in refusal(config)


def test_a_link_through_another_link_is_followed_to_its_end(config: Path) -> None:
    (config.parent / "way").symlink_to("../outside")
    (config.parent / "docs" / "x.md").symlink_to("../way/secret.md")
    assert "docs/x.md leads out of the project" in refusal(config)


def test_a_link_behind_a_linked_folder_of_the_repository_is_found(config: Path) -> None:
    (config.parent / "more").mkdir()
    (config.parent / "more" / "x.md").symlink_to("../../outside/secret.md")
    (config.parent / "docs" / "more").symlink_to("../more")
    assert "docs/more/x.md leads out of the project" in refusal(config)


@pytest.mark.parametrize("folder", ["docs", "look"])
def test_a_link_in_the_place_of_the_whole_folder_is_refused(config: Path, folder: str) -> None:
    (config.parent / folder).rename(config.parent / "before")
    (config.parent / folder).symlink_to("../outside")
    assert f"the symbolic link {folder} leads out of the project" in refusal(config)


def test_a_link_into_the_data_of_git_is_refused(config: Path) -> None:
    (config.parent / "docs" / "x.txt").symlink_to("../.git/config")
    assert "docs/x.txt leads into .git" in refusal(config)


@pytest.mark.parametrize("target", ["nowhere.md", "x.md"])
def test_a_link_to_nothing_is_reported_and_no_traceback(config: Path, target: str) -> None:
    (config.parent / "docs" / "x.md").symlink_to(target)
    assert "docs/x.md leads to nothing" in refusal(config)


def test_a_link_to_a_folder_around_it_is_reported(config: Path) -> None:
    (config.parent / "docs" / "a" / "loop").symlink_to("..")
    assert "docs/a/loop leads to a folder that it lies in itself" in refusal(config)


def test_links_that_stay_in_the_repository_are_fine(config: Path) -> None:
    (config.parent / "NOTES.md").write_text("# Notes\n", encoding="utf-8")
    (config.parent / "texts").mkdir()
    (config.parent / "texts" / "t.md").write_text("# T\n", encoding="utf-8")
    (config.parent / "docs" / "notes.md").symlink_to("../NOTES.md")
    (config.parent / "docs" / "texts").symlink_to("../texts")
    (config.parent / "docs" / ".#index.md").symlink_to("somebody@their-machine.1234")
    built = build(config)
    assert built.passed, built.log
    assert "Notes" in built.text("notes/index.html")
    assert ">T<" in built.text("texts/t/index.html")


def test_a_folder_elsewhere_that_the_settings_name_is_meant(config: Path, tmp_path: Path) -> None:
    (config.parent / "docs").rename(tmp_path / "pages")
    (tmp_path / "pages" / "c.md").symlink_to("a/b.md")
    built = build(config, docs_dir=str(tmp_path / "pages"))
    assert built.passed, built.log
    (tmp_path / "pages" / "d.md").symlink_to("../outside/secret.md")
    assert "leads out of the project" in build(config, docs_dir=str(tmp_path / "pages")).log


def test_without_a_repository_the_project_is_the_folder_of_the_settings(config: Path) -> None:
    (config.parent / ".git").rename(config.parent.parent / "was-git")
    (config.parent / "docs" / "x.md").symlink_to("../../outside/secret.md")
    assert "docs/x.md leads out of the project" in refusal(config)
