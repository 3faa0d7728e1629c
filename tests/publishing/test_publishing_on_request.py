"""A file that is made on request is the one that would be written."""

from __future__ import annotations

from pathlib import Path

import pytest
import worlds
from building import tree
from markupsafe import Markup

from site_builder.pages import Page, pages_of
from site_builder.publishing import OnRequest, PageError, Parts, Publisher, Renderer, make_templates, theme_folder

WORLD = """
2024-07-27-ambush: {actors: [{actor: csp, role: attacker}], former_ids: [2024-07-27-old]}
2024-07-28-answer: {links: [{type: after, event: 2024-07-27-ambush}]}
actors/csp: {}
"""


class Counting(Renderer):
    """Notes which pages are made."""

    def __init__(self, folder: Path) -> None:
        site = worlds.here(worlds.chronicle_of(folder, WORLD)).site
        super().__init__(site, make_templates([theme_folder()]))
        self.made: list[str] = []

    def parts(self, page: Page) -> Parts:
        self.made.append(page.address)
        if page.address == "events/2024-07-28-answer" and self.made.count(page.address) == 1:
            raise KeyError("nothing")
        return super().parts(page)


def publisher(renderer: Counting) -> Publisher:
    """A publisher of all pages, which it has not tried."""
    made = Publisher(renderer, lambda page, parts: f"{parts.title}{parts.head}{parts.content}", ())
    made._pages = tuple(pages_of(renderer.site))
    return made


@pytest.fixture
def renderer(tmp_path: Path) -> Counting:
    return Counting(tmp_path / "events")


def test_every_file_on_request_is_the_one_that_is_written(renderer: Counting, tmp_path: Path) -> None:
    renderer.made = ["events/2024-07-28-answer"]
    files = OnRequest(publisher(renderer))
    asked = {file: files.content(file) for file in reversed(list(files))}
    renderer.site.sizes.clear()
    publisher(renderer).write(tmp_path / "site", processes=1)
    assert asked == tree(tmp_path / "site")
    assert "kB" in str(Markup(asked["data/index.html"].decode()).striptags())


def test_nothing_is_made_before_somebody_asks_and_once_is_enough(renderer: Counting) -> None:
    files = OnRequest(publisher(renderer))
    assert renderer.made == []
    first = files.content("actors/csp/index.html")
    assert files.content("actors/csp/index.html") is first
    assert renderer.made == ["actors/csp"]


def test_a_page_that_fails_once_is_made_again(renderer: Counting) -> None:
    files = OnRequest(publisher(renderer))
    with pytest.raises(PageError, match="events/2024-07-28-answer"):
        files.content("events/2024-07-28-answer/index.html")
    assert b"<h1>" in files.content("events/2024-07-28-answer/index.html")


def test_files_of_others_are_left_to_them(renderer: Counting) -> None:
    old = "events/2024-07-27-old/index.html"
    assert old in OnRequest(publisher(renderer))
    assert old not in OnRequest(publisher(renderer), {old})
