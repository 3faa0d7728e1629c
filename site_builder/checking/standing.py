"""What is called claimed, disputed or withdrawn has somebody who says so."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.linking import ClaimKey, RelationType
from site_builder.reading import RecordPath
from site_builder.records import Event
from site_builder.vocabulary import ActorRole, Standing, Topic

_PARTICIPATION = (Topic.PARTICIPATION, Topic.RESPONSIBILITY)
_TAKEN_BACK = (RelationType.DENIES, RelationType.DENIED_BY, RelationType.WITHDRAWS, RelationType.WITHDRAWN_BY)


def standings(world: World) -> Iterator[Finding]:
    """An event, participation or place that is not established has a claim about it, made or said there."""
    for event in world.events.values():
        shown = world.claims.shown_on(event.id)
        yield from _judge(world, event, shown, (), event.standing, (Topic.OCCURRENCE,), "that the event happened")
        for index, actor in enumerate(event.actors):
            asked = (*_PARTICIPATION, Topic.SUPPORT) if actor.role is ActorRole.SUPPORTER else _PARTICIPATION
            what = f"that `{actor.actor}` took part"
            yield from _judge(world, event, shown, ("actors", index), actor.standing, asked, what)
        for index, place in enumerate(event.places):
            what = f"that `{place.place}` is the place"
            yield from _judge(world, event, shown, ("places", index), place.standing, (Topic.PLACE,), what)


def _judge(
    world: World,
    event: Event,
    shown: tuple[ClaimKey, ...],
    path: RecordPath,
    standing: Standing,
    topics: tuple[Topic, ...],
    what: str,
) -> Iterator[Finding]:
    if standing is Standing.ESTABLISHED:
        return
    about = [key for key in shown if world.claims.all[key].topic in topics]
    needs = "needs to say so"
    if standing is Standing.WITHDRAWN:
        about = [key for key in about if any(found.type in _TAKEN_BACK for found in world.claims.relations(key))]
        needs = "needs to be withdrawn or denied by another (`withdraws:` or `denies:`)"
    if not about:
        message = f"{what} is {standing.value}: a claim on the topic {_either(topics)} {needs}"
        yield Finding(problems.STANDING_WITHOUT_CLAIM, event, (*path, "standing"), message)


def _either(topics: tuple[Topic, ...]) -> str:
    *others, last = [topic.value for topic in topics]
    return f"{', '.join(others)} or {last}" if others else last
