"""An actor's page: who it is, its names over time, what it did, and what it said."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder import edtf
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.claim_lines import ClaimLine, by_date_said, view_claim_line
from site_builder.pages.context import Here, PageLink
from site_builder.pages.event_lines import EventLine, view_line, view_lines
from site_builder.pages.record import RecordPage, view_note
from site_builder.records import Actor, Kind, Position


@dataclass(frozen=True, slots=True)
class NameView:
    """A name and when the actor bore it."""

    name: str
    period: str


@dataclass(frozen=True, slots=True)
class SuccessionView:
    """An actor that this one came out of, or that came out of it."""

    words: str
    actor: PageLink
    date: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class ActorPage(RecordPage[Actor]):
    """What the template of an actor's page needs."""

    text: Markup
    names: tuple[NameView, ...]
    parent: PageLink | None
    side: PageLink | None
    members: tuple[PageLink, ...]
    successions: tuple[SuccessionView, ...]
    positions: tuple[tuple[Position, PageLink], ...]
    """The offices that a person held, each with whose it is."""
    did: tuple[EventLine, ...]
    said: tuple[ClaimLine, ...]
    of_it: tuple[EventLine, ...]
    """Events whose claims or prose name it without giving it a role."""
    sources: tuple[SourceNote, ...]


def view_actor(here: Here, actor: Actor) -> ActorPage:
    """The page of one actor."""
    text = here.prose_of(actor.description, mentions=actor.link_mentions, itself=(Kind.ACTOR, actor.id))
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
        actor,
        view_note(here, actor),
        text=text,
        names=tuple(NameView(here.text(name.name), _period(here, name.since, name.until)) for name in actor.names),
        parent=here.record_link(Kind.ACTOR, actor.parent) if actor.parent else None,
        side=here.record_link(Kind.ACTOR, actor.side) if actor.side else None,
        members=here.links(Kind.ACTOR, here.chronicle.members[actor.id]),
        successions=_successions(here, actor),
        positions=tuple(
            (position, here.record_link(Kind.ACTOR, position.organisation)) for position in actor.positions
        ),
        did=tuple(view_line(here, here.chronicle.events[event_id], note) for event_id, note in roles.items() if note),
        said=tuple(view_claim_line(here, key) for key in by_date_said(here, here.chronicle.claims.by_actor[actor.id])),
        of_it=view_lines(here, (event_id for event_id, note in roles.items() if not note)),
        sources=view_refs(here, actor.sources),
    )


def _period(here: Here, since: edtf.Date | None, until: edtf.Date | None) -> str:
    first, last = here.words(since), here.words(until)
    if first and last:
        return here.say("from {first} until {last}", first=first, last=last)
    if first:
        return here.say("from {date}", date=first)
    return here.say("until {date}", date=last) if last else ""


def _successions(here: Here, actor: Actor) -> tuple[SuccessionView, ...]:
    steps = [(step.how.heading, step.actor, step) for step in actor.succeeds]
    heirs = here.chronicle.successors[actor.id]
    steps += [(step.how.heading_of_successor, heir, step) for heir, step in heirs]
    return tuple(
        SuccessionView(
            here.gettext(words),
            here.record_link(Kind.ACTOR, other),
            here.words(step.date),
            view_refs(here, step.sources),
        )
        for words, other, step in steps
    )
