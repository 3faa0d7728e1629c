"""The closed lists: every value a record may choose from, with its definition and what rules ask of it.

The values stand in `vocabulary.toml`; a class of this module says what each term of its list has to say there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, Self, TypeVar, get_type_hints

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import PydanticKnownError, core_schema

T = TypeVar("T", bound="Term")


class Term(str):
    """A value of a closed list: the text as written in YAML, with what is known of it. Immutable."""

    definition: str
    """One sentence that says what the value means; schema, docs and tooltips are made from it."""
    label: str
    """The value in words, as pages print it."""
    order: int
    """Its position in its list."""

    def __new__(cls, value: str, about: Mapping[str, Any]) -> Self:
        known = {"label": value.replace("-", " "), **about}
        if known.keys() != get_type_hints(cls).keys():
            wrong = sorted(known.keys() ^ get_type_hints(cls).keys())
            raise ValueError(f"the term `{value}` of {cls.__name__} lacks, or must not have, {', '.join(wrong)}")
        term = super().__new__(cls, value)
        vars(term).update(known)
        return term

    def __getnewargs__(self) -> tuple[str, dict[str, Any]]:  # type: ignore[override]
        return str(self), vars(self)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"the term `{self}` is immutable")

    @property
    def value(self) -> str:
        """The text as written in YAML."""
        return str(self)

    @classmethod
    def of(cls, value: str) -> Self:
        """The term of the built-in list that is written so."""
        return built_in().lists[cls][value]  # type: ignore[return-value]

    @classmethod
    def all(cls) -> tuple[Self, ...]:
        """The terms of the built-in list, in their order."""
        return built_in().terms(cls)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(cls._read, core_schema.str_schema())

    @classmethod
    def _read(cls, value: str, info: ValidationInfo) -> Self:
        """The term that is written so in the vocabulary that is the context of the validation, or else built in."""
        vocabulary = info.context if isinstance(info.context, Vocabulary) else built_in()
        term = vocabulary.lists[cls].get(value)
        if term is None:
            raise PydanticKnownError("enum", {"expected": ", ".join(vocabulary.lists[cls])})
        return term  # type: ignore[return-value]


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

    certain: bool
    """Whether it needs no claim that says so."""
    taken_back: bool
    """Whether the claim that said so has to be taken back or denied."""


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


class PlaceRole(Term):
    """What a place is to an event."""

    part_of_event: bool
    """Whether something of the event happened there."""
    main: bool
    """Whether it is where the event happened."""


class LinkType(Term):
    """How one event is tied to another."""

    inverse_value: str
    points_back: bool
    """Whether the other event is the one that came first, or that surrounds this one."""
    names_cause: bool
    """Whether it says what caused what, which needs a source that says so."""
    in_time: Literal["apart", "within", "not-before"]
    """What it implies about time: one starts after the other ends, lies within it, or does not start before it."""
    rank: int
    """Which ties count first where several bind the same events; the same for a type and its inverse."""
    heading: str
    """The words above the events that are tied so."""

    @property
    def inverse(self) -> LinkType:
        """The type of the same link seen from the other event."""
        return LinkType.of(self.inverse_value)


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
    heading_of_count: str
    """The words before the number of sources."""
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


@dataclass(frozen=True)
class Vocabulary:
    """The closed lists of a chronicle; the context in which records are validated."""

    lists: Mapping[type[Term], Mapping[str, Term]]
    headings: Mapping[type[Term], str]

    @classmethod
    def read(cls, content: str) -> Vocabulary:
        """The lists of a text in TOML. Raises ValueError for a term without a property that its list has."""
        tables = tomllib.loads(content)
        lists = {
            one: {
                value: one(value, {**about, "order": order})
                for order, (value, about) in enumerate(tables[one.__name__]["terms"].items())
            }
            for one in sorted(Term.__subclasses__(), key=lambda one: list(tables).index(one.__name__))
        }
        return cls(lists, {one: tables[one.__name__]["heading"] for one in lists})

    def terms(self, of: type[T]) -> tuple[T, ...]:
        """The terms of a list, in their order."""
        return tuple(self.lists[of].values())  # type: ignore[arg-type]

    def under_headings(self) -> Iterator[tuple[str, tuple[Term, ...]]]:
        """Every list under its heading, in the order in which the method page prints them."""
        found: dict[str, dict[str, Term]] = {}
        for one, terms in self.lists.items():
            for value, term in terms.items():
                found.setdefault(self.headings[one], {}).setdefault(value, term)
        return ((heading, tuple(terms.values())) for heading, terms in found.items())


@cache
def built_in() -> Vocabulary:
    """The lists that every chronicle starts from."""
    return Vocabulary.read(files("site_builder").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
