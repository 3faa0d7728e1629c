"""A complete event's page and a question's, as they were last reviewed: what we put into the theme, no more."""

from collections.abc import Callable
from pathlib import Path

import pytest
import worlds

from site_builder.publishing.pages import Publisher, Theme
from site_builder.publishing.plan import Page
from site_builder.publishing.shell import Parts, make_environment, theme_folder

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"
WORLD = (GOLDEN / "world.yml").read_text(encoding="utf-8")


def unused(page: Page, parts: Parts) -> str:
    raise AssertionError(f"the theme was asked for {page.address}")


@pytest.mark.parametrize(
    ("name", "address"), [("event", "events/2024-07-27-ambush"), ("question", "questions/ukraine-helped")]
)
def test_the_page_is_as_it_was_reviewed(
    name: str, address: str, tmp_path: Path, same_as_file: Callable[[Path, str], None]
) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD)).site
    publisher = Publisher(
        site, make_environment([theme_folder()]), Theme(unused, "A chronicle", "https://example.org/")
    )
    parts = publisher.parts(publisher.pages()[address])
    same_as_file(GOLDEN / f"{name}.html", f"{parts.head.strip()}\n\n{parts.content.strip()}\n")
