from collections.abc import Sequence
from itertools import combinations, permutations
from random import Random

import pytest
from chronology_oracle import BACKWARD, assignments, has_moments, within_a_day
from chronology_worlds import FIRST, World, worlds
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.chronology import Chronology, Dated, Tie, solve
from site_builder.vocabulary import LinkType, inverse_of, stock

link_type = LinkType.of


def solved(dates: dict[str, str], *ties: tuple[str, LinkType, str], said: str = "") -> Chronology:
    """The events named in `said` are statements."""
    events = (Dated(event, edtf.parse(date), said=event in said.split()) for event, date in dates.items())
    return solve(events, (Tie(*tie) for tie in ties))


def order(dates: dict[str, str], *ties: tuple[str, LinkType, str], said: str = "") -> str:
    return " ".join(solved(dates, *ties, said=said).order)


def test_the_earlier_start_comes_first() -> None:
    assert order({"b": "2023-11-13", "a": "2023-11-14"}) == "b a"


def test_of_equal_starts_the_more_precise_comes_first() -> None:
    assert order({"a": "2023", "b": "2023-01", "c": "2023-01-01"}) == "c b a"


def test_of_equal_dates_the_id_decides() -> None:
    assert order({"b": "2023", "a": "2023", "c": "2023"}) == "a b c"


def test_what_happened_comes_before_what_was_said_that_day() -> None:
    dates = {"a": "2024-07-29", "b": "2024-07-29", "c": "2024-07-29/2024-07-31", "d": "2024-07-28", "e": "2024-07-30"}
    assert order(dates, said="a d") == "d b c a e"
    assert order(dates, ("b", link_type("after"), "a"), said="a") == "d c a b e"


def test_the_clock_puts_a_statement_before_what_happened_later_that_day() -> None:
    dates = {"a": "2024-07-29T12:00", "b": "2024-07-29T10:00", "c": "2024-07-29", "d": "2024-07-29"}
    assert order(dates, said="b c") == "d b a c"


@pytest.mark.parametrize(
    "date", ["2024-07", "2024-07-XX", "[2024-07-01..2024-07-03]", "2024-07-01~", "2024-07-01/2024"]
)
def test_only_what_happened_on_a_known_day_comes_before_what_was_said_on_it(date: str) -> None:
    known = date == "2024-07-01/2024"
    assert order({"a": date, "b": "2024-07-01", "c": "2024-06-30"}, said="b c") == ("c a b" if known else "c b a")


def test_times_of_one_day_are_in_order_in_utc() -> None:
    dates = {"a": "2024-07-27T18:00:00Z", "b": "2024-07-27T09:00:00Z", "c": "2024-07-27T12:00:00+05:00"}
    assert order(dates) == "c b a"


def test_a_time_to_the_minute_is_in_order_with_times_to_the_second() -> None:
    dates = {"a": "2024-07-27T18:00:00", "b": "2024-07-27T06:45", "c": "2024-07-27T06:44:59", "d": "2024-07-27"}
    assert order(dates) == "d c b a"


def test_an_evening_in_the_west_comes_after_an_earlier_morning_in_utc() -> None:
    dates = {"evening": "2023-12-31T23:30:00-05:00", "utc": "2024-01-01T01:00:00Z"}
    assert order(dates) == "utc evening"
    days = {"eve": "2023-12-31", "first": "2024-01-01", "clock": "2024-01-01T00:30"}
    assert order(dates | days) == "eve utc evening first clock"
    assert order(dates | {"east": "2024-01-01T00:30:00+14:00", "eve": "2023-12-31"}) == "eve east utc evening"


def test_what_lies_between_days_that_utc_turns_round_stands_as_links_say() -> None:
    dates = {"evening": "2023-12-31T23:30:00-05:00", "utc": "2024-01-01T01:00:00Z", "day": "2024-01-01"}
    assert order(dates, ("utc", link_type("after"), "day")) == "day utc evening"


def test_times_without_a_shift_that_contradict_those_with_one_leave_it_to_these() -> None:
    dates = {"evening": "2023-12-31T23:30:00-05:00", "utc": "2024-01-01T01:00:00Z"}
    dates |= {"eight": "2024-01-01T08:00", "ten": "2024-01-01T10:00"}
    assert order(dates) == "utc evening eight ten"
    links = (("ten", link_type("before"), "utc"), ("eight", link_type("after"), "evening"))
    assert order(dates, *links) == "ten utc evening eight"


@pytest.mark.parametrize("link", [link_type("after"), link_type("consequence-of")])
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2024-07-29", "2024-07-29"),
        ("2024-07-29T10:00", "2024-07-29"),
        ("2024-07-29", "2024-07-29T10:00Z"),
        ("2024-07-29T10:00", "2024-07-29T10:00:30"),
        ("2024-07-29", "2024-07-20/2024-07-29"),
        ("2024-07-29/2024-08", "2024-07-29"),
        ("2024-07", "2024-07"),
        ("2024-07-29", "2024-07-29~"),
        ("[2024-07-29,2024-07-30]", "2024-07-29"),
    ],
)
def test_a_link_settles_the_order_within_one_day(a: str, b: str, link: LinkType) -> None:
    found = solved({"a": a, "b": b}, ("a", link, "b"))
    assert (" ".join(found.order), found.contradictions) == ("b a", ())


def test_what_has_no_earliest_start_stands_by_its_latest() -> None:
    assert order({"a": "-4000", "b": "../2024"}) == "a b"
    assert order({"a": "[..-0212]", "b": "-0211", "c": "-1899", "d": "-0212"}) == "c d a b"


def test_an_event_follows_what_it_is_after_for_all_its_early_date() -> None:
    assert order({"a": "2023", "b": "2023-06-01"}, ("a", link_type("after"), "b")) == "b a"


def test_a_whole_comes_before_its_parts() -> None:
    dates = {"a": "2024-07-25", "b": "2024-07-25/2024-07-27", "c": "2024-07"}
    assert order(dates, ("a", link_type("part-of"), "b"), ("c", link_type("includes"), "b")) == "c b a"


def test_an_answer_comes_after_what_it_answers_on_the_same_day() -> None:
    assert order({"a": "2024-07-29", "b": "2024-07-29"}, ("b", link_type("answered-by"), "a")) == "b a"


def test_a_link_that_says_nothing_of_time_orders_nothing() -> None:
    related = link_type("related")
    assert order({"a": "2024-07", "b": "2024-07"}, ("b", related, "a")) == "a b"
    assert order({"a": "2024-07", "b": "2024-07"}, ("a", related, "b")) == "a b"


@pytest.mark.parametrize("link", [link for link in LinkType.all() if link.in_time != "any"])
def test_every_type_orders_and_its_inverse_orders_the_other_way(link: LinkType) -> None:
    dates = {"a": "2024-07", "b": "2024-07"}
    assert order(dates, ("a", link, "b")) == order(dates, ("b", inverse_of(link, stock()), "a"))
    assert order(dates, ("a", link, "b")) != order(dates, ("b", link, "a"))


def test_what_comes_after_the_end_of_a_whole_comes_after_its_parts() -> None:
    dates = {"whole": "2024", "part": "2024", "next": "2024"}
    assert (
        order(dates, ("part", link_type("part-of"), "whole"), ("next", link_type("after"), "whole"))
        == "whole part next"
    )


def test_events_that_answer_each_other_stay_together_with_what_awaits_both() -> None:
    dates = {"x": "2024", "a": "2024-05", "b": "2024-06/2024-07", "c": "2024-01"}
    answers = link_type("responds-to")
    assert order(dates, ("x", answers, "c"), ("c", answers, "x"), ("a", answers, "x")) == "c x a b"


def test_a_marked_date_sorts_as_written_and_gives_way_to_links() -> None:
    assert order({"a": "2023-11~", "b": "2023-11-10", "c": "2023-10"}) == "c a b"
    assert order({"a": "2023-11~", "b": "2023-11-10"}, ("a", link_type("after"), "b")) == "b a"


def test_a_marked_date_never_holds_up_what_is_certain() -> None:
    dates = {"certain": "2024-01-01", "marked": "2025?", "later": "2024-06-01"}
    assert order(dates, ("certain", link_type("after"), "marked")) == "marked certain later"


def test_what_contradicts_is_ordered_all_the_same() -> None:
    after = link_type("after")
    assert order({"a": "2024", "b": "2024", "c": "2023"}, ("a", after, "b"), ("b", after, "a")) == "c a b"


@given(worlds(events=8, ties=14, days=6, vague=True, open_ended=True, timed=True), st.randoms(use_true_random=False))
def test_the_order_in_which_records_are_read_makes_no_difference(world: World, random: Random) -> None:
    events, ties = list(world.events), list(world.ties)
    random.shuffle(events)
    random.shuffle(ties)
    chronology, other = solve(world.events, world.ties), solve(events, ties)
    assert other == chronology
    assert [other.extents[event].because for event in chronology.order] == [
        chronology.extents[event].because for event in chronology.order
    ]


@given(worlds(events=8, ties=14, days=3, vague=True, open_ended=True, timed=True))
def test_every_event_is_in_the_order_once(world: World) -> None:
    assert sorted(solve(world.events, world.ties).order) == [event.id for event in world.events]


def day(bound: edtf.Bound, otherwise: float) -> float:
    return otherwise if bound.day is None else bound.day


@given(worlds(events=8, ties=10, days=12, vague=True, open_ended=True))
def test_what_certainly_starts_before_another_starts_comes_before_it(world: World) -> None:
    chronology = solve(world.events, world.ties)
    vague = {event.id for event in world.events if event.vague}
    for first, second in combinations(chronology.order, 2):
        if first not in vague and second not in vague:
            span, next_span = chronology.extents[first], chronology.extents[second]
            assert not day(next_span.start.latest, float("inf")) < day(span.start.earliest, -float("inf"))


@settings(deadline=None, max_examples=200)
@given(worlds(events=4, ties=5, days=4))
def test_the_order_is_a_linear_extension_of_what_every_assignment_agrees_on(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not chronology.contradictions)
    within, days = within_a_day(world.ties, world.events), range(FIRST, FIRST + 4)
    found = list(assignments(world.events, world.ties, world.events, days, within_a_day=within))
    assert found
    for first, second in combinations(chronology.order, 2):
        assert any(assignment[first][0] <= assignment[second][0] for assignment in found)


@given(worlds(events=8, ties=14, days=8, vague=True, open_ended=True))
def test_no_event_comes_before_one_that_must_have_started_earlier(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not any(contradiction.certain for contradiction in chronology.contradictions))
    place = {event: number for number, event in enumerate(chronology.order)}
    for first, second in combinations(world.events, 2):
        if place[second.id] < place[first.id]:
            first, second = second, first
        # Had it to start later, whatever says otherwise of the second would contradict.
        not_after = Tie(second.id, link_type("consequence-of"), first.id)
        assert has_moments([*world.ties, not_after], world.certain)


@settings(max_examples=300)
@given(worlds(events=8, ties=8, days=2, timed=True))
def test_what_links_and_clocks_and_days_say_together_is_kept(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not chronology.contradictions)
    place = {event: number for number, event in enumerate(chronology.order)}
    hard = {tuple(sorted(pair, key=place.__getitem__)) for pair in clocks(world.events, in_utc=True)}
    assert hard == clocks(world.events, in_utc=True)
    said = hard | clocks(world.events, in_utc=False)
    spans = [(event, chronology.extents[event.id]) for event in world.events]
    for (one, span), (other, next_span) in permutations(spans, 2):
        both_in_utc = all(event.date.moment is not None and event.date.moment.in_utc for event in (one, other))
        if not both_in_utc and day(span.start.latest, float("inf")) < day(next_span.start.earliest, -float("inf")):
            said.add((one.id, other.id))
    for tie in world.ties:
        said.add((tie.source, tie.target) if tie.type in BACKWARD else (tie.target, tie.source))
    contradictory = any(reachable(one, one, {(b, a) for a, b in said}) for one, _ in said)
    assert contradictory or all(place[one] < place[other] for one, other in said)


def clocks(events: Sequence[Dated], *, in_utc: bool) -> set[tuple[str, str]]:
    """Pairs of which the first is certainly earlier by times of day that can be compared."""
    times = [(event.id, event.date.moment) for event in events]
    return {
        (one, other)
        for (one, time), (other, later) in permutations(times, 2)
        if time and later and time.in_utc is later.in_utc is in_utc and time.last < later.first
    }


@given(worlds(events=8, ties=10, days=4, vague=True, open_ended=True, timed=True))
def test_no_link_points_back_unless_both_events_await_each_other(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not any(contradiction.certain for contradiction in chronology.contradictions))
    place = {event: number for number, event in enumerate(chronology.order)}
    later = (
        link_type("after"),
        link_type("part-of"),
        link_type("consequence-of"),
        link_type("responds-to"),
        link_type("about"),
    )
    pairs = {(tie.source, tie.target) if tie.type in later else (tie.target, tie.source) for tie in world.ties}
    for source, target in pairs:
        mutual = reachable(target, source, pairs)
        assert mutual or place[target] < place[source]


@given(worlds(events=8, ties=8, days=3, vague=True, open_ended=True))
def test_a_statement_comes_before_what_happened_that_day_only_where_this_waits(world: World) -> None:
    chronology = solve(world.events, world.ties)
    assume(not chronology.contradictions)
    place = {event: number for number, event in enumerate(chronology.order)}
    pairs = {(tie.source, tie.target) if tie.type in BACKWARD else (tie.target, tie.source) for tie in world.ties}
    for said, done in permutations(world.events, 2):
        days = {bound.day for event in (said, done) for bound in (event.date.start.earliest, event.date.start.latest)}
        on_one_day = len(days) == 1 and None not in days and not (said.vague or done.vague)
        if on_one_day and said.said and not done.said and place[said.id] < place[done.id]:
            awaited = [other for other in place if other != done.id and reachable(done.id, other, pairs)]
            assert any(place[said.id] <= place[other] for other in awaited)


def reachable(later: str, earlier: str, pairs: set[tuple[str, str]]) -> bool:
    """Whether the links say, in one step or more, that `later` does not start before `earlier`."""
    seen, waiting = set[str](), [later]
    while waiting:
        event = waiting.pop()
        for target in [target for source, target in pairs if source == event]:
            if target == earlier:
                return True
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return False
