"""Pages as data: any of them can be made alone, in any order, from the site and its kind and id."""

import pickle
from pathlib import Path

import worlds

from site_builder.pages import KINDS, Page, pages_of
from site_builder.publishing import Renderer, make_environment, theme_folder

WORLD = """
2023-11-14-kidal: {}
0000-some-day: {date: XXXX-12-25}
actors/csp: {}
places/kidal: {}
threads/mali: {}
questions/who: {}
"""


def renderer(folder: Path) -> Renderer:
    site = worlds.here(worlds.chronicle_of(folder, WORLD)).site
    return Renderer(site, make_environment([theme_folder()]))


def test_every_kind_of_page_is_listed_with_an_address_of_its_own(tmp_path: Path) -> None:
    pages = list(pages_of(renderer(tmp_path).site))
    assert {page.kind for page in pages} == set(KINDS)
    assert len({page.address for page in pages}) == len(pages)


def test_one_page_can_be_made_alone_by_whoever_is_sent_its_data(tmp_path: Path) -> None:
    first, second = renderer(tmp_path), renderer(tmp_path)
    pages = list(pages_of(first.site))
    made = {page: first.parts(page) for page in pages}
    for page in reversed(pages):
        assert second.parts(pickle.loads(pickle.dumps(page))) == made[page]


def test_the_years_of_the_timeline_are_pages(tmp_path: Path) -> None:
    site = renderer(tmp_path).site
    years = [page for page in pages_of(site) if page.kind == "year"]
    assert years == [Page("year", "2023"), Page("year", "undated")]
    assert [page.address for page in years] == ["timeline/2023", "timeline/undated"]
    assert [page.view(site).title for page in years] == ["Timeline: 2023", "Timeline: Undated"]
