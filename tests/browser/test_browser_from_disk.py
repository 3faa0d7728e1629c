"""A site that is made to open from disk, opened there: nothing is fetched, and everything works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import build, tree
from playwright.sync_api import Browser, Page, expect
from site_links import broken_links
from worlds import write_site

from browser.instrument import drawn
from browser.reader import DESKTOP, Reader, Settings, make_reader
from site_builder.publishing import VARIABLE

WORLD = """
2020-01-01-raid: {title: A raid, threads: [war], places: [{place: town, role: site}]}
2022-01-01-ambush:
  title: An ambush
  body: After [[2020-01-01-raid]].
  claims: [{id: one, by: army, figures: {army: {killed: 4}}}, {id: other, by: army, figures: {army: {killed: 8}}}]
  former_ids: [2022-01-01-old]
2024-01-01-pact: {title: A pact, places: [{place: town, role: site}]}
actors/army: {name: The army, aliases: [Армія]}
places/town: {name: Town, country: ML, lat: 18.44, lon: 1.4, precision: settlement, sources: [s]}
threads/war: {title: The war}
"""
CONFIG = """
site_url: https://example.org/chronicle/
theme: {name: material, font: false, features: [navigation.instant, navigation.instant.progress]}
extra: {generator: false, version: {provider: mike}}
"""
"""With what fetches pages on a server."""
DRAWN = "() => performance.getEntriesByName('map:drawn').length > 0"


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a site, whose name an address cannot have as it is; while it is used all builds are such ones."""
    config = write_site(tmp_path_factory.mktemp("disk"), WORLD, config=CONFIG)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "1")
        built = build(config, config.parent / "at hand, 50% é#1")
        assert built.passed, built.log
        yield built.folder


@pytest.fixture(scope="module")
def reader(browser: Browser, offline: Path) -> Iterator[Reader]:
    reader = make_reader(browser, f"{offline.as_uri()}/", Settings(DESKTOP))
    yield reader
    reader.page.context.close()


@pytest.fixture
def page(reader: Reader) -> Iterator[Page]:
    """Home, from which a reader goes on; when the test is over nothing was amiss, as a request elsewhere is."""
    yield reader.open("index.html")
    assert reader.faults == []


def test_links_lead_from_page_to_page_and_on_from_former_ids(page: Page, reader: Reader, offline: Path) -> None:
    assert broken_links(offline) == []
    page.get_by_role("link", name="An ambush").first.click()
    page.locator(".tl-prose").get_by_role("link", name="A raid").click()
    page.locator(".md-tabs").get_by_role("link", name="Actors").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Actors")
    assert page.url == f"{reader.root}actors/index.html"
    page.goto(f"{reader.root}events/2022-01-01-old/index.html?as-of=2022-06-01#one")
    page.wait_for_url("**/2022-01-01-ambush/index.html?as-of=2022-06-01#one")
    expect(page.locator(".tl-asof [role=status]")).to_contain_text("June 2022")


def test_the_timeline_is_drawn_and_filtered_by_words_and_values(page: Page, reader: Reader) -> None:
    page.goto(f"{reader.root}timeline/index.html?q=ambush")
    instrument = drawn(page)
    expect(instrument.period).to_contain_text("1 event")
    found = page.get_by_role("link", name="An ambush").first
    expect(found).to_have_attribute("href", "../events/2022-01-01-ambush/index.html")
    page.get_by_role("checkbox", name="Disputed only").check()
    page.wait_for_url("**/timeline/index.html?q=ambush&disputed=1")
    expect(instrument.period).to_contain_text("1 event")


def test_the_map_is_drawn_and_filtered_and_its_places_lead_on(page: Page, reader: Reader) -> None:
    page.goto(f"{reader.root}map/index.html?thread=war")
    page.wait_for_function(DRAWN)
    assert page.locator(".tl-map__land").count() > 0
    page.locator(".tl-placed:visible summary", has_text="Town").click()
    expect(page.locator(".tl-placed:visible .tl-event__title")).to_have_text(["A raid"])
    page.locator(".tl-placed__lines .tl-note a").click()
    page.wait_for_url("**/places/town/index.html")


def test_the_search_finds_by_any_name_and_leads_to_the_page(page: Page) -> None:
    page.locator(".md-search__input").fill("Армія")
    page.locator(".tl-found", has_text="The army").first.click()
    page.wait_for_url("**/actors/army/index.html")


def test_a_citation_names_the_address_on_the_web(offline: Path) -> None:
    citation = (offline / "events" / "2022-01-01-ambush" / "citation.ris").read_text(encoding="utf-8")
    assert "https://example.org/chronicle/events/2022-01-01-ambush/\n" in citation


@pytest.mark.parametrize(
    ("folder", "said"), [("thesis", "thesis is not empty"), ("events/copy", "lies in the folder of the records")]
)
def test_nothing_is_lost_to_a_site_whose_place_is_taken(offline: Path, folder: str, said: str) -> None:
    project = offline.parent
    (project / "thesis").mkdir(exist_ok=True)
    (project / "thesis" / "chapter.txt").write_text("years of work", encoding="utf-8")
    before = tree(project)
    assert said in build(project / "mkdocs.yml", project / folder).log
    assert tree(project) == before
