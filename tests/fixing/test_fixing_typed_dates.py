"""`check --fix` on dates as people type them: the one thing that they can mean, or nothing."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main

TESTS = Path(__file__).parents[1]
CASES = [
    tuple(line.split("\t"))
    for line in (TESTS / "edtf" / "cases" / "typed-dates.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
EVENT = """title: Something is said on day {number}
date: 2024-01-02
kind: statement
summary: Something is said.
claims:
  - id: army-says
    by: army
    date: {typed}
    topic: other
    says: Something.
    sources: [agency-report]
sources: [agency-report]
added: 2026-11-22
"""


@pytest.fixture(scope="module")
def fixed_text(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of the claim's date after `check --fix`, by what was typed."""
    folder = tmp_path_factory.mktemp("typed") / "events"
    shutil.copytree(TESTS / "checking" / "base", folder)
    for number, (typed, _) in enumerate(CASES):
        (folder / "2024" / f"2024-01-02-day-{number}.yml").write_text(
            EVENT.format(number=number, typed=typed), encoding="utf-8"
        )
    CliRunner().invoke(main, ["check", str(folder), "--fix", "--format", "json"])
    return {
        typed: (folder / "2024" / f"2024-01-02-day-{number}.yml").read_text(encoding="utf-8")
        for number, (typed, _) in enumerate(CASES)
    }


@pytest.mark.parametrize(("typed", "meant"), CASES)
def test_a_fix_writes_the_one_date_that_can_be_meant(fixed_text: dict[str, str], typed: str, meant: str) -> None:
    number = [case[0] for case in CASES].index(typed)
    assert fixed_text[typed] == EVENT.format(number=number, typed=typed if meant == "-" else meant)
