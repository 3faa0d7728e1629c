"""Every kind of page, on a phone and on a desktop, in light and dark: nothing fails, nothing sticks out."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser_addresses import ONE_OF_EACH
from browser_reader import DESKTOP, PHONE, MakeReader, Settings

VIEWS = [Settings(device, scheme) for device in (PHONE, DESKTOP) for scheme in ("light", "dark")]

STICKING_OUT = (Path(__file__).parent / "sticking_out.js").read_text()


@pytest.mark.parametrize("name", ONE_OF_EACH)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.device.name}-{view.scheme}")
def test_page_opens_without_an_error_and_fits_the_screen(read: MakeReader, name: str, view: Settings) -> None:
    reader = read(view)
    page = reader.open(ONE_OF_EACH[name])
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= view.device.width
    assert page.evaluate(STICKING_OUT, view.device.width) == []
    assert reader.faults == []
