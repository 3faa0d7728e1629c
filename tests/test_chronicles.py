"""Whole chronicles on other subjects, each written as a newcomer writes one: every tool passes on them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from building import Built, build
from click.testing import CliRunner
from site_links import broken_links

from site_builder.chronicle import Chronicle
from site_builder.cli import main
from site_builder.problems import Severity

CHRONICLES = sorted((Path(__file__).parent / "chronicles").iterdir())
TODAY = date(2026, 12, 31)
"""A day on which what they plan is still to come."""
MOST_BYTES = 150_000
PAGES = {
    "index.md": "---\ntemplate: home.html\n---\n\n# Home\n",
    "method.md": "# Method\n\n## Words\n\n<!-- timeline: words -->\n",
    "contributing.md": "# Contributing\n\n## Report an error\n",
}

pytestmark = pytest.mark.parametrize("folder", CHRONICLES, ids=lambda folder: folder.name)


def build_chronicle(folder: Path, root: Path) -> Built:
    """The site of a chronicle with the pages that its profile names, by the fewest settings."""
    shutil.copytree(folder, root / "events")
    (root / "docs").mkdir()
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(text, encoding="utf-8")
    config = 'site_name: ""\ntheme: {name: material}\nplugins: [timeline]\n'
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return build(root / "mkdocs.yml", strict=True)


def test_a_check_finds_no_error_or_warning(folder: Path) -> None:
    problems = Chronicle.open(folder, TODAY).problems
    assert [problem for problem in problems if problem.severity is not Severity.HINT] == []


def test_its_site_has_no_broken_link_no_heavy_page_and_all_events(folder: Path, tmp_path: Path) -> None:
    site = build_chronicle(folder, tmp_path)
    assert site.passed, site.log
    assert broken_links(site.folder) == []
    assert {page: size for page in site.pages if (size := page.stat().st_size) > MOST_BYTES} == {}
    events = Chronicle.open(folder, TODAY).events
    assert len(events) >= 10
    for event in events:
        assert f'id="{event}"' in site.text("timeline/index.html")


def test_formatting_changes_nothing(folder: Path) -> None:
    result = CliRunner().invoke(main, ["fmt", "--check", str(folder)])
    assert result.exit_code == 0, result.output
