"""Links, contradictions, and the order of events."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparing.comparing_worlds import compared, values
from site_builder.comparing.changes import LinkTurn, Move
from site_builder.comparing.order import find_moves
from site_builder.vocabulary import LinkType

A, B = "2024-07-25-a", "2024-07-27-b"
BARE = f"{{{A}: {{}}, {B}: {{}}}}"
LINKED = f"{{{A}: {{}}, {B}: {{links: [{{type: after, event: {A}}}]}}}}"


def test_a_link_is_made_and_broken(tmp_path: Path) -> None:
    [made] = compared(tmp_path / "made", BARE, LINKED).links
    [broken] = compared(tmp_path / "broken", LINKED, BARE).links
    assert (made.turn, made.source, made.type, made.target) == (LinkTurn.MADE, B, LinkType.of("after"), A)
    assert (broken.turn, broken.source, broken.type, broken.target) == (LinkTurn.BROKEN, B, LinkType.of("after"), A)


def test_the_same_link_written_by_the_other_event_does_not_differ(tmp_path: Path) -> None:
    other = f"{{{A}: {{links: [{{type: before, event: {B}}}]}}, {B}: {{}}}}"
    assert compared(tmp_path, LINKED, other).is_empty


def test_a_link_breaks_with_its_event(tmp_path: Path) -> None:
    [broken] = compared(tmp_path, LINKED, f"{{{B}: {{}}}}").links
    assert broken.turn is LinkTurn.BROKEN


def test_a_link_keeps_through_a_rename(tmp_path: Path) -> None:
    renamed = LINKED.replace(A, "2024-07-25-aa").replace("aa: {}", f"aa: {{title: T, former_ids: [{A}]}}", 1)
    assert compared(tmp_path, LINKED, renamed).links == ()


def test_another_note_of_a_link_is_reported(tmp_path: Path) -> None:
    link = "{{type: consequence-of, event: {}, note: {}, sources: [s]}}"
    one, two = (f"{{{A}: {{}}, {B}: {{links: [{link.format(A, note)}]}}}}" for note in ("AFP says so.", "AFP denies."))
    [change] = compared(tmp_path, one, two).links
    assert change.turn is LinkTurn.REWORDED
    assert values(change) == [("note", "AFP says so.", "AFP denies.")]


def test_a_link_that_contradicts_dates_now_is_reported_with_its_problem(tmp_path: Path) -> None:
    wrong = f"{{{A}: {{links: [{{type: after, event: {B}}}]}}, {B}: {{}}}}"
    comparison = compared(tmp_path / "new", BARE, wrong)
    [clash] = comparison.clashes
    assert (clash.now, clash.links) == (True, (f"{A} after {B}",))
    assert [problem.code for problem in comparison.introduced] == ["TL074"]
    [clash] = compared(tmp_path / "old", wrong, BARE).clashes
    assert not clash.now


@pytest.mark.parametrize("later", ["2024-07-30?", "2024-08?"])
def test_an_event_that_moves_says_whom_it_precedes_or_follows_now(tmp_path: Path, later: str) -> None:
    world = '{{2024-a: {{date: "{}"}}, 2024-07-26-b: {{}}, 2024-07-27-c: {{}}}}'
    dates = "2024-07-25?", later
    comparison = compared(tmp_path / "later", *map(world.format, dates))
    [move] = comparison.moves
    assert (move.event, move.now_after, move.now_before) == ("2024-a", ("2024-07-26-b", "2024-07-27-c"), ())
    [move] = compared(tmp_path / "earlier", *map(world.format, dates[::-1])).moves
    assert (move.now_after, move.now_before) == ((), ("2024-07-26-b", "2024-07-27-c"))


def test_a_new_event_says_between_whom_it_stands(tmp_path: Path) -> None:
    [move] = compared(tmp_path, BARE, f"{{{A}: {{}}, 2024-07-26-x: {{}}, {B}: {{}}}}").moves
    assert move == Move("2024-07-26-x", A, B)


def test_of_two_events_that_pass_each_other_the_changed_one_moved() -> None:
    assert [move.event for move in find_moves("ab", "ba", {"a"})] == ["a"]
    assert [move.event for move in find_moves("ab", "ba", {"b"})] == ["b"]


def test_two_changed_events_may_pass_each_other_between_two_that_stay() -> None:
    [move] = find_moves("xaby", "xbay", {"a", "b"})
    assert move.event in "ab"
    assert {*move.now_before, *move.now_after} == {"a", "b"} - {move.event}


def test_nobody_knows_the_links_of_a_record_that_cannot_be_read(tmp_path: Path) -> None:
    world = "{{2024-07-27-a: {{links: [{{type: after, event: 2024-07-25-b}}]{}}}, 2024-07-25-b: {{}}}}"
    right, broken = world.format(""), world.format(", knd: x")
    assert compared(tmp_path / "broken", right, broken).links == ()
    assert compared(tmp_path / "fixed", broken, right).links == ()


ORDERS = st.permutations("abcdefgh").flatmap(
    lambda before: st.tuples(
        st.just(before[:6]), st.permutations(before[2:]), st.sets(st.sampled_from("abcdefgh"), max_size=3)
    )
)


@given(ORDERS)
def test_without_the_events_that_moved_the_order_is_the_same(orders: tuple[list[str], list[str], set[str]]) -> None:
    before, after, changed = orders
    moves = list(find_moves(before, after, changed))
    moved = {move.event for move in moves}
    common = set(before) & set(after)
    assert [event for event in before if event in common - moved] == [
        event for event in after if event in common - moved
    ]
    assert set(after) - set(before) <= moved


@given(ORDERS)
def test_whom_an_event_passed_stood_on_its_other_side(orders: tuple[list[str], list[str], set[str]]) -> None:
    before, after, changed = orders
    for move in find_moves(before, after, changed):
        for other in move.now_before:
            assert before.index(move.event) > before.index(other) and after.index(move.event) < after.index(other)
        for other in move.now_after:
            assert before.index(move.event) < before.index(other) and after.index(move.event) > after.index(other)
