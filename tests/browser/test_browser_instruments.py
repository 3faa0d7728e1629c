"""The code of an instrument comes when a reader comes to it, under a policy that lets nothing else run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from building import build
from playwright.sync_api import Browser
from worlds import write_site

from browser.built_site import Site, host
from browser.reader import PHONE, Reader, Settings, make_reader

WORLD = """
2024-07-27-ambush:
  title: Ambush
  threads: [tin, kidal, now]
  claims:
  - {id: one, by: army, figures: {army: {killed: 4}}}
  - {id: other, by: army, figures: {army: {killed: 8}}}
actors/army: {name: Army}
threads/tin: {title: Tin}
threads/kidal: {title: Kidal}
threads/now: {title: Now}
"""
PROBE = """
globalThis.loaded = (globalThis.loaded ?? 0) + 1;
const begin = () => {
  for (const one of document.querySelectorAll("[data-tl-instrument=probe]:not([data-begun])")) {
    one.dataset.begun = "";
    fetch(one.dataset.tlRoot + "sitemap.xml").then((answer) => { one.dataset.fetched = answer.status; });
  }
};
if (window.document$) document$.subscribe(begin); else begin();
"""
"""An instrument's code, as ours is: it begins each instrument of each page once, and fetches data."""
THREAD = """
{% import "instrument.html" as i with context %}
<h1>{{ page.title }}</h1>
<p><a href="../kidal/">Kidal</a> <a href="../now/">Now</a> <a href="../../events/2024-07-27-ambush/">Ambush</a></p>
<div class="far"></div>
{% call i.instrument("probe", now=page.title == "Now") %}<button>Drawn by the build</button>{% endcall %}
"""
FAR = ".far { height: 300vh }\n"
COUNT = "[globalThis.loaded ?? 0, document.querySelectorAll('script[src*=probe]').length]"
BEGUN = "[data-begun][data-fetched='200']"


@dataclass(frozen=True, slots=True)
class Sites:
    """The same site as Material has it, and with instant navigation."""

    plain: Site
    instant: Site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with ExitStack() as stack:
        made = []
        for name, features in (("plain", ""), ("instant", "navigation.instant")):
            folder = tmp_path_factory.mktemp(name)
            theme = f"{{name: material, font: false, custom_dir: overrides, features: [{features}]}}"
            config = write_site(folder, WORLD, config=f"theme: {theme}\nextra_css: [far.css]")
            for file, text in {
                "docs/far.css": FAR,
                "overrides/timeline/thread.html": THREAD,
                "overrides/assets/tl/probe.js": PROBE,
            }.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_text(text, encoding="utf-8")
            made.append(stack.enter_context(host(folder / "site")))
            # Instant navigation goes to pages of the sitemap alone, which names the port too.
            built = build(config, folder / "site", site_url=made[-1].root)
            assert built.passed, built.log
        yield Sites(*made)


def a_reader(browser: Browser, site: Site) -> Reader:
    return make_reader(browser, site.root, Settings(PHONE))


@pytest.mark.parametrize("comes", ["scrolls", "touches", "focuses"])
def test_code_comes_once_when_a_reader_comes_to_the_instrument(browser: Browser, sites: Sites, comes: str) -> None:
    reader = a_reader(browser, sites.plain)
    page = reader.open("threads/tin/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(COUNT) == [0, 0]
    instrument = page.locator("[data-tl-instrument=probe]")
    if comes == "scrolls":
        page.mouse.wheel(0, 10_000)
    elif comes == "touches":
        instrument.dispatch_event("pointerdown")
    else:
        page.evaluate("document.querySelector('[data-tl-instrument=probe] button').focus({preventScroll: true})")
    page.wait_for_selector(BEGUN)
    page.mouse.wheel(0, -10_000)
    page.mouse.wheel(0, 10_000)
    instrument.get_by_role("button").tap()
    assert page.evaluate(COUNT) == [1, 1]
    assert reader.faults == []


def test_code_comes_at_once_where_the_page_is_the_instrument(browser: Browser, sites: Sites) -> None:
    reader = a_reader(browser, sites.plain)
    reader.open("threads/now/").wait_for_selector(BEGUN, state="attached")
    assert reader.faults == []


def test_pages_without_an_instrument_do_not_load_what_starts_them(browser: Browser, sites: Sites) -> None:
    reader = a_reader(browser, sites.plain)
    for address in ("sources/s/", "threads/", "nowhere/"):
        page = reader.open(address)
        assert page.locator("[data-tl-start]").count() == 0
    assert reader.open("threads/tin/").locator("[data-tl-start]").count() == 1


@pytest.mark.parametrize("attribute", ["as the element says", "as the file is", "none"])
def test_a_script_with_another_content_does_not_run(browser: Browser, sites: Sites, attribute: str) -> None:
    other = "globalThis.ran = true;"
    integrity = {
        "as the element says": "document.querySelector('[data-tl-integrity]').dataset.tlIntegrity",
        "as the file is": "'sha256-' + btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("
        f"'SHA-256', new TextEncoder().encode({other!r})))))",
        "none": "''",
    }[attribute]
    reader = a_reader(browser, sites.plain)
    reader.page.route("**/other.js", lambda route: route.fulfill(body=other, content_type="text/javascript"))
    page = reader.open("threads/tin/")
    outcome = page.evaluate(
        f"""async () => {{
          const script = document.createElement("script");
          script.type = "module";
          script.integrity = {integrity};
          script.src = "other.js";
          const ended = new Promise((resolve) => {{
            script.onload = () => resolve("ran");
            script.onerror = () => resolve("refused");
          }});
          document.body.append(script);
          return [await ended, globalThis.ran ?? false];
        }}"""
    )
    assert outcome == ["refused", False]
    assert reader.faults


def test_with_instant_navigation_each_new_page_begins_once(browser: Browser, sites: Sites) -> None:
    reader = a_reader(browser, sites.instant)
    page = reader.open("events/2024-07-27-ambush/")
    # Until it has the sitemap, Material lets the browser open pages.
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.first = true")
    page.locator("main").get_by_role("link", name="Tin").first.click()
    page.wait_for_selector("h1:text-is('Tin')")
    page.get_by_role("button", name="Drawn").tap()
    page.wait_for_selector(BEGUN)
    for name in ("Kidal", "Now"):
        page.locator("main").get_by_role("link", name=name).first.click()
        page.wait_for_selector(f"h1:text-is('{name}')")
        page.wait_for_selector(BEGUN, state="attached")
        assert page.locator("[data-begun]").count() == 1
    page.go_back()
    page.wait_for_selector("h1:text-is('Kidal')")
    page.wait_for_selector(BEGUN, state="attached")
    assert page.evaluate("globalThis.first")
    assert page.evaluate(COUNT)[0] == 1
    assert reader.faults == []


def test_with_instant_navigation_the_timeline_has_its_words(browser: Browser, sites: Sites) -> None:
    reader = a_reader(browser, sites.instant)
    page = reader.open("events/2024-07-27-ambush/")
    # Until it has the sitemap, Material lets the browser open pages.
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.first = true")
    page.evaluate("document.querySelector('a[href$=\"/timeline/\"]').click()")
    page.get_by_label("Timeline of events").first.wait_for()
    assert page.evaluate("globalThis.first")
    assert reader.faults == []


def test_with_instant_navigation_pages_with_drawings_of_the_build_are_left_and_reached(
    browser: Browser, sites: Sites
) -> None:
    reader = a_reader(browser, sites.instant)
    page = reader.open("events/2024-07-27-ambush/")
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.first = true")
    drawings = page.locator("main use")
    for link, part in (("a.md-logo", ".tl-strip"), ("main a[href*=ambush]", ".tl-chart")):
        assert drawings.count()
        page.evaluate("selector => document.querySelector(selector).click()", link)
        page.wait_for_selector(f"main {part}", state="attached")
    assert drawings.count()
    assert page.evaluate("globalThis.first")
    assert reader.faults == []
