"""One build of the real records and of a small world, and one browser, for each process that runs browser tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from building import REPOSITORY, build
from playwright.sync_api import Browser, Page, sync_playwright
from worlds import write_site

from browser import filtered
from browser import small_timeline as small
from browser.built_site import SITE_URL, Site, host
from browser.chromium import ARGUMENTS, find_chromium
from browser.instrument import Instrument, drawn
from browser.reader import DESKTOP, Device, MakeReader, Reader, Settings, make_reader
from site_builder.chronicle import Chronicle


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.fail(
            "There is no Chromium. `python tests/browser/chromium.py` installs one; "
            "CHROMIUM=/path/to/chromium names one that is somewhere else.",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the real records."""
    folder = tmp_path_factory.mktemp("site")
    built = build(REPOSITORY / "mkdocs.yml", folder, site_url=SITE_URL)
    assert built.passed, built.log
    with host(folder) as hosted:
        yield hosted


@pytest.fixture(scope="session")
def chronicle() -> Chronicle:
    """What the real records say, to compare the site with."""
    return Chronicle.open(REPOSITORY / "events")


@pytest.fixture(scope="session")
def read(browser: Browser, site: Site) -> MakeReader:
    """Gives the reader with certain settings, the same each time."""
    readers: dict[Settings, Reader] = {}

    def reader(settings: Settings) -> Reader:
        if settings not in readers:
            readers[settings] = make_reader(browser, site.root, settings)
        return readers[settings]

    return reader


@pytest.fixture(scope="session")
def small_timeline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a small world, to draw its timeline."""
    folder = tmp_path_factory.mktemp("timeline")
    built = build(write_site(folder / "site", small.WORLD, config=small.CONFIG))
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture
def opened(browser: Browser, small_timeline: Site, request: pytest.FixtureRequest) -> Iterator[Instrument]:
    """The timeline's page on a desktop, or on the device that a test names, without a fault when the test is over."""
    reader = make_reader(browser, small_timeline.root, Settings(getattr(request, "param", DESKTOP)))
    yield drawn(reader.open("timeline/"))
    assert reader.faults == []
    reader.page.context.close()


@pytest.fixture(scope="session")
def filtered_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a small world, to choose from its events."""
    built = build(write_site(tmp_path_factory.mktemp("filtered") / "site", filtered.WORLD, config=filtered.CONFIG))
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture
def open_timeline(browser: Browser, filtered_site: Site) -> Iterator[filtered.OpenTimeline]:
    """Opens the timeline with a query, and finds no fault in any when the test is over."""
    readers: list[Reader] = []

    def open_it(query: str = "", device: Device = DESKTOP) -> Page:
        readers.append(make_reader(browser, filtered_site.root, Settings(device)))
        page = readers[-1].open(f"timeline/{query}")
        drawn(page)
        return page

    yield open_it
    for reader in readers:
        assert reader.faults == []
        reader.page.context.close()
