from pathlib import Path

import worlds

from site_builder.pages.addresses import TIMELINE, year_address
from site_builder.pages.context import Here
from site_builder.pages.timeline import TimelinePage, view_timeline, view_year

WORLD = """
2021-12-deploys: {date: 2021-12}
2023-08-arrive: {date: "2023-08~"}
2023-11-14-kidal: {}
2023-11-20-after: {date: "[2023-11-20..2023-11-25]"}
2023-talks: {date: 2023, links: [{type: after, event: 2023-11-14-kidal}]}
2024-07-27-ambush: {}
2024-year: {date: 2024}
2024-02-29-long: {date: 2024-02-29/2024-07}
"""


def year(folder: Path, world: str, year: int) -> TimelinePage:
    here = worlds.here(worlds.chronicle_of(folder, world), year_address(year))
    return view_year(here, str(year))


def months(page: TimelinePage) -> dict[str, list[str]]:
    return {month.name: [line.record.id for line in month.events] for month in page.months}


def test_each_year_says_how_many_events_it_has_and_leads_to_its_page(tmp_path: Path) -> None:
    page = year(tmp_path, "{2021-12-a: {date: 2021-12}, 2024-07-27-b: {}, 2024-07-28-c: {}}", 2024)
    assert [(link.year.label, link.events, link.current) for link in page.years] == [
        ("2021", 1, False),
        ("2024", 2, True),
    ]
    assert page.years[0].year.href == "../../timeline/2021/"
    assert page.total == 3


def test_a_year_is_reported_by_month_and_what_has_no_month_apart(tmp_path: Path) -> None:
    assert months(year(tmp_path, WORLD, 2023)) == {
        "August 2023": ["2023-08-arrive"],
        "November 2023": ["2023-11-14-kidal", "2023-11-20-after"],
        "Month not known": ["2023-talks"],
    }


def test_an_event_that_lasted_stands_in_the_month_in_which_it_began(tmp_path: Path) -> None:
    page = year(tmp_path, "{2024-02-29-long: {date: 2024-02-29/2024-07}, 2024-year: {date: 2024}}", 2024)
    assert months(page) == {"Month not known": ["2024-year"], "February 2024": ["2024-02-29-long"]}


def test_the_order_of_events_finds_a_month_that_the_date_does_not_give(tmp_path: Path) -> None:
    world = """
    2023-12-02-a: {}
    2023-12-09-z: {}
    2023-m: {date: 2023, links: [{type: after, event: 2023-12-02-a}, {type: before, event: 2023-12-09-z}]}
    """
    assert months(year(tmp_path, world, 2023)) == {"December 2023": ["2023-12-02-a", "2023-m", "2023-12-09-z"]}


def test_a_time_with_a_shift_stands_in_the_year_and_month_in_which_it_was_written(tmp_path: Path) -> None:
    world = """
    2023-12-31-eve: {date: "2023-12-31T23:30:00-05:00"}
    2024-01-01-east: {date: "2024-01-01T00:30+14:00"}
    2024-01-31-west: {date: "2024-01-31T23:00:00-12:00"}
    2024-02-01-far-east: {date: "2024-02-01T00:30:00+14:00"}
    """
    assert months(year(tmp_path, world, 2023)) == {"December 2023": ["2023-12-31-eve"]}
    in_2024 = months(year(tmp_path, world, 2024))
    assert list(in_2024.items()) == [
        ("January 2024", ["2024-01-01-east", "2024-01-31-west"]),
        ("February 2024", ["2024-02-01-far-east"]),
    ]


def test_years_before_our_era_come_first_and_are_said_as_such(tmp_path: Path) -> None:
    page = year(tmp_path, "{ides: {date: -0044-03-15}, 0000-x: {date: '0000'}, 2024-07-27-b: {}}", -44)
    assert [link.year.label for link in page.years] == ["45 BCE", "1 BCE", "2024"]
    assert months(page) == {"March 45 BCE": ["ides"]}


def test_the_first_century_stands_under_its_first_year_after_events_of_that_year(tmp_path: Path) -> None:
    world = "{0001-rome: {date: '0001-XX'}, 0001-century: {date: 00XX}, 0000-before: {date: '0000'}}"
    page = year(tmp_path, world, 1)
    assert [(link.year.label, link.events) for link in page.years] == [("1 BCE", 1), ("1 CE", 2)]
    assert months(page) == {"Month not known": ["0001-rome", "0001-century"]}


def test_what_nothing_dates_has_a_page_of_its_own_at_the_end(tmp_path: Path) -> None:
    here = worlds.here(
        worlds.chronicle_of(tmp_path, "{0000-some-day: {date: XXXX-12-25}, 2023-a: {date: 2023}, 2024-07-27-b: {}}"),
        TIMELINE,
    )
    assert list(here.site.years) == [2023, 2024, None]
    assert view_timeline(here).year == "2024"
    assert view_year(here, "undated").year == "Undated"


def test_a_chronicle_without_events_has_no_year(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "{}"), TIMELINE)
    assert here.site.years == {}
    assert view_timeline(here).year == "No events yet"


def test_every_event_stands_in_exactly_one_year(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path, WORLD)
    listed = [event for events in worlds.here(chronicle).site.years.values() for event in events]
    assert sorted(listed) == sorted(chronicle.events)


def test_the_lists_of_years_are_seen_from_the_page_at_hand(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path, "2024-07-27-b: {}")
    here = worlds.here(chronicle, TIMELINE, directory_urls=False)
    assert view_year(here, "2024").years[0].year.href == "../timeline/2024.html"
    assert view_year(Here(here.site, year_address(2024)), "2024").months[0].anchor == "month-07"
