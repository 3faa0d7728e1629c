from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.linking.counts import Period, Timetable, stated

DATES = [
    "2024",
    "2024-07",
    "2024-07-25",
    "2024-07-25/2024-07-27",
    "2024-07-26~",
    "2023/2025",
    "../2024-02",
    "2024-07/..",
]
PERIODS = [stated(edtf.parse(text)) for text in DATES]


def may_overlap(one: Period, other: Period) -> bool:
    assert one.days is not None
    assert other.days is not None
    return one.days[0].earliest <= other.days[1].latest and other.days[0].earliest <= one.days[1].latest


def test_a_period_is_sure_where_its_date_fixes_its_days() -> None:
    assert [text for text, period in zip(DATES, PERIODS, strict=True) if not period.sure] == [
        "2024-07-26~",
        "../2024-02",
        "2024-07/..",
    ]


@given(st.lists(st.sampled_from(PERIODS), unique=True), st.sampled_from(PERIODS))
def test_a_timetable_finds_what_trying_all_finds(periods: list[Period], one: Period) -> None:
    found = Timetable(periods).overlapping(one)
    assert len(found) == len(set(found))
    assert set(found) == {other for other in periods if may_overlap(one, other)}
