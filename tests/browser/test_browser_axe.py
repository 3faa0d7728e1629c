"""Every kind of page as axe sees it, with all folds open, in both schemes and at both widths."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from browser.addresses import ONE_OF_EACH
from browser.reader import DESKTOP, PHONE, Device, MakeReader, Settings

RULES = {"resultTypes": ["violations"]}
OF_COLOUR = {**RULES, "runOnly": ["color-contrast"]}
"""What can differ between the schemes; all else is the same in both."""
KINDS = {name: address for name, address in ONE_OF_EACH.items() if name not in ("battle", "sources", "actors")}
"""Without pages that are longer than others of their kind: axe takes its time over each element."""
OPEN_ALL = "document.querySelectorAll('details').forEach(fold => (fold.open = true))"


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_reports_nothing_on_any_kind_of_page(read: MakeReader, kind: str, device: Device) -> None:
    page = read(Settings(device, guarded=False)).open(KINDS[kind])
    page.evaluate(OPEN_ALL)
    found = violations(page, RULES)
    page.emulate_media(color_scheme="dark")
    found += violations(page, OF_COLOUR)
    page.emulate_media(color_scheme="light")
    assert not found


def violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe reports, a line for each element."""
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
