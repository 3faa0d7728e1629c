"""The closed lists: each is a class that says what is known of its terms, and what rules ask of them.

The terms stand in `terms.toml`, and which of them a chronicle starts from in `profiles.toml`; it adds its own in its
profile.
"""

from typing import Literal

from site_builder.vocabulary.term import Term, Vocabulary


class StartingProfile(Term):
    """The lists of the engine that a chronicle starts from."""


class EventKind(Term):
    """What sort of thing happened."""

    attack: bool
    """Whether somebody was attacked."""
    kills_civilians: bool
    """Whether it says by itself that civilians were killed."""
    said: bool
    """Whether it is something said or decided, and nothing done."""
    usual_actor: str
    """The role that an actor usually has in it."""
    usual_place: str
    """The role that a place usually has in it."""


class Standing(Term):
    """How sure it is that an event happened, that somebody took part, or that a place is meant."""

    heading_of_part: str
    """What it says of somebody who took part, in words that cannot be read as what that one says."""
    certain: bool
    """Whether it needs no claim that says so."""
    taken_back: bool
    """Whether the claim that said so has to be taken back or denied."""
    reviewed: bool
    """Whether somebody here has checked it."""
    planned: bool
    """Whether it is still to come."""


class Importance(Term):
    """How prominently an event is shown."""

    usual: bool
    """Whether it goes without saying."""
    leads: bool
    """Whether home shows the event."""


class ActorRole(Term):
    """What an actor did in an event."""

    accused: bool
    """Whether the actor is accused where civilians were killed."""
    speaks: bool
    """Whether the event is the actor's words or decision."""
    acts: bool
    """Whether the actor has to exist at the time."""
    fights: bool
    """Whether the actor is a party to the fighting."""
    helps: bool
    """Whether a claim on support says that the actor took part."""
    opposite: str
    """The role that the next actor usually has after one in this role; empty where it is as if there were none."""


class PlaceRole(Term):
    """What a place is to an event."""

    part_of_event: bool
    """Whether something of the event happened there."""
    main: bool
    """Whether it is where the event happened."""


class LinkType(Term):
    """How one event is tied to another."""

    inverse: str
    """The type of the same link seen from the other event; itself where it says the same from both."""
    points_back: bool
    """Whether the other event is the one that came first, or that surrounds this one."""
    names_cause: bool
    """Whether it says what caused what, which needs a source that says so."""
    in_time: Literal["apart", "within", "not-before", "any"]
    """What it implies about time: one starts after the other ends, lies within it, does not start before it; or
    nothing."""
    rank: int
    """Which ties count first where several bind the same events; the same for a type and its inverse."""
    heading: str
    """The words above the events that are tied so, for readers: above one that came before stands *Before*."""


class Topic(Term):
    """What a claim is about."""

    heading: str
    """The words above the claims on it."""
    answers_accusation: bool
    """Whether the accused can answer on it."""
    names_the_accused: bool
    """Whether those whom it names are accused."""
    bears_on: Literal["event", "actor", "helper", "place", ""]
    """Whose standing a claim on it supports."""


class Basis(Term):
    """What a claim rests on."""

    usual: bool
    """Whether it goes without saying."""
    checkable: bool
    """Whether it is something that others can examine."""
    compiled: bool
    """Whether it is put together from what others published."""


class Assessment(Term):
    """What the editors make of a claim."""

    usual: bool
    """Whether it goes without saying, and needs no reason."""
    supports: bool
    """Whether it needs independent origins, or something to examine."""


class FigureCategory(Term):
    """What a figure counts."""

    no_less_than: list[list[str]]
    """Categories of which the figures of each group together are no larger than this one."""
    dead: bool
    """Whether it counts people killed, and nobody else."""
    people: bool
    """Whether it counts people."""
    unit: str
    """What it is counted in, such as EUR; empty where the label says it."""


class Party(Term):
    """Whose losses a figure counts, where that is not an actor with a record."""

    civilian: bool
    """Whether they took no part in fighting."""
    unstated: bool
    """Whether it stands for whoever was counted."""


class ActorType(Term):
    """What sort of actor it is."""

    person: bool
    """Whether it is one person."""
    armed: bool
    """Whether it has forces that may attack."""
    party: bool
    """Whether it is a side of its own, for which others speak."""
    third_party: bool
    """Whether it speaks for no side."""


class NamedBecause(Term):
    """Why a person is named at all."""


class Succession(Term):
    """How one actor came out of another."""

    heading: str
    """The words before the earlier actor."""
    heading_of_successor: str
    """The words before the later actor."""


class PlacePrecision(Term):
    """How closely a place's coordinates are known."""

    radius_km: float
    """How far from its coordinates something in the place may be, where the record gives no radius."""
    coarse: bool
    """Whether two events there may still be far apart."""
    circle: bool
    """Whether pages draw a circle and no pin."""
    exact: bool
    """Whether the spot itself is known."""
    coordinates: Literal["never", "optional", "required"]
    """Whether a record gives coordinates."""
    share_within: float
    """How much of the same place it is to lie within one, from 0 to 1."""


class SourceKind(Term):
    """What sort of publication a source is."""

    compilation: bool
    """Whether it only puts together what others published."""
    own_account: bool
    """Whether it speaks for itself, so that readers know who controls it."""


class Consulted(Term):
    """What the editors read of a source."""

    heading: str
    """The words beside a source."""
    read: bool
    """Whether they read any of it."""


class ThreadState(Term):
    """Whether a thread is still being added to."""

    open: bool


class QuestionState(Term):
    """Whether a question has an answer."""

    open: bool


class CorrectionKind(Term):
    """Why a record was changed in meaning."""


class RemovalReason(Term):
    """Why a record was removed for good. The list is closed, so that nothing of the record can stand there."""


def inverse_of(link_type: LinkType, vocabulary: Vocabulary) -> LinkType:
    """The type of the same link seen from the other event."""
    return vocabulary.lists[LinkType][link_type.inverse]  # type: ignore[return-value]
