"""A complete event's page and a question's, as they were last reviewed: what we put into the theme, no more."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import worlds

from site_builder.pages import Page
from site_builder.publishing import Renderer, make_templates, theme_folder

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"
WORLD = (GOLDEN / "world.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", [Page("event", "2024-07-27-ambush"), Page("question", "ukraine-helped")], ids=lambda page: page.kind
)
def test_the_page_is_as_it_was_reviewed(page: Page, tmp_path: Path, same_as_file: Callable[[Path, str], None]) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD), url="https://example.org/").site
    parts = Renderer(site, make_templates([theme_folder()])).parts(page)
    # What a script holds is not reviewed here.
    content = re.sub(r'(?<=data-tl-integrity=")[^"]*', "", parts.content.strip())
    same_as_file(GOLDEN / f"{page.kind}.html", f"{parts.head.strip()}\n\n{content}\n")
