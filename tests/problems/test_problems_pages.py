"""The pages that explain the codes are those that the registry makes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.problems import CODES, GROUPS
from site_builder.problems.explaining import explain, find_code, near_codes
from site_builder.problems.pages import pages, write

DOCS = Path(__file__).parents[2] / "docs" / "problems"


def test_the_pages_in_docs_are_up_to_date(same_as_file: Callable[[Path, str], None]) -> None:
    for name, text in pages().items():
        same_as_file(DOCS / name, text)
    assert {file.name for file in DOCS.glob("*.md")} == set(pages())


def test_every_code_has_a_page_below_the_address_of_all_of_them() -> None:
    for code in CODES.values():
        page, _, anchor = (
            code.page("https://example.org/problems").removeprefix("https://example.org/").rpartition("/#")
        )
        assert f'<a id="{anchor}"></a>{code.id}: {code.title}\n' in (DOCS.parent / f"{page}.md").read_text("utf-8")


def test_what_the_command_prints_is_what_the_page_says() -> None:
    for code in CODES.values():
        printed = " ".join(explain(code).split())
        page = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", code.meaning)
        assert printed.startswith(f"{code.id}: {code.title} ({code.severity}) {' '.join(page.split())} Wrong")
        for line in (*code.wrong.splitlines(), *code.right.splitlines()):
            if not line.startswith(("===", "‹link")):
                assert line in explain(code), code.id


@pytest.mark.parametrize("written", ["TL044", "tl044", "44", "TL44", " TL 44", "TL-044"])
def test_a_code_is_found_however_it_is_typed(written: str) -> None:
    assert find_code(written) is CODES["TL044"]


@pytest.mark.parametrize(
    ("written", "near"),
    [("TL000", "TL001"), ("TL999", "TL110"), ("XY044", "TL044"), ("date", "TL044"), ("TL٤٤", None), ("zzz", None)],
)
def test_near_a_code_that_there_is_not_are_others(written: str, near: str | None) -> None:
    assert find_code(written) is None
    assert (near in {code.id for code in near_codes(written)}) if near else not near_codes(written)


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
