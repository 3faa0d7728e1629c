from collections.abc import Sequence
from itertools import pairwise

import pytest
from chronology_oracle import assignments, has_circle, is_satisfiable
from chronology_worlds import FIRST, World, worlds
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.chronology import MAX_CONTRADICTIONS, Chronology, Dated, Tie, solve
from site_builder.vocabulary import LinkType

link_type = LinkType.of

AFTER, BEFORE, PART_OF, CONSEQUENCE_OF = (
    link_type("after"),
    link_type("before"),
    link_type("part-of"),
    link_type("consequence-of"),
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
        {"a": "2023-11-14", "b": "2023", "c": "2023", "d": "2023-11-13"},
        ("d", AFTER, "c"),
        ("b", AFTER, "a"),
        ("b", link_type("led-to"), "c"),
    )
    [contradiction] = chronology.contradictions
    assert contradiction.events == ("a", "b", "c", "d")
    assert [str(tie) for tie in contradiction.ties] == ["b after a", "b led-to c", "d after c"]
    assert [event.id for event in contradiction.dated] == ["a", "d"]


def test_one_day_has_room_for_a_morning_and_an_evening_after_it() -> None:
    chronology = solved(
        {"day": "2023-11-14", "morning": "2023", "evening": "2023"},
        ("morning", PART_OF, "day"),
        ("day", link_type("includes"), "evening"),
        ("evening", AFTER, "morning"),
    )
    assert chronology.contradictions == ()
    assert chronology.order == ("day", "morning", "evening")


def test_a_loop_that_a_proof_can_spare_is_left_out_of_it() -> None:
    dates = {"a": "2023", "b": "2024", "whole": "202X", "one": "202X", "two": "202X"}
    links = [("whole", BEFORE, "a"), ("whole", AFTER, "b"), ("one", PART_OF, "whole"), ("two", PART_OF, "whole")]
    [contradiction] = solved(dates, *links, ("two", AFTER, "one")).contradictions
    assert [str(tie) for tie in contradiction.ties] == ["whole after b", "whole before a"]


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


@pytest.mark.parametrize("dates", [("2023-11-14", "2023-11"), ("2023-11-14", "2023-11-14"), ("2023", "2023~")])
@pytest.mark.parametrize(
    "first", [link_type("responds-to"), link_type("consequence-of"), link_type("about"), AFTER, PART_OF]
)
def test_two_events_that_each_follow_from_the_other_are_a_circle(first: LinkType, dates: tuple[str, str]) -> None:
    second = PART_OF if first is PART_OF else link_type("responds-to")
    a, b = dates
    chronology = solved({"a": a, "b": b}, ("a", first, "b"), ("b", second, "a"))
    [contradiction] = chronology.contradictions
    assert {str(tie) for tie in contradiction.ties} == {f"a {first} b", f"b {second} a"}
    assert (contradiction.certain, contradiction.dated) == (True, ())


def test_a_circle_of_consequences_within_one_day_is_named_without_what_hangs_on_it() -> None:
    day = dict.fromkeys(("a", "b", "c", "d", "e"), "2024-07-27")
    chronology = solved(
        day,
        ("b", CONSEQUENCE_OF, "a"),
        ("b", link_type("led-to"), "c"),
        ("a", link_type("responds-to"), "c"),
        ("d", link_type("about"), "c"),
        ("a", AFTER, "e"),
    )
    assert sentences(chronology) == [
        "These links lead round in a circle, so that not all can be right: "
        "a responds-to c; b consequence-of a; b led-to c"
    ]


def test_a_whole_may_follow_from_a_part_with_which_it_begins() -> None:
    conference = {"conference": "2024-07-27", "speech": "2024-07-27"}
    links = (("speech", PART_OF, "conference"), ("conference", link_type("about"), "speech"))
    assert solved(conference, *links).contradictions == ()
    assert len(solved(conference, *links, ("conference", AFTER, "speech")).contradictions) == 1


def test_a_chain_of_links_stays_within_one_day() -> None:
    day = dict.fromkeys("abcde", "2024-07-27")
    links = [("b", AFTER, "a"), ("b", BEFORE, "c"), ("d", AFTER, "c"), ("d", BEFORE, "e")]
    assert solved(day | {"a": "2024-07-20/2024-07-27", "e": "2024-07-27/.."}, *links).contradictions == ()
    assert solved(day | {"c": "2024-07"}, *links).contradictions == ()
    assert len(solved(day, *links, ("a", AFTER, "e")).contradictions) == 1
    assert len(solved(day | {"e": "2024-07-26"}, *links).contradictions) == 1


@pytest.mark.parametrize(
    ("earlier", "later", "fits"),
    [
        ("2024-07-27T10:00", "2024-07-27T18:00", True),
        ("2024-07-27T18:00", "2024-07-27T10:00", False),
        ("2024-07-27T18:00", "2024-07-27T18:00:30", True),
        ("2024-07-27T18:00:30", "2024-07-27T18:00", True),
        ("2024-07-27T18:00:00", "2024-07-27T18:00:00", True),
        ("2024-07-27T18:01:00", "2024-07-27T18:00", False),
        ("2024-07-27", "2024-07-27T00:00:00", True),
        ("2024-07-27T23:59:59", "2024-07-27", True),
        ("2024-07-27T24:00", "2024-07-27T23:59", False),
        # Times of which one has no shift are only compared by their days.
        ("2024-07-27T18:00Z", "2024-07-27T10:00", True),
        ("2024-07-28T00:00Z", "2024-07-27T23:00", False),
        # UTC decides between two that have one, whatever their days are.
        ("2024-07-27T18:00+08:00", "2024-07-27T11:00Z", True),
        ("2024-01-01T01:00Z", "2023-12-31T23:30:00-05:00", True),
        ("2023-12-31T23:30:00-05:00", "2024-01-01T01:00Z", False),
        ("2024-01-01T00:30:00+14:00", "2023-12-31T10:31Z", True),
        # By its day as written, an evening in New York is before the next day anywhere.
        ("2023-12-31T23:30:00-05:00", "2024-01-01", True),
        ("2024-01-01", "2023-12-31T23:30:00-05:00", False),
        ("2023-12-31", "2024-01-01T00:30:00+14:00", True),
    ],
)
def test_times_of_one_day_contradict_a_link_only_where_they_can_be_compared(
    earlier: str, later: str, fits: bool
) -> None:
    for links in (("b", AFTER, "a"), ("a", BEFORE, "b")):
        chronology = solved({"a": earlier, "b": later}, links)
        assert (not chronology.contradictions) is fits
        assert all(each.certain and len(each.dated) == 2 for each in chronology.contradictions)


def test_times_contradict_each_other_through_events_without_a_time() -> None:
    dates = {"a": "2024-07-27T10:00Z", "b": "2024-07-27", "c": "2024-07", "d": "2024-07-27T09:59Z"}
    [contradiction] = solved(dates, ("b", AFTER, "a"), ("c", CONSEQUENCE_OF, "b"), ("d", AFTER, "c")).contradictions
    assert contradiction.events == ("a", "b", "c", "d")
    assert [event.id for event in contradiction.dated] == ["a", "d"]


def test_what_is_part_of_something_does_not_begin_before_the_time_of_that() -> None:
    links = ("part", PART_OF, "whole")
    assert solved({"whole": "2024-07-27T18:00Z", "part": "2024-07-27T18:30Z"}, links).contradictions == ()
    assert len(solved({"whole": "2024-07-27T18:00Z", "part": "2024-07-27T17:30Z"}, links).contradictions) == 1
    assert len(solved({"whole": "2024-07-27T18:00Z", "part": "2024-07-28T01:00Z"}, links).contradictions) == 1
    eve = {"whole": "2023-12-31", "part": "2023-12-31T23:30:00-05:00"}
    assert solved(eve, links).contradictions == ()


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


def is_possible(world: World, dated: Sequence[Dated], days: int, margin: int) -> bool:
    """Whether some moments satisfy all: as many in a day as there are events that can follow each other in it."""
    domain, moments = range(FIRST - margin, FIRST + days + margin), len(world.ties) + 1
    found = assignments(world.events, world.ties, dated, domain, moments_in_a_day=moments)
    return not has_circle(world.ties) and any(found)


@settings(deadline=None)
@given(worlds(events=4, ties=3, days=2))
def test_a_contradiction_is_reported_exactly_when_no_assignment_satisfies_all(world: World) -> None:
    assert (not solve(world.events, world.ties).contradictions) is is_possible(world, world.events, 2, margin=0)


@settings(deadline=None)
@given(worlds(events=3, ties=3, days=2, vague=True, open_ended=True))
def test_it_is_an_error_exactly_when_no_days_satisfy_all_dates_without_marks(world: World) -> None:
    contradictions = solve(world.events, world.ties).contradictions
    assert (not contradictions) is is_possible(world, world.events, 2, margin=1)
    without = is_possible(world, world.certain, 2, margin=1)
    assert any(contradiction.certain for contradiction in contradictions) is not without


@given(worlds(events=3, ties=3, days=2, vague=True, open_ended=True))
@settings(deadline=None)
def test_the_oracle_of_these_tests_agrees_with_trying_everything(world: World) -> None:
    assert is_satisfiable(world.ties, world.events) is is_possible(world, world.events, 2, margin=1)


@settings(deadline=None, max_examples=300)
@given(worlds(events=8, ties=12, days=3, timed=True))
def test_times_of_day_are_in_a_contradiction_exactly_when_their_clocks_do_not_agree(world: World) -> None:
    assert (not solve(world.events, world.ties).contradictions) is is_satisfiable(world.ties, world.events)


@settings(deadline=None, max_examples=300)
@given(worlds(events=8, ties=20, days=4, vague=True, open_ended=True, timed=True))
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
@given(worlds(events=8, ties=20, days=4, vague=True, timed=True, links=(AFTER, PART_OF, CONSEQUENCE_OF)), st.booleans())
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
