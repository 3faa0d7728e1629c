"""Another site, built from the package as pip installs it."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from building import REPOSITORY, tree
from worlds import write_site

from site_builder.publishing import bundled

NOT_INSTALLED = (
    "biome.json",
    "bundle.py",
    "pack-world.js",
    "package-lock.json",
    "package.json",
    "tsconfig.json",
    ".npmrc",
)
"""Files of the theme that only its scripts are made with."""


SAFELY: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""How an archive is unpacked; the first versions of Python 3.11 know no other way than the old one."""


def package(kind: str, source: Path, folder: Path) -> Path:
    """Build a package of a source folder, without any program of Node's, and unpack it."""
    without_node = os.environ | {"PATH": str(folder)}
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=source, env=without_node, check=True, capture_output=True)
    if kind == "wheel":
        [wheel] = folder.glob("*.whl")
        with ZipFile(wheel) as archive:
            archive.extractall(folder / "unpacked")
        return folder / "unpacked"
    [sdist] = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, **SAFELY)
    return folder / sdist.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a source package of this checkout is unpacked into."""
    return package("sdist", REPOSITORY, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a wheel of that source package is unpacked into."""
    return package("wheel", sdist, tmp_path_factory.mktemp("wheel"))


def theme_to_install() -> dict[str, bytes]:
    """The files of the theme that pages are made of."""
    made_with = ("__pycache__", "node_modules", "scripts", "styles")
    files = tree(REPOSITORY / "theme").items()
    return {file: text for file, text in files if file not in NOT_INSTALLED and Path(file).parts[0] not in made_with}


def outside(installed: Path, *arguments: str, folder: Path) -> str:
    """Run Python in a folder with the unpacked wheel before this checkout; what it printed."""
    environment = os.environ | {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ).stdout


def test_the_wheel_holds_the_whole_theme_and_only_the_package(installed: Path) -> None:
    assert tree(installed / "site_builder" / "theme") == theme_to_install()
    assert tree(installed / "site_builder" / "problems" / "pages") == tree(REPOSITORY / "docs" / "problems")
    begun = Path("starting") / "content"
    assert tree(installed / "site_builder" / begun) == tree(REPOSITORY / "site_builder" / begun)
    assert sorted(path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")) == ["site_builder"]
    assert (installed / "site_builder" / "py.typed").is_file()


def test_packages_hold_the_bundled_scripts_with_their_licences_and_no_npm_packages(
    sdist: Path, installed: Path
) -> None:
    for theme in (sdist / "theme", installed / "site_builder" / "theme"):
        bundles = tree(theme / bundled.FOLDER)
        assert {"start.js", "pages.css", "LICENCES.txt", bundled.STAMP} <= bundles.keys()
        assert not (theme / "node_modules").exists()
    for package in (sdist, installed):
        assert (package / "site_builder" / "geography" / "world.bin.gz").is_file()
    assert (sdist / "theme" / "scripts" / "start.ts").is_file()
    assert (sdist / "theme" / "styles" / "pages.css").is_file()


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
