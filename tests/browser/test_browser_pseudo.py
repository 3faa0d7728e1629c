"""A site in a language that is accented, 40 % longer and read from right to left: its pages fit a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import worlds
from building import REPOSITORY, build
from playwright.sync_api import Browser, expect
from pseudo import spoken

from browser.built_site import SITE_URL, Site, host
from browser.reader import DESKTOP, PHONE, Settings, make_reader
from browser.seen import violations

STICKING_OUT = (Path(__file__).parent / "sticking_out.js").read_text()
WORLD = (REPOSITORY / "tests" / "golden" / "pages" / "world.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("pseudo")
    with spoken(folder / "languages") as language:
        config = f"{{site_url: '{SITE_URL}', theme: {{name: material, font: false, language: {language}}}}}"
        built = build(worlds.write_site(folder / "site", WORLD, config=config), strict=False)
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


def test_no_page_in_a_longer_language_is_wider_than_a_phone(browser: Browser, site: Site) -> None:
    reader = make_reader(browser, site.root, Settings(PHONE))
    wide = {}
    for file in site.files():
        page = reader.open(site.url(file).removeprefix(site.root))
        width, out = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(STICKING_OUT, PHONE.width)
        if width > PHONE.width or out:
            wide[file.name] = (width, out)
    assert wide == {}


def test_a_day_can_be_picked_where_pages_are_read_from_the_right(browser: Browser, site: Site) -> None:
    for device in (PHONE, DESKTOP):
        reader = make_reader(browser, site.root, Settings(device))
        page = reader.open("events/2024-07-27-ambush/?as-of=2024-07-30")
        choice = page.locator(".tl-asof")
        expect(choice.get_by_role("status")).to_contain_text("30")
        choice.locator("summary").click()
        box, day = choice.bounding_box(), choice.locator("label").bounding_box()
        assert box is not None and day is not None
        assert day["x"] + day["width"] > box["x"] + 0.9 * box["width"], "the form does not begin on the right"
        slider = choice.get_by_role("slider")
        said = slider.get_attribute("aria-valuetext")
        slider.press("ArrowLeft")
        assert slider.get_attribute("aria-valuetext") != said
        assert page.evaluate("document.documentElement.scrollWidth") <= device.width
        assert page.evaluate(STICKING_OUT, device.width) == []
        assert violations(page, ".tl") == []
        assert reader.faults == []


def test_every_page_says_its_language_and_direction(site: Site) -> None:
    for file in site.files():
        html = file.read_text(encoding="utf-8")
        assert '<html lang="ar"' in html and 'dir="rtl"' in html, file


def test_the_search_stands_at_the_end_of_the_line_that_begins_on_the_right(browser: Browser, site: Site) -> None:
    reader = make_reader(browser, site.root, Settings(DESKTOP))
    page = reader.open("timeline/")
    page.keyboard.press("/")
    page.keyboard.type("tinzaouaten")
    expect(page.locator(".tl-found__title").first).to_contain_text("Tin Zaouatine")
    box, title = (page.locator(part).bounding_box() for part in (".md-search__inner", ".md-header__title"))
    assert box is not None and title is not None
    assert box["x"] < title["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP.width
    assert reader.faults == []
