"""What an event's page says is disputed: on which questions, and what besides."""

from pathlib import Path

import pytest
from battle_worlds import BATTLE, battle

from site_builder.pages.claim_groups import group_claims
from site_builder.pages.context import Here
from site_builder.pages.disputes import find_disputes
from site_builder.records import Kind


def lines(here: Here, event_id: str = BATTLE) -> list[tuple[str, str, str]]:
    """Each line with the number of claims and where it leads."""
    event = here.chronicle.events[event_id]
    found = find_disputes(here, event, group_claims(here, event))
    return [(str(dispute.heading), dispute.count, dispute.href) for dispute in found]


def test_what_is_denied_is_a_dispute_of_its_group(tmp_path: Path) -> None:
    here = battle(tmp_path, "{id: a, by: csp, topic: participation}, {id: b, by: fama, denies: a}")
    assert lines(here) == [("Who took part", "1 claim", "#group-participation")]


def test_a_dispute_without_a_question_is_named_by_what_its_claims_are_about(tmp_path: Path) -> None:
    about = "about: The helicopter"
    here = battle(tmp_path, f"{{id: a, by: csp, {about}}}, {{id: b, by: fama, {about}, denies: a}}")
    assert lines(here) == [("The helicopter", "2 claims", "#group-other")]


def test_counts_that_cannot_both_be_true_are_a_dispute_that_leads_to_their_chart(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, figures: {wagner: {killed: 84}}}, {id: b, by: afp, figures: {wagner: {killed: 50}}}",
    )
    assert lines(here) == [("Wagner: killed", "2 claims", "#group-wagner-killed")]


def test_of_several_figures_only_those_are_disputed_that_another_excludes(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: a, by: csp, figures: {wagner: {killed: 84, captured: 3}, fama: {killed: 47}}},
        {id: b, by: afp, figures: {wagner: {killed: 50}, fama: {killed: dozens}}}
        """,
    )
    assert [heading for heading, _, _ in lines(here)] == ["Wagner: killed"]
    [group] = group_claims(here, here.chronicle.events[BATTLE])
    disputed = {
        row.claim.line.key.claim: {count.heading: count.disputed for count in row.claim.line.counts}
        for row in group.rows
    }
    assert disputed == {
        "a": {"Wagner killed": True, "Wagner captured": False, "Malian army killed": False},
        "b": {"Wagner killed": True, "Malian army killed": False},
    }


def test_a_claim_that_is_denied_is_disputed_in_all_its_figures(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, figures: {wagner: {killed: 84, captured: 3}}}, {id: b, by: fama, denies: a}",
    )
    assert [heading for heading, _, _ in lines(here)] == ["Wagner: killed", "Wagner: captured"]


@pytest.mark.parametrize("later", ["{id: c, by: fama, withdraws: b}", "{id: c, by: fama, revises: b}"])
def test_a_denial_that_was_given_up_disputes_nothing(tmp_path: Path, later: str) -> None:
    assert lines(battle(tmp_path, f"{{id: a, by: csp}}, {{id: b, by: fama, denies: a}}, {later}")) == []


def test_claims_that_agree_are_no_dispute(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, figures: {wagner: {killed: 84}}}, {id: b, by: afp, figures: {wagner: {killed: 46+}}}",
    )
    assert lines(here) == []


def test_disputed_claims_on_a_question_are_one_line_in_its_words(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: a, by: csp, topic: participation, question: who},
        {id: b, by: fama, topic: responsibility, question: who, denies: a},
        {id: c, by: afp, topic: participation, question: who},
        {id: d, by: csp}, {id: e, by: fama, denies: d}
        """,
    )
    assert lines(here) == [
        ("Who attacked?", "3 claims", "#group-participation"),
        ("Other statements", "2 claims", "#group-other"),
    ]


def test_a_disputed_count_leads_to_the_counts_at_a_glance(tmp_path: Path) -> None:
    counts = "{id: a, by: csp, question: toll, figures: {wagner: {killed: 84}}}, {id: b, by: fama, denies: a}"
    assert lines(battle(tmp_path, counts)) == [("How many died?", "1 claim", "#part-counts")]


def test_claims_on_a_question_that_stand_on_other_pages_are_counted_too(tmp_path: Path) -> None:
    claims = "{id: a, by: csp, question: who}, {id: b, by: fama, question: who, denies: a}"
    elsewhere = "2024-08-01-statement: {claims: [{id: c, by: afp, question: who}]}"
    assert lines(battle(tmp_path, claims, elsewhere)) == [("Who attacked?", "2 of 3 claims", "#group-other")]


@pytest.mark.parametrize("linked_by", ["battle", "ambush"])
def test_what_is_disputed_of_events_that_it_includes_leads_to_the_question(tmp_path: Path, linked_by: str) -> None:
    denied = "{id: a, by: csp, question: who}, {id: b, by: fama, question: who, denies: a}"
    own = "links: [{type: part-of, event: 2024-07-25-battle}]"
    seen = "links: [{type: includes, event: 2024-07-27-ambush}]"
    world = f"""
2024-07-27-ambush: {{claims: [{denied}], {own if linked_by == "ambush" else ""}}}
2024-07-26-raid: {{date: 2024-07-26/2024-07-28, {seen if linked_by == "battle" else ""}}}
"""
    here = battle(tmp_path, "{id: x, by: csp}", world)
    including = BATTLE if linked_by == "ambush" else "2024-07-26-raid"
    assert lines(here, including) == [("Who attacked?", "2 claims", here.record_href(Kind.QUESTION, "who"))]


def test_an_event_has_the_disputes_of_all_that_its_parts_include_each_question_once(tmp_path: Path) -> None:
    denied = "{id: a, by: csp, question: who}, {id: b, by: fama, question: who, denies: a}"
    agreed = "{id: c, by: csp, question: toll}"
    world = f"""
2024-07-26-part: {{date: 2024-07-26/2024-07-27, links: [{{type: part-of, event: {BATTLE}}}]}}
2024-07-27-part-of-part: {{claims: [{denied}, {agreed}], links: [{{type: part-of, event: 2024-07-26-part}}]}}
"""
    here = battle(tmp_path / "1", "{id: x, by: csp}", world)
    assert [heading for heading, _, _ in lines(here)] == ["Who attacked?"]
    here = battle(tmp_path / "2", denied, world)
    assert lines(here) == [("Who attacked?", "2 of 4 claims", "#group-other")]
