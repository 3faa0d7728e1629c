"""A chronicle that has just begun: its records are right, its site is built, and no link in that leads nowhere."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from building import Built, build
from click.testing import CliRunner
from markupsafe import escape
from site_links import broken_links

from site_builder.chronicle import Chronicle
from site_builder.cli import main
from site_builder.records import Kind
from site_builder.schema import stale_files
from site_builder.starting import PROFILES
from starting.begun import begin

ODD = 'Floods: "high" & <b>low</b> #1 {{ 7 * 7 }} [[x]] *a* فيضان'


@pytest.fixture(scope="module", params=list(PROFILES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(begin(tmp_path_factory.mktemp("begun"), ODD, profile=request.param) / "mkdocs.yml")


def test_the_site_is_built_strictly_without_a_word_of_warning(site: Built) -> None:
    assert site.passed, site.log
    assert "WARNING" not in site.log


def test_no_link_of_the_site_leads_nowhere(site: Built) -> None:
    assert broken_links(site.folder) == []


def test_the_records_have_no_problem_and_there_is_one_of_each_kind(site: Built) -> None:
    chronicle = Chronicle.open(site.folder.parent / "events")
    assert chronicle.problems == ()
    assert [kind for kind in Kind if not chronicle.records(kind)] == []


def test_formatting_and_schemas_are_up_to_date(site: Built) -> None:
    events = site.folder.parent / "events"
    assert CliRunner().invoke(main, ["fmt", "--check", str(events)]).exit_code == 0
    assert stale_files(events) == []


def test_each_example_says_in_its_words_and_in_a_comment_that_it_is_one(site: Built) -> None:
    records = [file for file in (site.folder.parent / "events").glob("*/*.yml") if file.parent.name != ".schema"]
    assert len(records) == 8
    for file in records:
        text = file.read_text(encoding="utf-8")
        assert "example" in file.stem
        assert "# An invented example" in text
        assert "invented example" in text.partition("deleted")[2] or "Example: " in text
        assert all(address.startswith("//example.org") for address in text.split("https:")[1:])


def test_the_own_term_that_is_shown_as_a_comment_can_be_used(site: Built, tmp_path: Path) -> None:
    text = (site.folder.parent / "events" / "chronicle.yml").read_text(encoding="utf-8")
    head, _, term = text.partition("# kinds:\n")
    (tmp_path / "chronicle.yml").write_text(f"{head}kinds:\n{term.replace('# ', '')}", encoding="utf-8")
    chronicle = Chronicle.open(tmp_path)
    assert chronicle.problems == ()
    assert len(yaml.safe_load((tmp_path / "chronicle.yml").read_text(encoding="utf-8"))["kinds"]) == 1


def test_the_example_claim_on_the_contributing_page_is_that_of_the_record(site: Built) -> None:
    page = (site.folder.parent / "docs" / "contributing.md").read_text(encoding="utf-8")
    [shown] = yaml.safe_load(page.partition("```yaml\n")[2].partition("```")[0])["claims"]
    events = (site.folder.parent / "events").glob("[0-9]*/*.yml")
    [recorded] = [
        claim
        for file in events
        for claim in yaml.safe_load(file.read_text(encoding="utf-8")).get("claims", ())
        if claim["id"] == shown["id"]
    ]
    assert shown.items() <= recorded.items()


def test_any_title_comes_out_as_it_was_written(site: Built) -> None:
    project = site.folder.parent
    assert yaml.safe_load((project / "events" / "chronicle.yml").read_text(encoding="utf-8"))["title"] == ODD
    for page in site.pages:
        html = page.read_text(encoding="utf-8")
        assert "<b>low" not in html, page
        assert unescape(html).count(ODD) >= 1 or 'http-equiv="refresh"' in html, page
    assert f">{escape(ODD)}</title>" in site.text("index.html")
    assert f'aria-label="{escape(ODD)}"' in site.text("method/index.html")
    heading = re.search("<h1[^>]*>([^<]*)<", site.text("index.html"))
    assert heading is not None and unescape(heading[1]) == ODD


@pytest.mark.parametrize("language", ["ar", "fr", "sw"])
def test_a_chronicle_in_another_language_is_built_as_well(tmp_path: Path, language: str) -> None:
    project = begin(tmp_path, language=language)
    assert Chronicle.open(project / "events").problems == ()
    built = build(project / "mkdocs.yml")
    assert built.passed and "WARNING" not in built.log
    assert broken_links(built.folder) == []


def test_the_examples_can_be_deleted_as_the_readme_says(tmp_path: Path) -> None:
    project = begin(tmp_path)
    assert "rm events/*/*example*.yml" in (project / "README.md").read_text(encoding="utf-8")
    for file in project.glob("events/*/*example*.yml"):
        file.unlink()
    assert Chronicle.open(project / "events").by_kind[Kind.EVENT] == {}
    built = build(project / "mkdocs.yml")
    assert built.passed and "WARNING" not in built.log
    assert broken_links(built.folder) == []
