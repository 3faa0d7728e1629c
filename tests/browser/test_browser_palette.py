"""A site with README's own minimal configuration, and sites with colours of their own: all can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import yaml
from building import build
from playwright.sync_api import Browser, Page, expect
from worlds import write_site

from browser.built_site import SITE_URL, Site, host
from browser.reader import DESKTOP, PHONE, Device, Settings, make_reader
from browser.seen import SCHEMES, faint, faint_in_either_scheme

WORLD = """
2024-07-27-ambush:
  title: Ambush near the border
  standing: claimed
  importance: major
  threads: [tin]
  places: [{place: kidal, role: site}]
  actors: [{actor: csp, role: attacker}]
  unknown: [How many died.]
  claims:
    - {id: csp-alone, by: csp, date: 2024-08-01, topic: occurrence, question: who}
    - {id: jnim-too, unnamed: a security source, topic: occurrence, denies: csp-alone, question: who}
    - {id: toll, by: csp, figures: {csp: {killed: 9}}, assessment: unverified, because: Nobody else counted.}
  body: "It happened at `dawn` [@s]."
2023-11-talks: {title: Talks, date: 2023-11/2023-12}
actors/csp: {name: CSP-DPA}
places/kidal: {name: Kidal, country: ML}
threads/tin: {title: Tin, summary: The battle.}
questions/who: {title: Who was it, summary: It is disputed.}
"""
DOCS = {
    "contributing.md": "# Contributing\n\n## Report an error\n\n[A link](method.md) and `code`.\n",
    "method.md": "# Method\n\n## Words\n\n> A quotation\n\n    some = code\n\n- [a link](index.md)\n",
}
PAGES = ("", "timeline/", "events/2024-07-27-ambush/", "questions/who/", "actors/csp/", "method/")
PAPER = {"light": "rgb(251, 250, 246)", "dark": "rgb(21, 22, 26)"}
LINK = {"light": "rgb(31, 78, 121)", "dark": "rgb(143, 188, 230)"}
PRIMARIES = (
    *("red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green"),
    *("light-green", "lime", "yellow", "amber", "orange", "deep-orange", "brown", "blue-grey"),
)
"""Material's own, but for white, grey and black, whose links are ours."""
ACCENTS = PRIMARIES[:16]
CUSTOM = ("#000", "#fff", "#f00", "#0f0", "#00f", "#ff0", "#0ff", "#f0f", "#000080", "hsl(280 100% 50%)", "#ffe4e1")
"""Colours that a site may set itself, as Material documents it."""
DRESS = """([scheme, primary, accent, custom]) => {
  const body = document.body
  for (const [name, value] of Object.entries({ scheme, primary, accent })) {
    body.setAttribute(`data-md-color-${name}`, value)
  }
  for (const name of ["--md-primary-fg-color", "--md-accent-fg-color"]) {
    if (custom) body.style.setProperty(name, custom)
    else body.style.removeProperty(name)
  }
}"""
COLOUR = "selector => getComputedStyle(document.querySelector(selector)).color"
Built = Callable[[dict[str, Any]], Site]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Builds and serves a site with nothing in `mkdocs.yml` but its name, its address, the plugin and this theme."""
    sites: dict[str, Site] = {}
    with ExitStack() as hosts:

        def site(theme: dict[str, Any]) -> Site:
            key = repr(theme)
            if key not in sites:
                root = tmp_path_factory.mktemp("small")
                file = write_site(root, WORLD, docs=DOCS)
                config = {"site_name": "Small", "site_url": SITE_URL, "theme": theme, "plugins": ["timeline"]}
                file.write_text(yaml.safe_dump(config), encoding="utf-8")
                made = build(file)
                assert made.passed, made.log
                sites[key] = hosts.enter_context(host(made.folder))
            return sites[key]

        yield site


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize(
    ("device", "scripts"), [(PHONE, True), (DESKTOP, False)], ids=["phone", "desktop without scripts"]
)
def test_a_site_that_sets_nothing_is_of_our_paper_and_asks_nobody(
    built: Built, browser: Browser, device: Device, scripts: bool
) -> None:
    reader = make_reader(browser, built({"name": "material"}).root, Settings(device, scripts=scripts))
    for address in PAGES:
        page = reader.open(address)
        assert reader.faults == [], address
        assert faint_in_either_scheme(page) == [], address
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_css("background-color", PAPER[scheme])
        assert page.evaluate(COLOUR, ".md-typeset li a") == LINK[scheme]
    page.context.close()


@pytest.mark.parametrize(
    ("device", "scripts"),
    [(PHONE, False), (PHONE, True), (DESKTOP, True)],
    ids=["phone without scripts", "phone", "desktop"],
)
def test_a_site_that_sets_nothing_leads_to_the_timeline_from_every_page(
    built: Built, browser: Browser, device: Device, scripts: bool
) -> None:
    reader = make_reader(browser, built({"name": "material"}).root, Settings(device, scripts=scripts))
    for address in ("method/", "actors/csp/"):
        page = reader.open(address)
        if device is PHONE:
            page.locator("label.md-header__button[for=__drawer]").click()
        page.locator(".md-nav--primary, .md-tabs").get_by_role("link", name="Timeline").locator("visible=true").click()
        assert page.locator("h1").inner_text() == "Timeline"
    page.context.close()


def test_the_scheme_follows_the_readers_system_while_the_page_is_open(built: Built, browser: Browser) -> None:
    page = make_reader(browser, built({"name": "material"}).root, Settings(scheme="dark")).open("")
    body = page.locator("body")
    expect(body).to_have_css("background-color", PAPER["dark"])
    page.emulate_media(color_scheme="light")
    expect(body).to_have_css("background-color", PAPER["light"])
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(body).to_have_css("background-color", PAPER["dark"])
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize(("palette", "shown"), [({"primary": "teal"}, "light"), ({"scheme": "slate"}, "dark")])
def test_a_site_of_one_scheme_has_it_whatever_the_readers_system_says(
    built: Built, browser: Browser, palette: dict[str, str], shown: str, scripts: bool
) -> None:
    site = built({"name": "material", "palette": palette})
    page = make_reader(browser, site.root, Settings(DESKTOP, scripts=scripts)).open("events/2024-07-27-ambush/")
    assert faint_in_either_scheme(page) == []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.reload()
        assert background(page) == PAPER[shown]
    page.context.close()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_links_and_dates_of_every_palette_have_its_hue_and_can_be_read(
    built: Built, browser: Browser, scheme: str
) -> None:
    page = make_reader(browser, built({"name": "material", "palette": {"primary": "teal"}}).root, Settings(DESKTOP))
    tab = page.open("events/2024-07-27-ambush/")
    shown = {}
    dresses = [(name, "timeline", "") for name in PRIMARIES] + [("timeline", name, "") for name in ACCENTS]
    for primary, accent, custom in [*dresses, *(("custom", "custom", colour) for colour in CUSTOM)]:
        tab.evaluate(DRESS, [scheme, primary, accent, custom])
        assert faint(tab) == [], (primary, accent, custom)
        shown[primary, accent, custom] = tab.evaluate(COLOUR, ".tl-roles a"), tab.evaluate(COLOUR, ".tl-date__words")
    assert len({shown[dress][0] for dress in dresses[: len(PRIMARIES)]}) == len(PRIMARIES)
    assert len({shown[dress][1] for dress in dresses[len(PRIMARIES) :]}) == len(ACCENTS)
    assert len({shown[dress][0] for dress in dresses[len(PRIMARIES) :]}) == 1
    tab.context.close()


def test_a_button_of_a_hand_written_page_can_be_read(built: Built, browser: Browser) -> None:
    page = make_reader(browser, built({"name": "material"}).root, Settings(DESKTOP)).open("method/")
    page.evaluate(
        """() => document.querySelector(".md-content .md-typeset, .md-content__inner").insertAdjacentHTML("beforeend",
          '<a class="md-button" href="#">One</a> <a class="md-button md-button--primary" href="#">Two</a>')"""
    )
    assert page.locator(".md-button").count() == 2
    assert faint(page) == []
    page.context.close()
