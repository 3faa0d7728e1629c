"""Each code has one page, from which the engine reads it and which the site publishes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from building import Built

from site_builder.cli.explain import in_text, near_codes
from site_builder.problems import CODES, GROUPS, Code, find_code, pages_folder
from site_builder.problems.codes import FREE, RETIRED
from site_builder.records import Profile

DOCS = Path(__file__).parents[2] / "docs" / "problems"
LISTS = {"index", *GROUPS}
each_code = pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)


def test_each_code_that_has_a_name_has_a_page_and_each_page_has_a_name() -> None:
    assert pages_folder() == DOCS
    assert {file.stem for file in DOCS.glob("*.md")} == CODES.keys() | LISTS
    assert {code.page.group for code in CODES.values()} == set(GROUPS)


def test_each_number_is_a_code_or_free_or_retired_and_a_retired_one_never_comes_back() -> None:
    taken = {int(code.removeprefix("TL")) for code in CODES}
    assert taken & RETIRED == set(), "a number is never used again: take one that is free"
    assert taken & FREE == set(), "leave the number of the new code out of FREE"
    gone = set(range(1, max(taken | RETIRED) + 1)) - taken - FREE - RETIRED
    assert gone == set(), "put the number of a code that is gone into RETIRED"


@each_code
def test_the_whole_page_of_a_code_is_understood(code: Code) -> None:
    text = (DOCS / f"{code.id}.md").read_text(encoding="utf-8")
    assert f"# {code.id}: {code.page.title}\n\n{code.page.meaning}\n\nWrong" in text
    assert text.count("\nWrong") == len(code.page.wrong) > 0
    assert text.count("\nRight") == len(code.page.right) > 0


@each_code
def test_what_the_command_prints_is_what_the_page_says(code: Code) -> None:
    printed = in_text(code, Profile())
    meaning = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", code.page.meaning)
    head = f"{code.id}: {code.page.title} ({code.severity}) {' '.join(meaning.split())} Wrong"
    assert " ".join(printed.split()).startswith(head)
    for file in (*code.page.wrong, *code.page.right):
        assert all(line in printed for line in file.text.splitlines())


def test_no_page_is_read_before_a_code_is_needed() -> None:
    loaded = "from site_builder.problems import code; from site_builder.cli import main; [*main.commands.values()]"
    program = f"{loaded}; print(code._read.cache_info().currsize)"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(found.stdout) == 0


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


def test_lists_lead_to_each_code_also_from_its_former_address(real_site: Built) -> None:
    for code in CODES.values():
        for page in ("", f"{code.page.group}/"):
            listed = real_site.text(f"problems/{page}index.html")
            assert re.search(rf'<a id="{code.id.lower()}"></a><a href="[./]*{code.id}/">{code.id}</a>', listed)
        explained = real_site.text(f"problems/{code.id}/index.html")
        assert f"{code.id}: {code.page.title}" in explained


@each_code
def test_the_page_of_a_code_says_which_numbers_a_profile_may_set(code: Code) -> None:
    said = " ".join(code.page.meaning.split())
    for threshold in code.page.thresholds.values():
        assert threshold.sentence in said
        assert threshold.stricter in ("lower", "higher")
        assert threshold.least <= threshold.default <= threshold.most
        if not code.may_be_off:
            laxest = threshold.most if threshold.lower_is_stricter else threshold.least
            assert laxest == threshold.default, "errors and rules against harm can only be stricter"
