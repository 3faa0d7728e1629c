"""What a browser really fetches on a first visit is what the tests of weights take it to be."""

from __future__ import annotations

import gzip

import pytest
from first_visit import LIGHT, weigh
from playwright.sync_api import Browser, Response

from browser.addresses import BATTLE
from browser.built_site import Site

CODE = 60_000
"""Bytes that the code of an instrument may add to a page."""


@pytest.mark.parametrize("address", ["", "timeline/", "method/", BATTLE])
def test_a_browser_fetches_what_the_page_names_and_only_the_timeline_its_code(
    browser: Browser, site: Site, address: str
) -> None:
    context = browser.new_context()
    page, answers = context.new_page(), list[Response]()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site.root + address, wait_until="networkidle")
    weights = {answer.url.removeprefix(site.root): len(gzip.compress(answer.body())) for answer in answers}
    context.close()
    code = weights.pop("assets/javascripts/tl/timeline.js", 0)
    # The code asks for the styles of what it adds to the page.
    code += weights.pop("assets/stylesheets/filters.css", 0)
    fetched = sum(weight for file, weight in weights.items() if not file.startswith("data/timeline/"))
    assert 50_000 < fetched <= weigh(site.folder, site.folder / address / "index.html")
    assert fetched <= LIGHT
    assert (code > 0) is (address == "timeline/")
    assert code <= CODE
