"""No page grows without bound, as it is and compressed: the pages of a chronicle of 1,000 invented events."""

import gzip
from typing import NamedTuple

import pytest
import worlds
from first_visit import AROUND, LIGHT

from bench.synthetic.chronicle import invent_chronicle
from site_builder.chronicle import Chronicle
from site_builder.pages import KINDS, pages_of
from site_builder.publishing import Renderer, make_templates, theme_folder

MOST = 150_000
"""Bytes of HTML that a page may have."""
SHELL = 15_000
"""Bytes that the theme puts around a page of ours, with room for a longer navigation."""


class Size(NamedTuple):
    """How large a page is, in bytes."""

    html: int
    first_visit: int
    """With all that a browser fetches for it, compressed."""


def size_of(content: str) -> Size:
    data = content.encode()
    return Size(SHELL + len(data), AROUND + len(gzip.compress(data)))


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Size]]:
    """The size of each page, by kind and address."""
    folder = tmp_path_factory.mktemp("events")
    for file in invent_chronicle(1_000, seed=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    renderer = Renderer(worlds.here(Chronicle.open(folder)).site, make_templates([theme_folder()]))
    found: dict[str, dict[str, Size]] = {kind: {} for kind in KINDS}
    found["home"] = {"": size_of(renderer.home())}
    for page in pages_of(renderer.site):
        found[page.kind][page.address] = size_of(renderer.parts(page).content)
    return found


@pytest.mark.parametrize("kind", sorted([*KINDS, "home"]))
def test_no_page_is_too_large(sizes: dict[str, dict[str, Size]], kind: str) -> None:
    """But for an event's, which grows with its own record, whose lists have bounds."""
    most = MOST if kind != "event" else 2 * MOST
    assert {address: size for address, size in sizes[kind].items() if size.html > most} == {}


@pytest.mark.parametrize("kind", sorted([*KINDS, "home"]))
def test_a_first_visit_to_the_largest_pages_is_light(sizes: dict[str, dict[str, Size]], kind: str) -> None:
    assert {address: size for address, size in sizes[kind].items() if size.first_visit > LIGHT} == {}


def test_pages_of_the_timeline_are_full_where_there_is_more_to_show(sizes: dict[str, dict[str, Size]]) -> None:
    assert sum(size.html for size in sizes["years"].values()) / len(sizes["years"]) > MOST / 3
