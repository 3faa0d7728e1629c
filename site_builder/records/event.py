"""Something that happened, or is said to have."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from site_builder.records.base import Date, Flag, Id, Line, LocalText, Record, Schema, SourceRefs, Url
from site_builder.records.claim import Claim
from site_builder.vocabulary import ActorRole, EventKind, Importance, LinkType, PlaceRole, Standing


class EventPlace(Schema):
    """A place, and what it is to the event."""

    place: Id
    role: PlaceRole = PlaceRole.SITE
    standing: Standing = Standing.ESTABLISHED


class EventActor(Schema):
    """An actor, what it did, and how sure that is."""

    actor: Id
    role: ActorRole = ActorRole.PARTICIPANT
    standing: Standing = Standing.ESTABLISHED


class Link(Schema):
    """A typed tie to another event."""

    type: LinkType
    event: Id
    note: LocalText | None = None
    sources: SourceRefs = ()

    @model_validator(mode="after")
    def _names_who_says_so(self) -> Self:
        if self.type in (LinkType.CONSEQUENCE_OF, LinkType.LED_TO) and (self.note is None or not self.sources):
            raise ValueError(
                f"`{self.type.value}` needs a note and sources that name who says so; else use `after` or `before`"
            )
        return self


class Media(Schema):
    """A picture or video, described and linked, never hosted."""

    url: Url
    shows: LocalText
    caption: LocalText | None = None
    credit: Line | None = None
    made_by: Line | None = None
    taken: Date | None = None
    published: Date | None = None
    graphic: Flag = False
    archive: Url | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None


class Event(Record):
    """Something that happened (or is said to have), with date, actors, places, claims, links and sources."""

    title: LocalText
    date: Date
    date_note: LocalText | None = None
    kind: EventKind
    standing: Standing = Standing.ESTABLISHED
    importance: Importance = Importance.NORMAL
    threads: tuple[Id, ...] = ()
    summary: LocalText
    places: tuple[EventPlace, ...] = ()
    actors: tuple[EventActor, ...] = ()
    unknown: tuple[LocalText, ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: SourceRefs
    media: tuple[Media, ...] = ()
    body: LocalText | None = None
    added: Date

    @model_validator(mode="after")
    def _has_sources(self) -> Self:
        if not self.sources:
            raise ValueError("an event needs at least one source")
        return self
