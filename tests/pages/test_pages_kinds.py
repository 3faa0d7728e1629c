"""Pages as data: any of them can be made alone, in any order, from the site and its kind and id."""

import pickle
from pathlib import Path

import worlds
from markupsafe import escape

from site_builder.pages import KINDS, Page, pages_of
from site_builder.publishing import Renderer, make_templates, theme_folder

WORLD = """
2023-11-14-kidal: {actors: [{actor: csp, role: attacker}], places: [{place: kidal, role: site}], threads: [mali]}
0000-some-day:
  date: XXXX-12-25
  actors: [{actor: csp, role: attacker}]
  places: [{place: kidal, role: site}]
  threads: [mali]
  claims: [{id: a, by: csp, question: who}, {id: b, by: csp, date: 2023, question: who}]
actors/csp: {}
actors/mali:
  corrections:
    - {date: 2026-11-23, kind: error, note: A word.}
    - {date: 2027-01-02, kind: update, note: Another word.}
removed: {places: [{id: hut, date: 2026-11-29, reason: danger}]}
places/gao: {}
places/kidal: {lat: 18.4, lon: 1.4, precision: settlement, sources: [s]}
threads/azawad: {}
threads/mali: {}
questions/what: {title: What was it}
questions/who: {title: Was it they}
sources/s: {}
sources/t: {date: 2023}
"""


def renderer(folder: Path) -> Renderer:
    site = worlds.here(worlds.chronicle_of(folder, WORLD), most=1).site
    return Renderer(site, make_templates([theme_folder()]))


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
    years = [page for page in pages_of(site) if page.kind == "years"]
    assert years == [Page("years", "2023"), Page("years", "undated")]
    assert [page.address for page in years] == ["timeline/2023", "timeline/undated"]
    assert [page.view(site).title for page in years] == ["Timeline: 2023", "Timeline: Undated"]


IN_FRENCH = """
2024-07-27-a:
  title: {fr: Embuscade}
  claims:
    - {id: x, by: csp, figures: {wagner: {killed: 84}}, says: {fr: Nous y sommes}}
    - {id: y, by: wagner, date: 2024-07-28, denies: x, question: who}
  places: [{place: kidal}]
  threads: [mali]
actors/csp: {name: {fr: Le CSP}}
actors/wagner: {}
places/kidal: {}
questions/who: {}
threads/mali: {}
"""


def test_every_page_and_its_view_survive_the_way_to_another_process(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, IN_FRENCH)).site
    for page in pages_of(site):
        view = page.view(site)
        copied_page, copy = pickle.loads(pickle.dumps((page, view)))
        assert (copied_page, copy) == (page, view)
        assert escape(copy.title) == escape(view.title)
        in_french = page.kind in ("event", "actor") and page.id != "wagner"
        assert ('<span lang="fr"' in escape(copy.title)) is in_french
