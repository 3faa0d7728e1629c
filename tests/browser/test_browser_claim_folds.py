"""A claim is a line that opens on a tap, by its address and on paper, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.addresses import AMBUSH, BATTLE, LE_MONDE, UKRAINE_HELPED
from browser.claims import claim_at, open_claim
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings
from browser.screen import is_on_screen

NARROW = Device("narrow phone", 320, 640, mobile=True)
WITH_AND_WITHOUT = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def _anchors(page: Page) -> list[str]:
    """The anchors of the claims of a page."""
    found: list[str] = page.locator(".tl-claim").evaluate_all("all => all.map(one => one.querySelector('[id]').id)")
    return found


def _opened(page: Page) -> int:
    """Of how many claims a reader sees more than the line."""
    return page.locator(".tl-claim:has(.tl-claim__who:visible)").count()


@WITH_AND_WITHOUT
@pytest.mark.parametrize("address", [AMBUSH, BATTLE, UKRAINE_HELPED, LE_MONDE, "actors/csp-dpa/"])
def test_claims_are_closed_at_first(read: MakeReader, address: str, scripts: bool) -> None:
    page = read(Settings(scripts=scripts)).open(address)
    assert page.locator(".tl-claim").count() > 1
    assert _opened(page) == 0


@pytest.mark.parametrize("settings", [Settings(PHONE, scripts=False), Settings(DESKTOP)], ids=str)
@pytest.mark.parametrize("address", [AMBUSH, BATTLE])
def test_a_claim_reached_by_its_address_is_open_and_seen(read: MakeReader, address: str, settings: Settings) -> None:
    reader = read(settings)
    anchors = _anchors(reader.open(address))
    for anchor in (anchors[1], anchors[-1]):
        page = reader.open(f"{address}#{anchor}")
        claim = claim_at(page, anchor)
        assert is_on_screen(claim.locator(".tl-claim__line"))
        assert claim.locator(".tl-claim__sources").is_visible()
        assert _opened(page) == 1


@WITH_AND_WITHOUT
def test_a_count_reached_by_its_address_is_open_though_its_group_is_folded(read: MakeReader, scripts: bool) -> None:
    reader = read(Settings(scripts=scripts))
    page = reader.open(BATTLE)
    group = page.locator(".tl-group", has=page.locator("#group-toll"))
    assert group.locator(".tl-claim").first.is_hidden()
    anchor = group.locator(".tl-anchor").last.get_attribute("id")
    page = reader.open(f"{BATTLE}#{anchor}")
    assert is_on_screen(claim_at(page, str(anchor)).locator(".tl-claim__line"))
    assert _opened(page) == 1


@WITH_AND_WITHOUT
def test_words_stand_in_one_line_while_a_claim_is_closed_and_whole_when_it_is_open(
    read: MakeReader, scripts: bool
) -> None:
    page = read(Settings(NARROW, scripts=scripts)).open(AMBUSH)
    lines = "words => Math.round(words.getBoundingClientRect().height / parseFloat(getComputedStyle(words).lineHeight))"
    claim = page.locator(".tl-claim:visible").first
    words = claim.locator(".tl-claim__says")
    assert words.evaluate(lines) == 1
    open_claim(claim)
    assert words.evaluate(lines) > 1
    assert words.evaluate("words => words.scrollWidth <= words.clientWidth")


def test_on_paper_every_claim_is_open(read: MakeReader) -> None:
    reader = read(Settings(DESKTOP))
    page = reader.open(BATTLE)
    page.emulate_media(media="print")
    assert _opened(page) == page.locator(".tl-claim").count()
    assert page.locator(".tl-source").last.is_visible()
    page.emulate_media(media="screen")


@pytest.mark.parametrize("address", [AMBUSH, BATTLE])
def test_a_line_after_the_head_leads_to_each_part_that_there_is(read: MakeReader, address: str) -> None:
    page = read(Settings()).open(address)
    for link in page.locator(".tl-jump a").all():
        page.evaluate("scrollTo(0, 0)")
        link.click()
        assert is_on_screen(page.locator(f'[id="{page.evaluate("location.hash.slice(1)")}"]'))
    assert not read(Settings(DESKTOP)).open(address).locator(".tl-jump").is_visible()


@pytest.mark.parametrize("device", [NARROW, PHONE], ids=lambda device: device.name)
@pytest.mark.parametrize("address", [AMBUSH, BATTLE])
def test_with_everything_open_nothing_is_wider_than_a_phone(read: MakeReader, address: str, device: Device) -> None:
    page = read(Settings(device)).open(address)
    page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= device.width


def test_what_is_to_be_tapped_is_large_enough(read: MakeReader) -> None:
    page = read(Settings()).open(BATTLE)
    heights = page.locator("summary:visible, .tl-jump a, .tl-disputed a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
