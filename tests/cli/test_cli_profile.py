"""The commands take the profile for what it is: checked, fixed, formatted and compared like a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.chronicle import Chronicle
from site_builder.cli import main
from site_builder.comparing import compare
from site_builder.comparing.changes import FieldChange
from site_builder.comparing.summary import summarise

THREAD = "title: The river\nsummary: Up and down the river.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("docs_dir: handbook\ntheme: !ENV [THEME, material]\n", encoding="utf-8")
    for folder in ("events", "handbook/a"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "handbook" / "a" / "how.md").write_text("# How\n", encoding="utf-8")
    return tmp_path


def write(site: Path, profile: str) -> Path:
    file = site / "events" / "chronicle.yml"
    file.write_text(profile, encoding="utf-8")
    return file


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize(("page", "code"), [("a/how.md", None), ("how.md", "TL052"), ("a/HOW.md", "TL052")])
def test_check_knows_the_pages_of_the_site(site: Path, page: str, code: str | None) -> None:
    write(site, f"method_page: {page}\n")
    status, printed = run("check")
    assert status == 0
    assert ("warning TL052" in printed) is (code is not None)


def test_check_says_nothing_of_pages_where_there_is_no_site(site: Path) -> None:
    write(site, "method_page: how.md\n")
    (site / "mkdocs.yml").unlink()
    assert "TL052" not in run("check")[1]


def test_check_fixes_a_key_that_is_misspelt(site: Path) -> None:
    file = write(site, "metod_page: a/how.md\n")
    assert run("check", "--fix")[0] == 0
    assert file.read_text(encoding="utf-8") == "method_page: a/how.md\n"


def test_fmt_puts_the_keys_in_order_and_names_the_schema(site: Path) -> None:
    run("schema")
    file = write(site, "contributing_page:   a/how.md   # ours\nlicence: {url: 'https://example.org/', name: CC0}\n")
    assert run("fmt")[0] == 0
    assert file.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=./.schema/profile.json\n"
        "licence: {name: CC0, url: 'https://example.org/'}\n"
        "contributing_page: a/how.md  # ours\n"
    )


def test_records_that_the_order_names_must_be_there_and_renames_are_followed(site: Path) -> None:
    (site / "events/threads").mkdir()
    thread = site / "events/threads/river.yml"
    thread.write_text(THREAD, encoding="utf-8")
    write(site, "order: {threads: [river, rivr]}\n")
    before = Chronicle.open(site / "events")
    assert "events/chronicle.yml:1:26: error TL060: no thread has the id `rivr`" in run("check")[1]
    write(site, "order: {threads: [river]}\n")
    named = Chronicle.open(site / "events")
    assert compare(before, named).profile == (FieldChange("order threads", "rivr", None),)
    thread.rename(site / "events/threads/stream.yml")
    (site / "events/threads/stream.yml").write_text(f"{THREAD}former_ids: [river]\n", encoding="utf-8")
    assert "error TL061" in run("check")[1]
    assert run("check", "--fix")[0] == 0
    renamed = Chronicle.open(site / "events")
    assert renamed.profile.order.threads == ("stream",)
    assert compare(named, renamed).profile == ()


def test_a_comparison_names_the_part_of_a_term_that_changed(site: Path) -> None:
    def of(flood: str) -> Chronicle:
        write(site, f"kinds: {{flood: {{means: {flood}, like: disaster}}}}\nprofile: general\n")
        return Chronicle.open(site / "events")

    dry, wet = of("Water."), of("Water where it should not be.")
    assert compare(dry, wet).profile == (
        FieldChange("kinds flood means", "Water.", "Water where it should not be.", prose=True),
    )


def test_a_comparison_says_what_changed_in_the_profile(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    nothing = Chronicle.open(tmp_path / "events")
    write(tmp_path, "licence: {name: CC BY 4.0}\nmethod_page: a.md\n")
    before = Chronicle.open(tmp_path / "events")
    write(tmp_path, "licence: {name: CC0, url: 'https://example.org/'}\n# As before.\nmethod_page: a.md\n")
    after = Chronicle.open(tmp_path / "events")
    assert compare(before, after).profile == (
        FieldChange("licence name", "CC BY 4.0", "CC0"),
        FieldChange("licence url", None, "https://example.org/"),
    )
    assert summarise(compare(before, after)) == "profile changed"
    assert compare(nothing, before).profile == (
        FieldChange("licence", None, "CC BY 4.0"),
        FieldChange("method_page", None, "a.md"),
    )
    write(tmp_path, "licence: [\n")
    broken = compare(after, Chronicle.open(tmp_path / "events"))
    assert (broken.profile, len(broken.introduced)) == ((), 1)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("site_name: Floods\ntheme: {language: fr}\n", []),
        ("site_name: Dykes\n", ["1:8: warning TL053: `mkdocs.yml` calls the site `Dykes` (did"]),
        ("theme: {language: en}\n", ["2:13: warning TL053: the first of `languages` is that of the records"]),
        ("site_name: !ENV [NAME, Dykes]\ntheme: material\n", []),
        ("site_name: [\n", []),
    ],
)
def test_check_says_where_the_profile_and_the_site_differ(site: Path, settings: str, found: list[str]) -> None:
    write(site, "title: Floods\nlanguages: [fr]\n")
    (site / "mkdocs.yml").write_text(settings, encoding="utf-8")
    printed = run("check")[1]
    assert printed.count("TL053: ") == len(found)
    assert all(one.removesuffix(" (did") in printed for one in found)
