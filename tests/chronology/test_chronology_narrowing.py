import math
import pickle

import pytest
from chronology_oracle import assignments, hull, within_a_day
from chronology_worlds import FIRST, World, worlds
from hypothesis import assume, given, settings

from site_builder import edtf
from site_builder.chronology import Chronology, Dated, Extent, Tie, solve
from site_builder.vocabulary import LinkType

link_type = LinkType.of

AFTER, BEFORE, PART_OF, INCLUDES = (
    link_type("after"),
    link_type("before"),
    link_type("part-of"),
    link_type("includes"),
)
OTHERS = tuple(link for link in LinkType.all() if link not in (AFTER, BEFORE, PART_OF, INCLUDES))


def solved(dates: dict[str, str], *ties: tuple[str, LinkType, str]) -> Chronology:
    return solve((Dated(event, edtf.parse(date)) for event, date in dates.items()), (Tie(*tie) for tie in ties))


def shown(extent: Extent) -> tuple[str, str, str, str]:
    return (str(extent.start.earliest), str(extent.start.latest), str(extent.end.earliest), str(extent.end.latest))


def test_november_after_the_fourteenth_is_from_the_fifteenth_to_the_thirtieth() -> None:
    chronology = solved({"kidal": "2023-11-14", "video": "2023-11"}, ("video", AFTER, "kidal"))
    assert shown(chronology.extents["video"]) == ("2023-11-15", "2023-11-30", "2023-11-15", "2023-11-30")
    assert chronology.extents["video"].narrowed
    assert chronology.extents["video"].because == (Tie("video", AFTER, "kidal"),)
    assert not chronology.extents["kidal"].narrowed
    assert chronology.extents["kidal"].because == ()


def test_before_narrows_from_the_other_side() -> None:
    chronology = solved({"a": "2023-11", "b": "2023-11-14"}, ("a", BEFORE, "b"))
    assert shown(chronology.extents["a"]) == ("2023-11-01", "2023-11-13", "2023-11-01", "2023-11-13")


def test_a_part_lies_within_the_whole_and_the_whole_reaches_round_its_part() -> None:
    chronology = solved(
        {"battle": "2024-07-25/2024-07-27", "ambush": "2024-07", "war": "2024", "shot": "2024-07-27"},
        ("ambush", PART_OF, "battle"),
        ("war", INCLUDES, "shot"),
    )
    assert shown(chronology.extents["ambush"]) == ("2024-07-25", "2024-07-27", "2024-07-25", "2024-07-27")
    assert shown(chronology.extents["war"]) == ("2024-01-01", "2024-07-27", "2024-07-27", "2024-12-31")


def test_narrowing_reaches_through_a_chain_and_names_all_of_it() -> None:
    chronology = solved({"a": "2023-11-14", "b": "2023", "c": "2023-11"}, ("c", AFTER, "b"), ("b", AFTER, "a"))
    assert shown(chronology.extents["c"])[0] == "2023-11-16"
    assert chronology.extents["c"].because == (Tie("b", AFTER, "a"), Tie("c", AFTER, "b"))


@pytest.mark.parametrize("link", OTHERS)
def test_the_other_types_narrow_nothing(link: LinkType) -> None:
    chronology = solved({"a": "2023-11-14", "b": "2023-11"}, ("b", link, "a"))
    assert shown(chronology.extents["b"]) == ("2023-11-01", "2023-11-30", "2023-11-01", "2023-11-30")
    assert not chronology.extents["b"].narrowed


@pytest.mark.parametrize("marked", ["2023-11-14~", "2023-11-14?", "2023-?11-14", "2023-11-14%"])
def test_nothing_is_narrowed_by_a_marked_date(marked: str) -> None:
    chronology = solved({"a": marked, "b": "2023-11"}, ("b", AFTER, "a"))
    assert not chronology.extents["b"].narrowed


def test_a_marked_date_is_not_narrowed_but_passes_on_what_lies_beyond_it() -> None:
    chronology = solved({"a": "2023-11-14", "b": "2023-11~", "c": "2023-11"}, ("b", AFTER, "a"), ("c", AFTER, "b"))
    assert shown(chronology.extents["b"]) == ("2023-11-01", "2023-11-30", "2023-11-01", "2023-11-30")
    assert not chronology.extents["b"].narrowed
    assert shown(chronology.extents["c"])[0] == "2023-11-16"


def test_an_open_end_stays_open_until_a_link_closes_it() -> None:
    dates = {"stay": "2023-09-14/..", "blank": "2023-09-14/", "next": "2024-01-02"}
    apart = solved(dates)
    assert shown(apart.extents["stay"]) == ("2023-09-14", "2023-09-14", "inf", "inf")
    assert shown(apart.extents["blank"]) == ("2023-09-14", "2023-09-14", "unknown", "unknown")
    tied = solved(dates, ("stay", BEFORE, "next"))
    assert shown(tied.extents["stay"]) == ("2023-09-14", "2023-09-14", "2023-09-14", "2024-01-01")


def test_what_contradicts_stays_as_written_and_narrows_nothing() -> None:
    chronology = solved(
        {"a": "2023-11-14", "b": "2023-11-10", "c": "2023-11", "d": "2023"},
        ("b", AFTER, "a"),
        ("c", AFTER, "b"),
        ("d", link_type("includes"), "c"),
    )
    assert shown(chronology.extents["b"]) == ("2023-11-10",) * 4
    assert not chronology.extents["c"].narrowed
    assert chronology.extents["d"].narrowed


def test_of_two_reasons_either_of_which_suffices_one_is_given() -> None:
    chronology = solved({"a": "2023-11-14", "b": "2023-11-14", "c": "2023-11"}, ("c", AFTER, "a"), ("c", AFTER, "b"))
    assert len(chronology.extents["c"].because) == 1


def test_a_reason_for_one_bound_makes_do_for_another() -> None:
    dates = {"part": "202X", "whole": "[2023-11-05..2023-11-08]", "next": "[2023-11-08..2023-11-09]"}
    chronology = solved(dates, ("part", PART_OF, "whole"), ("next", AFTER, "part"))
    assert chronology.extents["part"].because == (Tie("part", PART_OF, "whole"),)


def test_a_chronology_survives_pickling() -> None:
    chronology = solved({"a": "2023-11-14", "b": "2023-11"}, ("b", AFTER, "a"))
    copy = pickle.loads(pickle.dumps(chronology))
    assert copy == chronology
    assert copy.extents["b"].because == chronology.extents["b"].because


def days(extent: Extent) -> list[float]:
    """First and last day of the start, first and last day of the end."""
    firsts = [-math.inf if bound.day is None else bound.day for bound in (extent.start.earliest, extent.end.earliest)]
    lasts = [math.inf if bound.day is None else bound.day for bound in (extent.start.latest, extent.end.latest)]
    return [firsts[0], lasts[0], firsts[1], lasts[1]]


@settings(deadline=None, max_examples=200)
@given(worlds(events=4, ties=6, days=4))
def test_narrowing_equals_trying_every_assignment_that_satisfies_the_narrowing_links(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not chronology.contradictions)
    ordering = within_a_day(world.ties, world.events)
    days_of_world = range(FIRST, FIRST + 4)
    found = list(assignments(world.events, world.narrowing, world.events, days_of_world, within_a_day=ordering))
    for event in world.events:
        starts, ends = zip(*(assignment[event.id] for assignment in found), strict=True)
        tried = [min(starts), max(starts), min(ends), max(ends)]
        assert days(chronology.extents[event.id]) == tried
        assert hull(event, world.narrowing, world.events, ordering) == tried


@settings(deadline=None)
@given(worlds(events=8, ties=10, days=12, vague=True, open_ended=True))
def test_the_same_holds_where_dates_are_marked_or_open(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not any(contradiction.certain for contradiction in chronology.contradictions))
    ordering = within_a_day(world.ties, world.certain)
    for event in world.certain:
        extent = chronology.extents[event.id]
        possible, alone = hull(event, world.narrowing, world.certain, ordering), hull(event, [], [event])
        assert extent.narrowed is (possible != alone)
        for shown_day, implied, implied_alone in zip(days(extent), possible, alone, strict=True):
            assert shown_day == implied or (math.isinf(shown_day) and implied == implied_alone)


@settings(deadline=None, max_examples=200)
@given(worlds(events=8, ties=12, days=20, links=(AFTER, BEFORE, PART_OF, INCLUDES)))
def test_without_any_one_of_its_reasons_a_span_would_be_wider(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not chronology.contradictions)
    ordering = within_a_day(world.ties, world.certain)
    for event in world.events:
        extent = chronology.extents[event.id]
        assert bool(extent.because) is extent.narrowed
        assert hull(event, extent.because, world.events, ordering) == days(extent)
        for tie in extent.because:
            fewer = [other for other in extent.because if other != tie]
            assert hull(event, fewer, world.events, ordering) != days(extent)
