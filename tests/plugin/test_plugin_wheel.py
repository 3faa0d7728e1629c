"""Another site, built from the package as pip installs it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from building import REPOSITORY, tree
from worlds import write_site


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a wheel of this checkout is unpacked into."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def outside(installed: Path, *arguments: str, folder: Path) -> str:
    """Run Python in a folder with the unpacked wheel before this checkout; what it printed."""
    environment = os.environ | {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ).stdout


def test_the_wheel_holds_the_whole_theme_and_only_the_package(installed: Path) -> None:
    assert tree(installed / "site_builder" / "theme") == tree(REPOSITORY / "theme")
    assert tree(installed / "site_builder" / "problems" / "pages") == tree(REPOSITORY / "docs" / "problems")
    begun = Path("starting") / "content"
    assert tree(installed / "site_builder" / begun) == tree(REPOSITORY / "site_builder" / begun)
    assert sorted(path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")) == ["site_builder"]
    assert (installed / "site_builder" / "py.typed").is_file()


def test_the_installed_theme_is_found(installed: Path, tmp_path: Path) -> None:
    program = "from site_builder.publishing.shell import theme_folder; print(theme_folder())"
    found = outside(installed, "-c", program, folder=tmp_path)
    assert found.strip() == str(installed / "site_builder" / "theme")


def test_a_site_without_a_theme_of_its_own_builds_from_it(installed: Path, tmp_path: Path) -> None:
    docs = {"contributing.md": "# Contributing\n\n## Report an error\n", "method.md": "# Method\n"}
    write_site(tmp_path, "2024-07-27-x: {title: Another chronicle}", docs=docs)
    outside(installed, "-m", "mkdocs", "build", "--strict", folder=tmp_path)
    page = (tmp_path / "site" / "events" / "2024-07-27-x" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Another chronicle</h1>" in page
    styles = sorted((REPOSITORY / "theme" / "assets").rglob("*.css"))
    assert styles
    for style in styles:
        published = tmp_path / "site" / style.relative_to(REPOSITORY / "theme")
        assert published.read_bytes() == style.read_bytes()
