"""A state, armed group, agency, company or person that takes part or speaks."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from site_builder.languages import say
from site_builder.records.base import ActorId, Bounded, Date, Line, LocalText, Record, Schema, SourceRefs
from site_builder.records.keys import Kind, key
from site_builder.records.rules import Broken, needs
from site_builder.vocabulary import ActorType, NamedBecause, Succession


class Alias(Schema):
    """Another name, and whether its mentions become links."""

    alias: Line = key(examples=["Front"])
    """Another name."""
    link: Literal["first", "never"] = key("first", not_shown="it decides where links stand, on other pages too")
    """`never` where mentions of this name must not become links."""


Aliases = Annotated[
    tuple[Annotated[Alias, BeforeValidator(lambda v: {"alias": v} if isinstance(v, str) else v)], ...], Bounded
]


class FormerName(Schema):
    """A name that the actor bore for a time."""

    name: LocalText = key(examples=["River League"])
    """The name."""
    since: Date | None = key(None, examples=["2021-05"])
    """When the actor began to bear it."""
    until: Date | None = key(None, examples=["2024-04"])
    """When the actor ceased to bear it."""


class Predecessor(Schema):
    """The actor that this one came out of, and how."""

    actor: ActorId = key(examples=["river-league"])
    """The id of the earlier actor."""
    how: Succession
    """How this actor came out of it."""
    date: Date | None = key(None, examples=["2024-04"])
    """When."""
    sources: SourceRefs = ()
    """The sources that say so."""


class Position(Schema):
    """An office that a person held."""

    organisation: ActorId = key(alias="in", examples=["river-front"])
    """The id of the organisation."""
    title: LocalText = key(alias="as", examples=["spokesman"])
    """The office held."""
    date: Date | None = key(None, examples=["2024-04/2024-11-30"])
    """When it was held."""


@needs("named_because", where="type", having=lambda term: term.person)
def _says_why_a_person_is_named(_: "Actor") -> Broken:
    yield "type", say("a person needs `named_because`, the reason to name them; where no reason is true, name nobody")


class Actor(Record):
    """Who takes part or speaks."""

    record_kind = Kind.ACTOR

    name: LocalText = key(ask="Its name", examples=["River Front"])
    """The name that readers know."""
    type: ActorType = key(ask="What type of actor")
    """What sort of actor it is."""
    aliases: Aliases = key(
        (),
        ask="Another name",
        option="alias",
        in_template=True,
        examples=[["River Front", {"alias": "Front", "link": "never"}]],
    )
    """Other names and spellings."""
    names: Annotated[tuple[FormerName, ...], Bounded] = key(
        (),
        help="A name that it bore for a time",
        option="former-name",
        examples=[[{"name": "River League", "until": "2024-04"}]],
    )
    """Names that it bore for a time."""
    active: Date | None = key(None, help="When it existed", examples=["2024-04/2024-11-30"])
    """From when to when it existed."""
    parent: ActorId | None = key(None, ask="The actor that it is a part of", examples=["norland"])
    """The actor that it is part of."""
    side: ActorId | None = key(None, ask="The actor whose side it is on", examples=["westland"])
    """The actor on whose side it stands."""
    succeeds: Annotated[tuple[Predecessor, ...], Bounded] = key(
        (),
        help="The actor that it came out of, as renamed:river-league",
        option="succeeds",
        examples=[[{"actor": "river-league", "how": "renamed"}]],
    )
    """The actors that it came out of."""
    positions: Annotated[tuple[Position, ...], Bounded] = key(
        (),
        help="An office that the person held, as river-front:spokesman",
        examples=[[{"in": "river-front", "as": "spokesman"}]],
    )
    """Offices that the person held."""
    named_because: NamedBecause | None = key(
        None, ask="Why the person is named", given=("type", "person"), after="type", in_template=True
    )
    """Why a person is named at all; required of persons."""
    description: LocalText | None = key(
        None,
        markdown="all",
        ask="Who it is, in a sentence",
        in_template=True,
        examples=["A league of the towns along the river, which looks after its bridges."],
    )
    """Who it is, in a sentence or two."""
    in_short: LocalText | None = key(
        None,
        help="Who it is, in a few words",
        not_shown="the home page shows it, under who is who",
        examples=["The towns along the river, which own its bridges."],
    )
    """Who it is, in one line, for who is who on the home page."""
    sources: SourceRefs = key((), ask="Source", in_template=True)
    """The sources of the record."""

    rules = (_says_why_a_person_is_named,)
