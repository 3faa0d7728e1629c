"""A word may have as many letters as a text may: no page becomes wider than the screen by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import REPOSITORY, build
from playwright.sync_api import Browser

from browser.built_site import SITE_URL, Site, host
from browser.hostile_records import Writer, record_id
from browser.hostile_texts import Probe
from browser.hostile_world import write_record, write_site_around
from browser.reader import DESKTOP, PHONE, Settings, make_reader
from browser.seen import open_all
from site_builder.languages import say
from site_builder.problems import Problem, Severity, visible
from site_builder.publishing.shell import make_templates
from site_builder.records import Kind

STICKING_OUT = (Path(__file__).parent / "sticking_out.js").read_text()
WORDS = ("W" * 950, "_" * 950)
"""Of letters and of signs."""


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with such a word in every field of text, of three records of each kind."""
    folder = tmp_path_factory.mktemp("long")
    write_site_around(folder)
    for number, word in enumerate(WORDS):
        writer = Writer(Probe("long", word), number, hostile=True)
        for kind in Kind:
            write_record(folder, kind, record_id(kind, number), writer.record(kind))
    built = build(folder / "mkdocs.yml", site_url=SITE_URL, site_name="N" * 300, site_description="")
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


def test_no_page_is_wider_than_the_screen_by_a_long_word(browser: Browser, site: Site) -> None:
    reader = make_reader(browser, site.root, Settings(PHONE))
    addresses = [site.url(file).removeprefix(site.root) for file in site.files()]
    assert len(addresses) > len(WORDS) * len(Kind)
    wide = {}
    for address in addresses:
        page = reader.open(address)
        open_all(page)
        for device in (DESKTOP, PHONE):
            page.set_viewport_size({"width": device.width, "height": device.height})
            width = page.evaluate("document.documentElement.scrollWidth")
            out = page.evaluate(STICKING_OUT, device.width)
            if width > device.width or out:
                wide[address, device.name] = (width, out)
    assert wide == {}


def test_a_long_word_in_a_problem_widens_no_page_that_is_served(browser: Browser, site: Site) -> None:
    file = "W" * 200 + ".yml"
    problem = Problem(
        "TL043", Severity.ERROR, say("`{word}` is no value", word=WORDS[0]), file, 1, 1, WORDS[0], WORDS[1]
    )
    reported = {"problems": [problem], "prefix": "events/", "visible": visible, "most": 1, "pages": {"TL043": ""}}
    banner = make_templates([REPOSITORY / "theme"]).render("problems.html", **reported)
    page = make_reader(browser, site.root, Settings(PHONE)).open("actors/")
    page.evaluate("html => document.body.insertAdjacentHTML('afterbegin', html)", banner)
    assert page.locator(".tl-problems").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width
