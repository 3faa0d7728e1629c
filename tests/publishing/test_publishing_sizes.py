"""No page grows without bound: the pages of a chronicle of 1,000 invented events."""

import pytest
import worlds

from bench.synthetic.chronicle import invent_chronicle
from site_builder.chronicle import Chronicle
from site_builder.pages import KINDS, pages_of
from site_builder.publishing import Renderer, make_environment, theme_folder

MOST = 150_000
"""Bytes of HTML that a page may have."""
SHELL = 15_000
"""Bytes that the theme puts around a page of ours, with room for a longer navigation."""


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, int]]:
    """The bytes of each page that does not grow with its own record alone, by kind and address."""
    folder = tmp_path_factory.mktemp("events")
    for file in invent_chronicle(1_000, seed=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    renderer = Renderer(worlds.here(Chronicle.open(folder)).site, make_environment([theme_folder()]))
    found: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    found["home"] = {"": SHELL + len(renderer.home().encode())}
    for page in pages_of(renderer.site):
        if page.kind != "event":
            found[page.kind][page.address] = SHELL + len(renderer.parts(page).content.encode())
    return found


@pytest.mark.parametrize("kind", sorted([*KINDS, "home"]))
def test_no_page_is_too_large(sizes: dict[str, dict[str, int]], kind: str) -> None:
    assert {address: size for address, size in sizes[kind].items() if size > MOST} == {}


def test_pages_of_the_timeline_are_full_where_there_is_more_to_show(sizes: dict[str, dict[str, int]]) -> None:
    assert sum(sizes["years"].values()) / len(sizes["years"]) > MOST / 3
