"""An actor's page: who it is, its names over time, what it did, and what it said."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder import edtf
from site_builder.pages.as_of import AsOf, view_as_of
from site_builder.pages.citations import SourceList, list_sources, view_refs
from site_builder.pages.context import Here, PageLink
from site_builder.pages.instrument import Instrument, instrument_of_record
from site_builder.pages.lineage import Lineage, view_lineage
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.records import Actor, Kind, Position


@dataclass(frozen=True, slots=True)
class NameView:
    """A name and when the actor bore it."""

    name: str
    period: str


@dataclass(frozen=True, slots=True)
class ActorPage(RecordPage[Actor]):
    """What the template of an actor's page needs."""

    text: Markup
    names: tuple[NameView, ...]
    parent: PageLink | None
    side: PageLink | None
    parts: tuple[PageLink, ...]
    lineage: Lineage | None
    """What it came out of and what came out of it; it also says what the actor is part of, and its parts."""
    positions: tuple[tuple[Position, PageLink], ...]
    """The offices that a person held, each with whose it is."""
    on_its_side: tuple[PageLink, ...]
    instrument: Instrument | None
    """Its events over time."""
    lists: RecordLists
    as_of: AsOf | None
    """The choice of a day; None where there is no list."""
    sources: SourceList


def view_actor(here: Here, actor: Actor) -> ActorPage:
    """The page of one actor."""
    lists = view_lists(here, actor)
    text = here.prose_of(actor.description, mentions=actor.link_mentions, itself=(Kind.ACTOR, actor.id))
    return ActorPage(
        actor,
        view_note(here, actor),
        text=text,
        names=tuple(NameView(here.text(name.name), _period(here, name.since, name.until)) for name in actor.names),
        parent=here.record_link(Kind.ACTOR, actor.parent) if actor.parent else None,
        side=here.record_link(Kind.ACTOR, actor.side) if actor.side else None,
        parts=here.links(Kind.ACTOR, here.chronicle.members[actor.id]),
        lineage=view_lineage(here, actor),
        positions=tuple(
            (position, here.record_link(Kind.ACTOR, position.organisation)) for position in actor.positions
        ),
        on_its_side=here.links(Kind.ACTOR, here.chronicle.on_side[actor.id]),
        instrument=instrument_of_record(here, actor),
        lists=lists,
        as_of=view_as_of(here) if lists.lists else None,
        sources=list_sources(here, view_refs(here, actor.sources)),
    )


def _period(here: Here, since: edtf.Date | None, until: edtf.Date | None) -> str:
    first, last = here.words(since), here.words(until)
    if first and last:
        return here.say("from {first} until {last}", first=first, last=last)
    if first:
        return here.say("from {date}", date=first)
    return here.say("until {date}", date=last) if last else ""
