"""What links and dates mean, said a second time and naively: every assignment tried, and Bellman-Ford.

A day has room for as many moments as there are links, so that what is after something can always be so within a day.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from site_builder.chronology import Dated, Tie

Days = tuple[int, int]
"""The days, or moments, at which an event starts and ends."""

ORIGIN = "day 0"

BACKWARD = ("before", "includes", "led-to", "answered-by", "subject-of")
"""The types that say of the target what the others say of the source."""


NESTING = ("part-of", "includes")


def holds(link: str, source: Days, target: Days) -> bool:
    """Whether a link from source to target is true of them at these moments."""
    (start, end), (other_start, other_end) = source, target
    match link:
        case "after":
            return start > other_end
        case "before":
            return end < other_start
        case "part-of":
            return other_start <= start and end <= other_end
        case "includes":
            return start <= other_start and other_end <= end
        case "consequence-of" | "responds-to" | "about":
            return start >= other_start
        case _:
            return start <= other_start


def holds_within_a_day(link: str, source: Days, target: Days) -> bool:
    """Whether a link of `after` is true of them, if it may be so within one day."""
    return source[0] >= target[1] if link == "after" else source[1] <= target[0]


def fits(event: Dated, moments: Days, moments_in_a_day: int) -> bool:
    """Whether an event with this date, its bounds taken as written, can have started and ended at these moments."""
    start, end = event.date.start, event.date.end
    days = (moments[0] // moments_in_a_day, moments[1] // moments_in_a_day)
    return (
        moments[0] <= moments[1]
        and (start.earliest.day is None or start.earliest.day <= days[0])
        and (start.latest.day is None or days[0] <= start.latest.day)
        and (end.earliest.day is None or end.earliest.day <= days[1])
        and (end.latest.day is None or days[1] <= end.latest.day)
    )


def assignments(
    events: Sequence[Dated],
    ties: Collection[Tie],
    dated: Collection[Dated],
    domain: range,
    *,
    moments_in_a_day: int = 1,
    within_a_day: Collection[Tie] = (),
) -> Iterator[Mapping[str, Days]]:
    """All ways to put the events on days of the domain that satisfy the ties and those dates that count.

    With more moments in a day these are put on moments. Some ties may hold within one day.
    """
    moments = range(domain.start * moments_in_a_day, domain.stop * moments_in_a_day)
    every = [(start, end) for start in moments for end in moments if start <= end]
    chosen: dict[str, Days] = {}

    def is_held(tie: Tie) -> bool:
        rule = holds_within_a_day if tie in within_a_day else holds
        return rule(tie.type, chosen[tie.source], chosen[tie.target])

    def extend(remaining: Sequence[Dated]) -> Iterator[Mapping[str, Days]]:
        if not remaining:
            yield dict(chosen)
            return
        event = remaining[0]
        for days in every:
            if event in dated and not fits(event, days, moments_in_a_day):
                continue
            chosen[event.id] = days
            if all(
                is_held(tie)
                for tie in ties
                if event.id in (tie.source, tie.target) and tie.source in chosen and tie.target in chosen
            ):
                yield from extend(remaining[1:])
            del chosen[event.id]

    return extend(events)


def has_circle(ties: Iterable[Tie]) -> bool:
    """Whether ties of beginnings lead from an event back to it, or those of parts do."""
    later_by_nesting: dict[bool, set[tuple[str, str]]] = {False: set(), True: set()}
    for tie in ties:
        pair = (tie.target, tie.source) if tie.type in BACKWARD else (tie.source, tie.target)
        later_by_nesting[tie.type in NESTING].add(pair)
    for pairs in later_by_nesting.values():
        reached = set(pairs)
        for _ in range(len(pairs)):
            reached |= {(one, last) for one, middle in reached for other, last in pairs if other == middle}
        if any(one == other for one, other in reached):
            return True
    return False


DAY = 1_000
"""More moments than any world of a test has ties."""


def is_satisfiable(ties: Collection[Tie], dated: Collection[Dated]) -> bool:
    """Whether nothing leads round in a circle, and some moments satisfy all."""
    return not has_circle(ties) and has_moments(ties, dated)


def has_moments(ties: Collection[Tie], dated: Collection[Dated]) -> bool:
    """Whether some moments satisfy all by days, some in UTC, and some by clocks without a shift.

    No circle among the differences is negative. Of two times in UTC the days as written do not count.
    """
    in_utc = {event.id for event in dated if event.date.moment is not None and event.date.moment.in_utc}
    of_days = [tie for tie in ties if not {tie.source, tie.target} <= in_utc]
    systems = [_differences(of_days, dated, DAY, {*ties})]
    systems += [_differences(ties, (), 1, ()) | _clock(dated, in_utc=clock) for clock in (True, False)]
    return all(
        _distances(system, dict.fromkeys((name for pair in system for name in pair), 0.0)) is not None
        for system in systems
    )


def within_a_day(ties: Collection[Tie], dated: Collection[Dated]) -> set[Tie]:
    """The ties of `after` in a chain that is too long for the dates at its ends, if each leads to a later day."""
    differences = _differences(ties, dated, 1, ())
    up = {(head, tail): length for (tail, head), length in differences.items() if tail != ORIGIN}
    first = _distances(up, {ORIGIN: 0.0})
    last = _distances({pair: long for pair, long in differences.items() if pair[1] != ORIGIN}, {ORIGIN: 0.0})
    assert first is not None and last is not None
    found = set()
    for tie in ties:
        earlier, later = (tie.source, tie.target) if tie.type == "before" else (tie.target, tie.source)
        if tie.type in ("after", "before"):
            soonest = -first.get(f"end {earlier}", math.inf) + 1
            if soonest > last.get(f"start {later}", math.inf):
                found.add(tie)
    return found


def hull(event: Dated, ties: Iterable[Tie], dated: Iterable[Dated], only_ordering: Collection[Tie] = ()) -> list[float]:
    """First and last day of the start, first and last day of the end, over all assignments that satisfy all.

    What is `after` is on a later day, but for the ties that only order.
    """
    differences = _differences(ties, dated, 1, only_ordering)
    last = _distances(differences, {ORIGIN: 0.0})
    first = _distances({(head, tail): length for (tail, head), length in differences.items()}, {ORIGIN: 0.0})
    assert first is not None and last is not None
    names = (f"start {event.id}", f"end {event.id}")
    return [day for name in names for day in (-first.get(name, math.inf), last.get(name, math.inf))]


Differences = dict[tuple[str, str], float]
"""For two names the most by which the second can be later than the first."""


def _differences(ties: Iterable[Tie], dated: Iterable[Dated], day: int, within: Collection[Tie]) -> Differences:
    """What ties and dates say, where a day has so many moments.

    What is `after` is one moment later; where a day has only one and the tie is to hold within it, at the same.
    """
    differences: Differences = {}

    def lies_after(later: str, earlier: str, gap: int) -> None:
        differences[later, earlier] = min(differences.get((later, earlier), math.inf), -gap)

    for tie in ties:
        source, target = tie.source, tie.target
        for event in (source, target):
            lies_after(f"end {event}", f"start {event}", 0)
        if tie.type in BACKWARD:
            source, target = target, source
        if tie.type in ("after", "before"):
            lies_after(f"start {source}", f"end {target}", 0 if day == 1 and tie in within else 1)
        else:
            lies_after(f"start {source}", f"start {target}", 0)
        if tie.type in NESTING:
            lies_after(f"end {target}", f"end {source}", 0)
    for each in dated:
        start, end = f"start {each.id}", f"end {each.id}"
        lies_after(end, start, 0)
        for name, span in ((start, each.date.start), (end, each.date.end)):
            if span.earliest.day is not None:
                lies_after(name, ORIGIN, span.earliest.day * day)
            if span.latest.day is not None:
                lies_after(ORIGIN, name, -span.latest.day * day - day + 1)
    return differences


SECOND = 1_000
"""More moments than any world of a test has ties."""


def _clock(dated: Iterable[Dated], *, in_utc: bool) -> Differences:
    """What times of day say: an event began within that second or minute, and ended on that day."""
    differences: Differences = {}
    for event in dated:
        moment = event.date.moment
        if moment is not None and moment.in_utc is in_utc:
            differences[f"start {event.id}", ORIGIN] = -moment.first * SECOND
            differences[ORIGIN, f"start {event.id}"] = (moment.last + 1) * SECOND - 1
            differences[ORIGIN, f"end {event.id}"] = (moment.end_of_day + 1) * SECOND - 1
    return differences


def _distances(differences: Differences, distances: dict[str, float]) -> dict[str, float] | None:
    """The shortest distances (Bellman and Ford), or None where there is a negative circle."""
    for _ in range(len(differences) + 1):
        changed = False
        for (tail, head), length in differences.items():
            if distances.get(tail, math.inf) + length < distances.get(head, math.inf):
                distances[head] = distances[tail] + length
                changed = True
        if not changed:
            return distances
    return None
