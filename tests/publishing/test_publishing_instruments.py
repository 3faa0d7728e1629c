"""The scripts of instruments: which are there, whether they are what their sources say, and who may run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building import REPOSITORY

from site_builder.publishing import (
    BundleError,
    Policy,
    find_bundles,
    has_instrument,
    hash_of_script,
    refuse_old_bundles,
)
from site_builder.publishing.bundled import FOLDER, STAMP, hash_of_sources

HASH = hash_of_script("draw()")
START = '<head><meta charset="utf-8"></head><script type="module" src="start.js"{}></script>'
FREE = {"MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MIT OR Apache-2.0"}


def theme(folder: Path, *, script: str = "draw()") -> Path:
    """A theme with one script and a bundle that was made of it."""
    tools = ("bundle.py", "pack-world.js", "package.json", "package-lock.json")
    for name in (*tools, f"{FOLDER}/draw.js", "scripts/draw.ts", "styles/draw.css"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(script, encoding="utf-8")
    (folder / FOLDER / STAMP).write_text(hash_of_sources(folder), encoding="ascii")
    return folder


def test_bundles_that_were_made_of_their_sources_are_taken(tmp_path: Path) -> None:
    refuse_old_bundles(theme(tmp_path))


def test_an_installed_theme_has_no_sources_to_be_older_than(tmp_path: Path) -> None:
    theme(tmp_path)
    for source in ("scripts/draw.ts", "styles/draw.css"):
        (tmp_path / source).unlink()
    refuse_old_bundles(tmp_path)


@pytest.mark.parametrize(
    "changed",
    [
        "scripts/draw.ts",
        "scripts/new.ts",
        "scripts/instead/leaflet.js",
        "styles/draw.css",
        "package-lock.json",
        "bundle.py",
    ],
)
def test_old_bundles_are_refused_with_the_command_that_makes_them(tmp_path: Path, changed: str) -> None:
    file = theme(tmp_path) / changed
    file.parent.mkdir(exist_ok=True)
    file.write_text("changed()", encoding="utf-8")
    with pytest.raises(BundleError, match=r"older than their sources: run `make bundle`"):
        refuse_old_bundles(tmp_path)


def test_missing_bundles_are_refused_with_the_command_that_makes_them(tmp_path: Path) -> None:
    (theme(tmp_path) / FOLDER / STAMP).unlink()
    with pytest.raises(BundleError, match=r"missing: run `make bundle`"):
        refuse_old_bundles(tmp_path)


def test_the_scripts_of_a_site_come_before_ours(tmp_path: Path) -> None:
    folders = [theme(tmp_path / "site", script="own()"), theme(tmp_path / "ours"), tmp_path / "materials"]
    (folders[1] / FOLDER / "other.js").write_text("other()", encoding="utf-8")
    found = find_bundles(folders)
    assert found.keys() == {"draw", "other"}
    assert found["draw"].address == f"{FOLDER}/draw.js"
    assert f"'{found['draw'].integrity}'" == hash_of_script("own()")


def test_only_an_element_of_ours_needs_a_script() -> None:
    assert has_instrument('<div data-tl-script="x.js">')
    assert not has_instrument("<p>&lt;div data-tl-script=&quot;x.js&quot;&gt;</p>")


@pytest.mark.parametrize(
    ("mark", "is_trusted", "is_allowed"),
    [
        (" data-tl-start", True, True),
        (" data-tl-start", False, False),
        (' data-other=" data-tl-start"', True, False),
        ("", True, False),
    ],
)
def test_a_page_that_starts_instruments_may_run_them_and_fetch_data(
    mark: str, is_trusted: bool, is_allowed: bool
) -> None:
    page = Policy(instruments=(HASH,)).put_into(START.format(mark), lambda *_: is_trusted, lambda _: b"start()")
    assert (HASH in page) is is_allowed
    assert ("connect-src 'self'" in page) is is_allowed


def test_the_lock_names_no_host_and_only_free_licences() -> None:
    lock = json.loads((REPOSITORY / "theme" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert {name for name, package in packages.items() if "resolved" in package or "integrity" not in package} == set()
    assert {one["license"] for one in packages.values()} <= FREE


def test_the_script_that_starts_instruments_is_small() -> None:
    assert len((REPOSITORY / "theme" / FOLDER / "start.js").read_bytes()) < 2_000
