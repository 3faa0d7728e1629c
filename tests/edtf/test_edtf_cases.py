"""Every public case, and the decisions where public suites disagree."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder import edtf

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "edtf.json").read_text(encoding="utf-8"))[
    "cases"
]

OTHER_LEVEL = {
    "2004-06-01?": "one qualifier at the end is of level 1, as in 2016-05-03?",
    "2004~": "as in 1984~",
    "-1200-06": "negative years are of level 1, as in -2010",
    "-1200-06/0200-05-02": "negative years are of level 1, as in -2010",
}
"""Cases that state another level than a case of the same form."""


def _of(*keys: str) -> list[Any]:
    return [pytest.param(case, id=case["edtf"]) for case in CASES if all(case.get(key) is not None for key in keys)]


@pytest.mark.parametrize("case", _of("edtf"))
def test_a_text_is_a_date_exactly_when_the_case_says_so(case: dict[str, Any]) -> None:
    if case["valid"]:
        assert str(edtf.parse(case["edtf"])) == case["edtf"]
    else:
        with pytest.raises(edtf.EDTFError):
            edtf.parse(case["edtf"])


@pytest.mark.parametrize("case", _of("lower"))
def test_the_earliest_day_is_the_lower_bound(case: dict[str, Any]) -> None:
    assert str(edtf.parse(case["edtf"]).earliest) == case["lower"]


@pytest.mark.parametrize("case", _of("upper"))
def test_the_latest_day_is_the_upper_bound(case: dict[str, Any]) -> None:
    assert str(edtf.parse(case["edtf"]).latest) == case["upper"]


@pytest.mark.parametrize("case", _of("level"))
def test_the_level_is_the_lowest_that_has_the_form(case: dict[str, Any]) -> None:
    expected = 1 if case["edtf"] in OTHER_LEVEL else case["level"]
    assert edtf.parse(case["edtf"]).level == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2023-21", "2023-03-01 2023-05-31"),
        ("2023-22", "2023-06-01 2023-08-31"),
        ("2023-23", "2023-09-01 2023-11-30"),
        ("2023-24", "2023-12-01 2024-02-29"),
        ("2022-28", "2022-12-01 2023-02-28"),
        ("2023-29", "2023-09-01 2023-11-30"),
        ("2023-30", "2023-12-01 2024-02-29"),
        ("2023-31", "2023-03-01 2023-05-31"),
        ("2023-32", "2023-06-01 2023-08-31"),
        ("2023-36", "2023-10-01 2023-12-31"),
        ("2023-37", "2023-01-01 2023-04-30"),
        ("2023-39", "2023-09-01 2023-12-31"),
        ("199X-24", "1990-12-01 2000-02-29"),
    ],
)
def test_a_season_is_three_whole_months_and_a_winter_is_named_by_its_first(text: str, bounds: str) -> None:
    date = edtf.parse(text)
    assert f"{date.earliest} {date.latest}" == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1950S2", "1900-01-01 1999-12-31"),
        ("1950S4", "1950-01-01 1950-12-31"),
        ("-1950S2", "-1999-01-01 -1900-12-31"),
        ("Y171010000S3", "171000000-01-01 171999999-12-31"),
        ("Y3388E2S3", "338000-01-01 338999-12-31"),
        ("Y-20E2S3", "-2009-01-01 -2000-12-31"),
    ],
)
def test_digits_that_are_not_significant_leave_every_year_that_agrees_in_the_others(text: str, bounds: str) -> None:
    date = edtf.parse(text)
    assert f"{date.earliest} {date.latest}" == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1985-04-12T23:20:30+04:30", "1985-04-12"),
        ("1985-04-12T02:20:30+04:30", "1985-04-12"),
        ("1985-12-31T23:20:30-04", "1985-12-31"),
        ("1986-01-01T00:00:00+14:00", "1986-01-01"),
        ("2024-02-29T23:59-12:00", "2024-02-29"),
        ("1985-04-12T23:20:30", "1985-04-12"),
        ("1985-04-12T24:00:00", "1985-04-12"),
        ("1985-04-12T24:00", "1985-04-12"),
        ("1985-04-12T02:20+04:30", "1985-04-12"),
        ("1985-04-12T24:00:00+01", "1985-04-12"),
        ("9999-12-31T24:00:00Z", "9999-12-31"),
    ],
)
def test_a_time_of_day_is_bounded_by_its_day_as_written(text: str, bounds: str) -> None:
    date = edtf.parse(text)
    assert str(date.earliest) == str(date.latest) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "2023-21/2023-23",  # seasons wherever dates may stand
        "[2023-21..2023-23]",
        "Y-20000/Y-10000",
        "Y17E7~",
        "[1984~..1986~]",
        "[1984]",
        "XXXX",
        "-000X",
        "2016-05-02T12:00:00+14:00",
        "2016-05-02T12:00:00-12:00",
    ],
)
def test_where_the_standard_is_silent_this_is_a_date(text: str) -> None:
    assert str(edtf.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "../..",
        "/..",
        "../",
        "..",
        "[..]",
        "[]",
        "{}",
        "[,]",
        "[1984,]",
        "[1984..,1986]",  # open ends only at the ends of a set
        "[1983,..1984]",
        "{2004/2005}",
        "[2004]/2005",
        "[198X..1990]",
        "[2004-06..2004-07-01]",
        "-0000",
        "Y2004",
        "Y012345",
        "Y0E5",
        "Y17E0",
        "Y17E07",
        "1950S0",
        "1950S5",
        "195XS2",
        "Y17E7-12",
        "2001-21-01",
        "2001-2X",
        "199X-02-3X",
        "1XX1-02-29",
        "2004-06-01~~",
        "~~2004",
        "2004--06",
        "2004-06-",
        "2004-6",
        "2004-06-01T10",
        "2004-06-01T10:10:",
        "2004-06-01T10:1",
        "2004-06-01T10:10/2005",
        "2004-06-01T10:10:10.5",
        "2004-06-01T24:00:01",
        "2004-06-01T23:59:60",
        "2004-06-01T10:10:10+0430",
        "2004-06-01T10:10:10-12:01",
        "2004-06-01T10:10:10-00:00",
        "2004-06T10:10:10",
        "2004-06-01~T10:10:10",
        "2004-06-XXT10:10:10",
        "2004-06-01T10:10:10?",
        "2004-06-01T10:10:10/2005",
        "2004-W05",
        "2004-102",
        "20040601",
        "P1Y",
        " 2004",
        "2004\n",
        "２００４",
        "٢٠٠٤",
    ],
)
def test_where_the_standard_is_silent_or_strict_this_is_no_date(text: str) -> None:
    with pytest.raises(edtf.EDTFError):
        edtf.parse(text)
