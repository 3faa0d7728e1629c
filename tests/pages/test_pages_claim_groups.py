"""Who says what on an event's page: the order of the claims, and what readers see as disputed."""

from pathlib import Path

import pytest
import worlds
from battle_worlds import ACTORS, BATTLE, battle

from site_builder.pages.addresses import record_address
from site_builder.pages.claim_groups import MOST_IN_SIGHT, Group, group_claims
from site_builder.pages.context import Here
from site_builder.records import Kind


def groups(here: Here, event_id: str = BATTLE) -> tuple[Group, ...]:
    return group_claims(here, here.chronicle.events[event_id])


def shape(found: tuple[Group, ...]) -> dict[str, list[str]]:
    """Each group's heading with its claims."""
    return {str(group.heading.label): [row.claim.line.key.claim for row in group.rows] for group in found}


def anchors(found: tuple[Group, ...]) -> dict[str, tuple[str, ...]]:
    """The anchors before of each claim, by the one that it has now."""
    return {row.ids[0]: row.ids[1:] for group in found for row in group.rows}


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


def test_every_claim_stands_once_and_those_with_figures_in_one_group(tmp_path: Path) -> None:
    claims = """
      {id: a-rebels, by: afp, figures: {wagner: {killed: 84, captured: 7}, fama: {killed: 47}}},
      {id: b-agency, by: afp, topic: other, figures: {attackers: {present: hundreds}}},
      {id: c-words, by: afp, topic: toll, question: toll}
    """
    found = groups(battle(tmp_path, claims))
    assert shape(found) == {"The counts, claim by claim": ["a-rebels", "b-agency"], "The toll in words": ["c-words"]}
    assert [(group.counts, group.folded) for group in found] == [(True, True), (False, False)]


def test_a_group_is_headed_by_what_its_claims_are_about_else_by_their_question(tmp_path: Path) -> None:
    claims = """
      {id: a, by: afp, topic: responsibility},
      {id: b, by: afp, topic: responsibility, question: who},
      {id: c, by: afp, topic: responsibility, question: who, about: The helicopter},
      {id: d, by: afp, topic: participation, question: who},
      {id: e, by: afp, topic: responsibility, about: The helicopter}
    """
    here = battle(tmp_path, claims)
    found = groups(here)
    assert [(group.heading.label, [row.claim.line.key.claim for row in group.rows]) for group in found] == [
        ("Who attacked?", ["d"]),
        ("Who attacked?", ["b"]),
        ("The helicopter", ["c", "e"]),
        ("Who is responsible", ["a"]),
    ]
    question = here.record_href(Kind.QUESTION, "who")
    assert [group.heading.href for group in found] == [question, question, None, None]
    assert [group.anchor for group in found] == [
        "group-participation",
        "group-responsibility",
        "group-responsibility-2",
        "group-responsibility-3",
    ]


def test_tolls_stand_among_the_topics_in_the_order_of_the_list(tmp_path: Path) -> None:
    claims = """
      {id: a, by: afp, topic: other}, {id: b, by: afp, topic: toll},
      {id: c, by: afp, topic: date, happened: 2024-07-26},
      {id: d, by: afp, figures: {civilians: {killed: 1}}}, {id: e, by: afp, topic: participation}
    """
    assert list(shape(groups(battle(tmp_path, claims)))) == [
        "When it happened",
        "Who took part",
        "The counts, claim by claim",
        "The toll in words",
        "Other statements",
    ]


def test_many_claims_that_nobody_disputes_are_folded_up(tmp_path: Path) -> None:
    many = ", ".join(f"{{id: c{number}, by: csp}}" for number in range(MOST_IN_SIGHT + 1))
    denied = "{id: d, by: fama, topic: conduct, denies: c0}"
    for number, (claims, folded) in enumerate(((many, True), (f"{many}, {denied}", False))):
        [group] = [group for group in groups(battle(tmp_path / str(number), claims)) if group.anchor == "group-other"]
        assert group.folded is folded


def test_what_claims_in_a_row_have_in_common_is_said_once(tmp_path: Path) -> None:
    """The event in which they were said, and the reason for their assessment; other claims say it themselves."""
    said = "said_in: 2024-08-01-statement"
    unsure = "assessment: unverified, because: Nobody could check it."
    claims = f"""
      {{id: a, by: afp, {unsure}}}, {{id: b, by: csp, {said}, {unsure}}}, {{id: c, by: csp, {said}}},
      {{id: d, by: csp}}, {{id: e, by: csp, {unsure}}}, {{id: f, by: csp, {said}}}, {{id: g, by: csp, {said}}}
    """
    [group] = groups(battle(tmp_path, claims, "2024-08-01-statement: {title: Statement}"))
    runs = [
        (
            [row.claim.line.key.claim for row in run.rows],
            run.said_in.label if run.said_in else "",
            run.reason is not None,
        )
        for run in group.runs
    ]
    assert runs == [
        (["a", "b"], "", True),
        (["c"], "", False),
        (["d"], "", False),
        (["e"], "", False),
        (["f", "g"], "Statement", False),
    ]
    left = {row.claim.line.key.claim: (row.said_in is not None, row.reason is not None) for row in group.rows}
    assert left == {
        "a": (False, False),
        "b": (True, False),
        "c": (True, False),
        "d": (False, False),
        "e": (False, True),
        "f": (False, False),
        "g": (False, False),
    }


def test_what_was_said_in_an_event_stands_on_its_page_and_leads_to_where_it_is_kept(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        "{id: count, by: csp, said_in: 2024-08-01-statement, figures: {wagner: {killed: 84}}}",
        "2024-08-01-statement: {claims: [{id: count, by: csp, figures: {fama: {killed: 47}}}]}",
    )
    there = Here(here.site, record_address(Kind.EVENT, "2024-08-01-statement"))
    [group] = groups(there, "2024-08-01-statement")
    of_battle, own = group.rows
    assert (own.ids, own.claim.line.in_full.href) == (("count",), "#count")
    assert of_battle.ids == (f"{BATTLE}_count",)
    assert str(of_battle.claim.line.in_full.href).endswith(f"{BATTLE}/#count")
    assert of_battle.said_in is None


def test_no_two_anchors_of_a_page_meet(tmp_path: Path) -> None:
    claims = """
      {id: a, by: afp, figures: {wagner+fama: {killed: 1}, wagner: {killed: 1}, fama: {killed: 1}}},
      {id: b, by: afp, topic: toll}, {id: c, by: afp, topic: toll, about: The wounded}
    """
    found = groups(battle(tmp_path, claims))
    ids = [*(group.anchor for group in found), *(anchor for group in found for row in group.rows for anchor in row.ids)]
    assert len(set(ids)) == len(ids)


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
    assert not any(row.claim.line.disputed for row in group.rows)
