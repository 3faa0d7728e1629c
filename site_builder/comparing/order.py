"""Whom events precede and follow now: the fewest events that must have moved for the one order to become the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from site_builder.comparing.changes import Move


def find_moves(before: Sequence[str], after: Sequence[str], changed: Collection[str]) -> Iterator[Move]:
    """Events that moved among those that stayed, and the new ones, in the order of now.

    Both orders name an event by its id of now. Where either of two events may be said to have moved, it is the one
    whose record `changed`. Time in proportion to events, but for searching and what is reported of each.
    """
    was = {event: number for number, event in enumerate(before)}
    common = [event for event in after if event in was]
    stayed = _longest_rising([event for event in common if event not in changed], was)
    stayed = _longest_rising(_settled(common, stayed, was), was)
    kept = set(stayed)
    old_places = [was[event] for event in stayed]
    new_place = 0
    for number, event in enumerate(after):
        if event in kept:
            new_place += 1
            continue
        beside = (after[number - 1] if number else None, after[number + 1] if number + 1 < len(after) else None)
        if event not in was:
            yield Move(event, *beside)
            continue
        old_place = bisect_left(old_places, was[event])
        yield Move(event, *beside, tuple(stayed[new_place:old_place]), tuple(stayed[old_place:new_place]))


def _settled(common: Sequence[str], stayed: Sequence[str], was: dict[str, int]) -> list[str]:
    """Those that stayed, and all others that stand where they stood among these."""
    kept = set(stayed)
    old_places = [was[event] for event in stayed]
    found, place = [], 0
    for event in common:
        if event in kept:
            place += 1
        elif bisect_left(old_places, was[event]) != place:
            continue
        found.append(event)
    return found


def _longest_rising(events: Sequence[str], was: dict[str, int]) -> list[str]:
    """The most events that stand in the order of before. Source: Fredman, *On computing the length of longest
    increasing subsequences*, 1975."""
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, event in enumerate(events):
        length = bisect_right(ends, was[event])
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [was[event]]
        last[length : length + 1] = [number]
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(events[number])
        number = previous[number]
    return found[::-1]
