"""What comes before its time: events later than their sources, words older than their speaker."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import edtf, problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.reading import RecordPath
from site_builder.records import Actor, Event, SourceRef
from site_builder.vocabulary import ActorRole

_A_DAY_LATER = 1
"""Days by which a date may be later than its source's: it may be a day later where it happened."""
_ACTING = tuple(role for role in ActorRole if role not in (ActorRole.SUBJECT, ActorRole.ADDRESSEE))


def later_than_sources(world: World) -> Iterator[Finding]:
    """A claim is not dated after a source that reports it, nor an event after every source that it has."""
    for event in world.events.values():
        late = [_is_later(world, event.date, ref) for ref in event.sources]
        dated = [found for found in late if found is not None]
        if dated and all(dated):
            message = f"the event is dated {event.date}, and all its dated sources were published before that"
            yield Finding(problems.LATER_THAN_SOURCE, event, ("date",), message)
        for index, claim in enumerate(event.claims):
            for number, ref in enumerate(claim.sources):
                if claim.date is not None and _is_later(world, claim.date, ref):
                    published = world.sources[ref.source].date
                    message = f"the claim `{claim.id}` is dated {claim.date}, and this source was published {published}"
                    path: RecordPath = ("claims", index, "sources", number, "source")
                    yield Finding(problems.LATER_THAN_SOURCE, event, path, message)


def _is_later(world: World, date: edtf.Date, ref: SourceRef) -> bool | None:
    """Whether a date is certainly after a source's; None where the source has none, or only a vague one."""
    source = world.sources.get(ref.source)
    if source is None or source.date is None or source.date.approximate or source.date.uncertain:
        return None
    return not date.approximate and not date.uncertain and _days_after(date, source.date) > _A_DAY_LATER


def _days_after(date: edtf.Date, other: edtf.Date) -> int:
    """How many days certainly lie from the end of another date to the start of this one; 0 where none need."""
    start, end = date.earliest.day, other.latest.day
    return max(0, start - end) if start is not None and end is not None else 0


def before_their_time(world: World) -> Iterator[Finding]:
    """An actor speaks and acts only while it exists, as `active` or its earlier names say."""
    for event in world.events.values():
        for index, actor in enumerate(event.actors):
            if actor.role in _ACTING:
                yield from _exists(world, event, ("actors", index, "actor"), actor.actor, event.date, "takes part")
        for index, claim in enumerate(event.claims):
            for key in ("by", "speaker", "side"):
                name = getattr(claim, key)
                if name is not None and claim.date is not None:
                    yield from _exists(world, event, ("claims", index, key), name, claim.date, "speaks")


def _exists(world: World, event: Event, path: RecordPath, name: str, when: edtf.Date, does: str) -> Iterator[Finding]:
    actor = world.actors.get(name)
    if actor is None or when.approximate or when.uncertain:
        return
    began, ended = _lifetime(actor)
    if began is not None and _days_after(began, when) > 0:
        message = f"`{name}` {does} here on {when}, before it began ({began}, as {actor.file} says)"
        yield Finding(problems.BEFORE_ITS_TIME, event, path, message)
    elif ended is not None and _days_after(when, ended) > 0:
        message = f"`{name}` {does} here on {when}, after it ended ({ended}, as {actor.file} says)"
        yield Finding(problems.BEFORE_ITS_TIME, event, path, message)


def _lifetime(actor: Actor) -> tuple[edtf.Date | None, edtf.Date | None]:
    """Dates of which the first holds the actor's beginning and the second its end, where they are known."""
    if actor.active is not None:
        certain = None if actor.active.approximate or actor.active.uncertain else actor.active
        return certain, certain
    since = [name.since for name in actor.names]
    if not since or any(date is None or date.approximate or date.uncertain for date in since):
        return None, None
    return min((date for date in since if date is not None), key=lambda date: date.sort_key), None
