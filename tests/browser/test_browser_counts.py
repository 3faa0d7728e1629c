"""Counts at a glance in a browser: rows lead to claims, drawings say the same everywhere, the table fits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page

from browser.addresses import BATTLE
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings
from browser.screen import is_on_screen

NARROW = Device("narrow phone", 320, 700, mobile=True)
OPEN_ALL = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
CLOSE_ALL = "document.querySelectorAll('details').forEach(fold => { fold.open = false })"
NUMBERED = """part => [...part.querySelectorAll(".tl-chart .tl-count:has(.tl-count__figure)")].map(row => ({
  chart: row.closest(".tl-chart").querySelector("h3").textContent,
  figure: row.querySelector(".tl-count__figure").textContent.replaceAll(",", ""),
  places: [...row.querySelectorAll("use:not(.tl-drawing__open)")].map(use => {
    const { left, right } = use.getBoundingClientRect()
    return (left + right) / 2
  }),
  left: row.querySelector("svg").getBoundingClientRect().left,
  right: row.querySelector("svg").getBoundingClientRect().right,
}))"""
"""Each row of the charts: what it says, and where its shapes stand."""
TICKS = """chart => [...chart.querySelectorAll("text")].map(tick => {
  const { left, right } = tick.getBoundingClientRect()
  return [Number(tick.textContent.replaceAll(",", "")), (left + right) / 2]
})"""


def counts(page: Page) -> Locator:
    return page.locator("section", has=page.locator("#part-counts")).last


@contextmanager
def opened(read: MakeReader, device: Device) -> Iterator[Page]:
    """The battle's page with everything open, which is closed for those that come after."""
    page = read(Settings(device)).open(BATTLE)
    page.evaluate(OPEN_ALL)
    yield page
    page.emulate_media(media="screen", forced_colors="none")


@pytest.mark.parametrize("device", [NARROW, PHONE, DESKTOP], ids=lambda device: device.name)
def test_nothing_in_the_counts_scrolls_sideways(read: MakeReader, device: Device) -> None:
    with opened(read, device) as page:
        part = counts(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= device.width
        wider = "part => [...part.querySelectorAll('*')].filter(one => one.scrollWidth > one.clientWidth + 1 && "
        wider += "['auto', 'scroll'].includes(getComputedStyle(one).overflowX)).map(one => one.className)"
        assert part.evaluate(wider) == []


def test_rows_of_the_table_stack_on_a_phone_and_each_cell_says_its_column(read: MakeReader) -> None:
    with opened(read, NARROW) as page:
        row = counts(page).get_by_role("row").filter(has=page.locator("td[data-label]")).first
        head, cell = row.get_by_role("rowheader"), row.locator("td[data-label]").first
        first, second = head.bounding_box(), cell.bounding_box()
        assert first is not None
        assert second is not None
        assert second["x"] == pytest.approx(first["x"], abs=1)
        assert second["y"] >= first["y"] + first["height"] - 1
        before = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert before == f'"{cell.get_attribute("data-label")}: "'


@pytest.mark.parametrize("device", [NARROW, DESKTOP], ids=lambda device: device.name)
def test_the_table_is_a_table_for_listeners_however_it_looks(read: MakeReader, device: Device) -> None:
    with opened(read, device) as page:
        table = counts(page).get_by_role("table")
        columns = table.get_by_role("columnheader").count()
        row = table.get_by_role("row").filter(has=page.get_by_role("cell")).first
        assert columns >= 3
        assert row.get_by_role("cell").count() == columns - 1
        assert row.get_by_role("rowheader").count() == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_row_leads_to_its_claim_which_opens(read: MakeReader, *, scripts: bool) -> None:
    page = read(Settings(scripts=scripts)).open(BATTLE)
    row = counts(page).locator(".tl-chart .tl-count").first
    who = row.locator(".tl-count__by")
    href, name = who.get_attribute("href") or "", who.inner_text()
    row.click()
    assert page.url.endswith(href)
    claim = page.locator(f'.tl-claim:has([id="{href.removeprefix("#")}"])')
    assert name in claim.locator("summary").inner_text()
    assert claim.locator(".tl-fold__body").is_visible()
    assert is_on_screen(claim.locator("summary"))


def test_an_address_of_a_count_opens_the_fold_in_which_it_stands(read: MakeReader) -> None:
    reader = read(Settings(scripts=False))
    folded = counts(reader.open(BATTLE)).locator("details [id^=group-]")
    anchors = folded.evaluate_all("counts => counts.map(count => count.id)")
    assert anchors
    for anchor in (anchors[0], anchors[-1]):
        assert is_on_screen(reader.open(f"{BATTLE}#{anchor}").locator(":target"))


def test_every_row_is_high_enough_to_be_touched(read: MakeReader) -> None:
    with opened(read, PHONE) as page:
        rows = counts(page).locator(".tl-count:has(a)")
        heights = rows.evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
        assert len(heights) > 1
        assert min(heights) >= 24


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_a_larger_number_stands_further_to_the_right_in_every_language(
    read: MakeReader, device: Device, direction: str
) -> None:
    with opened(read, device) as page:
        page.evaluate("direction => { document.body.dir = direction }", direction)
        rows = counts(page).evaluate(NUMBERED)
        assert all(row["left"] - 1 <= place <= row["right"] + 1 for row in rows for place in row["places"])
        exact = [row for row in rows if row["figure"].isdecimal()]
        assert exact
        for one in exact:
            for other in exact:
                if one["chart"] == other["chart"] and int(one["figure"]) < int(other["figure"]):
                    assert one["places"][0] < other["places"][0], f"{one} {other}"
        for chart in counts(page).locator(".tl-chart").all():
            assert all(low < high for low, high in pairwise(chart.evaluate(TICKS)))


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_ticks_stand_where_rows_of_the_same_number_do(read: MakeReader, device: Device) -> None:
    with opened(read, device) as page:
        for chart in counts(page).locator(".tl-chart").all():
            ticks = dict(chart.evaluate(TICKS))
            top = max(ticks)
            for row in counts(page).evaluate(NUMBERED):
                if row["chart"] == chart.locator("h3").inner_text() and row["figure"].isdecimal():
                    expected = ticks[0] + (ticks[top] - ticks[0]) * int(row["figure"]) / top
                    assert row["places"][0] == pytest.approx(expected, abs=1.5)


def test_on_paper_every_chart_is_open_and_drawn(read: MakeReader) -> None:
    page = read(Settings()).open(BATTLE)
    page.evaluate(CLOSE_ALL)
    page.emulate_media(media="print")
    try:
        part = counts(page)
        drawings = part.locator(".tl-chart .tl-count:has(a) .tl-drawing")
        assert drawings.count() > 1
        assert all(drawing.is_visible() for drawing in drawings.all())
        assert part.get_by_role("table").is_visible()
        assert part.locator("td[data-label]").first.evaluate("cell => getComputedStyle(cell).display") == "table-cell"
    finally:
        page.emulate_media(media="screen")


def test_with_colours_of_the_system_shapes_have_the_colour_of_text(read: MakeReader) -> None:
    with opened(read, PHONE) as page:
        page.emulate_media(forced_colors="active")
        colours = "part => [...part.querySelectorAll('.tl-chart .tl-count:has(a) .tl-drawing')].map("
        colours += "drawing => getComputedStyle(drawing).stroke)"
        text = page.evaluate(
            "(() => { const probe = document.body.appendChild(document.createElement('i'));"
            " probe.style.color = 'CanvasText'; return getComputedStyle(probe).color })()"
        )
        assert set(counts(page).evaluate(colours)) == {text}
