"""The row of a page's events, the way from it to the same events on the timeline, and the texts for its script."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import worlds

from site_builder.formats import data_files
from site_builder.pages import Page
from site_builder.pages.instrument import Instrument
from site_builder.publishing import Renderer, make_templates, theme_folder

WORLD = """
actors/csp: {name: CSP}
actors/hcua: {name: HCUA, parent: csp}
actors/idle: {name: Idle}
places/region: {name: Region, precision: unlocated}
places/town: {name: Town, within: region, precision: unlocated}
threads/war: {title: The war}
questions/who: {title: Who did it}
2022-03-01-a: {actors: [{actor: hcua}], places: [{place: town}], threads: [war]}
2023-07-01-b: {actors: [{actor: csp}], places: [{place: region}], claims: [{id: one, by: csp, question: who}]}
2024-02-01-c: {actors: [{actor: idle}], threads: [war], claims: [{id: two, by: csp, question: who}]}
"""


def html_of(folder: Path, page: Page, *, directory_urls: bool = True) -> str:
    site = worlds.here(worlds.chronicle_of(folder, WORLD), directory_urls=directory_urls).site
    return str(Renderer(site, make_templates([theme_folder()])).parts(page).content)


def instrument_of(folder: Path, page: Page) -> Instrument | None:
    view = page.view(worlds.here(worlds.chronicle_of(folder, WORLD)).site)
    found: Instrument | None = view.instrument  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize(
    ("page", "chosen", "first", "last"),
    [
        (Page("actor", "csp"), "actor=csp", "2022", "2023"),
        (Page("place", "region"), "place=region", "2022", "2023"),
        (Page("thread", "war"), "thread=war", "2022", "2024"),
        (Page("question", "who"), "question=who", "2023", "2024"),
    ],
)
def test_a_page_draws_its_events_and_leads_to_them_on_the_timeline(
    tmp_path: Path, page: Page, chosen: str, first: str, last: str
) -> None:
    instrument = instrument_of(tmp_path, page)
    assert instrument is not None and instrument.strip is not None and instrument.way is not None
    assert (instrument.strip.first, instrument.strip.last) == (first, last)
    assert len(instrument.strip.drawing.marks) == 2
    assert (instrument.way.label, instrument.way.href) == (
        "2 events on the timeline",
        f"../../timeline/?{chosen}",
    )


def test_one_event_makes_no_strip(tmp_path: Path) -> None:
    assert instrument_of(tmp_path, Page("actor", "idle")) is None


def test_the_events_drawn_are_those_of_the_filters_and_of_the_record_s_own_file(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD)).site
    files = dict(data_files(site))
    filters = json.loads(files["data/timeline/filters.json"]())
    for kind in ("actor", "place", "thread", "question"):
        [found] = [one for one in filters["dimensions"] if one["name"] == kind]
        for value in found["values"]:
            instrument = Page(kind, value["id"]).view(site).instrument  # type: ignore[attr-defined]
            drawn = len(instrument.strip.drawing.marks) if instrument else 1
            assert drawn == len(value["events"])
            assert json.loads(files[f"data/timeline/of/{kind}/{value['id']}.json"]())["events"] == value["events"]


def test_the_instrument_says_where_its_data_and_the_root_of_the_site_are(tmp_path: Path) -> None:
    html = html_of(tmp_path / "1", Page("actor", "csp"))
    assert 'data-tl-root="../../" data-tl-data="../../data/timeline/" data-tl-select="actor=csp" data-tl-strip' in html
    html = html_of(tmp_path / "2", Page("actor", "csp"), directory_urls=False)
    assert 'data-tl-root="../" data-tl-data="../data/timeline/"' in html
    assert 'href="../timeline/index.html?actor=csp"' in html


def test_the_timeline_draws_all_events_above_its_list(tmp_path: Path) -> None:
    html = html_of(tmp_path, Page("timeline"))
    assert html.index("data-tl-now") < html.index('<ol class="tl-events">')
    assert html.count('href="#tl-strip-established"') == 3
    assert html.index('<li class="tl-event tl-event--normal tl-event--established" id="2022-03-01-a">')


def test_texts_for_scripts_are_data_that_no_title_can_end(tmp_path: Path) -> None:
    html = html_of(tmp_path, Page("timeline"))
    [words] = re.findall(r'<template class="tl-words">(.*?)</template>', html)
    assert "<" not in words
    assert json.loads(words)["events"] == {"one": "{n} event", "other": "{n} events"}


def test_the_row_is_paler_where_links_rule_a_date_out(tmp_path: Path) -> None:
    world = """
    2023-11-video: {date: 2023-11, links: [{type: after, event: 2023-11-14-fall}]}
    2023-11-14-fall: {}
    2024-02-01-c: {}
    """
    view = Page("timeline").view(worlds.here(worlds.chronicle_of(tmp_path, world)).site)
    [ruled_out, left] = view.instrument.strip.drawing.bars  # type: ignore[attr-defined]
    assert (ruled_out.style, left.style) == ("ruled-out", "both")
    assert ruled_out.x + ruled_out.width == pytest.approx(left.x, abs=0.01)
    assert ruled_out.width == pytest.approx(100 * 14 / 731, abs=0.02)
