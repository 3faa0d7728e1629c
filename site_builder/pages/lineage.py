"""An actor's lineage as a small diagram: who came out of whom, one row an actor, the earlier above the later.

Beside the rows run lines in lanes. A line begins at an actor and ends at one that came out of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from site_builder.linking import reached_from
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.context import Here, PageLink
from site_builder.records import Actor, Kind, Predecessor

MOST = 12
"""Most actors in one diagram."""
_LANE = 10
"""Width of a lane; a line runs in the middle of its own."""


@dataclass(frozen=True, slots=True)
class StepView:
    """How an actor came out of another, in words: *Renamed from*, and the other."""

    words: str
    actor: PageLink
    date: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A piece of a line, from one place across to another, or to the same where it goes straight on."""

    how: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Joints:
    """What is drawn beside a row."""

    dot: int
    """Where across the row's own dot stands."""
    arriving: tuple[Curve, ...]
    """From the row above to the dot."""
    leaving: tuple[Curve, ...]
    """From the dot to the row below."""
    passing: tuple[Curve, ...]
    below: tuple[Curve, ...]
    """All that go on below the dot, as far as the row is high."""


@dataclass(frozen=True, slots=True)
class LineageRow:
    """One actor, and how it came out of those above it."""

    actor: PageLink
    itself: bool
    """Whether it is the actor whose page this is."""
    active: str
    within: tuple[PageLink, ...]
    """What it is part of, what that is part of, and so on."""
    parts: tuple[PageLink, ...]
    steps: tuple[StepView, ...]
    joints: Joints


@dataclass(frozen=True, slots=True)
class Lineage:
    """Rows from the earliest actor to the latest."""

    rows: tuple[LineageRow, ...]
    width: int
    """Of the lanes together."""
    more: tuple[StepView, ...]
    """How the actor came out of those for which there was no room, and what came out of it."""


@dataclass(frozen=True, slots=True)
class _Tie:
    earlier: str
    later: str
    how: str


def view_lineage(here: Here, actor: Actor) -> Lineage | None:
    """The lineage of an actor; None where it came out of none, and none came out of it."""
    ids = _nearest(here, actor.id)
    if len(ids) == 1:
        return None
    ties = [
        tie for later in sorted(ids) for tie in _ties_before(here, here.chronicle.actors[later]) if tie.earlier in ids
    ]
    order = _in_time(here, ids, ties)
    joints, lanes = _draw(order, ties)
    return Lineage(
        tuple(_row(here, here.chronicle.actors[one], one == actor.id, ids, joints[one]) for one in order),
        width=lanes * _LANE,
        more=tuple(_steps_beyond(here, actor, ids)),
    )


def _ties_before(here: Here, actor: Actor) -> Iterator[_Tie]:
    """The ties to the actors that an actor came out of, each of them once."""
    ties = {step.actor: _Tie(step.actor, actor.id, step.how.value) for step in reversed(actor.succeeds)}
    return (tie for tie in ties.values() if tie.earlier in here.chronicle.actors and tie.earlier != actor.id)


def _nearest(here: Here, actor_id: str) -> dict[str, None]:
    """The actor and those nearest to it, step by step, the earlier and the later by turns."""
    found = {actor_id: None}
    for current in _growing(found):
        earlier = (tie.earlier for tie in _ties_before(here, here.chronicle.actors[current]))
        later = (heir for heir, _ in here.chronicle.successors[current])
        by_turns = (one for one in chain(*zip_longest(earlier, later)) if one is not None)
        found |= dict.fromkeys(islice((one for one in by_turns if one not in found), MOST - len(found)))
    return found


def _growing(found: Mapping[str, None]) -> Iterator[str]:
    """The keys in order, also those that are added meanwhile."""
    at = 0
    while at < len(found):
        yield [*found][at]
        at += 1


def _in_time(here: Here, ids: Iterable[str], ties: Iterable[_Tie]) -> list[str]:
    """The earlier actors before the later ones; where records go round in a circle, it is cut open at its oldest."""
    before: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        before[tie.later].add(tie.earlier)

    def began(actor_id: str) -> tuple[bool, tuple[int | str, ...], str]:
        active = here.chronicle.actors[actor_id].active
        return active is None, active.sort_key if active is not None else (), actor_id

    left, order = sorted(ids, key=began), list[str]()
    while left:
        following = next((one for one in left if before[one] <= {*order}), left[0])
        order.append(following)
        left.remove(following)
    return order


def _draw(order: Sequence[str], ties: Iterable[_Tie]) -> tuple[Mapping[str, Joints], int]:
    """What is drawn beside each row, and how many lanes there are."""
    position = {one: at for at, one in enumerate(order)}
    after: dict[str, list[_Tie]] = defaultdict(list)
    for tie in sorted(ties, key=lambda tie: position[tie.later]):
        if position[tie.earlier] < position[tie.later]:
            after[tie.earlier].append(tie)
    lanes = _Lanes()
    return {one: lanes.go_past(one, after[one]) for one in order}, len(lanes.taken)


class _Lanes:
    """The lanes beside the rows, from the top downwards."""

    def __init__(self) -> None:
        self.taken: list[_Tie | None] = []
        """The line that runs in each lane."""

    def go_past(self, actor_id: str, leaving: Iterable[_Tie]) -> Joints:
        """End the lines of a row, and begin those that leave it."""
        arriving = self._running(lambda tie: tie.later == actor_id)
        for lane in arriving:
            self.taken[lane] = None
        passing = self._running(lambda tie: True)
        dot = min(arriving, default=self._free())
        self._take(dot, None)
        begun = dict(self._begin(dot, leaving))
        return Joints(
            _middle(dot),
            arriving=tuple(Curve(tie.how, _middle(lane), _middle(dot)) for lane, tie in arriving.items()),
            leaving=tuple(Curve(tie.how, _middle(dot), _middle(lane)) for lane, tie in begun.items()),
            passing=tuple(_straight(passing)),
            below=tuple(_straight(passing | begun)),
        )

    def _begin(self, dot: int, leaving: Iterable[_Tie]) -> Iterator[tuple[int, _Tie]]:
        """The first line goes straight down from the dot, others in lanes that are free."""
        for tie in leaving:
            lane = dot if self.taken[dot] is None else self._free()
            self._take(lane, tie)
            yield lane, tie

    def _running(self, wanted: Callable[[_Tie], bool]) -> dict[int, _Tie]:
        return {lane: tie for lane, tie in enumerate(self.taken) if tie is not None and wanted(tie)}

    def _free(self) -> int:
        return next((lane for lane, tie in enumerate(self.taken) if tie is None), len(self.taken))

    def _take(self, lane: int, tie: _Tie | None) -> None:
        self.taken[lane : lane + 1] = [tie]


def _straight(running: Mapping[int, _Tie]) -> Iterator[Curve]:
    return (Curve(tie.how, _middle(lane), _middle(lane)) for lane, tie in sorted(running.items()))


def _middle(lane: int) -> int:
    return lane * _LANE + _LANE // 2


def _row(here: Here, actor: Actor, itself: bool, ids: Mapping[str, None], joints: Joints) -> LineageRow:
    parts = here.chronicle.members[actor.id] if itself else ()
    return LineageRow(
        PageLink(here.name(Kind.ACTOR, actor.id)) if itself else here.record_link(Kind.ACTOR, actor.id),
        itself,
        active=here.words(actor.active),
        within=here.links(Kind.ACTOR, _within(here, actor)),
        parts=here.links(Kind.ACTOR, parts),
        steps=tuple(_step(here, step.how.heading, step.actor, step) for step in actor.succeeds if step.actor in ids),
        joints=joints,
    )


def _within(here: Here, actor: Actor) -> tuple[str, ...]:
    """What an actor is part of, from the nearest on."""

    def parent(actor_id: str) -> list[str]:
        found = here.chronicle.actors.get(actor_id)
        return [found.parent] if found is not None and found.parent is not None else []

    return reached_from(actor.id, parent)[1:]


def _steps_beyond(here: Here, actor: Actor, ids: Mapping[str, None]) -> Iterator[StepView]:
    """The steps between an actor and those that are not in the diagram."""
    for step in actor.succeeds:
        if step.actor not in ids:
            yield _step(here, step.how.heading, step.actor, step)
    for heir, step in here.chronicle.successors[actor.id]:
        if heir not in ids:
            yield _step(here, step.how.heading_of_successor, heir, step)


def _step(here: Here, words: str, other: str, step: Predecessor) -> StepView:
    return StepView(
        here.gettext(words),
        here.record_link(Kind.ACTOR, other),
        here.words(step.date),
        view_refs(here, step.sources),
    )
