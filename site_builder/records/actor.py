"""A state, armed group, agency, company or person that takes part or speaks."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from site_builder.records.base import ActorId, Bounded, Date, Line, LocalText, Record, Schema, SourceRefs, Text
from site_builder.records.keys import Kind
from site_builder.vocabulary import ActorType, NamedBecause, Succession


class Alias(Schema):
    """Another name, and whether its mentions become links."""

    alias: Line
    """Another name."""
    link: Literal["first", "never"] = "first"
    """`never` where mentions of this name must not become links."""


Aliases = Annotated[
    tuple[Annotated[Alias, BeforeValidator(lambda v: {"alias": v} if isinstance(v, str) else v)], ...], Bounded
]


class FormerName(Schema):
    """A name that the actor bore for a time."""

    name: LocalText
    """The name."""
    since: Date | None = None
    """When the actor began to bear it."""
    until: Date | None = None
    """When the actor ceased to bear it."""


class Predecessor(Schema):
    """The actor that this one came out of, and how."""

    actor: ActorId
    """The id of the earlier actor."""
    how: Succession
    """How this actor came out of it."""
    date: Date | None = None
    """When."""
    sources: SourceRefs = ()
    """The sources that say so."""


class Position(Schema):
    """An office that a person held."""

    organisation: ActorId = Field(alias="in")
    """The id of the organisation."""
    title: LocalText = Field(alias="as")
    """The office held."""
    date: Date | None = None
    """When it was held."""


class Actor(Record):
    """Who takes part or speaks."""

    record_kind = Kind.ACTOR

    name: LocalText
    """The name that readers know."""
    type: ActorType
    """What sort of actor it is."""
    aliases: Aliases = ()
    """Other names and spellings."""
    names: Annotated[tuple[FormerName, ...], Bounded] = ()
    """Names that it bore for a time."""
    active: Date | None = None
    """From when to when it existed."""
    parent: ActorId | None = None
    """The actor that it is part of."""
    side: ActorId | None = None
    """The actor on whose side it stands."""
    succeeds: Annotated[tuple[Predecessor, ...], Bounded] = ()
    """The actors that it came out of."""
    positions: Annotated[tuple[Position, ...], Bounded] = ()
    """Offices that the person held."""
    named_because: NamedBecause | None = None
    """Why a person is named at all; required of persons."""
    description: LocalText | None = None
    """Who it is, in a sentence or two."""
    sources: SourceRefs = ()
    """The sources of the record."""

    @model_validator(mode="after")
    def _says_why_a_person_is_named(self) -> Self:
        if self.type.person and self.named_because is None:
            reasons = ", ".join(f"`{reason.value}`" for reason in NamedBecause.all())
            raise ValueError(f"a person needs `named_because`, one of {reasons}; where none is true, name nobody")
        return self

    @property
    def heading(self) -> Text:
        return self.name
