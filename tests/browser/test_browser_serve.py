"""What somebody sees who edits records beside a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import serve
from worlds import write_site

AMBUSH = "events/2024-07-27-ambush/"
PATIENCE = 60_000
"""Milliseconds, far more than a build and a reload need."""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    docs = {"contributing.md": "# Contributing\n\n## Report an error\n", "method.md": "# Method\n"}
    return write_site(tmp_path / "chronicle", "2024-07-27-ambush: {title: The ambush}", docs=docs).parent / "events"


@pytest.fixture
def page(browser: Browser, records: Path, tmp_path: Path) -> Iterator[Page]:
    """The event's page in a browser, as `mkdocs serve` serves it."""
    with serve(records.parent, tmp_path / "printed") as server:
        server.wait_for_page(AMBUSH, "The ambush")
        context = browser.new_context()
        page = context.new_page()
        page.set_viewport_size({"width": 700, "height": 400})
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if "Policy" in message.text else None)
        page.goto(server.url + AMBUSH)
        assert "script-src" in str(page.locator("meta[http-equiv]").first.get_attribute("content"))
        yield page
        context.close()
        assert refused == []


def test_the_page_reloads_by_itself_shows_what_is_broken_and_forgets_it_when_fixed(page: Page, records: Path) -> None:
    record = records / "2024-07-27-ambush.yml"
    text = record.read_text(encoding="utf-8")
    heading, banner = page.get_by_role("heading", level=1), page.get_by_role("alert")
    expect(heading).to_have_text("The ambush")
    expect(banner).to_have_count(0)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.locator("body")).not_to_contain_text("<body")

    record.write_text(text.replace("The ambush", "The second ambush"), encoding="utf-8")
    expect(heading).to_have_text("The second ambush", timeout=PATIENCE)

    record.write_text(text.replace("kind: battle", "kind: battel"), encoding="utf-8")
    expect(banner).to_be_visible(timeout=PATIENCE)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    expect(banner).to_be_in_viewport()
    expect(banner).to_contain_text("events/2024-07-27-ambush.yml:2:7")
    expect(banner).to_contain_text("`battel` is not a value of `kind`")
    expect(page.locator("body")).not_to_contain_text("<body")
    expect(heading).to_have_text("The second ambush")

    record.write_text(text.replace("The ambush", "The third ambush"), encoding="utf-8")
    expect(heading).to_have_text("The third ambush", timeout=PATIENCE)
    expect(banner).to_have_count(0)
