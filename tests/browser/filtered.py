"""A small world to choose from on its timeline, and what a reader does with the filters."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from browser.built_site import SITE_URL

_WORLD = """
2020-01-01-a:
  {title: A, kind: battle, importance: major, threads: [war], tags: [drones],
   actors: [{actor: brigade, role: attacker}], places: [{place: town, role: site}],
   claims: [{id: killed, by: army, figures: {army: {killed: 4}}}]}
2021-01-01-b:
  {title: B, kind: battle, threads: [war], actors: [{actor: old, role: attacker}, {actor: army, role: attacked}],
   places: [{place: town, role: site}]}
2022-01-01-c:
  {title: C, kind: statement, actors: [{actor: new, role: speaker}],
   claims: [{id: helped, by: new, topic: support, question: help}, {id: no, by: army, topic: support, denies: helped}]}
2023-01-01-d: {title: D, kind: statement, standing: planned, actors: [{actor: umbrella, role: speaker}]}
2024-01-01-e: {title: E, kind: meeting, places: [{place: region, role: site}]}
actors/umbrella: {name: Umbrella}
actors/brigade: {name: Brigade, parent: umbrella}
actors/army: {name: Army}
actors/old: {name: Old}
actors/new: {name: New, succeeds: [{actor: old, how: renamed, sources: [s]}]}
places/region: {name: Region, precision: unlocated}
places/town: {name: Town, within: region, precision: unlocated}
threads/war: {title: The war}
threads/peace: {title: The peace}
questions/help: {title: "Who helped?"}
"""
_MANY = "".join(
    f"2025-{1 + n // 28:02d}-{1 + n % 28:02d}-m{n}: {{title: Many {n}, threads: [peace]}}\n" for n in range(60)
)
WORLD = _WORLD + _MANY
CONFIG = f"{{site_url: '{SITE_URL}', theme: {{name: material, font: false, features: [navigation.instant]}}}}"
LINES = ".tl-twin .tl-event__title"

OpenTimeline = Callable[..., Page]
"""Opens the timeline with a query, on a desktop or the device that a test names."""


def choose(page: Page, filter_name: str, *values: str) -> None:
    """Open a filter, tick values, and close it."""
    button = page.locator(".tl-filters").get_by_role("button", name=filter_name, exact=True)
    button.click()
    for value in values:
        value_of(page, value).click()
    button.click()


def value_of(page: Page, name: str) -> Locator:
    return page.locator(".tl-filters__sheet label", has=page.get_by_text(name, exact=True))


def counts_of(page: Page, filter_name: str) -> dict[str, int]:
    """The values of a filter and their numbers."""
    button = page.locator(".tl-filters").get_by_role("button", name=filter_name, exact=True)
    button.click()
    page.locator(".tl-filters__values li").first.wait_for()
    labels = page.locator(".tl-filters__values label").all_inner_texts()
    button.click()
    return {name: int(number) for name, number in (label.rsplit(maxsplit=1) for label in labels)}


def chosen(page: Page) -> list[str]:
    return page.locator(".tl-chosen li").all_inner_texts()


def expect_left(page: Page, *titles: str) -> None:
    """These events are drawn and listed, and no others."""
    expect(page.locator(LINES)).to_have_text([*titles])
    expect(page.locator(".tl-instrument__period")).to_contain_text(f"· {len(titles)} event")
