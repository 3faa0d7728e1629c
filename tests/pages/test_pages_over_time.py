"""The strip of all events as home draws it: rows that link to the timeline, marks by standing and importance."""

import re
from pathlib import Path

import pytest
import worlds
from test_pages_previews import ACTORS, STANDING

from site_builder.pages.over_time import OverTime, view_over_time
from site_builder.publishing import Renderer, make_templates, theme_folder


def over_time(folder: Path, world: str, language: str = "en") -> OverTime:
    return view_over_time(worlds.here(worlds.chronicle_of(folder, world), language=language))


def html_of(folder: Path, world: str) -> str:
    site = worlds.here(worlds.chronicle_of(folder, world)).site
    return str(Renderer(site, make_templates([theme_folder()])).home())


def test_each_year_leads_to_its_part_of_the_timeline_and_says_how_many_events_it_has(tmp_path: Path) -> None:
    page = over_time(tmp_path, "{2024-01-02-a: {}, 2024-05-02-b: {}, 2020-01-01-c: {}}")
    assert [(row.years.label, row.years.href, row.events) for row in page.rows] == [
        ("2020", "timeline/#year-2020", 1),
        ("2021 to 2023", None, 0),
        ("2024", "timeline/#year-2024", 2),
    ]
    assert page.words == "Each line is a year."
    assert [name for _, name in page.months] == ["Jan", "Apr", "Jul", "Oct"]


def test_a_row_of_many_years_leads_to_the_first_that_has_events(tmp_path: Path) -> None:
    page = over_time(tmp_path, '{44-bce-03-15-a: {date: "-0043-03-15"}, 0975-b: {date: "0975"}, 2024-01-01-c: {}}')
    assert [(row.years.label, row.years.href) for row in page.rows if row.events] == [
        ("200 BCE to 1 BCE", "timeline/#year-44-bce"),
        ("800 CE to 999 CE", "timeline/#year-975"),
        ("2000 to 2199", "timeline/#year-2024"),
    ]
    assert page.words == "Each line is 200 years."
    assert page.months == ()


def test_what_has_no_year_is_linked_and_not_drawn(tmp_path: Path) -> None:
    page = over_time(tmp_path, "{2024-01-01-a: {}, xxxx-12-25-b: {date: XXXX-12-25}}")
    assert sum(row.events for row in page.rows) == 1
    assert page.undated is not None and page.undated.href == "timeline/#year-undated"


def test_a_mark_has_the_shape_of_the_standing_and_the_size_of_the_importance(tmp_path: Path) -> None:
    world = f"""
    {ACTORS.replace(chr(10), chr(10) + "    ")}
    2024-01-02-a: {{importance: major}}
    2024-03-02-b: {{standing: claimed, claims: [{STANDING["claimed"]}]}}
    2024-05-02-c: {{importance: minor}}
    """
    page = over_time(tmp_path, world)
    marks = page.rows[0].drawing.marks
    assert [mark.shape for mark in marks] == ["established", "claimed", "established"]
    assert marks[0].size > marks[1].size > marks[2].size
    assert [one.value for one in page.standings] == ["established", "claimed"]


def test_where_all_is_established_no_standing_is_explained(tmp_path: Path) -> None:
    assert over_time(tmp_path, "{2024-01-02-a: {}}").standings == ()


@pytest.mark.parametrize(
    ("date", "style"),
    [
        ("2024-03-01/2024-04-01", "none"),
        ("2024-03", "both"),
        ("2024-03-01~", "both"),
        ("2024-03-01?", "both"),
        ("2024-03-01/..", "right"),
        ("2024-03-01/2024-05", "right"),
        ("2024-03/2024-05-02", "left"),
        ("[2024-03-01..2024-03-09]", "one-of"),
    ],
)
def test_a_bar_fades_where_its_end_is_not_sure_and_is_hollow_for_one_unknown_day(
    date: str, style: str, tmp_path: Path
) -> None:
    [row] = over_time(tmp_path, f"2024-03-01-a: {{date: '{date}'}}").rows
    assert [bar.style for bar in row.drawing.bars] == [style]
    assert row.drawing.marks == ()


def test_a_bar_that_is_not_established_has_the_mark_of_its_standing_and_one_beyond_its_row_an_arrow(
    tmp_path: Path,
) -> None:
    claims = f"standing: claimed, claims: [{STANDING['claimed']}]"
    world = f"{ACTORS}2023-03-a: {{date: 2023-03, {claims}}}\n2023-12-01-b: {{date: 2023-12-01/2024-02-01}}"
    [row] = over_time(tmp_path, world).rows
    assert [mark.shape for mark in row.drawing.marks] == ["claimed", "on"]


def test_readers_who_do_not_see_the_drawing_hear_the_years_and_their_numbers(tmp_path: Path) -> None:
    html = html_of(tmp_path, "{2024-01-02-a: {}, 2024-05-02-b: {}, 2020-01-01-c: {}}")
    heard = re.sub(r"<svg.*?</svg>|<(\w+)[^>]* aria-hidden=\"true\".*?</\1>", "", html, flags=re.DOTALL)
    strip = re.search(r'<ol class="tl-strip">(.*?)</ol>', heard, re.DOTALL)
    assert strip is not None
    words = [" ".join(re.sub("<[^>]+>", " ", item).split()) for item in strip[1].split("</li>")]
    assert [item for item in words if item] == ["2020 1 event", "2021 to 2023 no events", "2024 2 events"]


def test_every_shape_that_is_used_is_drawn_once_on_the_page(tmp_path: Path) -> None:
    world = "\n".join(
        f"2024-0{number}-01-x: {{standing: {standing}, claims: [{STANDING[standing]}]}}"
        for number, standing in enumerate(STANDING, 1)
    )
    html = html_of(tmp_path, f"{ACTORS}{world}\n2023-12-01-b: {{date: 2023-12-01/2024-02-01}}")
    for used in set(re.findall(r'href="#(tl-strip-[a-z]+)"', html)):
        assert html.count(f'id="{used}"') == 1
    assert 'href="#tl-strip-on"' in html
