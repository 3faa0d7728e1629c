"""What a browser really fetches on a first visit is what the tests of weights take it to be."""

from __future__ import annotations

import gzip
from http import HTTPStatus

import pytest
from first_visit import LIGHT, weigh
from playwright.sync_api import Browser, Response

from browser.addresses import BATTLE
from browser.built_site import Site

CODE = {"timeline": 60_000, "map": 90_000}
"""Bytes that the code of an instrument may add to a page, the styles that it asks for included."""
DRAWN = {"timeline/": {"timeline": "filters.css", "map": "map.css"}, "map/": {"map": "filters.css"}}
"""The instruments of a page on a wide screen, where a map stands beside the timeline, each with the style that its code
asks for by itself: the page has named others."""
NEWS = 3_000
"""What says on the home page what is new."""
OUTLINES = 120_000
"""Bytes that those of the world may have on the map."""
SHIFTED = """new Promise(done => {
  let shifted = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) shifted += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(shifted), 100);
})"""
"""How much of what was in sight has moved by itself; above 0.1 readers are said to lose their place (web.dev, CLS)."""


@pytest.mark.parametrize("address", ["", "timeline/", "map/", "method/", BATTLE])
def test_a_browser_fetches_what_a_page_names_and_moves_nothing_by_itself(
    browser: Browser, site: Site, address: str
) -> None:
    context = browser.new_context()
    page, answers = context.new_page(), list[Response]()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site.root + address, wait_until="networkidle")
    # What timeline and map both ask for may be asked for twice: the second answer has nothing in it.
    whole = [answer for answer in answers if answer.status != HTTPStatus.NOT_MODIFIED]
    weights = {answer.url.removeprefix(site.root): len(gzip.compress(answer.body())) for answer in whole}
    shifted = page.evaluate(SHIFTED)
    context.close()
    assert shifted <= 0.02
    code = {name: weights.pop(f"assets/tl/{name}.js", 0) for name in CODE}
    drawn = DRAWN.get(address, {})
    for name, style in drawn.items():
        code[name] += weights.pop(f"assets/tl/{style}", 0)
    news = weights.pop("assets/tl/since.js", 0)
    assert (news > 0) is (address == ""), "home remembers a visit"
    assert news <= NEWS
    outlines = weights.get("data/timeline/basemap.json", 0)
    fetched = sum(weight for file, weight in weights.items() if not file.startswith("data/timeline/"))
    assert 50_000 < fetched <= weigh(site.folder, site.folder / address / "index.html")
    assert fetched <= LIGHT
    assert set(filter(code.get, code)) == set(drawn)
    assert all(weight <= CODE[name] for name, weight in code.items())
    assert (outlines > 0) is ("map" in drawn)
    assert outlines <= OUTLINES
