"""An actor's page: who it is, its names over time, what it did, and what it said."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_builder import edtf
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.claims import ClaimView, by_date_said, view_claim
from site_builder.pages.context import Here, Link
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.record import RecordNote, view_record
from site_builder.records import Actor, Kind
from site_builder.vocabulary import Term


@dataclass(frozen=True, slots=True)
class NameView:
    """A name and when the actor bore it."""

    name: str
    period: str


@dataclass(frozen=True, slots=True)
class SuccessionView:
    """An actor that this one came out of, or that came out of it."""

    words: str
    actor: Link
    date: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """An office that a person held."""

    title: str
    organisation: Link
    date: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What the template of an actor's page needs."""

    id: str
    title: str
    description: str
    type: Term
    named_because: Term | None
    text: Markup
    names: tuple[NameView, ...]
    aliases: tuple[str, ...]
    active: str
    parent: Link | None
    side: Link | None
    members: tuple[Link, ...]
    successions: tuple[SuccessionView, ...]
    positions: tuple[PositionView, ...]
    did: tuple[EventLine, ...]
    said: tuple[ClaimView, ...]
    of_it: tuple[EventLine, ...]
    """Events whose claims or prose name it without giving it a role."""
    sources: tuple[SourceNote, ...]
    record: RecordNote


def view_actor(here: Here, actor: Actor) -> ActorPage:
    """The page of one actor."""
    description = here.prose_of(actor.description, mentions=actor.link_mentions, itself=(Kind.ACTOR, actor.id))
    roles = {
        event.id: ", ".join(
            here.gettext(part.role.label)
            + ("" if part.standing.value == "established" else f" ({here.gettext(part.standing.label)})")
            for part in event.actors
            if part.actor == actor.id
        )
        for event_id in here.chronicle.backlinks[Kind.ACTOR, actor.id]
        if (event := here.chronicle.events[event_id])
    }
    return ActorPage(
        id=actor.id,
        title=here.text(actor.name),
        description=here.plain(actor.description),
        type=actor.type,
        named_because=actor.named_because,
        text=description.html,
        names=tuple(NameView(here.text(name.name), _period(here, name.since, name.until)) for name in actor.names),
        aliases=tuple(alias.alias for alias in actor.aliases),
        active=here.words(actor.active),
        parent=here.record_link(Kind.ACTOR, actor.parent) if actor.parent else None,
        side=here.record_link(Kind.ACTOR, actor.side) if actor.side else None,
        members=here.links(Kind.ACTOR, here.chronicle.members[actor.id]),
        successions=_successions(here, actor),
        positions=tuple(
            PositionView(
                here.text(position.title),
                here.record_link(Kind.ACTOR, position.organisation),
                here.words(position.date),
            )
            for position in actor.positions
        ),
        did=tuple(view_line(here, here.chronicle.events[event_id], note) for event_id, note in roles.items() if note),
        said=tuple(view_claim(here, key) for key in by_date_said(here, here.chronicle.claims.by_actor[actor.id])),
        of_it=tuple(view_line(here, here.chronicle.events[event_id]) for event_id, note in roles.items() if not note),
        sources=view_refs(here, actor.sources),
        record=view_record(here, actor),
    )


def _period(here: Here, since: edtf.Date | None, until: edtf.Date | None) -> str:
    first, last = here.words(since), here.words(until)
    if first and last:
        return here.say("from {first} until {last}", first=first, last=last)
    if first:
        return here.say("from {date}", date=first)
    return here.say("until {date}", date=last) if last else ""


def _successions(here: Here, actor: Actor) -> tuple[SuccessionView, ...]:
    came_from = [
        SuccessionView(
            here.gettext(before.how.heading),
            here.record_link(Kind.ACTOR, before.actor),
            here.words(before.date),
            view_refs(here, before.sources),
        )
        for before in actor.succeeds
    ]
    became = [
        SuccessionView(
            here.gettext(step.how.heading_of_successor),
            here.record_link(Kind.ACTOR, heir),
            here.words(step.date),
            view_refs(here, step.sources),
        )
        for heir, step in here.chronicle.successors[actor.id]
    ]
    return tuple(came_from + became)
