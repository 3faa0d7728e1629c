"""Records come from strangers: whatever a text of theirs holds, in whatever field, it is a text on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from building import build
from playwright.sync_api import Browser

from browser.built_site import SITE_URL, Site, host
from browser.hostile_records import REFERRING, FieldName, former_id, record_id, text_fields
from browser.hostile_texts import PROBES, Probe
from browser.hostile_world import write_world
from browser.reader import DESKTOP, Reader, Settings, make_reader
from site_builder.records import Kind

PARSED_PAGE = (Path(__file__).parent / "parsed_page.js").read_text()
BEGIN = re.compile(r"§([0-9]+)\.[A-Za-z_.]+\.[0-9]+§")


@dataclass
class World:
    """A site of hostile or harmless records, and a reader whose browser does not heed its policy."""

    site: Site
    reader: Reader
    written: dict[FieldName, list[str]]

    @cached_property
    def pages(self) -> dict[str, Any]:
        """Every page by its address, as `parsed_page.js` reads it."""
        addresses = [self.site.url(file).removeprefix(self.site.root) for file in self.site.files()]
        parsed = self.reader.open("").evaluate(PARSED_PAGE, [self.site.root + address for address in addresses])
        return {address.removeprefix(self.site.root): page for address, page in parsed.items()}

    @cached_property
    def texts(self) -> list[str]:
        """Every text and text attribute of every page, with single spaces."""
        return [" ".join(text.split()) for page in self.pages.values() for text in page["texts"]]


@pytest.fixture(scope="module")
def worlds(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, World]]:
    folder = tmp_path_factory.mktemp("worlds")
    with ExitStack() as stack:
        made = {}
        for name in ("hostile", "harmless"):
            written = write_world(folder / name, hostile=name == "hostile")
            built = build(folder / name / "mkdocs.yml", site_url=SITE_URL)
            assert built.passed, built.log
            site = stack.enter_context(host(built.folder))
            made[name] = World(site, make_reader(browser, site.root, Settings(DESKTOP, guarded=False)), written)
        yield made


@pytest.fixture(scope="module")
def hostile(worlds: dict[str, World]) -> World:
    return worlds["hostile"]


@pytest.fixture(scope="module")
def harmless(worlds: dict[str, World]) -> World:
    return worlds["harmless"]


def test_a_hostile_text_was_put_into_every_field_of_the_schema_that_takes_text(hostile: World) -> None:
    assert set(hostile.written) | REFERRING == text_fields()


def test_every_field_of_text_is_shown_somewhere(hostile: World) -> None:
    seen = {begin[0] for text in hostile.texts for begin in BEGIN.finditer(text)}
    unseen = {field for field, begins in hostile.written.items() if seen.isdisjoint(begins)}
    assert unseen == set()


def test_hostile_texts_make_the_same_elements_as_harmless_ones(hostile: World, harmless: World) -> None:
    assert hostile.pages.keys() == harmless.pages.keys()
    for address, page in hostile.pages.items():
        assert page["elements"] == harmless.pages[address]["elements"], address


@pytest.mark.parametrize("probe", [probe for probe in PROBES if probe.shown_as_written], ids=lambda probe: probe.name)
def test_readers_see_a_hostile_text_as_it_was_written(hostile: World, probe: Probe) -> None:
    number = PROBES.index(probe)
    found = 0
    for text in hostile.texts:
        for begin in BEGIN.finditer(text):
            if begin[1] == str(number):
                shown = text[begin.end() :].lstrip()
                whole, cut, _ = shown.partition(" …")
                shortened = cut and any(form.startswith(whole) for form in probe.forms())
                assert shortened or shown.startswith(probe.forms()), text[begin.start() :][:400]
                found += 1
    assert found > len(hostile.written)


@pytest.mark.parametrize("number", range(len(PROBES)), ids=[probe.name for probe in PROBES])
def test_no_script_of_a_record_runs_even_where_no_policy_forbids_it(hostile: World, number: int) -> None:
    for kind in Kind:
        address = f"{kind.plural}/{record_id(kind, number)}/"
        assert address in hostile.pages
        _assert_inert(hostile.reader, address)


def test_no_script_of_a_record_runs_on_a_list_of_records(hostile: World) -> None:
    lists = [address for address in hostile.pages if not re.search("probe|former|^events/$", address)]
    assert len(lists) >= 10
    for address in lists:
        _assert_inert(hostile.reader, address)


def test_a_former_id_of_a_hostile_record_leads_to_it(hostile: World) -> None:
    for kind in Kind:
        page = hostile.reader.open(f"{kind.plural}/{former_id(kind, 0)}/")
        page.wait_for_url(f"**/{kind.plural}/{record_id(kind, 0)}/")
        assert page.locator("h1").count() == 1


def test_the_title_of_the_window_is_the_title_as_written(hostile: World) -> None:
    title = hostile.reader.open(f"events/{record_id(Kind.EVENT, 0)}/").title()
    assert title.startswith(f"§0.Event.title.0§ {PROBES[0].hostile.split()[0]}")


def test_the_sitemap_is_well_formed(hostile: World) -> None:
    sitemap = (hostile.site.folder / "sitemap.xml").read_text()
    assert len(list(ElementTree.fromstring(sitemap))) >= len(PROBES) * len(Kind)


def _assert_inert(reader: Reader, address: str) -> None:
    page = reader.open(address)
    assert page.evaluate("window.__pwned ?? null") is None, address
    assert reader.faults == [], address
