"""What became of claims, and of the warnings about them."""

from pathlib import Path

import pytest

from comparing.comparing_worlds import changed, compared, values
from site_builder.comparing.changes import ClaimChange, How, NoticeSort, Turn

ACTORS = "actors/csp: {name: CSP-DPA}"
EVENT = "2024-07-27-a: {{claims: [{}]}}"


def world(*claims: str, more: str = "") -> str:
    return f"{{{EVENT.format(', '.join(claims))}, {ACTORS}{more}}}"


def claims(folder: Path, before: str, after: str) -> tuple[ClaimChange, ...]:
    return changed(folder, before, after).claims


def test_a_new_claim_is_reported_with_its_claimant_and_its_figures(tmp_path: Path) -> None:
    [claim] = claims(tmp_path, world(), world("{id: x, by: csp, says: Many fell., figures: {wagner: {killed: 84}}}"))
    assert (claim.how, claim.id, claim.claimant, claim.says) == (How.ADDED, "x", "CSP-DPA", "Many fell.")
    assert values(claim) == [("topic", None, "toll"), ("figures", None, "wagner killed 84"), ("sources", None, "s")]


@pytest.mark.parametrize(
    ("before", "after", "reported"),
    [
        ("says: Many fell.", "says: Few fell.", ("says", "Many fell.", "Few fell.")),
        ("figures: {w: {killed: 84}}", "figures: {w: {killed: 47}}", ("figures w killed", "84", "47")),
        ("figures: {w: {killed: 84}}", "figures: {w: {killed: 84, wounded: 1}}", ("figures w wounded", None, "1")),
        ("date: 2024-07-28", "date: 2024-07-29", ("date", "28 July 2024", "29 July 2024")),
        ("date: 2024-07-28", "basis: statement", ("date", "28 July 2024", None)),
        ("via: AFP", "via: Reuters", ("via", "AFP", "Reuters")),
        ("duress: true", "duress: false", ("duress", "true", "false")),
        ("sources: [s]", "sources: [s, t]", ("sources", None, "t")),
    ],
)
def test_what_changed_in_a_claim_stands_side_by_side(
    tmp_path: Path, before: str, after: str, reported: tuple[str, str | None, str | None]
) -> None:
    one, two = (f"{{id: x, by: csp, topic: toll, {value}}}" for value in (before, after))
    [claim] = claims(tmp_path, world(one), world(two))
    assert claim.how is How.CHANGED
    assert values(claim) == [reported]


def test_another_claimant_and_another_assessment_are_reported(tmp_path: Path) -> None:
    one = "{id: x, by: csp}"
    two = "{id: x, unnamed: a rebel, side: csp, assessment: unverified, because: Nobody could confirm it.}"
    [claim] = claims(tmp_path, world(one), world(two))
    assert claim.claimant == "a rebel (side: CSP-DPA)"
    assert values(claim) == [
        ("by", "csp", None),
        ("unnamed", None, "a rebel"),
        ("side", None, "csp"),
        ("assessment", "unassessed", "unverified"),
        ("because", None, "Nobody could confirm it."),
    ]


def test_a_claim_that_is_taken_out_is_reported_by_its_last_words(tmp_path: Path) -> None:
    [claim] = claims(tmp_path, world("{id: x, by: csp, says: Many fell.}"), world())
    assert (claim.how, claim.says) == (How.REMOVED, "Many fell.")


def test_a_claim_with_the_words_of_one_that_is_gone_is_that_claim_renamed(tmp_path: Path) -> None:
    [claim] = claims(tmp_path, world("{id: x, by: csp, says: W.}"), world("{id: y, by: csp, says: W.}"))
    assert (claim.how, claim.was, claim.id) == (How.RENAMED, "x", "y")


def test_a_claim_under_another_id_with_nearly_the_same_words_is_renamed(tmp_path: Path) -> None:
    one, two = "{id: x, by: csp, says: Many soldiers fell.}", "{id: y, by: csp, says: Many soldiers had fallen.}"
    [claim] = claims(tmp_path / "alike", world(one), world(two))
    assert (claim.how, claim.was, claim.id) == (How.RENAMED, "x", "y")
    assert values(claim) == [("says", "Many soldiers fell.", "Many soldiers had fallen.")]
    other = two.replace("csp", "fama")
    reported = claims(tmp_path / "other", world(one), world(other))
    assert [claim.how for claim in reported] == [How.ADDED, How.REMOVED]


def test_a_claim_that_says_which_one_it_was_is_that_claim_whatever_it_says_now(tmp_path: Path) -> None:
    one, two = "{id: x, by: csp, says: Many fell.}", "{id: y, by: fama, says: Nobody., former_ids: [x]}"
    [claim] = claims(tmp_path, world(one), world(two))
    assert (claim.how, claim.was, claim.id) == (How.RENAMED, "x", "y")
    assert values(claim) == [("by", "csp", "fama"), ("says", "Many fell.", "Nobody.")]


def test_a_claim_that_only_has_another_id_and_says_so_needs_no_word_to_the_public(tmp_path: Path) -> None:
    one, two = "{id: x, by: csp, says: W., former_ids: [w]}", "{id: y, by: csp, says: W., former_ids: [w, x]}"
    found = compared(tmp_path, world(one), world(two))
    assert found.notices == ()
    [change] = found.records
    [claim] = change.claims
    assert (claim.how, claim.was, claim.fields) == (How.RENAMED, "x", ())


def test_a_claim_that_has_another_id_and_does_not_say_so_is_a_warning(tmp_path: Path) -> None:
    notices = compared(tmp_path, world("{id: x, by: csp}"), world("{id: y, by: csp}")).notices
    [lost] = [notice for notice in notices if notice.sort is NoticeSort.RENAMED]
    assert lost.file == "2024-07-27-a.yml"
    assert (
        "the claim `x` seems to be called `y` now, and links to the old id break: add `former_ids: [x]`" in lost.message
    )


def test_a_former_id_that_is_no_longer_listed_is_a_warning(tmp_path: Path) -> None:
    one, two = "{id: y, by: csp, former_ids: [x]}", "{id: z, by: csp, former_ids: [y]}"
    for name, after in (("renamed", two), ("kept", "{id: y, by: csp}")):
        notices = compared(tmp_path / name, world(one), world(after)).notices
        [lost] = [notice for notice in notices if notice.sort is NoticeSort.RENAMED]
        assert "no longer lists `x` in `former_ids`, and links to that break" in lost.message
    assert [each.sort for each in compared(tmp_path / "gone", world(one), world()).notices] == [NoticeSort.CORRECTED]


def test_claims_that_follow_the_new_id_of_another_say_the_same_as_before(tmp_path: Path) -> None:
    more = ", 2024-07-28-b: {{claims: [{{id: no, by: fama, denies: 2024-07-27-a#{0}}}]}}"
    one = world("{id: x, by: csp, says: W.}", "{id: later, by: csp, revises: x}", more=more.format("x"))
    two = world(
        "{id: y, by: csp, says: W., former_ids: [x]}", "{id: later, by: csp, revises: y}", more=more.format("y")
    )
    found = compared(tmp_path, one, two)
    assert [(change.id, [claim.id for claim in change.claims]) for change in found.records] == [("2024-07-27-a", ["y"])]
    assert found.turns == ()
    assert found.notices == ()


def test_a_claim_is_followed_when_its_event_is_renamed_too(tmp_path: Path) -> None:
    more = ", 2024-07-28-b: {{claims: [{{id: no, by: fama, denies: {0}}}]}}"
    one = world("{id: x, by: csp, says: W.}", more=more.format("2024-07-27-a#x"))
    event = "2024-07-27-c: {former_ids: [2024-07-27-a], claims: [{id: y, by: csp, says: W., former_ids: [x]}]}"
    two = f"{{{event}, {ACTORS}{more.format('2024-07-27-c#y')}}}"
    found = compared(tmp_path, one, two)
    assert [(change.how, change.id) for change in found.records] == [(How.RENAMED, "2024-07-27-c")]
    assert found.turns == ()
    assert found.notices == ()


def test_of_several_claims_each_is_the_one_that_says_most_of_the_same(tmp_path: Path) -> None:
    before = [
        f"{{id: {name}, by: csp, says: Many soldiers fell in {town}.}}" for name, town in (("a", "X"), ("b", "Y"))
    ]
    after = [f"{{id: {name}, by: csp, says: Many soldiers fell in {town}.}}" for name, town in (("c", "Y"), ("d", "X"))]
    reported = claims(tmp_path, world(*before), world(*after))
    assert [(claim.was, claim.id) for claim in reported] == [("b", "c"), ("a", "d")]


def test_the_claims_of_an_event_that_is_removed_are_reported(tmp_path: Path) -> None:
    change = changed(tmp_path, world("{id: x, by: csp, says: Many fell.}"), f"{{{ACTORS}}}")
    assert change.how is How.REMOVED
    assert [(claim.how, claim.claimant, claim.says) for claim in change.claims] == [
        (How.REMOVED, "CSP-DPA", "Many fell.")
    ]


def test_another_order_of_claims_is_reported(tmp_path: Path) -> None:
    x, y = "{id: x, by: csp}", "{id: y, by: csp}"
    change = changed(tmp_path, world(x, y), world(y, x))
    assert values(change) == [("order of claims", "x, y", "y, x")]
    assert change.claims == ()


def test_a_claim_that_others_deny_now_is_seen_otherwise(tmp_path: Path) -> None:
    denial = ", 2024-07-28-b: {claims: [{id: no, by: csp, denies: 2024-07-27-a#x}]}"
    [turn] = compared(tmp_path / "new", world("{id: x, by: csp}"), world("{id: x, by: csp}", more=denial)).turns
    assert (turn.turn, turn.claim, turn.claimant) == (Turn.DISPUTED, "2024-07-27-a#x", "CSP-DPA")
    [turn] = compared(tmp_path / "old", world("{id: x, by: csp}", more=denial), world("{id: x, by: csp}")).turns
    assert turn.turn is Turn.NOT_DISPUTED


def test_nobody_knows_whether_a_record_that_cannot_be_read_now_still_denies_a_claim(tmp_path: Path) -> None:
    denial = ", 2024-07-28-b: {{claims: [{{id: no, by: csp, denies: 2024-07-27-a#x}}]{}}}"
    one, two = (world("{id: x, by: csp}", more=denial.format(more)) for more in ("", ", knd: x"))
    assert compared(tmp_path, one, two).turns == ()


@pytest.mark.parametrize(("key", "turn"), [("revises", Turn.REVISED), ("withdraws", Turn.WITHDRAWN)])
def test_a_claim_that_is_revised_or_withdrawn_now_is_seen_otherwise(tmp_path: Path, key: str, turn: Turn) -> None:
    later = f"{{id: y, by: csp, {key}: x}}"
    [found] = compared(tmp_path, world("{id: x, by: csp}"), world("{id: x, by: csp}", later)).turns
    assert found.turn is turn


def test_a_changed_claim_without_a_correction_is_a_warning(tmp_path: Path) -> None:
    one, two = (world(f"{{id: x, by: csp, says: {says}}}") for says in ("Many.", "Few."))
    [notice] = compared(tmp_path, one, two).notices
    assert (notice.sort, notice.file) == (NoticeSort.CORRECTED, "2024-07-27-a.yml")
    assert notice.message.startswith("the claim `x` changed, and `corrections` does not say so")


def test_a_claim_that_is_taken_out_without_a_correction_is_a_warning(tmp_path: Path) -> None:
    x, y, z = ("{id: x, by: csp}", "{id: y, by: jnim}", "{id: z, by: fama}")
    [notice] = compared(tmp_path / "one", world(x), world()).notices
    assert notice.sort is NoticeSort.CORRECTED
    assert notice.message.startswith("the claim `x` was removed, and `corrections`")
    [notice] = compared(tmp_path / "more", world(x, y, z), world("{id: z, by: fama, via: afp}")).notices
    assert notice.message.startswith("the claim `z` changed; the claims `x`, `y` were removed, and")


def test_a_correction_that_is_new_is_enough(tmp_path: Path) -> None:
    correction = "corrections: [{date: 2026-12-01, kind: error, note: It said few.}]"
    one = f"{{2024-07-27-a: {{claims: [{{id: x, by: csp, says: Many.}}]}}, {ACTORS}}}"
    two = f"{{2024-07-27-a: {{claims: [{{id: x, by: csp, says: Few.}}], {correction}}}, {ACTORS}}}"
    three = two.replace("Few.", "None.")
    assert compared(tmp_path / "new", one, two).notices == ()
    assert len(compared(tmp_path / "old", two, three).notices) == 1


def test_a_new_claim_and_a_new_event_need_no_correction(tmp_path: Path) -> None:
    claim = "{id: x, by: csp}"
    assert compared(tmp_path / "claim", world(), world(claim)).notices == ()
    assert compared(tmp_path / "event", f"{{{ACTORS}}}", world(claim)).notices == ()
