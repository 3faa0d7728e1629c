"""Something that happened, or is said to have."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from site_builder.records.base import (
    ActorId,
    Bounded,
    Date,
    EventId,
    Flag,
    Line,
    LocalText,
    PlaceId,
    Record,
    Schema,
    SourceRefs,
    Text,
    ThreadId,
    Url,
)
from site_builder.records.claim import Claim
from site_builder.records.keys import Kind
from site_builder.vocabulary import ActorRole, EventKind, Importance, LinkType, PlaceRole, Standing


class EventPlace(Schema):
    """A place, and what it is to the event."""

    place: PlaceId
    """The id of a place."""
    role: PlaceRole = PlaceRole.of("site")
    """What the place is to the event."""
    standing: Standing = Standing.of("established")
    """How sure it is that this place is meant."""


class EventActor(Schema):
    """An actor, what it did, and how sure that is."""

    actor: ActorId
    """The id of an actor."""
    role: ActorRole = ActorRole.of("participant")
    """What the actor did in the event."""
    standing: Standing = Standing.of("established")
    """How sure it is that it took part; other than established needs a claim about it."""


class Link(Schema):
    """A typed tie to another event."""

    type: LinkType
    """How this event is tied to the other."""
    event: EventId
    """The id of the other event."""
    note: LocalText | None = None
    """Who says so and why; required where one is said to have caused the other."""
    sources: SourceRefs = ()
    """The sources that say so."""

    @model_validator(mode="after")
    def _names_who_says_so(self) -> Self:
        if self.type.names_cause and (self.note is None or not self.sources):
            raise ValueError(
                f"`{self.type.value}` needs a note and sources that name who says so; else use `after` or `before`"
            )
        return self


class Media(Schema):
    """A picture or video, described and linked, never hosted."""

    url: Url
    """Where the picture or video was published."""
    shows: LocalText
    """What is seen, in words."""
    caption: LocalText | None = None
    """How it was captioned."""
    credit: Line | None = None
    """Whom its publisher credits."""
    made_by: Line | None = None
    """Who made it."""
    taken: Date | None = None
    """When it was made."""
    published: Date | None = None
    """When it was published."""
    graphic: Flag = False
    """Whether it shows injured or dead people."""
    archive: Url | None = None
    """The address of an archived copy."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The SHA-256 of the file, as 64 hexadecimal digits."""


class Event(Record):
    """Something that happened (or is said to have), with date, actors, places, claims, links and sources."""

    record_kind = Kind.EVENT

    title: LocalText
    """What happened, in one neutral line without figures."""
    date: Date
    """When it happened, in EDTF."""
    date_note: LocalText | None = None
    """Why this date, where sources differ."""
    kind: EventKind
    """What sort of event it is."""
    standing: Standing = Standing.of("established")
    """How sure it is that it happened."""
    importance: Importance = Importance.of("normal")
    """How prominently it is shown."""
    threads: Annotated[tuple[ThreadId, ...], Bounded] = ()
    """The threads that it belongs to, the main one first."""
    summary: LocalText
    """One or two neutral sentences without figures."""
    places: Annotated[tuple[EventPlace, ...], Bounded] = ()
    """Where it happened, and the places that it names."""
    actors: Annotated[tuple[EventActor, ...], Bounded] = ()
    """Who took part or spoke, and in what role."""
    unknown: Annotated[tuple[LocalText, ...], Bounded] = ()
    """What nobody has established, in words."""
    links: Annotated[tuple[Link, ...], Bounded] = ()
    """Ties to other events, each written on one side."""
    claims: Annotated[tuple[Claim, ...], Bounded] = ()
    """What is said about it, by whom."""
    sources: SourceRefs
    """The sources of the record."""
    media: Annotated[tuple[Media, ...], Bounded] = ()
    """Pictures and video, described and linked."""
    body: LocalText | None = None
    """The account: CommonMark with `[[links]]` and `[@citations]`."""
    added: Date
    """When the record entered the chronicle: the day on which it was written."""

    @model_validator(mode="after")
    def _has_sources(self) -> Self:
        if not self.sources:
            raise ValueError("an event needs at least one source")
        return self

    @property
    def heading(self) -> Text:
        return self.title
