"""An event's page: what comes first, and the way from what is disputed to who says it and where it was published."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page

from browser.addresses import AMBUSH, BATTLE
from browser.claims import claim_at, open_claim
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings
from browser.screen import is_on_screen, stands_before, top_of


def _in_order(page: Page) -> list[Locator]:
    """The parts of the ambush's page in the order in which it is to be read."""
    main = page.locator(".md-content")
    return [
        main.locator("h1", has_text="Convoy of Malian soldiers"),
        main.get_by_text("The column of Malian soldiers and Wagner fighters", exact=False).first,
        main.locator(".tl-disputed"),
        main.locator(".tl-unknown"),
        main.locator(".tl-jump"),
        main.get_by_role("heading", name="Account"),
        main.get_by_role("heading", name="Who says what"),
        main.locator(".tl-claim:visible").first,
        main.get_by_role("heading", name="Actors", exact=True),
        main.get_by_role("heading", name="Before and after"),
        main.get_by_role("heading", name="Threads"),
        main.get_by_role("heading", name="Sources"),
        main.get_by_role("link", name="Record as YAML"),
    ]


def _head(page: Page) -> list[Locator]:
    """When, where, and how sure it is."""
    main = page.locator(".md-content")
    return [
        main.get_by_text("27 July 2024").first,
        main.locator('a[href*="places/tinzaouaten-battle-area"]').first,
        main.locator(".tl-standing--established").first,
    ]


def test_listeners_hear_what_happened_and_what_is_disputed_before_the_account(
    read: MakeReader,
) -> None:
    page = read(Settings()).open(AMBUSH)
    parts = _in_order(page)
    for first, second in pairwise(parts):
        assert stands_before(first, second), f"{first} before {second}"
    for fact in _head(page):
        assert stands_before(fact, parts[1]), f"{fact} before the summary"


def test_a_phone_shows_an_event_in_the_order_of_reading(read: MakeReader) -> None:
    page = read(Settings()).open(AMBUSH)
    parts = _in_order(page)
    tops = [top_of(part) for part in parts]
    assert tops == sorted(tops)
    assert max(top_of(fact) for fact in _head(page)) < tops[1]
    assert tops[1] < PHONE.height, "the summary begins on the first screen"
    assert tops[3] < 2 * PHONE.height, "what is not known begins on the second"


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize("address", [AMBUSH, BATTLE])
def test_each_line_of_what_is_disputed_leads_to_the_claims_about_it(
    read: MakeReader, address: str, device: Device
) -> None:
    page = read(Settings(device)).open(address)
    lines = page.locator(".tl-disputed a[href^='#']")
    assert lines.count() >= 1
    for line in lines.all():
        page.evaluate("scrollTo(0, 0)")
        line.click()
        heading = page.locator(f'[id="{page.evaluate("location.hash.slice(1)")}"]')
        assert is_on_screen(heading)
        group = page.locator("section", has=heading).last
        assert group.locator(".tl-standing--disputed").count() >= 1


def test_what_is_disputed_of_an_event_that_another_includes_leads_to_the_question(read: MakeReader) -> None:
    page = read(Settings()).open(BATTLE)
    page.locator(".tl-disputed a[href*='questions/']").first.click()
    page.wait_for_url("**/questions/**")
    assert page.locator(".tl-claim").count() >= 1


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_a_claim_leads_to_its_source_and_the_source_leads_back_to_the_claim(read: MakeReader, device: Device) -> None:
    page = read(Settings(device)).open(AMBUSH)
    claim = open_claim(page.locator(".tl-claim:visible").first)
    anchor = claim.locator(".tl-anchor").first.get_attribute("id")
    who = claim.locator(".tl-claim__line .tl-claim__by").inner_text()
    claim.locator(".tl-claim__sources a").first.click()
    page.wait_for_url("**/sources/**")

    there = page.locator(".tl-claim", has=page.locator(f'a[href$="{AMBUSH}#{anchor}"]'))
    assert there.locator(".tl-claim__line .tl-claim__by").inner_text() == who
    open_claim(there)
    there.locator(f'a[href$="#{anchor}"]').click()
    page.wait_for_url(f"**/{AMBUSH}#{anchor}")

    target = page.locator(":target")
    assert target.get_attribute("id") == anchor
    assert is_on_screen(claim_at(page, str(anchor)).locator(".tl-claim__line"))


def test_a_denial_is_seen_from_the_denied_claim_and_from_the_denying_one(read: MakeReader) -> None:
    page = read(Settings()).open(AMBUSH)
    denied, denying = (open_claim(claim_at(page, anchor)) for anchor in ("jnim-ambush", "csp-alone"))
    assert denied.get_by_text("denied by").first.is_visible()
    assert denied.locator('a[href="#csp-alone"]').is_visible()
    assert denying.get_by_text("denies").is_visible()
    assert denying.locator('a[href="#jnim-ambush"]').is_visible()
    assert denied.locator(".tl-standing--disputed").is_visible()


def test_counts_of_the_dead_stand_by_party_and_category_and_are_never_added_up(read: MakeReader) -> None:
    page = read(Settings()).open(BATTLE)
    chart = page.locator("section", has=page.locator("#group-wagner-killed")).last
    assert chart.locator(".tl-count:visible").count() >= 3
    assert "Wagner" in chart.locator("h3").inner_text()
    assert chart.get_by_text("total", exact=False).count() == 0


def test_the_way_back_to_the_timeline_ends_at_the_event(read: MakeReader) -> None:
    page = read(Settings()).open(AMBUSH)
    page.locator(".md-content").get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline/#2024-07-27-tinzaouaten-ambush")
    line = page.locator(":target")
    assert is_on_screen(line.get_by_role("link", name="Convoy of Malian soldiers"))


def test_a_citation_takes_room_when_it_is_opened_and_is_taken_by_one_click(read: MakeReader) -> None:
    reader = read(Settings())
    page = reader.open(AMBUSH)
    height, word = "document.documentElement.scrollHeight", page.get_by_text("Cite this", exact=True)
    shut = page.evaluate(height)
    word.click()
    assert page.evaluate(height) > shut
    page.locator("pre.tl-cite__text").click()
    assert page.evaluate("getSelection().toString()").startswith("@misc{event-2024-07-27-tinzaouaten-ambush,")
    assert page.get_by_role("link", name="RIS").is_visible()
    assert reader.faults == []
