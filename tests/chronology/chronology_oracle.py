"""What links and dates mean, said a second time and naively: every assignment tried, and Bellman-Ford."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from site_builder.chronology import Dated, Tie
from site_builder.vocabulary import LinkType

Days = tuple[int, int]
"""The days on which an event starts and ends."""

ORIGIN = "day 0"

BACKWARD = (LinkType.BEFORE, LinkType.INCLUDES, LinkType.LED_TO, LinkType.ANSWERED_BY, LinkType.SUBJECT_OF)
"""The types that say of the target what the others say of the source."""


def holds(link: LinkType, source: Days, target: Days) -> bool:
    """Whether a link from source to target is true of them."""
    (start, end), (other_start, other_end) = source, target
    match link:
        case LinkType.AFTER:
            return start > other_end
        case LinkType.BEFORE:
            return end < other_start
        case LinkType.PART_OF:
            return other_start <= start and end <= other_end
        case LinkType.INCLUDES:
            return start <= other_start and other_end <= end
        case LinkType.CONSEQUENCE_OF | LinkType.RESPONDS_TO | LinkType.ABOUT:
            return start >= other_start
        case LinkType.LED_TO | LinkType.ANSWERED_BY | LinkType.SUBJECT_OF:
            return start <= other_start


def fits(event: Dated, days: Days) -> bool:
    """Whether an event with this date, its bounds taken as written, can have started and ended on these days."""
    start, end = event.date.start, event.date.end
    return (
        days[0] <= days[1]
        and (start.earliest.day is None or start.earliest.day <= days[0])
        and (start.latest.day is None or days[0] <= start.latest.day)
        and (end.earliest.day is None or end.earliest.day <= days[1])
        and (end.latest.day is None or days[1] <= end.latest.day)
    )


def assignments(
    events: Sequence[Dated], ties: Collection[Tie], dated: Collection[Dated], domain: range
) -> Iterator[Mapping[str, Days]]:
    """All ways to put the events on days of the domain that satisfy the ties and those dates that count."""
    every = [(start, end) for start in domain for end in domain if start <= end]
    chosen: dict[str, Days] = {}

    def extend(remaining: Sequence[Dated]) -> Iterator[Mapping[str, Days]]:
        if not remaining:
            yield dict(chosen)
            return
        event = remaining[0]
        for days in every:
            if event in dated and not fits(event, days):
                continue
            chosen[event.id] = days
            if all(
                holds(tie.type, chosen[tie.source], chosen[tie.target])
                for tie in ties
                if event.id in (tie.source, tie.target) and tie.source in chosen and tie.target in chosen
            ):
                yield from extend(remaining[1:])
            del chosen[event.id]

    return extend(events)


def is_satisfiable(ties: Iterable[Tie], dated: Iterable[Dated]) -> bool:
    """Whether some assignment satisfies all: no circle among the differences is negative."""
    differences = _differences(ties, dated)
    return _distances(differences, dict.fromkeys((name for pair in differences for name in pair), 0.0)) is not None


def hull(event: Dated, ties: Iterable[Tie], dated: Iterable[Dated]) -> list[float]:
    """First and last day of the start, first and last day of the end, over all assignments that satisfy all."""
    differences = _differences(ties, dated)
    last = _distances(differences, {ORIGIN: 0.0})
    first = _distances({(head, tail): length for (tail, head), length in differences.items()}, {ORIGIN: 0.0})
    assert first is not None and last is not None
    names = (f"start {event.id}", f"end {event.id}")
    return [day for name in names for day in (-first.get(name, math.inf), last.get(name, math.inf))]


Differences = dict[tuple[str, str], float]
"""For two names the most by which the second can be later than the first."""


def _differences(ties: Iterable[Tie], dated: Iterable[Dated]) -> Differences:
    differences: Differences = {}

    def lies_after(later: str, earlier: str, gap: int) -> None:
        differences[later, earlier] = min(differences.get((later, earlier), math.inf), -gap)

    for tie in ties:
        source, target = tie.source, tie.target
        for event in (source, target):
            lies_after(f"end {event}", f"start {event}", 0)
        if tie.type in BACKWARD:
            source, target = target, source
        if tie.type in (LinkType.AFTER, LinkType.BEFORE):
            lies_after(f"start {source}", f"end {target}", 1)
        else:
            lies_after(f"start {source}", f"start {target}", 0)
        if tie.type in (LinkType.PART_OF, LinkType.INCLUDES):
            lies_after(f"end {target}", f"end {source}", 0)
    for each in dated:
        start, end = f"start {each.id}", f"end {each.id}"
        lies_after(end, start, 0)
        for name, span in ((start, each.date.start), (end, each.date.end)):
            if span.earliest.day is not None:
                lies_after(name, ORIGIN, span.earliest.day)
            if span.latest.day is not None:
                lies_after(ORIGIN, name, -span.latest.day)
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
