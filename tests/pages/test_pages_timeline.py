from collections.abc import Sequence
from pathlib import Path

import pytest
import worlds

from site_builder.pages import MOST, Here, Page, Redirect, pages_of, redirects_of
from site_builder.pages.addresses import TIMELINE
from site_builder.pages.timeline import TimelinePage, view_sheet, view_timeline
from site_builder.publishing import Renderer, make_templates, theme_folder

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
FITS_ONE_EVENT = 1
FITS_THREE_EVENTS = 1_600
FITS_THREE_YEARS = 3_200


def timeline(folder: Path, world: str, *, most: int = MOST) -> TimelinePage:
    """The timeline's own page."""
    return view_timeline(worlds.here(worlds.chronicle_of(folder, world), TIMELINE, most=most))


def sheet(here: Here, sheet_id: str) -> TimelinePage:
    """The page of some years."""
    return view_sheet(Here(here.site, f"{TIMELINE}/{sheet_id}"), sheet_id)


def months(page: TimelinePage, year: str) -> dict[str, list[str]]:
    """The events of a year on a page, by month."""
    found = next(part for part in page.years if part.name == year)
    return {month.name: [line.record.id for line in month.events] for month in found.months}


def counts(page: TimelinePage) -> list[tuple[str, int]]:
    """The list of years."""
    return [
        (link.part.label, int(link.count.partition(" ")[0])) for century in page.centuries for link in century.years
    ]


def years(page: TimelinePage) -> list[str]:
    return [year.name for year in page.years]


def hrefs(page: TimelinePage) -> list[str | None]:
    return [link.part.href for century in page.centuries for link in century.years]


def test_a_timeline_that_fits_is_one_page_with_every_year(tmp_path: Path) -> None:
    page = timeline(tmp_path, "{2021-12-a: {date: 2021-12}, 2024-07-27-b: {}, 2024-07-28-c: {}}")
    assert years(page) == ["2021", "2024"]
    assert counts(page) == [("2021", 1), ("2024", 2)]
    assert hrefs(page) == ["#year-2021", "#year-2024"]
    assert [link.current for link in page.centuries[0].years] == [False, False]
    assert (page.total, page.before, page.after) == (3, None, None)


def test_a_year_is_reported_by_month_and_what_has_no_month_apart(tmp_path: Path) -> None:
    assert months(timeline(tmp_path, WORLD), "2023") == {
        "August 2023": ["2023-08-arrive"],
        "November 2023": ["2023-11-14-kidal", "2023-11-20-after"],
        "Month not known": ["2023-talks"],
    }


def test_an_event_that_lasted_stands_in_the_month_in_which_it_began(tmp_path: Path) -> None:
    page = timeline(tmp_path, "{2024-02-29-long: {date: 2024-02-29/2024-07}, 2024-year: {date: 2024}}")
    assert months(page, "2024") == {"Month not known": ["2024-year"], "February 2024": ["2024-02-29-long"]}


def test_the_order_of_events_finds_a_month_that_the_date_does_not_give(tmp_path: Path) -> None:
    world = """
    2023-12-02-a: {}
    2023-12-09-z: {}
    2023-m: {date: 2023, links: [{type: after, event: 2023-12-02-a}, {type: before, event: 2023-12-09-z}]}
    """
    assert months(timeline(tmp_path, world), "2023") == {"December 2023": ["2023-12-02-a", "2023-m", "2023-12-09-z"]}


def test_a_time_with_a_shift_stands_in_the_year_and_month_in_which_it_was_written(tmp_path: Path) -> None:
    world = """
    2023-12-31-eve: {date: "2023-12-31T23:30:00-05:00"}
    2024-01-01-east: {date: "2024-01-01T00:30+14:00"}
    2024-01-31-west: {date: "2024-01-31T23:00:00-12:00"}
    2024-02-01-far-east: {date: "2024-02-01T00:30:00+14:00"}
    """
    page = timeline(tmp_path, world)
    assert months(page, "2023") == {"December 2023": ["2023-12-31-eve"]}
    assert list(months(page, "2024").items()) == [
        ("January 2024", ["2024-01-01-east", "2024-01-31-west"]),
        ("February 2024", ["2024-02-01-far-east"]),
    ]


def test_years_before_our_era_come_first_and_are_said_as_such(tmp_path: Path) -> None:
    page = timeline(tmp_path, "{45-bce-03-15-ides: {date: -0044-03-15}, 1-bce-x: {date: '0000'}, 2024-07-27-b: {}}")
    assert years(page) == ["45 BCE", "1 BCE", "2024"]
    assert months(page, "45 BCE") == {"March 45 BCE": ["45-bce-03-15-ides"]}


def test_the_first_century_stands_under_its_first_year_after_events_of_that_year(tmp_path: Path) -> None:
    world = "{0001-rome: {date: '0001-XX'}, 0001-century: {date: 00XX}, 1-bce-before: {date: '0000'}}"
    page = timeline(tmp_path, world)
    assert counts(page) == [("1 BCE", 1), ("1 CE", 2)]
    assert months(page, "1 CE") == {"": ["0001-rome", "0001-century"]}


def test_the_heading_says_where_even_the_year_is_not_certain(tmp_path: Path) -> None:
    world = "{1641-nave: {date: '[1641..1644]'}, 1840-mark: {date: 184X}, 1912-a: {date: 1912}}"
    page = timeline(tmp_path, world)
    assert months(page, "1641") == {"Year not certain": ["1641-nave"]}
    assert months(page, "1840") == {"Year not certain": ["1840-mark"]}
    assert months(page, "1912") == {"": ["1912-a"]}


def test_a_year_of_which_no_month_is_known_has_no_heading_but_its_own(tmp_path: Path) -> None:
    world = "{387-bce-a: {date: -0386}, 1912-b: {date: 1912}, 1912-03-c: {date: 1912-03}, 0000-d: {date: XXXX-12-25}}"
    page = timeline(tmp_path, world)
    assert months(page, "387 BCE") == {"": ["387-bce-a"]}
    assert months(page, "1912") == {"Month not known": ["1912-b"], "March 1912": ["1912-03-c"]}
    assert months(page, "Undated") == {"": ["0000-d"]}


UNDATED = "{0000-some-day: {date: XXXX-12-25}, 2023-a: {date: 2023}, 2024-07-27-b: {}}"


def test_what_nothing_dates_comes_last_and_is_not_what_the_timeline_opens_with(tmp_path: Path) -> None:
    assert years(timeline(tmp_path / "a", UNDATED)) == ["2023", "2024", "Undated"]
    assert years(timeline(tmp_path / "b", UNDATED, most=FITS_ONE_EVENT)) == ["2024"]


def test_the_timeline_does_not_open_with_what_is_still_to_come(tmp_path: Path) -> None:
    world = "{2024-07-27-b: {}, 2031-04-01-trial: {standing: planned, date: 2031-04-01}}"
    assert years(timeline(tmp_path, world, most=FITS_ONE_EVENT)) == ["2024"]


def test_a_chronicle_without_events_has_no_year(tmp_path: Path) -> None:
    page = timeline(tmp_path, "{}")
    assert (page.years, page.centuries) == ((), ())


def test_every_event_stands_in_exactly_one_year(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path, WORLD)
    page = view_timeline(worlds.here(chronicle, TIMELINE))
    listed = [line.record.id for year in page.years for month in year.months for line in month.events]
    assert sorted(listed) == sorted(chronicle.events)


def test_the_list_of_years_is_seen_from_the_page_at_hand(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, UNDATED), TIMELINE, directory_urls=False, most=FITS_ONE_EVENT)
    assert hrefs(sheet(here, "2024"))[0] == "../timeline/2023.html#year-2023"
    assert hrefs(view_timeline(here))[1] == "../timeline/2024.html#year-2024"


SPARSE = """
1046-bce-a: {date: "-1045"}
0975-b: {date: "0975"}
1911-c: {date: 1911}
1912-d: {date: 1912}
1931-e: {date: 1931}
1939-f: {date: 1939}
0000-g: {date: XXXX-12-25}
"""


def test_years_with_few_events_share_a_page_and_each_other_year_leads_there(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, SPARSE), TIMELINE, most=FITS_THREE_YEARS)
    pages = [page for page in pages_of(here.site) if page.kind == "years"]
    assert [(page.address, page.view(here.site).title) for page in pages] == [
        ("timeline/1046-bce", "Timeline: 1046 BCE to 975 CE"),
        ("timeline/1911", "Timeline: 1911 to 1912"),
        ("timeline/1931", "Timeline: 1931 to 1939"),
        ("timeline/undated", "Timeline: Undated"),
    ]
    assert [one for one in redirects_of(here.site) if one.anchor and one.old.startswith(TIMELINE)] == [
        Redirect("timeline/975", "timeline/1046-bce", "year-975"),
        Redirect("timeline/1912", "timeline/1911", "year-1912"),
        Redirect("timeline/1939", "timeline/1931", "year-1939"),
    ]


def test_the_years_on_a_page_are_marked_in_the_list_and_its_neighbours_named(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, SPARSE), most=FITS_THREE_YEARS)
    page = sheet(here, "1911")
    assert [link.part.label for link in page.centuries[0].years if link.current] == ["1911", "1912"]
    assert page.before is not None
    assert page.after is not None
    assert (page.before.label, page.before.href) == ("1046 BCE to 975 CE", "../../timeline/1046-bce/")
    assert (page.after.label, page.after.href) == ("1931 to 1939", "../../timeline/1931/")


@pytest.mark.parametrize("most", [FITS_ONE_EVENT, FITS_THREE_YEARS, 1_000_000])
def test_every_year_has_its_anchor_once_on_every_page_of_the_timeline(tmp_path: Path, most: int) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD + SPARSE), most=most).site
    renderer = Renderer(site, make_templates([theme_folder()]))
    for page in (page for page in pages_of(site) if page.kind in ("timeline", "years")):
        html = renderer.parts(page).content
        for year in ("1046-bce", "975", "1911", "2021", "2023", "2024", "undated"):
            assert html.count(f'id="year-{year}"') == 1


def crowded(year: int, month: int, events: int) -> str:
    return "".join(f"{year}-{month:02d}-01-{n}: {{}}\n" for n in range(events))


def ids(pages: Sequence[TimelinePage]) -> list[list[str]]:
    return [[line.record.id for year in page.years for month in year.months for line in month.events] for page in pages]


def test_a_year_that_is_too_long_continues_and_lists_all_its_months(tmp_path: Path) -> None:
    world = crowded(2024, 1, 5) + crowded(2024, 3, 2) + crowded(2023, 5, 2)
    here = worlds.here(worlds.chronicle_of(tmp_path, world), most=FITS_THREE_EVENTS)
    pages = [sheet(here, name) for name in ("2023", "2024", "2024/2", "2024/3")]
    assert [page.title for page in pages] == [
        "Timeline: 2023",
        "Timeline: 2024",
        "Timeline: 2024, page 2",
        "Timeline: 2024, page 3",
    ]
    assert ids(pages) == [
        ["2023-05-01-0", "2023-05-01-1"],
        ["2024-01-01-0", "2024-01-01-1", "2024-01-01-2"],
        ["2024-01-01-3", "2024-01-01-4"],
        ["2024-03-01-0", "2024-03-01-1"],
    ]
    assert pages[0].years[0].all_months == ()
    assert [(one.part.label, one.part.href, one.anchor, one.current) for one in pages[1].years[0].all_months] == [
        ("January 2024", "#month-2024-01", "", True),
        ("March 2024", "../../timeline/2024/3/#month-2024-03", "month-2024-03", False),
    ]
    assert ids([view_timeline(here)]) == ids(pages[-1:])


def test_an_event_leads_to_the_page_of_the_timeline_that_lists_it(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, crowded(2024, 1, 5)), most=FITS_THREE_EVENTS).site
    event = Page("event", "2024-01-01-4").view(site)
    assert event.timeline.href == "../../timeline/2024/2/#2024-01-01-4"  # type: ignore[attr-defined]


def test_a_long_list_of_years_is_by_century_with_the_years_of_those_on_the_page(tmp_path: Path) -> None:
    world = "".join(f"{year}-a: {{date: {year}}}\n" for year in range(1780, 1860))
    here = worlds.here(worlds.chronicle_of(tmp_path, world), most=30_000)
    page = sheet(here, "1780")
    assert years(page)[-1] == "1799"
    first, second = page.centuries
    assert first.name is not None
    assert second.name is not None
    assert (first.name.label, first.name.href, first.events) == ("1780 to 1799", "#year-1780", 20)
    assert [link.part.label for link in first.years] == years(page)
    assert (second.name.label, second.name.href, second.events) == (
        "1800 to 1859",
        "../../timeline/1800/#year-1800",
        60,
    )
    assert second.years == ()
