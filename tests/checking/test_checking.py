"""How rules are put together; what each finds is in the cases."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder import checking, problems
from site_builder.checking import RULES
from site_builder.chronicle import Chronicle
from site_builder.linking import MAX_PROSE
from site_builder.problems import CODES, Severity, as_text
from site_builder.records import Kind

BASE = Path(__file__).parent / "base"


def break_everything(folder: Path) -> Chronicle:
    """The base with every id in every record spoilt."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for file in folder.rglob("*.yml"):
        file.write_text(file.read_text().replace("army", "navy").replace("agency-report", "report"))
    return Chronicle.open(folder)


def test_every_rule_says_what_holds() -> None:
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in RULES)
    assert len(set(RULES)) == len(RULES)


def test_problems_come_in_order_with_the_text_at_their_place(tmp_path: Path) -> None:
    chronicle = break_everything(tmp_path)
    assert list(chronicle.problems) == sorted(chronicle.problems)
    assert len(chronicle.problems) > 10
    for problem in chronicle.problems:
        line = (tmp_path / problem.file).read_text().splitlines()[problem.line - 1]
        assert line[problem.column - 1 :].startswith(problem.text)


def test_problems_do_not_depend_on_the_order_of_records(tmp_path: Path) -> None:
    chronicle = break_everything(tmp_path)
    one_way = {kind: dict(sorted(chronicle.records(kind).items())) for kind in Kind}
    the_other = {kind: dict(sorted(chronicle.records(kind).items(), reverse=True)) for kind in reversed(Kind)}
    first, second = (checking.check(replace(chronicle, by_kind=records)) for records in (one_way, the_other))
    assert first == second


def test_of_a_file_with_countless_problems_the_first_hundred_are_reported(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "places/hill.yml").write_text(f"name: A hill\ndescription: A{' [@nobody]' * 1000}\n")
    found = Chronicle.open(tmp_path).problems
    assert [problem.column for problem in found[:100]] == list(range(16, 1016, 10))
    assert as_text(found[100]) == "places/hill.yml:2:1016: error TL012: 900 more problems in this file are not shown"
    assert len(found) == 101


def test_a_text_that_is_too_long_to_be_read_as_prose_is_a_warning(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    well = tmp_path / "places/well.yml"
    well.write_text(f"name: The well\ndescription: {'a' * MAX_PROSE}\n")
    assert Chronicle.open(tmp_path).problems == ()
    well.write_text(f"name: The well\ndescription: {'a' * (MAX_PROSE + 1)}\n")
    (problem,) = Chronicle.open(tmp_path).problems
    assert as_text(problem).startswith("places/well.yml:2:14: warning TL090: the text has 20,001 characters")


def test_what_lies_ahead_depends_on_the_day_that_is_given(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert Chronicle.open(tmp_path, today=date(2026, 11, 22)).problems == ()
    found = Chronicle.open(tmp_path, today=date(2026, 11, 21)).problems
    assert {(problem.code, problem.severity) for problem in found} == {("TL095", Severity.WARNING)}
    assert {problem.text for problem in found} == {"2026-11-22"}
    ahead = Chronicle.open(tmp_path, today=date(2024, 7, 26)).problems
    assert "the event is dated 2024-07-27, and that day has not come" in {problem.message for problem in ahead}


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    event = tmp_path / "2024/2024-07-27-ambush.yml"
    event.write_text(event.read_text().replace("sources: [daily-report]", "sources: [encyclopedia]"))
    chronicle = Chronicle.open(tmp_path)
    assert [problem.severity for problem in chronicle.problems] == [Severity.WARNING]
    assert chronicle.errors == ()


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)
def test_every_code_is_shown_by_some_case(code: problems.Code) -> None:
    tests = Path(__file__).parent.parent
    cases = [*tests.glob("*/cases/*.txt"), *tests.glob("*/test_*.py")]
    shown = any(f"{code.id}:" in case.read_text() for case in cases)
    assert shown, "write a case in tests/checking/cases/ that has a problem of this code"
