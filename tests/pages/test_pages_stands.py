"""Where each claimant stands now."""

from pathlib import Path

import worlds
from question_worlds import question

from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.question import QuestionPage, view_question
from site_builder.pages.question_top import MOST_STANDS
from site_builder.pages.stands import Stand
from site_builder.records import Kind


def stands(page: QuestionPage) -> dict[str, Stand]:
    return {stand.line.claimant.label: stand for group in page.stands.groups for stand in group.stands}


def test_where_each_claimant_stands_is_its_latest_statement_that_it_maintains(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: first, by: csp, question: who, date: 2024-07-28, says: Seven.}
    - {id: third, by: csp, question: who, date: 2024-08-03, says: Nine., revises: second}
    - {id: second, by: csp, question: who, date: 2024-08-01, says: Eight., revises: first}
    - {id: undated, by: csp, question: who, says: Ten.}
    - {id: same-day, by: csp, question: who, date: 2024-08-03, says: Besides.}
    - {id: afp, by: afp, question: who, date: 2024-07-29, says: Nobody knows.}
    - {id: again, by: afp, question: who, date: 2024-07-30, says: Nobody knows yet., confirms: afp}
    - {id: officer, unnamed: an officer, side: fama, question: who}
""",
    )
    csp, afp = stands(page)["CSP-DPA"], stands(page)["AFP"]
    assert (csp.words, csp.href, csp.claims, csp.changes) == ("Nine.", "#2024-07-27-a-third", 5, 2)
    assert (afp.words, afp.claims, afp.changes) == ("Nobody knows yet.", 2, 0)
    assert [group.heading for group in page.stands.groups] == ["Who speaks for a side", "Who speaks for no side"]
    assert page.stands.unnamed == 1


def test_words_under_duress_are_no_stand_where_there_are_free_ones(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: free, by: csp, question: who, date: 2024-07-28, says: Free.}
    - {id: forced, by: csp, question: who, date: 2024-08-28, says: Forced., duress: true}
    - {id: only, by: loner, question: who, date: 2024-08-28, says: Only., duress: true}
""",
    )
    assert stands(page)["CSP-DPA"].words == "Free."
    assert not stands(page)["CSP-DPA"].line.claim.duress
    assert stands(page)["A. Loner"].line.claim.duress


def test_a_claimant_that_took_everything_back_is_said_to_have(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: said, by: csp, question: who, date: 2024-07-28}
    - {id: back, by: csp, date: 2024-08-01, withdraws: said}
    - {id: stays, by: fama, question: who}
""",
    )
    assert stands(page)["CSP-DPA"].line.withdrawn
    assert not stands(page)["Malian army"].line.withdrawn


def test_only_so_many_claimants_are_listed_and_their_words_are_shortened(tmp_path: Path) -> None:
    many = range(MOST_STANDS + 2)
    said = "".join(
        f"    - {{id: c{n}, by: a{n}, question: who, date: 2024-07-{28 if n else 29}, says: {'word ' * 60}}}\n"
        for n in many
    )
    actors = "".join(f"actors/a{n}: {{name: Actor {n}}}\n" for n in many)
    page = question(tmp_path, f"2024-07-27-a:\n  claims:\n{said}{actors}")
    assert (len(stands(page)), page.stands.unlisted) == (MOST_STANDS, 2)
    assert "Actor 0" in stands(page)
    assert all(
        len(stand.words) < 250 and stand.words.endswith("word\N{NO-BREAK SPACE}…") for stand in stands(page).values()
    )


def test_without_fighters_claimants_stand_in_one_group(tmp_path: Path) -> None:
    records = """
actors/prosecution: {name: The prosecution, type: government-body}
actors/paper: {name: A paper, type: media}
questions/who: {title: Who knew}
2024-07-27-a: {claims: [{id: a, by: prosecution, question: who}, {id: b, by: paper, question: who}]}
"""
    site = worlds.here(worlds.chronicle_of(tmp_path, records)).site
    page = view_question(Here(site, record_address(Kind.QUESTION, "who")), site.chronicle.questions["who"])
    assert [(group.heading, len(group.stands)) for group in page.stands.groups] == [("", 2)]
