"""Who says what on an event's page: the order of the claims, and what readers see as disputed."""

from pathlib import Path

import pytest
import worlds

from site_builder.pages.addresses import record_address
from site_builder.pages.claim_groups import Group, find_disputes, group_claims
from site_builder.pages.context import Here
from site_builder.records import Kind

BATTLE = "2024-07-25-battle"
ACTORS = """
actors/csp: {name: CSP-DPA}
actors/mali: {name: Mali, type: state}
actors/fama: {name: Malian army, type: armed-forces, parent: mali}
actors/wagner: {name: Wagner}
actors/russia: {name: Russia, type: state}
actors/rt: {name: RT, type: media, side: russia}
actors/afp: {name: AFP, type: media}
actors/lab: {name: Imagery Lab, type: ngo}
questions/toll: {title: "How many died?"}
questions/who: {title: "Who attacked?"}
"""


def battle(folder: Path, claims: str, more: str = "") -> Here:
    """The page of a battle of the CSP-DPA against the Malian army and Wagner, on which these claims stand."""
    world = (
        ACTORS
        + f"""
{BATTLE}:
  date: 2024-07-25/2024-07-27
  actors: [{{actor: csp, role: attacker}}, {{actor: fama, role: attacked}}, {{actor: wagner, role: attacked}}]
  claims: [{claims}]
{more}
"""
    )
    return worlds.here(worlds.chronicle_of(folder, world), record_address(Kind.EVENT, BATTLE))


def groups(here: Here, event_id: str = BATTLE) -> tuple[Group, ...]:
    return group_claims(here, here.chronicle.events[event_id])


def shape(found: tuple[Group, ...]) -> dict[str, list[str]]:
    """Each group's heading with its claims, a figure before the claim where there is one."""
    return {
        group.heading: [f"{row.figure} {row.claim.line.key.claim}".strip() for row in group.rows] for group in found
    }


def anchors(found: tuple[Group, ...]) -> dict[str, tuple[str, ...]]:
    """The anchors before of each row that has one now."""
    return {row.mark: row.former for group in found for row in group.rows if row.mark}


def test_a_claim_keeps_its_former_anchors_where_it_stands_in_full(tmp_path: Path) -> None:
    claims = """
      {id: new, by: csp, figures: {wagner: {killed: 8}, fama: {killed: 4}}, former_ids: [old, older]}, {id: b, by: afp}
    """
    assert anchors(groups(battle(tmp_path, claims))) == {"new": ("old", "older"), "b": ()}


def test_a_claim_of_another_event_keeps_its_anchors_under_every_former_id(tmp_path: Path) -> None:
    more = f"""
2024-08-01-new:
  former_ids: [2024-08-01-old]
  claims: [{{id: b, by: csp, said_in: {BATTLE}, former_ids: [a]}}]
"""
    assert anchors(groups(battle(tmp_path, "{id: x, by: csp}", more))) == {
        "x": (),
        "2024-08-01-new_b": ("2024-08-01-new_a", "2024-08-01-old_b", "2024-08-01-old_a"),
    }


def test_an_anchor_that_two_claims_want_is_that_of_the_claim_that_has_it_now(tmp_path: Path) -> None:
    claims = "{id: a, by: csp, former_ids: [b, c]}, {id: b, by: csp, former_ids: [c, a]}"
    world = ACTORS + f"{BATTLE}: {{date: 2024-07-25, claims: [{claims}]}}"
    here = worlds.here(worlds.chronicle_of(tmp_path, world, errors=True), record_address(Kind.EVENT, BATTLE))
    assert anchors(groups(here)) == {"a": ("c",), "b": ()}


def test_third_parties_come_first_best_documented_ones_before_all(tmp_path: Path) -> None:
    claims = """
      {id: a-fighter, by: csp}, {id: b-agency, by: afp}, {id: c-lab, by: lab, basis: imagery},
      {id: d-files, by: afp, basis: documents}, {id: e-army, by: fama, basis: imagery},
      {id: f-local, unnamed: a resident}
    """
    assert shape(groups(battle(tmp_path, claims))) == {
        "Other statements": ["c-lab", "d-files", "b-agency", "f-local", "a-fighter", "e-army"]
    }


def test_who_belongs_to_a_belligerent_or_is_on_its_side_speaks_as_one(tmp_path: Path) -> None:
    claims = """
      {id: a-state, by: mali}, {id: b-officer, unnamed: an officer, side: fama}, {id: c-agency, by: afp}
    """
    assert shape(groups(battle(tmp_path, claims))) == {"Other statements": ["c-agency", "a-state", "b-officer"]}


def test_a_spokesman_known_by_his_office_alone_speaks_as_his_group(tmp_path: Path) -> None:
    office = "{name: A. Aziz, type: person, named_because: public-office, positions: [{in: csp, as: spokesman}]}"
    found = groups(battle(tmp_path, "{id: a-spokesman, by: aziz}, {id: b-agency, by: afp}", f"actors/aziz: {office}"))
    assert shape(found) == {"Other statements": ["b-agency", "a-spokesman"]}


def test_equals_stand_by_the_day_on_which_they_spoke_and_the_undated_last(tmp_path: Path) -> None:
    claims = """
      {id: a, by: afp}, {id: b, by: afp, date: 2024-08-02}, {id: c, by: afp, date: 2024-07-29},
      {id: d, by: afp, date: 2024-07}
    """
    assert shape(groups(battle(tmp_path, claims))) == {"Other statements": ["d", "c", "b", "a"]}


def test_there_is_one_group_for_each_party_and_category_and_a_row_for_each_claim(tmp_path: Path) -> None:
    claims = """
      {id: rebels, by: csp, figures: {wagner: {killed: 84, captured: 7}, fama: {killed: 47}}},
      {id: agency, by: afp, figures: {wagner: {killed: ~50}}},
      {id: together, by: lab, figures: {wagner+fama: {killed: 46+}}},
      {id: again, by: afp, figures: {fama + wagner: {killed: dozens}}}
    """
    assert shape(groups(battle(tmp_path, claims))) == {
        "Malian army and Wagner: killed": ["dozens again", "46+ together"],
        "Wagner: killed": ["~50 agency", "84 rebels"],
        "Malian army: killed": ["47 rebels"],
        "Wagner: captured": ["7 rebels"],
    }


def test_large_figures_and_those_of_things_are_printed_as_people_write_them(tmp_path: Path) -> None:
    world = """
      chronicle: {profile: general, figures: {damage: {means: The cost., like: money, unit: GBP}}}
      actors/village: {name: The village, type: community}
      2007-07-20-flood:
        kind: disaster
        claims:
          - id: office
            unnamed: the office
            figures: {all: {homes: 1200-1600, killed: 3, damage: 20000000}, village: {damage: ~12400}}
    """
    here = worlds.here(worlds.chronicle_of(tmp_path, world), record_address(Kind.EVENT, "2007-07-20-flood"))
    found = groups(here, "2007-07-20-flood")
    assert shape(found) == {
        "all: killed": ["3 office"],
        "homes": ["1,200-1,600 office"],
        "damage": ["20,000,000 GBP office"],
        "The village: damage": ["~12,400 GBP office"],
    }
    beside = {group.heading: row.figure_beside for group in found for row in group.rows}
    assert beside == {"all: killed": True, "homes": False, "damage": False, "The village: damage": True}


def test_without_fighters_a_figure_whose_is_not_said_names_no_side(tmp_path: Path) -> None:
    world = """
      chronicle: {profile: court}
      2022-11-03-collapse: {kind: crime, claims: [{id: court, unnamed: the court, figures: {unstated: {killed: 9}}}]}
    """
    here = worlds.here(worlds.chronicle_of(tmp_path, world), record_address(Kind.EVENT, "2022-11-03-collapse"))
    assert [group.heading for group in groups(here, "2022-11-03-collapse")] == ["not said whose: killed"]


def test_a_claim_with_three_figures_stands_in_three_groups_and_once_in_full(tmp_path: Path) -> None:
    figures = "{id: rebels, by: csp, figures: {wagner: {killed: 84}, fama: {killed: 47}, csp: {killed: 9}}}"
    found = groups(battle(tmp_path, figures))
    rows = [row for group in found for row in group.rows]
    assert [row.figure for row in rows] == ["9", "47", "84"]
    assert [row.in_full for row in rows] == [True, False, False]
    assert [row.mark for row in rows] == ["rebels", "", ""]
    assert {row.full_href for row in rows} == {"#rebels"}


def test_parties_without_a_record_are_named_in_words(tmp_path: Path) -> None:
    claims = "{id: a, by: afp, figures: {civilians+children: {killed: 20}, unstated: {wounded: 3}}}"
    assert list(shape(groups(battle(tmp_path, claims)))) == [
        "children and civilians: killed",
        "side not stated: wounded",
    ]


def test_tolls_come_before_topics_and_topics_in_the_order_of_the_list(tmp_path: Path) -> None:
    claims = """
      {id: a, by: afp, topic: other}, {id: b, by: afp, topic: toll},
      {id: c, by: afp, topic: date, happened: 2024-07-26},
      {id: d, by: afp, figures: {civilians: {killed: 1}}}, {id: e, by: afp, topic: participation}
    """
    assert list(shape(groups(battle(tmp_path, claims)))) == [
        "civilians: killed",
        "When it happened",
        "Who took part",
        "The toll in words",
        "Other statements",
    ]


def test_what_was_said_in_an_event_stands_on_its_page_and_leads_to_where_it_is_kept(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: count, by: csp, said_in: 2024-08-01-statement, figures: {wagner: {killed: 84}}}",
        "2024-08-01-statement: {claims: [{id: count, by: csp, figures: {fama: {killed: 47}}}]}",
    )
    there = Here(here.site, record_address(Kind.EVENT, "2024-08-01-statement"))
    [army, wagner] = groups(there, "2024-08-01-statement")
    assert (army.rows[0].mark, army.rows[0].claim.line.in_full.href) == ("count", "#count")
    assert wagner.rows[0].mark == f"{BATTLE}_count"
    assert str(wagner.rows[0].claim.line.in_full.href).endswith(f"{BATTLE}/#count")
    assert wagner.rows[0].claim.said_in is None


def test_no_two_anchors_of_a_page_meet(tmp_path: Path) -> None:
    claims = """
      {id: a, by: afp, figures: {wagner+fama: {killed: 1}, wagner: {killed: 1}, fama: {killed: 1}}},
      {id: b, by: afp, topic: toll}
    """
    found = groups(battle(tmp_path, claims))
    anchors = [group.anchor for group in found] + [row.mark for group in found for row in group.rows if row.mark]
    assert len(set(anchors)) == len(anchors)


def test_what_is_denied_is_a_dispute_of_its_group(tmp_path: Path) -> None:
    here = battle(tmp_path, "{id: a, by: csp, topic: participation}, {id: b, by: fama, denies: a}")
    [dispute] = find_disputes(here, groups(here))
    assert (dispute.heading, dispute.count, dispute.href) == ("Who took part", 1, "#group-participation")
    assert dispute.question is None


def test_counts_that_cannot_both_be_true_are_a_dispute(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, figures: {wagner: {killed: 84}}}, {id: b, by: afp, figures: {wagner: {killed: 50}}}",
    )
    [dispute] = find_disputes(here, groups(here))
    assert (dispute.heading, dispute.count, dispute.href) == ("Wagner: killed", 2, "#group-wagner-killed")


def test_of_several_figures_only_those_are_disputed_that_another_excludes(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: a, by: csp, figures: {wagner: {killed: 84, captured: 3}, fama: {killed: 47}}},
        {id: b, by: afp, figures: {wagner: {killed: 50}, fama: {killed: dozens}}}
        """,
    )
    assert [dispute.heading for dispute in find_disputes(here, groups(here))] == ["Wagner: killed"]
    disputed = {group.heading: [row.claim.line.disputed for row in group.rows] for group in groups(here)}
    assert disputed == {
        "Wagner: killed": [True, True],
        "Malian army: killed": [False, False],
        "Wagner: captured": [False],
    }


def test_a_claim_that_is_denied_is_disputed_in_all_its_figures(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, figures: {wagner: {killed: 84, captured: 3}}}, {id: b, by: fama, denies: a}",
    )
    assert [dispute.heading for dispute in find_disputes(here, groups(here))] == ["Wagner: killed", "Wagner: captured"]


@pytest.mark.parametrize("later", ["{id: c, by: fama, withdraws: b}", "{id: c, by: fama, revises: b}"])
def test_a_denial_that_was_given_up_disputes_nothing(tmp_path: Path, later: str) -> None:
    here = battle(tmp_path, f"{{id: a, by: csp}}, {{id: b, by: fama, denies: a}}, {later}")
    assert find_disputes(here, groups(here)) == ()


def test_claims_that_agree_are_no_dispute(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, figures: {wagner: {killed: 84}}}, {id: b, by: afp, figures: {wagner: {killed: 46+}}}",
    )
    assert find_disputes(here, groups(here)) == ()


def test_disputed_claims_on_a_question_are_one_line_by_the_questions_name(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: a, by: csp, topic: participation, question: who},
        {id: b, by: fama, topic: responsibility, question: who, denies: a},
        {id: c, by: afp, topic: participation, question: who},
        {id: d, by: csp}, {id: e, by: fama, denies: d}
        """,
    )
    disputes = find_disputes(here, groups(here))
    assert [(dispute.heading, dispute.count) for dispute in disputes] == [("Who attacked?", 3), ("Other statements", 2)]
    assert disputes[0].question is not None
    assert disputes[0].question.href == here.record_href(Kind.QUESTION, "who")


@pytest.mark.parametrize(("covers", "reported"), [("2024-07-25/2024-07-27", False), ("2024-07-27", True)])
def test_claims_that_count_different_days_are_not_compared_and_the_group_says_so(
    tmp_path: Path, covers: str, reported: bool
) -> None:
    here = battle(
        tmp_path,
        "{id: a, by: csp, covers: 2024-07-25/2024-07-27, figures: {wagner: {killed: 84}}},"
        f"{{id: b, by: afp, covers: {covers}, figures: {{wagner: {{killed: 84}}}}}}",
    )
    [group] = groups(here)
    assert group.periods_differ is reported
    assert group.disagree is False
