"""The pages that explain the codes are those that the registry makes."""

from pathlib import Path

import pytest

from site_builder.problems import CODES, GROUPS
from site_builder.problems.pages import pages, write

DOCS = Path(__file__).parents[2] / "docs" / "problems"


def test_the_pages_in_docs_are_up_to_date() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in DOCS.glob("*.md")}
    assert written == pages(), "run: python -m site_builder.problems.pages docs/problems"


def test_every_code_says_where_it_is_explained() -> None:
    for code in CODES.values():
        file, _, anchor = code.documentation.rpartition("#")
        assert f'<a id="{anchor}"></a>{code.id}: {code.title}\n' in (DOCS.parents[1] / file).read_text(encoding="utf-8")


def test_the_list_of_codes_leads_to_each() -> None:
    for code in CODES.values():
        assert f"[{code.id}]({code.group}.md#{code.id.lower()}) | {code.title}" in pages()["index.md"]


def test_pages_are_written_into_a_new_folder(tmp_path: Path) -> None:
    write(tmp_path / "new")
    assert {file.name for file in (tmp_path / "new").iterdir()} == set(pages())


def test_no_two_groups_share_a_page_or_a_code() -> None:
    assert len({group.page for group in GROUPS}) == len(GROUPS)
    assert sum(len(group.codes) for group in GROUPS) == len(CODES)
    with pytest.raises(ValueError, match="TL001 is taken"):
        GROUPS[0].code(1, "", "")
