"""python-dateutil as a second opinion, on forms of a typed date that it can read in one way only."""

from __future__ import annotations

import datetime

import pytest
from dateutil import parser
from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf

FORMS = (
    *("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%Y %B %d", "%B %Y", "%b %Y"),
    *("%Y/%m/%d", "%Y.%m.%d", "%A, %d %B %Y", "%a %d %b %Y", "%A %Y-%m-%d", "the %dth of %B %Y"),
)
"""With the month in letters, or the year first."""


@given(day=st.dates(datetime.date(1600, 1, 1)), form=st.sampled_from(FORMS))
def test_a_typed_date_is_read_as_by_others(day: datetime.date, form: str) -> None:
    typed = day.strftime(form)
    with pytest.raises(edtf.EDTFError) as refused:
        edtf.parse(typed)
    meant = refused.value.suggestion
    assert meant is not None and refused.value.certain
    # What is not in the text dateutil takes from the default.
    other = parser.parse(
        typed.removeprefix("the ").replace(" of ", " "), default=datetime.datetime(day.year, 1, day.day)
    )
    assert meant in (other.date().isoformat(), other.date().isoformat()[:7])
