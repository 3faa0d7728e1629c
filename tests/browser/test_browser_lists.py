"""The home page, and the timeline by year."""

from __future__ import annotations

from collections import Counter

import pytest

from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings
from browser.screen import is_on_screen
from site_builder.chronicle import Chronicle
from site_builder.vocabulary import Consulted


def test_the_home_page_tells_the_story_and_begins_who_is_who_on_one_phone_screen(read: MakeReader) -> None:
    page = read(Settings()).open("")
    content = page.locator(".md-content")
    first_screen = [
        content.locator("h1"),
        *content.locator(".tl-about p").all(),
        content.get_by_role("heading", name="Who is who"),
        content.locator(".tl-who dd").first,
    ]
    for part in first_screen:
        box = part.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE.height, part


def test_the_home_page_says_what_was_read_in_full_and_in_excerpt(read: MakeReader, chronicle: Chronicle) -> None:
    words = read(Settings()).open("").locator(".md-content").inner_text()
    numbers = Counter(source.consulted for source in chronicle.sources.values())
    full, excerpt = numbers[Consulted.of("full")], numbers[Consulted.of("excerpt")]
    assert f"Of {len(chronicle.sources)} sources the editors read {full or 'none'} in full" in words
    assert f"{excerpt} in excerpt" in words


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_the_strip_draws_each_event_and_leads_to_each_year(
    read: MakeReader, chronicle: Chronicle, device: Device
) -> None:
    page = read(Settings(device, scripts=False)).open("")
    rows = page.locator(".tl-strip > li:has(a)")
    assert sum(int(row.locator(".tl-strip__number").inner_text()) for row in rows.all()) == len(chronicle.events)
    drawing = page.locator(".tl-strip__drawing").nth(1)
    for shape in page.locator(".tl-strip__drawing :is(use, rect)").all():
        box, around = shape.bounding_box(), drawing.bounding_box()
        assert box is not None and around is not None
        assert around["x"] - 5 <= box["x"] and box["x"] + box["width"] <= around["x"] + around["width"] + 5
    for link in rows.locator("a").all():
        box = link.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= 24
    year = rows.last.locator("a").inner_text()
    rows.last.locator("a").click()
    page.wait_for_url(f"**/timeline/**#year-{year}")


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_the_timeline_leads_to_each_year_and_has_each_event_in_order(
    read: MakeReader, chronicle: Chronicle, device: Device
) -> None:
    page = read(Settings(device)).open("timeline/")
    years = [int(link.inner_text().split()[0]) for link in page.locator(".tl-years a").all()]
    assert years == sorted({int(event[:4]) for event in chronicle.events})
    for year in years:
        page.locator(".tl-years").get_by_role("link", name=str(year)).click()
        page.wait_for_url(f"**/timeline/#year-{year}")
        assert is_on_screen(page.locator(":target"))
    seen = [str(event.get_attribute("id")) for event in page.locator(".tl-event").all()]
    assert seen == list(chronicle.events), "every event once, in the order of the chronicle"


def test_a_link_to_an_event_on_the_timeline_puts_it_on_the_screen(read: MakeReader, chronicle: Chronicle) -> None:
    page = read(Settings()).open("timeline/2024/")
    page.wait_for_url("**/timeline/#year-2024")
    for event in chronicle.events:
        page.evaluate("anchor => { location.hash = anchor }", event)
        assert is_on_screen(page.locator(":target a").first), event
