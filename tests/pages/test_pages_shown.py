"""What readers are shown of counts, claims and questions: nothing of it is lost between the view and the page."""

import re
from pathlib import Path

import worlds
from battle_worlds import ACTORS, BATTLE, battle

from site_builder.pages import Page
from site_builder.pages.context import Here
from site_builder.pages.counts import OPEN_ROWS, OPEN_ROWS_OF_SIDE
from site_builder.pages.question_top import MOST_FIGURES
from site_builder.publishing import Renderer, make_templates, theme_folder

CHART_ROW = re.compile(r'<li class="tl-count[ "].*?</li>', re.DOTALL)
TABLE_ROW = re.compile(r'<tr role="row"[^>]*><th role="rowheader" scope="row">.*?</tr>', re.DOTALL)
SHAPE = re.compile(r'href="#tl-shape-(?P<shape>[a-z-]+)" x="(?P<at>[0-9.]+)%"')


def shown(here: Here, kind: str = "event", page_id: str = BATTLE) -> str:
    return Renderer(here.site, make_templates([theme_folder()])).parts(Page(kind, page_id)).content


def row_of(claim: str, rows: list[str]) -> str:
    [row] = [row for row in rows if f'href="#{claim}"' in row]
    return row


def shapes(row: str) -> list[tuple[str, float]]:
    return [(found["shape"], float(found["at"])) for found in SHAPE.finditer(row)]


def test_a_count_has_the_shape_of_its_basis_and_arrows_at_its_open_ends(tmp_path: Path) -> None:
    claims = """
      {id: all, by: csp, figures: {wagner: {killed: 100}}},
      {id: seen, by: lab, basis: imagery, figures: {wagner: {killed: 50+}}},
      {id: most, by: fama, figures: {wagner: {killed: up to 50}}}
    """
    rows = CHART_ROW.findall(shown(battle(tmp_path, claims)))
    assert shapes(row_of("all", rows)) == [("statement", 100)]
    assert shapes(row_of("seen", rows)) == [("more", 100), ("imagery", 50)]
    assert shapes(row_of("most", rows)) == [("less", 0), ("statement", 50)]


def test_each_count_stands_in_a_chart_and_in_the_table_however_many_there_are(tmp_path: Path) -> None:
    many = [f"{{id: a{at}, by: afp, figures: {{wagner: {{killed: {at}}}}}}}" for at in range(OPEN_ROWS_OF_SIDE + 2)]
    more = [f"{{id: c{at}, by: csp, figures: {{fama: {{wounded: {at}}}}}}}" for at in range(OPEN_ROWS)]
    content = shown(battle(tmp_path, ", ".join(many + more)))
    for row in (CHART_ROW, TABLE_ROW):
        found = re.findall(r'class="tl-count__by" href="#(\w+)"', "".join(row.findall(content)))
        assert len(found) == len(set(found)) == len(many + more)


def test_a_count_bears_the_same_marks_in_its_chart_and_in_the_table(tmp_path: Path) -> None:
    claims = """
      {id: first, by: csp, date: 2024-07-28, figures: {wagner: {killed: 84}}},
      {id: second, by: csp, date: 2024-08-01, figures: {wagner: {killed: 80}}, revises: first},
      {id: gone, by: afp, date: 2024-07-28, figures: {wagner: {killed: 20}}},
      {id: back, by: afp, date: 2024-07-29, withdraws: gone},
      {id: other, by: lab, date: 2024-08-02, figures: {wagner: {killed: 50}}},
      {id: forced, unnamed: a captive, side: wagner, duress: true, figures: {wagner: {killed: 80}}},
      {id: early, by: fama, covers: 2024-07-25, figures: {wagner: {killed: 1}}}
    """
    content = shown(battle(tmp_path, claims))
    marks = {
        "first": "later revised",
        "gone": "withdrawn",
        "other": ">disputed<",
        "forced": "said under a captor’s control",
        "early": "25 July 2024|other days",
    }
    for rows in (CHART_ROW.findall(content), TABLE_ROW.findall(content)):
        for claim, mark in marks.items():
            assert re.search(mark, row_of(claim, rows)), claim
            assert claim == "other" or not re.search(mark, row_of("second", rows)), claim


def test_a_reason_that_claims_share_is_on_the_page_once(tmp_path: Path) -> None:
    unsure = "assessment: unverified, because: Nobody could check it."
    content = shown(battle(tmp_path, f"{{id: a, by: csp, {unsure}}}, {{id: b, by: csp, {unsure}}}"))
    assert content.count("Nobody could check it.") == 1


def test_a_claim_names_those_with_which_it_cannot_be_compared(tmp_path: Path) -> None:
    claims = """
      {id: a, by: csp, date: 2024-08-01, figures: {wagner: {killed: 84}}},
      {id: b, by: afp, covers: 2024-07-25, figures: {wagner: {killed: 3}}}
    """
    apart = re.findall(r'<p class="tl-claim__apart"[^>]*>.*?</p>', shown(battle(tmp_path, claims)))
    assert len(apart) == 2
    assert any('<a href="#a">CSP-DPA, 1 August 2024</a>' in words for words in apart)


def test_a_stand_says_what_was_taken_back_or_said_under_a_captors_control(tmp_path: Path) -> None:
    claims = """
      {id: said, by: csp, question: who, date: 2024-07-28}, {id: back, by: csp, withdraws: said},
      {id: forced, by: wagner, question: who, duress: true}, {id: free, by: afp, question: who}
    """
    content = shown(battle(tmp_path, claims), "question", "who")
    stands = re.findall(r'<li class="tl-stand">.*?</li>', content, re.DOTALL)
    for mark, claimant in (("withdrawn", "CSP-DPA"), ("said under a captor’s control", "Wagner")):
        assert [claimant in stand for stand in stands if mark in stand] == [True]


def test_a_question_says_what_would_settle_it_and_which_counts_are_not_charted(tmp_path: Path) -> None:
    toll = "questions/toll: {title"
    many = MOST_FIGURES + 2
    claims = ", ".join(
        f"{{id: c{at}, by: csp, question: toll, figures: {{wagner: {{killed: {at}}}}}}}" for at in range(many)
    )
    world = f"{ACTORS}{BATTLE}: {{claims: [{claims}]}}\n".replace(toll, "questions/toll: {would_settle: A list., title")
    content = shown(worlds.here(worlds.chronicle_of(tmp_path, world)), "question", "toll")
    assert "2 earlier claims that count something stand in the list by date only." in content
    assert '<p class="tl-settle" data-tl-later>A list.</p>' in content
