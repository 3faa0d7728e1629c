"""Links between events that follow from what really happened, so that no two of them contradict."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.synthetic.story import SPOKEN, Happening

_HOW_MANY = (0, 1, 2, 3, 4, 5)
_HOW_OFTEN = (25, 45, 20, 6, 3, 1)
_NEAR = 8
"""How many events back most links reach."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as an event's record has it."""

    type: str
    event: str

    @property
    def explained(self) -> bool:
        """Whether it needs a note and sources."""
        return self.type == "consequence-of"


def link(random: Random, happenings: Sequence[Happening]) -> dict[str, tuple[Link, ...]]:
    """For every event its links: about one, mostly within its thread; each pair is linked once."""
    ordered = sorted(happenings, key=lambda happening: (happening.when.start, happening.id))
    starts = [happening.when.start for happening in ordered]
    threads: dict[str, list[Happening]] = {}
    linked: set[tuple[str, str]] = set()
    links: dict[str, tuple[Link, ...]] = {}
    for happening in ordered:
        earlier = threads.setdefault(happening.thread.id, [])
        wanted = random.choices(_HOW_MANY, _HOW_OFTEN)[0]
        others = [_choose(random, earlier, ordered, bisect_right(starts, happening.when.start)) for _ in range(wanted)]
        around = [other for other in earlier[-_NEAR:] if _within(happening, other)]
        if around and random.random() < 0.7:
            others[:1] = around[-1:]
        links[happening.id] = tuple(_tie(random, happening, others, linked))
        earlier.append(happening)
    return links


def _choose(random: Random, earlier: Sequence[Happening], ordered: Sequence[Happening], until: int) -> Happening:
    """One of the last events of the thread, or any event that had begun, or now and then one still to come."""
    chance = random.random()
    if earlier and chance < 0.85:
        return earlier[max(0, len(earlier) - random.randint(1, _NEAR))]
    if chance < 0.95:
        return ordered[random.randrange(until)]
    return ordered[min(len(ordered) - 1, until + random.randrange(20))]


def _tie(
    random: Random, happening: Happening, others: Sequence[Happening], linked: set[tuple[str, str]]
) -> Iterator[Link]:
    for other in others:
        pair = min(happening.id, other.id), max(happening.id, other.id)
        if happening.id != other.id and pair not in linked:
            types = list(_possible(happening, other))
            if types:
                linked.add(pair)
                yield Link(random.choice(types), other.id)


def _possible(happening: Happening, other: Happening) -> Iterator[str]:
    """The types that what happened allows, the usual ones more than once."""
    this, that = happening.when, other.when
    if _within(happening, other):
        yield from ("part-of",) * 20
    if this.end < that.start:
        yield "before"
    if that.end < this.start:
        yield from ("after",) * 3
    if that.start <= this.start:
        if happening.kind in SPOKEN:
            yield from ("about", "about", "responds-to")
        yield from ("responds-to", "responds-to", "consequence-of")


def _within(happening: Happening, other: Happening) -> bool:
    """Whether it happened within the days of another that lasted."""
    this, that = happening.when, other.when
    return that.start <= this.start and this.end <= that.end and that.start < that.end
