"""What the schemas for editors take for a date: every text that is one, and few that people write instead."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from edtf_texts import texts
from hypothesis import given

from site_builder import edtf
from site_builder.schema.forms import DATE_PATTERN

CASES = json.loads((Path(__file__).parent / "cases" / "edtf.json").read_text(encoding="utf-8"))["cases"]


@given(texts)
def test_every_date_has_the_form_that_editors_accept(text: str) -> None:
    assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize("text", sorted({case["edtf"] for case in CASES if case["valid"]}))
def test_every_date_of_the_public_suites_has_it(text: str) -> None:
    assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        *("29 July 2024", "27/07/2024", "2024-7-5", "2024/07/27", "20240727", "2024-07-32", "2024-13-01", "2024-00"),
        *(
            "July 2024",
            "about 2024",
            "2024-07-25 - 2024-07-27",
            "2024-07-25..2024-07-27",
            "24",
            "",
            "soon",
            "2024-07-27.",
        ),
    ],
)
def test_what_people_write_instead_is_refused_by_the_check_and_reported_as_they_type(text: str) -> None:
    assert not re.search(DATE_PATTERN, text)
    with pytest.raises(edtf.EDTFError):
        edtf.parse(text)
