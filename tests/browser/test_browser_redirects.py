"""A former address leads on in the browser: with its query and fragment where scripts run, and else without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from building import build
from playwright.sync_api import Browser
from worlds import write_site

from browser.built_site import SITE_URL, host
from browser.claims import claim_at
from browser.reader import Reader, Settings, make_reader

WORLD = """
2024-07-27-ambush:
  title: Ambush
  former_ids: [2024-07-27-old, 2024-07-27-older]
  claims:
    - {id: csp-alone, former_ids: [alone], by: csp, topic: participation, says: It was alone.}
    - {id: jnim-too, unnamed: a security source, denies: csp-alone}
actors/csp: {name: CSP-DPA, former_ids: [csp-psd]}
"""
FRAGMENTS = [
    *("", "#csp-alone", "#nothing-here", "#//evil.example/", "#https://evil.example/", "#javascript:alert(1)"),
    *("#@evil.example", "#%2F%2Fevil.example", "#<script>alert(1)</script>", "#\u0627\u0644\u0646\u0635"),
    *("?from=feed", "?from=feed#csp-alone", "?//evil.example", "?next=https://evil.example/#/../../x", "?a=%22%3E&b"),
]


@pytest.fixture(scope="module", params=[True, False], ids=["directories", "files"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("redirects")
    palette = "theme: {name: material, font: false, palette: {scheme: default}}"
    config = write_site(root, WORLD, config=palette)
    built = build(config, strict=False, site_url=SITE_URL, use_directory_urls=request.param)
    assert built.passed, built.log
    return built.folder


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[str]:
    with host(folder) as site:
        yield site.root


@pytest.fixture(scope="module")
def reader(browser: Browser, root: str) -> Reader:
    return make_reader(browser, root, Settings())


def page_at(folder: Path, record: str) -> str:
    """The address of a record's page, in either form of addresses."""
    return f"{record}/" if (folder / record / "index.html").is_file() else f"{record}.html"


@pytest.mark.parametrize("rest", FRAGMENTS)
def test_a_former_address_leads_on_with_what_stands_after_it(reader: Reader, folder: Path, rest: str) -> None:
    old, new = (page_at(folder, f"events/2024-07-27-{name}") for name in ("old", "ambush"))
    written = reader.page.evaluate("address => new URL(address).href", reader.root + new + rest)
    page = reader.open(old + rest)
    page.wait_for_url(lambda url: new in url)
    assert page.url == written
    assert page.locator("h1").inner_text() == "Ambush"
    assert reader.faults == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("", "#year-2024"), ("#month-07", "#month-2024-07"), ("#2024-07-27-ambush", "#2024-07-27-ambush")],
)
def test_a_year_leads_to_its_place_in_the_timeline(reader: Reader, folder: Path, old: str, new: str) -> None:
    page = reader.open(page_at(folder, "timeline/2024") + old)
    page.wait_for_url(lambda url: url.endswith(new) and "/timeline/2024" not in url)
    assert page.locator(":target").count() == 1


@pytest.mark.parametrize("name", ["old", "older"])
def test_each_of_several_former_ids_leads_on_in_one_step(reader: Reader, folder: Path, name: str) -> None:
    visited: list[str] = []
    reader.page.on("framenavigated", lambda frame: visited.append(urlsplit(frame.url).path))
    page = reader.open(page_at(folder, f"events/2024-07-27-{name}") + "#jnim-too")
    page.wait_for_url(lambda url: "ambush" in url)
    assert page.locator(":target").get_attribute("id") == "jnim-too"
    assert len([path for path in visited if "/events/" in path]) == 2


def test_a_former_address_of_a_former_claim_leads_to_the_claim(reader: Reader, folder: Path) -> None:
    page = reader.open(page_at(folder, "events/2024-07-27-old") + "#alone")
    page.wait_for_url(lambda url: "ambush" in url)
    claim = claim_at(page, "csp-alone")
    assert claim.evaluate("claim => claim.contains(document.querySelector(':target'))")
    top = claim.evaluate("claim => claim.getBoundingClientRect().top")
    assert page.locator("#alone").evaluate("anchor => anchor.getBoundingClientRect().top") == pytest.approx(top, abs=2)
    plain = claim_at(page, "jnim-too").evaluate("claim => getComputedStyle(claim).backgroundColor")
    assert claim.evaluate("claim => getComputedStyle(claim).backgroundColor") != plain, "it is marked as the target"


def test_the_way_back_skips_the_redirect(reader: Reader, folder: Path) -> None:
    page = reader.open(page_at(folder, "actors/csp"))
    page.goto(reader.root + page_at(folder, "actors/csp-psd") + "#x")
    page.wait_for_url(lambda url: url.endswith(page_at(folder, "actors/csp") + "#x"))
    page.go_back()
    assert page.url == reader.root + page_at(folder, "actors/csp")


def test_without_scripts_a_former_address_leads_on_to_the_page(browser: Browser, root: str, folder: Path) -> None:
    page = make_reader(browser, root, Settings(scripts=False)).open(page_at(folder, "events/2024-07-27-old") + "#a")
    page.wait_for_url(lambda url: urlsplit(url).path.endswith(page_at(folder, "events/2024-07-27-ambush")))
    assert page.locator("h1").inner_text() == "Ambush"


def test_a_former_address_leads_on_from_a_folder_on_disk(browser: Browser, folder: Path) -> None:
    old, new = ("events/2024-07-27-old", "events/2024-07-27-ambush")
    if (folder / f"{old}.html").is_file():
        old, new = f"{old}.html", f"{new}.html"
    else:
        old, new = f"{old}/index.html", f"{new}/"  # a browser shows a folder as a list: as with every link there
    page = browser.new_page()
    page.goto((folder / old).as_uri() + "?a=b#csp-alone")
    page.wait_for_url(lambda url: "ambush" in url)
    assert page.url == f"{folder.as_uri()}/{new}?a=b#csp-alone"
    page.close()
