"""Where the claims of a page are, and how a reader opens them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def claim_at(page: Page, anchor: str) -> Locator:
    """The claim that an anchor of a page stands for."""
    return page.locator(f'.tl-claim:has([id="{anchor}"])')


def open_claim(claim: Locator) -> Locator:
    """The same claim, opened."""
    claim.locator("> summary").click()
    return claim
