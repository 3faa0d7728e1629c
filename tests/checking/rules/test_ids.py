"""The hand-written pages that a profile names."""

from pathlib import Path

from site_builder.checking import find_missing_pages
from site_builder.chronicle import Chronicle
from site_builder.problems import as_text

PAGES = {"method.md", "about/contributing.md"}


def missing(folder: Path, profile: str) -> list[str]:
    (folder / "chronicle.yml").write_text(profile, encoding="utf-8")
    return [as_text(problem) for problem in find_missing_pages(Chronicle.open(folder), PAGES)]


def test_a_page_that_is_there_is_no_problem(tmp_path: Path) -> None:
    assert missing(tmp_path, "method_page: method.md\ncontributing_page: about/contributing.md\n") == []


def test_a_page_that_is_not_there_is_reported_where_it_is_named(tmp_path: Path) -> None:
    [said] = missing(tmp_path, "method_page: method.md\ncontributing_page: docs/about/contributing.md\n")
    assert said.startswith("chronicle.yml:2:20: warning TL052: ")
    assert said.endswith("(did you mean `about/contributing.md`?)")
