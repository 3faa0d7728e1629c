"""Dates that are put down for what happened hold the days on which it did."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bench.synthetic.when import write_when
from site_builder import edtf
from site_builder.reading.ids import date_prefix

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
LENGTHS = st.integers(0, 40)
SEEDS = st.integers(0, 2**32)


@given(DAYS, LENGTHS, SEEDS)
def test_a_written_date_holds_the_first_day_and_the_last(start: date, length: int, seed: int) -> None:
    when = write_when(Random(seed), start, start + timedelta(length))
    written = edtf.parse(when.text)
    assert written.start.earliest <= edtf.parse(str(when.start)).earliest <= written.start.latest
    assert written.end.earliest <= edtf.parse(str(when.end)).earliest <= written.end.latest


@given(DAYS, LENGTHS, SEEDS)
def test_an_exact_date_says_nothing_else(start: date, length: int, seed: int) -> None:
    when = write_when(Random(seed), start, start + timedelta(length), exactly=True)
    written = edtf.parse(when.text)
    assert (str(written.earliest), str(written.latest)) == (str(when.start), str(when.end))


@given(DAYS, LENGTHS, SEEDS)
def test_an_id_that_begins_with_the_prefix_begins_as_the_check_asks(start: date, length: int, seed: int) -> None:
    when = write_when(Random(seed), start, start + timedelta(length))
    asked = date_prefix(edtf.parse(when.text))
    assert asked is not None
    assert f"{when.prefix}-battle".startswith(asked)
