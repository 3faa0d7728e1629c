"""What the profile says of rules holds wherever problems are listed, fixed or compared."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from example_files import BASE, write_example

from site_builder.chronicle import Chronicle
from site_builder.cli import main
from site_builder.comparing import Scope, as_text, compare
from site_builder.problems import CODES, ExampleFile, Problem, Severity

LONG = "name: The well\ndescription: TBD\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, tmp_path / "events")
    return tmp_path / "events"


def found(folder: Path, rules: str = "") -> list[Problem]:
    (folder / "chronicle.yml").write_text(f"rules: {{{rules}}}\n" if rules else "", encoding="utf-8")
    if not rules:
        (folder / "chronicle.yml").unlink()
    return [*Chronicle.open(folder).problems]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.output


def test_a_rule_that_is_off_finds_nothing_and_one_that_is_an_error_fails_the_check(folder: Path) -> None:
    (folder / "places/well.yml").write_text(LONG)
    assert [(one.code, one.severity) for one in found(folder)] == [("TL093", Severity.WARNING)]
    assert found(folder, "TL093: off") == []
    assert run("check", "--strict")[0] == 0
    assert [(one.code, one.severity) for one in found(folder, "TL093: error")] == [("TL093", Severity.ERROR)]
    assert run("check")[0] == 1


def test_what_is_wrong_with_a_file_alone_is_judged_by_the_profile_too(folder: Path) -> None:
    (folder / "places/well.yml").write_text("name: The\u00a0\u2003 well\n", encoding="utf-8")
    (code,) = {one.code for one in found(folder)}
    assert CODES[code].page.group in ("files", "yaml")
    assert found(folder, f"{code}: off") == []
    assert {one.severity for one in found(folder, f"{code}: error")} == {Severity.ERROR}


def test_nothing_is_fixed_of_a_rule_that_is_off(folder: Path) -> None:
    well = folder / "places/well.yml"
    well.write_text("name: The\u00a0\u2003 well\n", encoding="utf-8")
    (code,) = {one.code for one in found(folder)}
    found(folder, f"{code}: off")
    assert run("check", "--fix")[0] == 0
    assert well.read_text(encoding="utf-8") == "name: The\u00a0\u2003 well\n"


@pytest.mark.parametrize(
    ("code", "laxer"),
    [
        ("TL083", "km: 5000"),
        ("TL084", "days: 31"),
        ("TL087", "events: 2"),
        ("TL092", "characters: 1000"),
    ],
)
def test_with_a_laxer_number_less_is_reported(folder: Path, code: str, laxer: str) -> None:
    write_example(CODES[code].page.wrong, folder)
    if code == "TL087":
        write_example(CODES[code].page.right, folder)
        assert code in {one.code for one in found(folder, f"{code}: {{events: 20}}")}
    else:
        assert code in {one.code for one in found(folder)}
    assert code not in {one.code for one in found(folder, f"{code}: {{{laxer}}}")}


def test_events_that_are_less_alike_than_asked_are_not_reported(folder: Path) -> None:
    convoy = "title: A column came under fire\ndate: 2024-07-27\nkind: ambush\nplaces: [{place: well, role: site}]\n"
    write_example([ExampleFile("2024/2024-07-27-convoy.yml", convoy, None)], folder)
    assert {one.code for one in found(folder, "TL080: {from: 50}")} == {"TL080"}
    assert found(folder, "TL080: {from: 99}") == []


def test_a_place_is_recent_for_as_long_as_the_profile_says(folder: Path) -> None:
    write_example(CODES["TL105"].page.wrong, folder)
    event = folder / "2024/2024-08-02-attack.yml"
    event.write_text(event.read_text().replace("2024-08-09", "2024-09-09"))
    assert found(folder) == []
    (problem,) = found(folder, "TL105: {days: 60}")
    assert "was at most 60 days old" in problem.message


@pytest.mark.parametrize(("code", "stricter"), [("TL072", "origins: 3")])
def test_with_a_stricter_number_more_is_reported(folder: Path, code: str, stricter: str) -> None:
    write_example(CODES[code].page.right, folder)
    assert found(folder) == []
    assert {one.code for one in found(folder, f"{code}: {{{stricter}}}")} == {code}


def test_explain_says_what_this_chronicle_sets(folder: Path) -> None:
    assert "In this chronicle" not in run("explain", "TL080")[1]
    found(folder, "TL080: {from: 85}, TL091: off")
    assert "In this chronicle (events/chronicle.yml): with `from` 85." in run("explain", "TL080")[1]
    assert "In this chronicle (events/chronicle.yml): not checked." in run("explain", "TL091")[1]
    assert "In this chronicle" not in run("explain", "TL081")[1]


def test_a_comparison_says_that_a_rule_was_turned_off_and_calls_nothing_fixed(folder: Path) -> None:
    (folder / "places/well.yml").write_text(LONG)
    found(folder)
    before = Chronicle.open(folder)
    found(folder, "TL093: off, TL080: {from: 85}")
    after = Chronicle.open(folder)
    comparison = compare(before, after)
    assert comparison.fixed == ()
    printed = as_text(comparison, Scope("main", "0" * 40, "events/"))
    assert "rule TL093 (A text still to be written): checked as usual → not checked" in printed
    assert "rule TL080 (Two records of one event?): checked as usual → with `from` 85" in printed


@pytest.mark.parametrize("code", ["TL067", "TL080", "TL085", "TL088", "TL091"])
def test_what_is_wrong_with_several_records_is_judged_by_the_profile(folder: Path, code: str) -> None:
    write_example(CODES[code].page.wrong, folder)
    assert {one.code for one in found(folder)} == {code}
    assert found(folder, f"{code}: off") == []
    assert {(one.code, one.severity) for one in found(folder, f"{code}: error")} == {(code, Severity.ERROR)}
