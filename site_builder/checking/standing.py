"""What is called claimed or disputed has somebody who claims it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.reading import RecordPath
from site_builder.records import Event
from site_builder.vocabulary import ActorRole, Standing, Topic

_OPEN = (Standing.CLAIMED, Standing.DISPUTED)
_PARTICIPATION = (Topic.PARTICIPATION, Topic.RESPONSIBILITY)


def standings(world: World) -> Iterator[Finding]:
    """An event, participation or place that is claimed or disputed has a claim about it, made or said there."""
    for event in world.events.values():
        topics = {world.claims.all[key].topic for key in world.claims.shown_on(event.id)}
        if event.standing in _OPEN and not topics:
            yield _finding(event, (), f"an event that is {event.standing.value} needs a claim that says so")
        for index, actor in enumerate(event.actors):
            asked = (*_PARTICIPATION, Topic.SUPPORT) if actor.role is ActorRole.SUPPORTER else _PARTICIPATION
            if actor.standing in _OPEN and topics.isdisjoint(asked):
                what = f"that `{actor.actor}` took part is {actor.standing.value}"
                yield _finding(event, ("actors", index), f"{what}: a claim on {_either(asked)} needs to say so")
        for index, place in enumerate(event.places):
            if place.standing in _OPEN and Topic.PLACE not in topics:
                what = f"that `{place.place}` is the place is {place.standing.value}"
                yield _finding(event, ("places", index), f"{what}: a claim on the topic place needs to say so")


def _finding(event: Event, path: RecordPath, message: str) -> Finding:
    return Finding(problems.STANDING_WITHOUT_CLAIM, event, (*path, "standing"), message)


def _either(topics: tuple[Topic, ...]) -> str:
    *others, last = [topic.value for topic in topics]
    return f"the topic {', '.join(others)} or {last}"
