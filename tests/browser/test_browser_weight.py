"""What a browser really fetches on a first visit is what the tests of weights take it to be."""

from __future__ import annotations

import gzip

import pytest
from first_visit import LIGHT, weigh
from playwright.sync_api import Browser, Response

from browser.addresses import BATTLE
from browser.built_site import Site


@pytest.mark.parametrize("address", ["", "timeline/", "method/", BATTLE])
def test_a_browser_fetches_no_more_than_the_page_names(browser: Browser, site: Site, address: str) -> None:
    context = browser.new_context()
    page, answers = context.new_page(), list[Response]()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site.root + address, wait_until="networkidle")
    fetched = sum(len(gzip.compress(answer.body())) for answer in answers)
    context.close()
    assert 50_000 < fetched <= weigh(site.folder, site.folder / address / "index.html")
    assert fetched <= LIGHT
