"""A state, armed group, agency, company or person that takes part or speaks."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from site_builder.records.base import Date, Id, Line, LocalText, Record, Schema, SourceRefs
from site_builder.vocabulary import ActorType, NamedBecause, Succession


class Alias(Schema):
    """Another name, and whether its mentions become links."""

    alias: Line
    link: Literal["first", "never"] = "first"


Aliases = tuple[Annotated[Alias, BeforeValidator(lambda v: {"alias": v} if isinstance(v, str) else v)], ...]


class FormerName(Schema):
    """A name that the actor bore for a time."""

    name: LocalText
    since: Date | None = None
    until: Date | None = None


class Predecessor(Schema):
    """The actor that this one came out of, and how."""

    actor: Id
    how: Succession
    date: Date | None = None
    sources: SourceRefs = ()


class Position(Schema):
    """An office that a person held."""

    organisation: Id = Field(alias="in")
    title: LocalText = Field(alias="as")
    date: Date | None = None


class Actor(Record):
    """Who takes part or speaks."""

    name: LocalText
    type: ActorType
    aliases: Aliases = ()
    names: tuple[FormerName, ...] = ()
    active: Date | None = None
    parent: Id | None = None
    side: Id | None = None
    succeeds: tuple[Predecessor, ...] = ()
    positions: tuple[Position, ...] = ()
    named_because: NamedBecause | None = None
    description: LocalText | None = None
    sources: SourceRefs = ()

    @model_validator(mode="after")
    def _says_why_a_person_is_named(self) -> Self:
        if self.type is ActorType.PERSON and self.named_because is None:
            raise ValueError("a person needs `named_because`: the reason for which they are named")
        return self
