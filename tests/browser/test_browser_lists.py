"""The home page in one phone screen, and the timeline by year."""

from __future__ import annotations

import pytest

from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings
from browser.screen import is_on_screen
from site_builder.chronicle import Chronicle


def test_the_home_page_says_what_it_is_and_where_to_start_in_one_phone_screen(read: MakeReader) -> None:
    page = read(Settings()).open("")
    content = page.locator(".md-content")
    first_screen = [
        content.locator("h1"),
        content.locator("p").first,
        *content.locator(".tl-event").all(),
        content.get_by_role("heading", name="Open questions"),
    ]
    assert len(first_screen) == 6, "a name, a sentence, three events and the open questions"
    for part in first_screen:
        box = part.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE.height, part


def test_the_home_page_counts_what_was_read_in_full_and_in_excerpt_apart(
    read: MakeReader, chronicle: Chronicle
) -> None:
    words = read(Settings()).open("").locator(".md-content").inner_text()
    full = sum(source.consulted == "full" for source in chronicle.sources.values())
    excerpt = sum(source.consulted == "excerpt" for source in chronicle.sources.values())
    assert f"read in full {full}" in words
    assert f"in excerpt {excerpt}" in words


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


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_a_link_to_an_event_on_the_timeline_puts_it_on_the_screen(
    read: MakeReader, chronicle: Chronicle, device: Device
) -> None:
    page = read(Settings(device)).open("timeline/2024/")
    page.wait_for_url("**/timeline/#year-2024")
    for event in chronicle.events:
        page.evaluate("anchor => { location.hash = anchor }", event)
        assert is_on_screen(page.locator(":target a").first), event
