"""Every code is explained by an example that has its problem, and by one that does not."""

from pathlib import Path

import pytest
from example_files import as_bytes, write_example

from site_builder.checking import find_differences, find_missing_pages
from site_builder.chronicle import Chronicle
from site_builder.problems import CODES, Code, Problem

ALSO = {"TL012": {"TL060"}}
"""Codes that cannot be without others."""
codes = pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a folder of records on a site in English that has one hand-written page."""
    chronicle = Chronicle.open(folder)
    return (*chronicle.problems, *find_missing_pages(chronicle, {"method.md"}), *find_differences(chronicle, "", "en"))


@codes
def test_the_wrong_example_has_this_problem_and_no_other(code: Code, tmp_path: Path) -> None:
    write_example(code.page.wrong, tmp_path)
    found = problems_of(tmp_path)
    assert {problem.code for problem in found} == {code.id} | ALSO.get(code.id, set()), found
    assert any(problem.severity is code.severity for problem in found)


@codes
def test_the_right_example_has_no_problem(code: Code, tmp_path: Path) -> None:
    write_example(code.page.right, tmp_path)
    assert problems_of(tmp_path) == ()


def test_what_cannot_be_typed_stands_in_angle_quotation_marks() -> None:
    assert as_bytes("a‹U+202E›b‹byte E9›c‹xy × 3›d") == "a\u202eb".encode() + b"\xe9cxyxyxyd"
