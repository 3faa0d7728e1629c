"""With scripts off nothing is missing: the dark scheme, and the way to every part of the site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.addresses import AMBUSH
from browser.claims import claim_at
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Scheme, Settings

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def _lightness(page: Page) -> float:
    """Of the page's background, from 0 for black to 255 for white."""
    red, green, blue = (int(part) for part in page.evaluate(BACKGROUND).strip("rgb()").split(","))
    return (red + green + blue) / 3


@pytest.mark.parametrize(
    ("device", "scripts"), [(PHONE, False), (DESKTOP, True)], ids=["phone without scripts", "desktop"]
)
def test_the_page_is_dark_where_the_reader_asks_for_it_and_light_elsewhere(
    read: MakeReader, device: Device, scripts: bool
) -> None:
    schemes: tuple[Scheme, Scheme] = ("light", "dark")
    light, dark = (_lightness(read(Settings(device, scheme, scripts)).open(AMBUSH)) for scheme in schemes)
    assert light > 200
    assert dark < 60


def test_a_phone_opens_the_drawer_and_goes_to_another_part(read: MakeReader) -> None:
    page = read(Settings(scripts=False)).open(AMBUSH)
    page.locator('.md-header label[for="__drawer"]').tap()
    page.locator(".md-nav--primary").get_by_role("link", name="Questions", exact=True).tap()
    page.wait_for_url("**/questions/")
    assert page.locator("h1").inner_text().startswith("Questions")


def test_a_desktop_shows_every_part_in_the_tabs(read: MakeReader) -> None:
    page = read(Settings(DESKTOP, scripts=False)).open(AMBUSH)
    page.locator(".md-tabs").get_by_role("link", name="Method", exact=True).click()
    page.wait_for_url("**/method/")
    assert page.locator("h1").inner_text().startswith("Method")


def test_a_claims_permalink_works_without_scripts(read: MakeReader) -> None:
    page = read(Settings(scripts=False)).open(f"{AMBUSH}#jnim-ambush")
    assert page.locator(":target").get_attribute("id") == "jnim-ambush"
    assert claim_at(page, "jnim-ambush").locator(".tl-claim__sources").is_visible()
