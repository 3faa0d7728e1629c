"""Worlds of broken records in text files, with the problems that they are to have, word for word.

A case is a text file: a line that says what it shows, then files (`=== path` and their content), then
`=== problems` and the lines that `timeline check` prints. Cases in tests/reading/ are only read; those in
tests/checking/ lie over the records in tests/checking/base/, which have no problems.

`python tests/test_golden_problems.py` writes the problems that there are into the cases, to be reviewed like code.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.chronicle import Chronicle
from site_builder.problems import as_text

TESTS = Path(__file__).parent
CASES = sorted(TESTS.glob("*/cases/*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.parent.name}-{case.stem}")
def test_problems_are_those_of_the_case(case: Path, tmp_path: Path) -> None:
    _, expected = split(case)
    assert problems_of(case, tmp_path) == expected


def test_the_base_of_the_cases_has_no_problems(tmp_path: Path) -> None:
    assert Chronicle.open(TESTS / "checking" / "base").problems == ()


def split(case: Path) -> tuple[str, list[str]]:
    """What stands before the problems, and the problems."""
    world, _, expected = case.read_text().partition("=== problems\n")
    return world, expected.splitlines()


def problems_of(case: Path, folder: Path) -> list[str]:
    """Lay the files of a case out in a folder, read or check them, and print what is wrong with them."""
    checked = case.parent.parent.name == "checking"
    if checked:
        shutil.copytree(TESTS / "checking" / "base", folder, dirs_exist_ok=True)
    for section in split(case)[0].split("=== ")[1:]:
        path, _, content = section.partition("\n")
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    found = Chronicle.open(folder).problems if checked else reading.read(folder).problems
    return [as_text(problem) for problem in found]


def _rewrite() -> None:
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            lines = problems_of(case, Path(folder))
        case.write_text("".join([split(case)[0], "=== problems\n", *(f"{line}\n" for line in lines)]))


if __name__ == "__main__":
    _rewrite()
