"""The commands that people type, each in a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from building import REPOSITORY, Built, run, tree
from worlds import write_site

MATERIALX = Path(sys.prefix) / "materialx"
PAGE = "events/2024-07-27-x"
TIMELINE = Path(sys.executable).with_name("timeline")
DOCS = {"contributing.md": "# Contributing\n\n## Report an error\n", "method.md": "# Method\n"}


def timeline(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TIMELINE, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def unsigned(page: bytes) -> bytes:
    """A page without the name of the program that made it, which Material writes into hand-written pages."""
    return re.sub(rb'<meta name="generator"[^>]*>', b"", page)


def test_mkdocs_builds_the_real_records_strictly_and_changes_nothing_there(tmp_path: Path) -> None:
    before = {folder: tree(REPOSITORY / folder) for folder in ("events", "docs", "theme")}
    built = run("mkdocs", "build", "--strict", "-d", str(tmp_path / "site"))
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site" / "timeline" / "index.html").is_file()
    assert {folder: tree(REPOSITORY / folder) for folder in before} == before


def test_properdocs_builds_the_same_of_the_real_records(tmp_path: Path, real_site: Built) -> None:
    built = run("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    assert built.returncode == 0, built.stderr
    ours, theirs = tree(real_site.folder), tree(tmp_path / "site")
    assert ours.keys() == theirs.keys()
    assert [file for file in ours if unsigned(ours[file]) != unsigned(theirs[file])] == []


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_the_site_is_built_under_materialx_too(tmp_path: Path, tool: str) -> None:
    assert MATERIALX.is_dir(), "MaterialX is not installed: run `make test`, or `make .venv/dev.installed`"
    config = "theme: {name: materialx, custom_dir: overrides, features: [navigation.tabs]}"
    write_site(tmp_path, "2024-07-27-x: {title: An event}", docs=DOCS, config=config)
    (tmp_path / "overrides").mkdir()
    main = '{% extends "base.html" %}{% block announce %}Mine{% endblock %}'
    (tmp_path / "overrides" / "main.html").write_text(main)
    built = run(tool, "build", "--strict", "-f", "mkdocs.yml", folder=tmp_path, PYTHONPATH=str(MATERIALX))
    assert built.returncode == 0, built.stderr
    pages = {name: (tmp_path / "site" / name / "index.html").read_text() for name in (".", "method", PAGE, "timeline")}
    assert "mkdocs-materialx-" in pages["method"]
    assert "<h1>An event</h1>" in pages[PAGE]
    assert "1 event," in pages["."]
    for name, html in pages.items():
        assert 'data-md-color-primary="timeline"' in html, name
        assert re.search(r'class="md-tabs__link">\s*Timeline\s*</a>', html) or name in (PAGE, "timeline"), name
        assert "Mine" in html, name


def test_timeline_build_is_a_strict_build(tmp_path: Path) -> None:
    write_site(tmp_path, "2024-07-27-x: {}", docs=DOCS)
    passed = timeline(tmp_path, "build", "-d", "elsewhere")
    assert passed.returncode == 0, passed.stderr
    assert (tmp_path / "elsewhere" / "events" / "2024-07-27-x" / "index.html").is_file()
    (tmp_path / "docs" / "page.md").write_text("[nothing](events/2024-07-27-y.md)")
    failed = timeline(tmp_path, "build")
    assert failed.returncode == 1
    assert "Aborted with 1 warnings in strict mode!" in failed.stdout


def test_a_broken_record_ends_a_build_without_a_traceback(tmp_path: Path) -> None:
    write_site(tmp_path, "2024-07-27-x: {kind: picnic}", docs=DOCS)
    failed = run("mkdocs", "build", folder=tmp_path)
    assert failed.returncode == 1
    assert "events/2024-07-27-x.yml:2:7: error TL043" in failed.stderr
    assert "Aborted with a BuildError!" in failed.stdout
    assert "Traceback" not in failed.stderr
    assert not (tmp_path / "site").exists()
