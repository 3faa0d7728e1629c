from datetime import date
from pathlib import Path

import pytest
import worlds
from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.pages.dates import DateView, first_year, view_date


def view(text: str) -> DateView:
    return view_date(edtf.parse(text), "en")


def narrowed(folder: Path, world: str, event_id: str) -> DateView:
    """The date of an event as its own chronicle's order narrows it."""
    return worlds.here(worlds.chronicle_of(folder, world)).event_date(event_id)


@pytest.mark.parametrize(
    ("text", "scale", "left", "width", "fades"),
    [
        ("2024-07-01", "July 2024", 0.0, 3.23, "none"),
        ("2024-07-31", "July 2024", 96.77, 3.23, "none"),
        ("2024-07-25/2024-07-27", "July 2024", 77.42, 9.68, "none"),
        ("2024-07-25/2024-08-02", "2024", 56.28, 2.46, "none"),
        ("2023-07-01/2024-06-30", "2023 to 2024", 24.76, 50.07, "none"),
        ("2023-11", "November 2023", 0.0, 100.0, "both"),
        ("[2024-07-25..2024-07-27]", "July 2024", 77.42, 9.68, "both"),
        ("2024-07-27~", "July 2024", 83.87, 3.23, "both"),
        ("2024-07-27?", "July 2024", 83.87, 3.23, "both"),
        ("2024-07/2024-08-15", "2024", 49.73, 12.57, "left"),
        ("2024-07-15/2024-08", "2024", 53.55, 13.11, "right"),
        ("-0043-03-15", "March 44 BCE", 45.16, 3.23, "none"),
        ("-0043-12", "December 44 BCE", 0.0, 100.0, "both"),
        ("-0299~", "300 BCE", 0.0, 100.0, "both"),
        ("[-0269..-0239]", "270 BCE to 240 BCE", 0.0, 100.0, "both"),
        ("-0049/0050", "50 BCE to 50 CE", 0.0, 100.0, "both"),
        ("2023/..", "2023", 0.0, 100.0, "both"),
        ("[..-0212]", "213 BCE", 0.0, 100.0, "both"),
        ("2024-07-27/..", "July 2024", 83.87, 16.13, "right"),
        ("../2024-07-27", "July 2024", 0.0, 87.1, "left"),
        ("2024-07-27/", "July 2024", 83.87, 16.13, "right"),
    ],
)
def test_a_bar_shows_the_bounds_and_fades_where_they_are_not_sure(
    text: str, scale: str, left: float, width: float, fades: str
) -> None:
    bar = view(text).bar
    assert bar is not None
    assert (bar.scale, bar.left, bar.width, bar.fades) == (scale, left, width, fades)


@pytest.mark.parametrize("text", ["Y-11999", "Y170000002", "XXXX-12-25"])
def test_there_is_no_bar_where_nothing_or_nothing_near_bounds_the_date(text: str) -> None:
    assert view(text).bar is None


@st.composite
def some_dates(draw: st.DrawFn) -> str:
    first = draw(st.dates(min_value=date(1000, 1, 1)))
    last = draw(st.dates(min_value=first))
    forms = ("{a}", "{a}/{b}", "[{a}..{b}]", "{a}~", "{a}/..", "../{b}", "{month}", "{year}")
    return draw(st.sampled_from(forms)).format(a=first, b=last, month=str(first)[:7], year=first.year)


@given(some_dates())
def test_every_bar_stays_in_its_frame(text: str) -> None:
    bar = view(text).bar
    assert bar is not None
    assert 0 <= bar.left <= 100
    assert 1.5 <= bar.width <= 100.001
    assert bar.left + bar.width <= 100.01


@pytest.mark.parametrize(
    "text",
    ["2024-07", "2024-07-27~", "2024-07-27?", "2024-07-25/2024-07-27", "[2024-07-25..2024-07-27]", "2024-07-27/.."],
)
def test_what_is_not_one_sure_day_has_no_weekday_and_no_machine_readable_date(text: str) -> None:
    assert (view(text).weekday, view(text).machine, view(text).edtf) == ("", "", text)


def test_a_day_has_its_weekday() -> None:
    assert (view("2024-07-27").weekday, view("2024-07-27").machine) == ("Saturday", "2024-07-27")
    assert view_date(edtf.parse("2024-07-27"), "fr").weekday == "samedi"


@pytest.mark.parametrize(
    ("text", "machine", "weekday"),
    [
        ("2023-12-31T23:30:00-05:00", "2023-12-31T23:30:00-05:00", "Sunday"),
        ("2023-12-31T23:30:00-05", "2023-12-31T23:30:00-05:00", "Sunday"),
        ("2024-01-01T00:15+14", "2024-01-01T00:15+14:00", "Monday"),
        ("2024-02-29T23:59:59-12:00", "2024-02-29T23:59:59-12:00", "Thursday"),
        ("2024-07-27T06:45", "2024-07-27T06:45", "Saturday"),
        ("2024-07-27T06:45:10Z", "2024-07-27T06:45:10Z", "Saturday"),
        ("2023-12-31T24:00:00", "2023-12-31", "Sunday"),
        ("0001-01-01", "0001-01-01", "Monday"),
        ("0000-12-31", "", ""),
        ("-0044-03-15", "", ""),
        ("0000-12-31T12:00:00Z", "", ""),
    ],
)
def test_a_day_is_reported_to_machines_as_it_is_shown(text: str, machine: str, weekday: str) -> None:
    assert (view(text).machine, view(text).weekday) == (machine, weekday)


def test_a_month_after_a_day_in_it_is_said_with_the_days_that_are_left(tmp_path: Path) -> None:
    world = """
    2023-11-14-kidal: {}
    2023-11-video: {date: 2023-11, links: [{type: after, event: 2023-11-14-kidal}]}
    """
    seen = narrowed(tmp_path, world, "2023-11-video")
    assert (seen.words, seen.inferred) == ("November 2023", "between 15 and 30 November 2023")
    assert seen.bar is not None
    assert (seen.bar.left, seen.bar.width, seen.bar.fades) == (46.67, 53.33, "both")


def test_when_something_that_lasted_started_is_reported_apart_from_when_it_ended(tmp_path: Path) -> None:
    world = """
    2023-11-14-kidal: {}
    2024-02-10-end: {}
    2023-11-siege:
      date: 2023-11/2024-02
      links: [{type: after, event: 2023-11-14-kidal}, {type: before, event: 2024-02-10-end}]
    """
    seen = narrowed(tmp_path, world, "2023-11-siege")
    assert seen.words == "from November 2023 to February 2024"
    assert seen.inferred == "start: between 15 and 30 November 2023; end: between 1 and 9 February 2024"


def test_only_the_end_that_is_narrowed_is_said(tmp_path: Path) -> None:
    world = """
    2023-11-14-kidal: {}
    2023-11-siege: {date: 2023-11/2024-02, links: [{type: after, event: 2023-11-14-kidal}]}
    """
    assert narrowed(tmp_path, world, "2023-11-siege").inferred == "start: between 15 and 30 November 2023"


@pytest.mark.parametrize(
    ("before", "date", "inferred"),
    [
        ("[1641..1644]", "[..1702]", "between 1641 and 1702"),
        ("1641", "[..1642]", "between 2 January 1641 and 31 December 1642"),
        ("1641-03-14", "[..1702]", "between 15 March 1641 and 31 December 1702"),
        ("1641-12-31", "[..1702]", "between 1642 and 1702"),
    ],
)
def test_bounds_that_are_years_apart_are_not_said_to_the_day_for_a_few_days(
    tmp_path: Path, before: str, date: str, inferred: str
) -> None:
    start = before.strip("[")[:10].partition(".")[0]
    world = f"""
    {start}-nave: {{date: "{before}"}}
    weir: {{date: "{date}", links: [{{type: after, event: {start}-nave}}]}}
    """
    assert narrowed(tmp_path, world, "weir").inferred == inferred


def test_nothing_is_inferred_of_a_date_that_the_order_does_not_narrow(tmp_path: Path) -> None:
    assert narrowed(tmp_path, "2023-11-video: {date: 2023-11}", "2023-11-video").inferred == ""


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        ("2024-07-27", 2024, "2024"),
        ("../2024", 2024, "2024"),
        ("-0044-03-15", -44, "45 BCE"),
        ("0000", 0, "1 BCE"),
        ("Y12024", 12024, "12,024"),
    ],
)
def test_years_are_counted_as_edtf_does_and_said_as_people_do(text: str, year: int, words: str) -> None:
    parsed = edtf.parse(text)
    assert first_year(parsed.earliest, parsed.latest) == year
    assert edtf.words_of_year(year, "en") == words


def test_what_nothing_bounds_has_no_year() -> None:
    assert first_year(edtf.MINUS_INFINITY, edtf.INFINITY) is None
