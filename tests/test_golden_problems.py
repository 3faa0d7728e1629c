"""Worlds of broken records in text files, with the problems that they are to have, word for word.

A case is a text file: a line that says what it shows, then files (`=== path` and their content), then
`=== problems` and the lines that `timeline check` prints. Cases in tests/reading/ are only read; those in
tests/checking/ lie over the records in tests/checking/base/, which have no problems.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import checking, reading
from site_builder.chronicle import Chronicle
from site_builder.problems import as_text, without

TESTS = Path(__file__).parent
CASES = sorted(TESTS.glob("*/cases/*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.parent.name}-{case.stem}")
def test_problems_are_those_of_the_case(case: Path, tmp_path: Path, same_as_file: Callable[[Path, str], None]) -> None:
    world = world_of(case)
    lines = problems_of(world, tmp_path, checked=case.parent.parent.name == "checking")
    same_as_file(case, "".join([world, "=== problems\n", *(f"{line}\n" for line in lines)]))


def test_the_base_of_the_cases_has_no_problems(tmp_path: Path) -> None:
    assert Chronicle.open(TESTS / "checking" / "base").problems == ()


ALONE = ("TL060", "TL065", "TL069", "TL079")
"""The codes of references that lead nowhere, which a record's own file and the names of the others show."""


@pytest.mark.parametrize("case", sorted((TESTS / "checking" / "cases").glob("*.txt")), ids=lambda case: case.stem)
def test_what_is_wrong_with_a_record_alone_is_wrong_in_the_chronicle(case: Path, tmp_path: Path) -> None:
    world = world_of(case)
    problems_of(world, tmp_path, checked=True)
    chronicle = Chronicle.open(tmp_path)
    _, of_each = checking.check_with(chronicle, {})
    for section in world.split("=== ")[1:]:
        file = section.partition("\n")[0]
        own = [problem for problem in chronicle.problems if problem.file == file]
        read = [problem for problem in reading.read(tmp_path).problems if problem.file == file]
        references = [problem for problem in own if problem.code in ALONE]
        _, alone = checking.check_some(tmp_path, {file})
        assert not list(without(alone, own, lambda problem: problem))
        assert not list(without((*read, *references, *of_each.get(file, ())), alone, lambda problem: problem))


def world_of(case: Path) -> str:
    """What stands before the problems."""
    return case.read_text(encoding="utf-8").partition("=== problems\n")[0]


def problems_of(world: str, folder: Path, *, checked: bool) -> list[str]:
    """Write the files of a case into a folder, read or check them, and print what is wrong with them."""
    if checked:
        shutil.copytree(TESTS / "checking" / "base", folder, dirs_exist_ok=True)
    for section in world.split("=== ")[1:]:
        path, _, content = section.partition("\n")
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    found = Chronicle.open(folder).problems if checked else reading.read(folder).problems
    return [as_text(problem) for problem in found]
