"""What a date says of itself, and how dates are ordered."""

import dataclasses
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from edtf_texts import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.edtf import Precision, Shape
from site_builder.edtf.dates import Doubt


@given(texts)
def test_a_date_gives_its_text_back(text: str) -> None:
    date = edtf.parse(text)
    assert str(date) == date.text == text


@given(texts)
def test_earliest_is_never_after_latest(text: str) -> None:
    date = edtf.parse(text)
    assert date.start.earliest <= date.start.latest
    assert date.end.earliest <= date.end.latest
    assert date.earliest <= date.latest
    assert date.earliest is date.start.earliest
    assert date.latest is date.end.latest


@given(texts, texts, texts)
def test_the_order_is_total_and_agrees_with_equality_and_hash(a: str, b: str, c: str) -> None:
    one, two, three = edtf.parse(a), edtf.parse(b), edtf.parse(c)
    assert (one == two) == (a == b)
    assert [one < two, one == two, one > two].count(True) == 1
    assert (one <= two) == (one < two or one == two)
    assert (one >= two) == (two <= one)
    if one <= two <= three:
        assert one <= three
    if one == two:
        assert hash(one) == hash(two)


def test_dates_are_sorted_by_start_then_end_then_precision_then_text() -> None:
    in_order = ["../2020", "/2020", "2020-01-01", "2020-01-01~", "2020-01", "2020", "2020-XX", "2020/", "2020/.."]
    in_order += ["2020-01-02"]
    assert [str(date) for date in sorted(map(edtf.parse, reversed(in_order)))] == in_order


def test_times_of_day_are_sorted_in_utc() -> None:
    in_order = ["2024-01-01T00:30:00+14:00", "2023-12-31T23:00", "2024-01-01T01:00:00Z", "2023-12-31T23:30:00-05:00"]
    in_order += ["2024-01-01"]
    assert [str(date) for date in sorted(map(edtf.parse, reversed(in_order)))] == in_order


@settings(deadline=None)
@given(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)), st.integers(-12 * 60, 14 * 60))
def test_a_moment_is_the_one_that_the_datetime_module_finds(clock: datetime, shift: int) -> None:
    clock = clock.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=shift)))
    date = edtf.parse(clock.isoformat())
    moment = date.moment
    assert moment is not None and moment.in_utc
    assert divmod(moment.first, 86_400)[0] == clock.astimezone(UTC).toordinal()
    assert moment.first - 86_400 == (clock - datetime(1, 1, 1, tzinfo=UTC)).total_seconds()
    assert moment.end_of_day - moment.first == 86_399 - (clock.hour * 60 + clock.minute) * 60 - clock.second
    assert str(date.earliest) == str(date.latest) == clock.date().isoformat()


def test_a_time_to_the_minute_may_be_on_any_of_its_seconds() -> None:
    moment = edtf.parse("0001-01-01T00:02").moment
    assert moment is not None
    assert (moment.first - 86_400, moment.last - 86_400, moment.in_utc) == (120, 179, False)
    assert edtf.parse("0001-01-01").moment is None


@given(texts)
def test_a_date_survives_being_sent_to_another_process(text: str) -> None:
    date = edtf.parse(text)
    assert pickle.loads(pickle.dumps(date)).sort_key == date.sort_key


def test_a_date_cannot_be_changed() -> None:
    date = edtf.parse("2024-07-27")
    with pytest.raises(dataclasses.FrozenInstanceError):
        date.text = "2024-07-28"  # type: ignore[misc]
    assert not hasattr(date, "__dict__")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2024-07-27T10:30:00Z", Precision.SECOND),
        ("2024-07-27T10:30", Precision.MINUTE),
        ("2024-07-27T10:30+02", Precision.MINUTE),
        ("2024-07-27", Precision.DAY),
        ("2024-07", Precision.MONTH),
        ("2024-07-XX", Precision.MONTH),
        ("2024-07-2X", Precision.MONTH),
        ("2024-21", Precision.SEASON),
        ("2024-33", Precision.SEASON),
        ("2024", Precision.YEAR),
        ("2024-XX-XX", Precision.YEAR),
        ("20X4", Precision.YEAR),
        ("202X", Precision.DECADE),
        ("20XX", Precision.CENTURY),
        ("2XXX", Precision.MILLENNIUM),
        ("XXXX", Precision.AGES),
        ("XXXX-12-25", Precision.DAY),
        ("Y17E7", Precision.YEAR),
        ("1950S2", Precision.CENTURY),
        ("Y171010000S3", Precision.AGES),
        ("2024/2024-07-27", Precision.DAY),
        ("2024-07/..", Precision.MONTH),
        ("[2023,2024-07..]", Precision.MONTH),
    ],
)
def test_precision_is_the_finest_component_given_in_full(text: str, precision: Precision) -> None:
    assert edtf.parse(text).precision is precision


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2004-06-11", False, False),
        ("2004-06-11?", True, False),
        ("2004-06~-11", False, True),
        ("2004-%06-11", True, True),
        ("?2004-06-~11", True, True),
        ("2004/2005~", False, True),
        ("[2004?..2005]", True, False),
        ("{2004,2005%}", True, True),
    ],
)
def test_a_qualifier_anywhere_makes_the_whole_uncertain_or_approximate(
    text: str, uncertain: bool, approximate: bool
) -> None:
    date = edtf.parse(text)
    assert (Doubt.UNCERTAIN in date.doubt, Doubt.APPROXIMATE in date.doubt) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "shape", "is_interval", "is_set"),
    [
        ("2004", Shape.SINGLE, False, False),
        ("2004/2005", Shape.INTERVAL, True, False),
        ("[2004,2005]", Shape.ONE_OF, False, True),
        ("{2004,2005}", Shape.ALL_OF, False, True),
    ],
)
def test_a_date_is_one_or_an_interval_or_a_set(text: str, shape: Shape, is_interval: bool, is_set: bool) -> None:
    date = edtf.parse(text)
    assert (date.shape, date.is_interval, date.is_set) == (shape, is_interval, is_set)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023-11", "2023-11-01 2023-11-30", "2023-11-01 2023-11-30"),
        ("2023-11/2024-02", "2023-11-01 2023-11-30", "2024-02-01 2024-02-29"),
        ("2023-11/..", "2023-11-01 2023-11-30", "inf inf"),
        ("../2023-11", "-inf -inf", "2023-11-01 2023-11-30"),
        ("2023-11/", "2023-11-01 2023-11-30", "unknown unknown"),
        ("/2023-11", "unknown unknown", "2023-11-01 2023-11-30"),
        ("[2023,2025]", "2023-01-01 2025-12-31", "2023-01-01 2025-12-31"),
        ("[2023..]", "2023-01-01 inf", "2023-01-01 inf"),
        ("[..2023]", "-inf 2023-12-31", "-inf 2023-12-31"),
        ("{2023,2025}", "2023-01-01 2023-12-31", "2025-01-01 2025-12-31"),
        ("{2025,2023}", "2023-01-01 2023-12-31", "2025-01-01 2025-12-31"),
        ("{2023..}", "2023-01-01 2023-12-31", "inf inf"),
        ("{..2023,2025}", "-inf -inf", "2025-01-01 2025-12-31"),
    ],
)
def test_the_start_and_the_end_each_have_bounds(text: str, start: str, end: str) -> None:
    date = edtf.parse(text)
    assert f"{date.start.earliest} {date.start.latest}" == start
    assert f"{date.end.earliest} {date.end.latest}" == end


@given(texts)
def test_qualifiers_never_move_a_bound(text: str) -> None:
    bare = text.translate(str.maketrans("", "", "?~%"))
    qualified, unqualified = edtf.parse(text), edtf.parse(bare)
    assert (qualified.start, qualified.end) == (unqualified.start, unqualified.end)


def test_a_date_that_many_records_have_is_read_once() -> None:
    assert edtf.parse("2024-07-27") is edtf.parse("2024-07-27")
