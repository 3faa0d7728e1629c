"""Since when what pages say is known."""

from pathlib import Path

import pytest
import worlds
from battle_worlds import BATTLE, battle
from building import REPOSITORY

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.context import Here
from site_builder.pages.event import view_event
from site_builder.pages.known import KnownClaim, Spell, begun_since, knowledge, known_since


def known(here: Here, claim: str) -> KnownClaim:
    return knowledge(here).of(ClaimKey(BATTLE, claim))


@pytest.mark.parametrize(
    ("written", "since"),
    [
        ("2024-07-29", "2024-07-29"),
        ("2024-07", "2024-07-31"),
        ("[2024-07-29..2024-08-02]", "2024-08-02"),
        ("2024-07-29T22:00-05:00", "2024-07-29"),
        ("2023~", "2023-12-31"),
        ("-0043", "-0043-12-31"),
        ("2024-07-29/..", ""),
        ("../2024-07-29", "2024-07-29"),
    ],
)
def test_what_was_said_is_known_from_its_last_possible_day(written: str, since: str) -> None:
    assert known_since(edtf.parse(written)) == since


def test_what_has_no_date_has_no_day(tmp_path: Path) -> None:
    assert known_since(None) == ""
    assert known(battle(tmp_path, "{id: a, by: csp}"), "a") == KnownClaim("", (), (), ())


def test_an_event_has_begun_on_the_last_day_on_which_it_can_have() -> None:
    assert begun_since(edtf.parse("2024-07-25/2024-07-27")) == "2024-07-25"
    assert begun_since(edtf.parse("2024-07")) == "2024-07-31"
    assert begun_since(edtf.parse("/2024-07-27")) == begun_since(edtf.parse("2024-07-27"))


def test_a_claim_is_revised_and_withdrawn_from_when_that_was_said(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: first, by: csp, date: 2024-07-28},
        {id: second, by: csp, date: 2024-08-01, revises: first},
        {id: third, by: csp, date: 2024-09, withdraws: first},
        {id: again, by: csp, date: 2024-08-10, repeats: first},
        {id: bare, by: csp, revises: second}
        """,
    )
    assert known(here, "first").revised == (Spell("2024-08-01", "2024-09-30"),)
    assert known(here, "first").withdrawn == (Spell("2024-09-30"),)
    assert known(here, "again").revised == (Spell("", "2024-09-30"),), "as old as the claim itself"
    assert known(here, "second").revised == (Spell(""),), "nobody knows since when"


def test_a_dispute_begins_with_the_other_side_and_ends_when_that_is_taken_back(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: many, by: csp, date: 2024-07-28, figures: {wagner: {killed: 84}}},
        {id: few, by: fama, date: 2024-07-30, figures: {wagner: {killed: 20}}},
        {id: fewer, by: fama, date: 2024-08-05, figures: {wagner: {killed: 10}}, revises: few},
        {id: said, by: csp, date: 2024-07-28},
        {id: denied, by: fama, date: 2024-08-02, denies: said},
        {id: gone, by: fama, date: 2024-08-04, withdraws: denied},
        {id: forced, unnamed: a captive, side: fama, date: 2024-07-29, duress: true, denies: said}
        """,
    )
    assert known(here, "many").disputed == (Spell("2024-07-30"),), "without a gap where one dispute follows another"
    assert known(here, "few").disputed == (Spell("", "2024-08-05"),), "what was taken back is no longer held against"
    assert known(here, "fewer").disputed == (Spell(""),)
    assert known(here, "said").disputed == (Spell("2024-08-02", "2024-08-04"),)
    page = view_event(here, here.chronicle.events[BATTLE])
    assert [(dispute.heading, dispute.since) for dispute in page.disputes] == [("Wagner: killed", "2024-07-30")]


def test_what_is_not_comparable_is_said_once_both_are_known(tmp_path: Path) -> None:
    here = battle(
        tmp_path,
        """
        {id: a, by: csp, date: 2024-07-28, figures: {wagner: {killed: 84}}},
        {id: b, by: afp, date: 2024-08-01, covers: 2024-07-25, figures: {wagner: {killed: 20}}},
        {id: c, by: lab, date: 2024-08-09, covers: 2024-07-26, figures: {wagner: {killed: 20}}}
        """,
    )
    [group] = view_event(here, here.chronicle.events[BATTLE]).groups
    assert (group.periods_differ, group.periods_differ_since) == (True, "2024-08-01")
    assert {row.claim.line.key.claim: row.claim.apart_since for row in group.rows}["a"] == "2024-08-09"


def test_today_everything_is_as_the_marks_say() -> None:
    here = worlds.here(Chronicle.open(REPOSITORY / "events"))
    claims = here.chronicle.claims
    for key in claims.all:
        found = knowledge(here).of(key)
        assert any(not spell.until for spell in found.disputed) == claims.disputed(key), key
        assert bool(found.withdrawn) == claims.has_anywhere(key, RelationType.WITHDRAWN_BY), key
        revised = claims.has_anywhere(key, RelationType.REVISED_BY) and not found.withdrawn
        assert any(not spell.until for spell in found.revised) == revised, key


def test_a_page_without_claims_has_no_choice_of_a_day(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "2024-07-27-a: {}"))
    assert view_event(here, here.chronicle.events["2024-07-27-a"]).as_of is None
    here = battle(tmp_path / "battle", "{id: a, by: csp}")
    assert view_event(here, here.chronicle.events[BATTLE]).as_of is not None
