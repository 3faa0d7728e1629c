from itertools import pairwise

import pytest
from chronology_oracle import assignments, is_satisfiable
from chronology_worlds import FIRST, World, worlds
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.chronology import MAX_CONTRADICTIONS, Chronology, Dated, Tie, solve
from site_builder.vocabulary import LinkType

AFTER, BEFORE, PART_OF, CONSEQUENCE_OF = (
    LinkType.AFTER,
    LinkType.BEFORE,
    LinkType.PART_OF,
    LinkType.CONSEQUENCE_OF,
)


def solved(dates: dict[str, str], *ties: tuple[str, LinkType, str]) -> Chronology:
    return solve((Dated(event, edtf.parse(date)) for event, date in dates.items()), (Tie(*tie) for tie in ties))


def sentences(chronology: Chronology) -> list[str]:
    return [contradiction.sentence for contradiction in chronology.contradictions]


def test_what_fits_together_is_no_contradiction() -> None:
    chronology = solved({"a": "2023-11-14", "b": "2023-11"}, ("b", AFTER, "a"), ("b", CONSEQUENCE_OF, "a"))
    assert chronology.contradictions == ()


def test_an_effect_that_ends_before_its_cause_begins_is_named_with_both_dates() -> None:
    chronology = solved({"cause": "2023-11-14", "effect": "2023-11-10"}, ("effect", CONSEQUENCE_OF, "cause"))
    assert sentences(chronology) == [
        "Not all of these links and dates can be right: "
        "effect consequence-of cause; cause is dated 2023-11-14; effect is dated 2023-11-10"
    ]


def test_a_circle_of_links_is_named_without_dates() -> None:
    chronology = solved(
        {"a": "2020", "b": "2020", "c": "2020"}, ("b", AFTER, "a"), ("c", AFTER, "b"), ("c", BEFORE, "a")
    )
    assert sentences(chronology) == [
        "These links lead round in a circle, so that not all can be right: c before a; b after a; c after b"
    ]
    assert chronology.contradictions[0].events == ("c", "a", "b")


def test_a_chain_runs_from_the_date_that_is_too_late_to_the_one_that_is_too_early() -> None:
    chronology = solved(
        {"a": "2023-11-14", "b": "2023", "c": "2023", "d": "2023-11-15"},
        ("d", AFTER, "c"),
        ("b", AFTER, "a"),
        ("b", LinkType.LED_TO, "c"),
    )
    [contradiction] = chronology.contradictions
    assert contradiction.events == ("a", "b", "c", "d")
    assert [str(tie) for tie in contradiction.ties] == ["b after a", "b led-to c", "d after c"]
    assert [event.id for event in contradiction.dated] == ["a", "d"]


def test_one_event_can_be_too_short_for_what_it_includes() -> None:
    chronology = solved(
        {"day": "2023-11-14", "morning": "2023", "evening": "2023"},
        ("morning", PART_OF, "day"),
        ("day", LinkType.INCLUDES, "evening"),
        ("evening", AFTER, "morning"),
    )
    [contradiction] = chronology.contradictions
    assert [event.id for event in contradiction.dated] == ["day"]
    assert len(contradiction.ties) == 3


def test_an_event_between_two_days_can_be_too_long_for_them() -> None:
    parts = ("first", "second", "third")
    dates = dict.fromkeys((*parts, "talks"), "2023") | {"before": "2023-11-10", "next": "2023-11-13"}
    links = [("talks", AFTER, "before"), ("talks", BEFORE, "next"), *((part, PART_OF, "talks") for part in parts)]
    assert solved(dates, *links, ("second", AFTER, "first")).contradictions == ()
    [contradiction] = solved(dates, *links, ("second", AFTER, "first"), ("third", AFTER, "second")).contradictions
    assert [str(tie) for tie in contradiction.ties] == [
        "talks after before",
        "first part-of talks",
        "second after first",
        "third after second",
        "third part-of talks",
        "talks before next",
    ]


def test_a_loop_that_a_proof_can_spare_is_left_out_of_it() -> None:
    dates = {"a": "2023", "b": "2024", "whole": "202X", "one": "202X", "two": "202X"}
    links = [("whole", BEFORE, "a"), ("whole", AFTER, "b"), ("one", PART_OF, "whole"), ("two", PART_OF, "whole")]
    [contradiction] = solved(dates, *links, ("two", AFTER, "one")).contradictions
    assert [str(tie) for tie in contradiction.ties] == ["whole after b", "whole before a"]


def test_a_date_that_a_proof_can_spare_is_left_out_of_it() -> None:
    chronology = solved(
        {"days": "[2023-11-06..2023-11-07]", "day": "2023-11-07", "one": "202X", "two": "202X"},
        ("day", LinkType.INCLUDES, "days"),
        ("one", PART_OF, "days"),
        ("two", PART_OF, "days"),
        ("two", AFTER, "one"),
    )
    [contradiction] = chronology.contradictions
    assert [event.id for event in contradiction.dated] == ["day"]
    assert len(contradiction.ties) == 4


@pytest.mark.parametrize("marked", ["2023-11-10~", "2023-11-10?", "2023-11-10%", "2023-~11-10"])
def test_a_contradiction_that_rests_on_a_marked_date_is_a_warning(marked: str) -> None:
    [contradiction] = solved({"a": "2023-11-14", "b": marked}, ("b", AFTER, "a")).contradictions
    assert not contradiction.certain
    assert "if dates marked" in contradiction.sentence


def test_two_links_that_contradict_the_same_date_are_each_reported() -> None:
    chronology = solved(
        {"a": "2025", "b": "2024", "c": "2024"}, ("b", AFTER, "a"), ("c", AFTER, "a"), ("c", AFTER, "b")
    )
    assert [str(tie) for each in chronology.contradictions for tie in each.ties] == ["b after a", "c after a"]


def test_a_link_written_on_both_records_is_one_link() -> None:
    chronology = solved({"a": "2025", "b": "2024"}, ("b", AFTER, "a"), ("a", BEFORE, "b"))
    assert [contradiction.ties for contradiction in chronology.contradictions] == [(Tie("b", AFTER, "a"),)]


def test_two_events_that_each_answer_the_other_happened_at_once() -> None:
    both = (("a", LinkType.RESPONDS_TO, "b"), ("b", LinkType.RESPONDS_TO, "a"))
    assert solved({"a": "2023-11-14", "b": "2023-11"}, *both).contradictions == ()
    assert len(solved({"a": "2023-11-14", "b": "2023-11-15"}, *both).contradictions) == 1


def test_ties_to_the_event_itself_or_to_nothing_are_left_to_others() -> None:
    assert solved({"a": "2023"}, ("a", AFTER, "a"), ("a", AFTER, "nothing")).contradictions == ()


def test_no_more_than_the_limit_are_listed_and_the_others_counted() -> None:
    many = {f"e{number}": "2024" for number in range(MAX_CONTRADICTIONS + 5)}
    chronology = solved(many | {"hub": "2025"}, *((event, AFTER, "hub") for event in many))
    assert len(chronology.contradictions) == MAX_CONTRADICTIONS
    assert chronology.unlisted == 5
    assert sorted(chronology.order) == sorted([*many, "hub"])


def test_a_long_circle_is_one_contradiction_with_an_abridged_sentence() -> None:
    ring = [f"e{number:04}" for number in range(3000)]
    links = [(after, AFTER, before) for before, after in zip(ring, [*ring[1:], ring[0]], strict=True)]
    [contradiction] = solved(dict.fromkeys(ring, "XXXX"), *links).contradictions
    assert len(contradiction.ties) == 3000
    assert "2980 more links" in contradiction.sentence


def test_a_tangle_in_which_everything_is_after_everything_is_given_up() -> None:
    ids = [f"e{number:02}" for number in range(30)]
    chronology = solved(dict.fromkeys(ids, "2024"), *((a, AFTER, b) for a in ids for b in ids if a != b))
    assert 0 < len(chronology.contradictions) <= MAX_CONTRADICTIONS
    assert chronology.unlisted > 0
    assert chronology.order == tuple(ids)


def domain(world: World, days: int) -> range:
    """Days enough for every event that no date binds to move out of the way of all others."""
    margin = len(world.ties) + 1
    return range(FIRST - margin, FIRST + days + margin)


@settings(deadline=None)
@given(worlds(events=4, ties=6, days=4))
def test_a_contradiction_is_reported_exactly_when_no_assignment_satisfies_all(world: World) -> None:
    possible = any(assignments(world.events, world.ties, world.events, range(FIRST, FIRST + 4)))
    assert (not solve(world.events, world.ties).contradictions) is possible


@settings(deadline=None)
@given(worlds(events=3, ties=3, days=3, vague=True, open_ended=True))
def test_it_is_an_error_exactly_when_no_assignment_satisfies_all_without_marked_dates(world: World) -> None:
    contradictions = solve(world.events, world.ties).contradictions
    within = domain(world, 3)
    assert (not contradictions) is any(assignments(world.events, world.ties, world.events, within))
    without = any(assignments(world.events, world.ties, world.certain, within))
    assert any(contradiction.certain for contradiction in contradictions) is not without


@given(worlds(events=3, ties=3, days=3, vague=True, open_ended=True))
@settings(deadline=None)
def test_the_oracle_of_these_tests_agrees_with_trying_everything(world: World) -> None:
    possible = any(assignments(world.events, world.ties, world.events, domain(world, 3)))
    assert is_satisfiable(world.ties, world.events) is possible


@settings(deadline=None, max_examples=300)
@given(worlds(events=8, ties=20, days=4, vague=True, open_ended=True))
def test_no_step_of_a_proof_can_be_left_out(world: World) -> None:
    for contradiction in solve(world.events, world.ties).contradictions:
        ties, dated = contradiction.ties, contradiction.dated
        assert set(ties) <= set(world.ties)
        assert not is_satisfiable(ties, dated)
        for tie in ties:
            assert is_satisfiable([other for other in ties if other != tie], dated)
        for event in dated:
            assert is_satisfiable(ties, [other for other in dated if other != event])


@settings(deadline=None, max_examples=300)
@given(worlds(events=8, ties=20, days=4, vague=True, links=(AFTER, PART_OF, CONSEQUENCE_OF)), st.booleans())
def test_what_contradicts_is_set_aside_and_all_of_it_is_reported(world: World, marked: bool) -> None:
    dated = world.events if marked else world.certain
    reported = [each for each in solve(world.events, world.ties).contradictions if marked or each.certain]
    assert (not reported) is is_satisfiable(world.ties, dated)


@given(worlds(events=8, ties=20, days=4))
def test_events_and_ties_follow_each_other_round_the_proof(world: World) -> None:
    for contradiction in solve(world.events, world.ties).contradictions:
        pairs = [{tie.source, tie.target} for tie in contradiction.ties]
        assert all(one & other for one, other in pairwise(pairs))
        if contradiction.dated:
            assert contradiction.dated[0].id in pairs[0]
            assert contradiction.dated[-1].id in pairs[-1]
        else:
            assert pairs[0] & pairs[-1]
        assert set(contradiction.events) == set[str]().union(*pairs)
        if len(contradiction.events) > 2 and len(contradiction.events) > len(pairs) - 1:
            assert all(set(pair) in pairs for pair in pairwise(contradiction.events))
