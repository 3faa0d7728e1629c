"""A question's page: a ledger of who said what on it, and what they said later."""

from pathlib import Path

import worlds
from question_worlds import ACTORS, question

from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.indexes import view_index
from site_builder.pages.ledger import Ledger, LedgerEntry
from site_builder.pages.question import QuestionPage, view_question, view_question_line
from site_builder.pages.question_top import MOST_FIGURES
from site_builder.records import Kind


def ledger(page: QuestionPage) -> Ledger:
    [found] = [part.ledger for part in page.lists.lists]
    assert found is not None
    return found


def claims(page: QuestionPage) -> list[str]:
    return [entry.claim.key.claim for entry in ledger(page).entries]


def entry(page: QuestionPage, claim: str) -> LedgerEntry:
    return next(entry for entry in ledger(page).entries if entry.claim.key.claim == claim)


def test_a_claim_keeps_the_anchors_that_it_had_under_former_ids(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  former_ids: [2024-07-26-a]
  claims:
    - {id: new, by: csp, question: who, former_ids: [old]}
    - {id: other, by: fama, question: who}
""",
    )
    assert entry(page, "new").former == ("2024-07-27-a-old", "2024-07-26-a-new", "2024-07-26-a-old")
    assert entry(page, "other").former == ("2024-07-26-a-other",)


def test_claims_of_all_events_on_the_question_stand_by_the_day_they_were_said(
    tmp_path: Path,
) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: late, by: csp, question: who, date: 2024-10-01}
    - {id: undated-a, by: csp, question: who}
    - {id: vague, by: csp, question: who, date: 2024-08}
    - {id: elsewhere, by: csp}
2024-07-25-b:
  claims:
    - {id: early, by: fama, question: who, date: 2024-07-29}
    - {id: undated-b, by: fama, question: who}
    - {id: day, by: fama, question: who, date: 2024-08-01}
""",
    )
    assert claims(page) == ["early", "day", "vague", "late", "undated-b", "undated-a"]
    assert ledger(page).undated == 2


def test_a_denial_and_what_it_denies_are_joined_and_link_to_each_other(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a: {claims: [{id: said, by: csp, question: who, date: 2024-07-28}]}
2024-08-01-b:
  claims:
    - {id: between, by: afp, question: who, date: 2024-07-30}
    - {id: denied, by: fama, question: who, date: 2024-08-01, denies: 2024-07-27-a#said}
""",
    )
    [denied_by], [denies] = entry(page, "said").ties, entry(page, "denied").ties
    assert (denied_by.tie.word, denied_by.where, denied_by.lane, denied_by.up, denied_by.down) == (
        "denied by",
        "below",
        1,
        False,
        True,
    )
    assert (denies.tie.word, denies.where, denies.lane, denies.up, denies.down) == ("denies", "above", 1, True, False)
    assert denies.tie.other.href == f"#{entry(page, 'said').anchor}"
    assert denied_by.tie.other.href == f"#{entry(page, 'denied').anchor}"
    assert [strand.lane for strand in entry(page, "between").passing] == [1]


def test_a_tie_to_a_claim_that_is_not_in_the_ledger_leads_to_its_event(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a: {title: The ambush, claims: [{id: said, by: csp}]}
2024-08-01-b: {claims: [{id: denied, by: fama, question: who, denies: 2024-07-27-a#said}]}
""",
    )
    [joint] = entry(page, "denied").ties
    assert (joint.where, joint.lane) == ("", 0)
    tie = joint.tie
    assert tie.event is not None
    assert (tie.event.label, tie.other.href) == ("The ambush", "../../events/2024-07-27-a/#said")


def test_a_later_revision_is_seen_from_both_claims(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: first, by: csp, question: who, date: 2024-07-28}
    - {id: second, by: csp, question: who, date: 2024-08-01, revises: first}
""",
    )
    assert [joint.tie.word for joint in entry(page, "first").ties] == ["revised by"]
    assert [joint.tie.word for joint in entry(page, "second").ties] == ["revises"]
    assert entry(page, "first").claim.revised
    assert not entry(page, "second").claim.revised


SAID_AGAIN = """
2024-07-27-a:
  claims:
    - {id: said, by: csp, question: who, date: 2024-07-28}
    - {id: later, by: csp, question: who, date: 2024-08-03, repeats: said}
    - {id: other, by: afp, question: who, date: 2024-08-02, confirms: later, former_ids: [old]}
2024-08-01-b:
  claims:
    - {id: between, by: rt, question: who, date: 2024-07-30}
    - {id: denied, by: fama, question: who, date: 2024-08-04, denies: 2024-07-27-a#later}
    - {id: denied-again, by: fama, question: who, date: 2024-08-05, denies: 2024-07-27-a#said, repeats: denied}
"""


def test_what_says_the_same_again_stands_once_under_the_first(tmp_path: Path) -> None:
    page = question(tmp_path, SAID_AGAIN)
    assert claims(page) == ["said", "between", "denied"]
    first = entry(page, "said")
    assert [under.claim.key.claim for under in first.again] == ["other", "later"]
    assert first.again_words == "said again once · confirmed by AFP"
    assert first.again[0].anchor == "2024-07-27-a-other"
    assert first.again[0].former == ("2024-07-27-a-old",)
    assert entry(page, "between").again == ()


def test_a_denial_of_a_repetition_is_joined_to_the_first_once(tmp_path: Path) -> None:
    page = question(tmp_path, SAID_AGAIN)
    [denied_by] = entry(page, "said").ties
    assert (denied_by.tie.word, denied_by.where, denied_by.lane, denied_by.down) == ("denied by", "below", 1, True)
    [denies] = entry(page, "denied").ties
    assert (denies.tie.word, denies.where, denies.lane, denies.up) == ("denies", "above", 1, True)
    assert [strand.lane for strand in entry(page, "between").passing] == [1]


def test_a_repetition_says_what_it_denies_itself_but_not_that_it_repeats(tmp_path: Path) -> None:
    [again] = entry(question(tmp_path, SAID_AGAIN), "denied").again
    assert [(tie.tie.word, tie.tie.other.href, tie.lane) for tie in again.ties] == [("denies", "#2024-07-27-a-said", 0)]


def test_many_who_confirm_a_claim_are_counted_after_the_first(tmp_path: Path) -> None:
    confirming = "".join(f"    - {{id: c{n}, by: actor{n}, question: who, confirms: said}}\n" for n in range(5))
    actors = "".join(f"actors/actor{n}: {{name: Actor {n}, type: media}}\n" for n in range(5))
    page = question(
        tmp_path, f"2024-07-27-a:\n  claims:\n    - {{id: said, by: csp, question: who}}\n{confirming}{actors}"
    )
    [only] = ledger(page).entries
    words = {under.claim.key.claim: under for under in (only, *only.again)}
    assert len(words) == 6
    assert only.again_words.count("Actor") + only.again_words.count("CSP") == 3
    assert only.again_words.endswith(", 2 others")


def test_each_claimant_is_put_on_the_side_it_speaks_for(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: army, by: fama, question: who}
    - {id: spokesman, by: spokesman, question: who}
    - {id: office, by: holder, question: who}
    - {id: agency, by: afp, question: who}
    - {id: state-media, by: rt, question: who}
    - {id: officer, unnamed: an officer, side: fama, question: who}
    - {id: resident, unnamed: a resident, question: who}
    - {id: alone, by: loner, question: who}
""",
    )
    assert {entry.claim.key.claim: entry.side for entry in ledger(page).entries} == {
        "army": "Mali",
        "spokesman": "CSP-DPA",
        "office": "CSP-DPA",
        "agency": "third party",
        "state-media": "Russia",
        "officer": "Mali",
        "resident": "side not stated",
        "alone": "",
    }


def test_without_fighters_claimants_are_shown_with_their_part_and_no_side(tmp_path: Path) -> None:
    records = """
actors/prosecution: {name: The prosecution, type: government-body}
actors/company: {name: The company, type: company}
actors/engineer: {name: A. Engineer, type: person, named_because: public-statement, side: company}
questions/who: {title: Who knew}
2024-07-27-a:
  actors:
    - {actor: company, role: subject}
    - {actor: engineer, role: subject}
    - {actor: prosecution, role: speaker}
  claims:
    - {id: accuser, by: prosecution, question: who}
    - {id: accused, by: company, question: who}
    - {id: engineer, by: engineer, question: who}
    - {id: witness, unnamed: a witness, question: who}
    - {id: clerk, unnamed: a clerk, side: company, question: who}
"""
    site = worlds.here(worlds.chronicle_of(tmp_path, records)).site
    page = view_question(Here(site, record_address(Kind.QUESTION, "who")), site.chronicle.questions["who"])
    assert {entry.claim.key.claim: entry.side for entry in ledger(page).entries} == {
        "accuser": "",
        "accused": "subject",
        "engineer": "subject, The company",
        "witness": "",
        "clerk": "",
    }


def test_the_page_says_what_is_asked_and_in_which_threads(tmp_path: Path) -> None:
    page = question(tmp_path, "")
    assert (page.title, page.description, page.record.state.value, page.lists.lists) == (
        "Who was it",
        "It is disputed.",
        "open",
        (),
    )
    assert [link.label for link in page.threads] == ["Tin"]


def test_charts_show_the_latest_counts_and_say_how_many_they_leave_out(tmp_path: Path) -> None:
    figures = "{fama: {killed: 1, wounded: 2}}"
    counts = "".join(
        f"    - {{id: c{day:02d}, by: csp, question: who, date: 2024-08-{day:02d}, figures: {figures}}}\n"
        for day in range(1, MOST_FIGURES // 2 + 3)
    )
    page = question(tmp_path, f"2024-07-27-a:\n  claims:\n{counts}    - {{id: z, by: fama, question: who}}\n")
    assert page.counts is not None
    assert page.not_charted == 2
    assert page.mostly_counts
    [first] = {row.count.by.claim.id for side in page.counts.charts[0].sides for row in side.rows[:1]}
    assert first == "c03"


def test_a_question_with_few_counts_keeps_its_ledger_in_sight(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: count, by: csp, question: who, figures: {fama: {killed: 1}}}
    - {id: other, by: fama, question: who}
""",
    )
    assert page.counts is not None
    assert not page.mostly_counts


def test_charts_of_a_question_are_divided_by_who_speaks_for_a_side(tmp_path: Path) -> None:
    page = question(
        tmp_path,
        """
2024-07-27-a:
  claims:
    - {id: csp, by: csp, question: who, figures: {fama: {killed: 1}}}
    - {id: rt, by: rt, question: who, figures: {fama: {killed: 2}}}
    - {id: afp, by: afp, question: who, figures: {fama: {killed: 3}}}
    - {id: resident, unnamed: a resident, question: who, figures: {fama: {killed: 4}}}
""",
    )
    assert page.counts is not None
    [chart] = page.counts.charts
    assert {side.heading: [row.count.by.claim.id for row in side.rows] for side in chart.sides} == {
        "Who speaks for no side": ["afp"],
        "Side not stated": ["resident"],
        "Who speaks for a side": ["csp", "rt"],
    }
    assert {group.heading: [stand.line.claimant.label for stand in group.stands] for group in page.stands.groups} == {
        "Who speaks for a side": ["CSP-DPA", "RT"],
        "Who speaks for no side": ["AFP"],
    }


def test_lists_and_the_page_of_a_question_give_one_number_of_claims(tmp_path: Path) -> None:
    page = question(tmp_path, SAID_AGAIN)
    here = worlds.here(worlds.chronicle_of(tmp_path / "again", ACTORS + SAID_AGAIN))
    line = view_question_line(here, here.chronicle.questions["who"])
    index = view_index(here, Kind.QUESTION)
    assert (line.claims, page.line.claims) == (6, 6)
    assert [part.count for part in page.lists.lists] == ["6 claims"]
    assert [entry.detail for section in index.sections for entry in section.entries] == ["open, 6 claims"]
