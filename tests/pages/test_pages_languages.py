"""Text in another language than its page's says so wherever it is shown."""

import re
from pathlib import Path

import pytest
import worlds
from markupsafe import escape

from site_builder.pages import Page
from site_builder.pages.foreign import Foreign, join
from site_builder.publishing import Renderer, make_templates, theme_folder

WORLD = """
2023-11-14-kidal:
  title: {fr: La prise de Kidal}
  summary: {fr: "L’armée entre à [[place:kidal]]."}
  date_note: {ar: أمس}
  unknown: [{fr: Qui commandait}]
  body: {fr: "Un récit [@s]."}
  places: [{place: kidal, role: site}]
  actors: [{actor: fama, role: attacker}]
  claims:
    - {id: a, by: fama, says: {fr: Nous y sommes}, date: 2023-11-15, figures: {fama: {killed: 3}}}
    - {id: b, unnamed: A resident, date: 2023-11-16, denies: a}
  threads: [mali]
actors/fama: {name: {fr: Forces armées maliennes}, description: {fr: Une armée}}
places/kidal: {name: {ar: كيدال}}
threads/mali: {title: {fr: Au Mali}, summary: {fr: Une guerre}}
sources/s: {title: Prise de Kidal, lang: fr}
"""
FRENCH = '<span lang="fr" dir="ltr">'


@pytest.fixture
def renderer(tmp_path: Path) -> Renderer:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD), url="https://example.org/").site
    return Renderer(site, make_templates([theme_folder()]))


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        (Page("event", "2023-11-14-kidal"), f"<h1>{FRENCH}La prise de Kidal</span></h1>"),
        (Page("event", "2023-11-14-kidal"), f"{FRENCH}L’armée entre à <a"),
        (Page("event", "2023-11-14-kidal"), '<p data-tl-later><span lang="ar" dir="rtl">أمس</span></p>'),
        (Page("event", "2023-11-14-kidal"), f"<li>{FRENCH}Qui commandait</span></li>"),
        (Page("event", "2023-11-14-kidal"), '<div lang="fr" dir="ltr"><p>Un récit'),
        (Page("event", "2023-11-14-kidal"), f'"tl-claim__says">{FRENCH}Nous y sommes</span>'),
        (Page("event", "2023-11-14-kidal"), f">{FRENCH}Forces armées maliennes</span></a>"),
        (Page("event", "2023-11-14-kidal"), f">{FRENCH}Au Mali</span></a>"),
        (Page("event", "2023-11-14-kidal"), f">{FRENCH}Forces armées maliennes</span>, 15 November 2023</a>"),
        (Page("event", "2023-11-14-kidal"), f">{FRENCH}Forces armées maliennes</span>: killed</p>"),
        (Page("actor", "fama"), f'"tl-claim__says">{FRENCH}Nous y sommes</span>'),
        (Page("actor", "fama"), f"</b> {FRENCH}Forces armées maliennes</span> killed</li>"),
        (Page("actor", "fama"), f">{FRENCH}La prise de Kidal</span></a>"),
        (Page("actor", "fama"), '<div lang="fr" dir="ltr"><p>Une armée'),
        (Page("actor-index"), f">{FRENCH}Une armée</span></span>"),
        (Page("place", "kidal"), '<h1><span lang="ar" dir="rtl">كيدال</span></h1>'),
        (Page("timeline"), '<span><span lang="ar" dir="rtl">كيدال</span></span>'),
        (Page("source-index"), f">{FRENCH}Prise de Kidal</span></a>"),
    ],
)
def test_a_text_in_another_language_is_marked(renderer: Renderer, page: Page, marked: str) -> None:
    assert marked in str(renderer.parts(page).content)


def test_titles_and_descriptions_of_a_page_hold_no_markup(renderer: Renderer) -> None:
    parts = renderer.parts(Page("event", "2023-11-14-kidal"))
    assert str(parts.title) == "La prise de Kidal"
    assert "span" not in parts.head


def test_no_attribute_holds_the_mark_of_a_language(renderer: Renderer) -> None:
    for page in (Page("event", "2023-11-14-kidal"), Page("actor", "fama"), Page("source", "s"), Page("source-index")):
        content = str(renderer.parts(page).content)
        assert not [tag for tag in re.findall(r"<[a-z]+ [^<>]*", content) if tag.count('"') % 2]
        assert "&lt;span" not in content


def test_texts_of_records_are_in_the_first_language_of_the_profile(tmp_path: Path) -> None:
    world = "chronicle: {languages: [uk]}\n2024-07-27-a: {title: Засідка}\n"
    here = worlds.here(worlds.chronicle_of(tmp_path, world))
    title = here.text(here.chronicle.events["2024-07-27-a"].title)
    assert isinstance(title, Foreign)
    assert title.lang == "uk"


def test_a_name_that_runs_from_right_to_left_leaves_the_day_behind_it_in_place() -> None:
    joined = join(", ", ["صوت القناة", "15 October 2024"])
    assert joined == "صوت القناة, 15 October 2024"
    assert escape(joined) == "<bdi>صوت القناة</bdi>, <bdi>15 October 2024</bdi>"
    assert escape(join(", ", ["The <Courier>", "15 October 2024"])) == "The &lt;Courier&gt;, 15 October 2024"
