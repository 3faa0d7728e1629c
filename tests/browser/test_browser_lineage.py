"""An actor's lineage and a thread's story in a real browser: at any width, in both directions, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from building import build
from playwright.sync_api import Browser, Locator, Page, expect
from worlds import write_site

from browser.built_site import SITE_URL, Site, host
from browser.reader import Device, Settings, make_reader
from browser.screen import is_on_screen, top_of

NARROW = Device("narrow", 320, 640, mobile=True)
WORLD = """
actors/league: {name: League of the towns along the river and of the hills behind them, active: 2010/2015}
actors/guard: {name: Guardians-of-the-northern-and-southern-bridges, active: 2012/2015, parent: town}
actors/town: {name: Town, type: state}
actors/front:
  name: Front
  active: 2015/2020
  succeeds: [{actor: league, how: renamed, sources: [s]}, {actor: guard, how: merged, sources: [s]}]
actors/union: {name: Union, active: 2020/.., succeeds: [{actor: front, how: replaced}]}
threads/tin: {title: Tin, start: [2024-07-27-a], summary: The story.}
2023-07-26-before:
  threads: [tin]
  kind: battle
  summary: It was long. It was very long. It lasted for days. It ended late. All knew. None said.
2024-07-27-a:
  {threads: [tin], links: [{type: after, event: 2023-07-26-before, note: It came of that., sources: [s]}]}
2024-07-28-b: {threads: [tin], kind: statement, links: [{type: about, event: 2024-07-27-a}]}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("lineage")
    built = build(write_site(root, WORLD), root / "site", site_url=SITE_URL)
    assert built.passed, built.log
    with host(root / "site") as hosted:
        yield hosted


@pytest.fixture
def page(browser: Browser, site: Site) -> Page:
    return make_reader(browser, site.root, Settings(NARROW)).open("actors/front/")


def _rows(page: Page) -> list[Locator]:
    return page.locator(".tl-lineage__row").all()


def _middle_of(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_lineage_fits_a_narrow_screen_and_its_lines_stand_before_the_names(page: Page, direction: str) -> None:
    page.evaluate("direction => { document.documentElement.dir = document.body.dir = direction }", direction)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW.width
    for row in _rows(page):
        dot, name = row.locator(".tl-lineage__dot"), row.locator(".tl-lineage__name")
        assert (_middle_of(dot) < _middle_of(name)) is (direction == "ltr")


def test_lines_run_without_a_gap_from_each_actor_to_the_one_that_came_out_of_it(page: Page) -> None:
    rows = _rows(page)
    for row, following in pairwise(rows):
        box = row.locator(".tl-lineage__below").bounding_box()
        assert box is not None
        assert box["height"] > 0
        assert abs(box["y"] + box["height"] - top_of(following.locator(".tl-lineage__joint"))) < 1
    ends = "line => { const box = line.getBoundingClientRect(); return [box.left, box.right] }"
    arriving = (
        rows[2]
        .locator(".tl-lineage__joint .tl-lineage__line")
        .evaluate_all("lines => lines.map(line => Math.round(line.getBoundingClientRect().right))")
    )
    assert len(arriving) == 3, "two actors end here, and one goes on"
    lane = rows[1].locator(".tl-lineage__below .tl-lineage__line").last.evaluate(ends)
    assert max(arriving) == pytest.approx(lane[1], abs=2)


def test_a_lineage_is_a_list_of_links_in_order_of_time(page: Page) -> None:
    names = [row.locator(".tl-lineage__name").inner_text().split("\n")[0] for row in _rows(page)]
    assert [name.split()[0].split("-")[0] for name in names] == ["League", "Guardians", "Front", "Union"]
    tops = [top_of(row) for row in _rows(page)]
    assert tops == sorted(tops)
    page.locator(".tl-lineage__name a").last.click()
    page.wait_for_url("**/actors/union/")
    assert len(_rows(page)) == 4


def test_lines_of_a_lineage_are_drawn_on_paper_and_in_forced_colours(page: Page) -> None:
    colour = "line => getComputedStyle(line).stroke"
    line = page.locator(".tl-lineage__line").first
    page.emulate_media(media="print")
    assert line.evaluate(colour) not in ("none", "rgb(255, 255, 255)")
    page.emulate_media(media="screen", forced_colors="active")
    assert line.evaluate(colour) == page.evaluate("getComputedStyle(document.body).color")


def test_a_tie_of_a_thread_leads_to_the_earlier_event_and_a_summary_opens(browser: Browser, site: Site) -> None:
    page = make_reader(browser, site.root, Settings(NARROW, scripts=False)).open("threads/tin/")
    summary = page.locator("#\\32 023-07-26-before summary")
    closed = summary.bounding_box()
    summary.click()
    opened = summary.bounding_box()
    assert closed is not None
    assert opened is not None
    assert opened["height"] > closed["height"]
    page.locator("#\\32 024-07-27-a summary").click()
    expect(page.get_by_text("It came of that.")).to_be_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("#\\32 024-07-28-b").get_by_role("link", name="27 July 2024").click()
    assert page.url.endswith("#2024-07-27-a")
    assert is_on_screen(page.locator("#\\32 024-07-27-a .tl-event__title"))
    page.emulate_media(media="print")
    summary.click()
    assert summary.evaluate("summary => summary.scrollHeight - summary.clientHeight") <= 1, "cut off on paper"
