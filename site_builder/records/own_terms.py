"""The terms that a chronicle adds to the closed lists: what each means, and which term's rules it follows."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, Field, ValidationInfo

from site_builder.languages import Message, say
from site_builder.records.base import MOST_ENTRIES, Id, Line, LocalText, Schema, Text
from site_builder.records.keys import key
from site_builder.records.rules import BrokenRulesError
from site_builder.vocabulary import (
    DEFAULT_PROFILE,
    ActorRole,
    ActorType,
    EventKind,
    FigureCategory,
    LinkType,
    NamedBecause,
    Party,
    SourceKind,
    Term,
    Topic,
    Vocabulary,
    built_in,
    profiles,
    stock,
    term_like,
)

T = TypeVar("T", bound=Term)
_MEANS = ["Water where it should not be."]


class OwnTerm(Schema, Generic[T]):
    """A term of the chronicle's own."""

    label: LocalText | None = key(None, examples=["Flood"])
    """The term in words, where pages print it otherwise than it is written."""
    means: LocalText = key(examples=_MEANS)
    """One sentence that says what the term means."""
    like: T
    """The term of the engine whose rules it follows: all that is known of that is known of this one, but its words."""


class OwnLinkType(OwnTerm[LinkType]):
    """A link type of the chronicle's own."""

    inverse: Id | None = key(None, examples=["cited-by"])
    """The same link seen from the other event; it is a link type too, with or without an entry of its own."""


class OwnFigure(OwnTerm[FigureCategory]):
    """Something that figures count, of the chronicle's own."""

    unit: Line | None = key(None, examples=["EUR", "hectares"])
    """What it is counted in, which pages print behind the figure."""


class OwnReason(Schema):
    """A reason to name a person, of the chronicle's own."""

    label: LocalText | None = key(None, examples=["Elder"])
    """The reason in words, where pages print it otherwise than it is written."""
    means: LocalText = key(examples=["The person speaks for the village by its own choice."])
    """One sentence that says why such a person is named."""


OWN_TERMS: tuple[type[Schema], ...] = (OwnTerm, OwnLinkType, OwnFigure)
"""The models of what a chronicle adds to lists; a reason to name a person has the keys of a term but `like`."""


def _add_nothing_twice(added: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    """Refuses a term that the profile has already."""
    of = TERMS[info.field_name or ""]
    known = built_in(info.data.get("profile", DEFAULT_PROFILE)).lists[of]
    if twice := [term for term in added if term in known]:
        raise BrokenRulesError(*((term, _twice(term)) for term in twice))
    return added


def _twice(term: str) -> Message:
    return say("`{term}` is in the list already: leave it out here, or call your own otherwise", term=term)


def _name_inverses(added: dict[str, OwnLinkType]) -> dict[str, OwnLinkType]:
    """Refuses link types that cannot be seen from the other event."""
    broken = []
    for name, own in added.items():
        other = added.get(own.inverse) if own.inverse is not None else None
        symmetric = own.like.inverse == own.like
        if own.inverse is None and not symmetric:
            text = say(
                "`{name}` needs `inverse`, the same link seen from the other event, as `{like}` has `{inverse}`",
                name=name,
                like=own.like.value,
                inverse=own.like.inverse,
            )
            broken.append((name, text))
        elif other is not None and (other.inverse != name or other.like != own.like.inverse):
            text = say(
                "`{inverse}` is not the inverse of `{name}`: write `like: {like}` and `inverse: {name}` there",
                inverse=own.inverse,
                like=own.like.inverse,
                name=name,
            )
            broken.append((name, text))
    if broken:
        raise BrokenRulesError(*broken)
    return added


_Checked = (Field(max_length=MOST_ENTRIES), AfterValidator(_add_nothing_twice))
Kinds = Annotated[dict[Id, OwnTerm[EventKind]], *_Checked]
Roles = Annotated[dict[Id, OwnTerm[ActorRole]], *_Checked]
Topics = Annotated[dict[Id, OwnTerm[Topic]], *_Checked]
ActorTypes = Annotated[dict[Id, OwnTerm[ActorType]], *_Checked]
SourceKinds = Annotated[dict[Id, OwnTerm[SourceKind]], *_Checked]
LinkTypes = Annotated[dict[Id, OwnLinkType], *_Checked, AfterValidator(_name_inverses)]
Figures = Annotated[dict[Id, OwnFigure], *_Checked]
OwnParties = Annotated[dict[Id, OwnTerm[Party]], *_Checked]
Persons = Annotated[dict[Id, OwnReason], *_Checked]

TERMS: Mapping[str, type[Term]] = {
    "kinds": EventKind,
    "roles": ActorRole,
    "topics": Topic,
    "actor_types": ActorType,
    "source_kinds": SourceKind,
    "link_types": LinkType,
    "figures": FigureCategory,
    "parties": Party,
    "persons": NamedBecause,
}
"""The closed lists to which a chronicle adds, by the key of its profile under which it does."""


def own_terms(of: type[Term], added: Mapping[str, OwnTerm[Any] | OwnReason], language: str) -> Iterator[Term]:
    """The terms of a list that a chronicle adds, in its first language."""
    order = len(of.all())
    for number, (name, own) in enumerate(added.items()):
        about: dict[str, Any] = {"definition": own.means.choose(language)[0]}
        if own.label is not None:
            about["label"] = own.label.choose(language)[0]
        if isinstance(own, OwnReason):
            yield of(name, {**about, "order": order + number})
            continue
        if "heading" in vars(own.like):
            label = about.get("label", name.replace("-", " "))
            about["heading"] = label[:1].upper() + label[1:]
        if isinstance(own, OwnFigure) and own.unit is not None:
            about["unit"] = own.unit
        if of is not LinkType:
            yield term_like(own.like, name, order + number, **about)
            continue
        like = LinkType.of(own.like)
        inverse = getattr(own, "inverse", None) or (name if like.inverse == like else like.inverse)
        yield term_like(own.like, name, order + number, **about, inverse=inverse)
        if inverse not in added and inverse not in of.all():
            yield _seen_from_there(own, name, inverse, order + len(added) + number)


def _seen_from_there(own: OwnTerm[Any], name: str, inverse: str, order: int) -> Term:
    """The inverse of a link type, where it has no entry of its own."""
    label = inverse.replace("-", " ")
    return term_like(
        LinkType.of(own.like.inverse),
        inverse,
        order,
        definition=str(say("The inverse of {name}.", name=name)),
        inverse=name,
        heading=label[:1].upper() + label[1:],
    )


def vocabulary_meant(values: Mapping[str, Any]) -> Vocabulary:
    """The closed lists of a profile that has errors, so that records that use its terms are not wrong as well.

    A term of which it is not known what it is like follows the rules of the last one of the engine's.
    """
    added: dict[str, dict[str, OwnTerm[Any] | OwnReason]] = {}
    profile = values.get("profile")
    start = profile if isinstance(profile, str) and profile in profiles() else DEFAULT_PROFILE
    for name, of in TERMS.items():
        written, known = values.get(name), built_in(start).lists[of]
        for term, about in written.items() if isinstance(written, dict) else ():
            like = about.get("like") if isinstance(about, dict) else None
            model = stock().lists[of].get(like) if isinstance(like, str) else None
            if term not in known:
                own = OwnTerm[Any](means=_UNKNOWN, like=model or of.all()[-1])
                added.setdefault(name, {})[term] = OwnReason(means=_UNKNOWN) if of is NamedBecause else own
    return vocabulary_with(start, added, "en")


_UNKNOWN = Text(versions=((None, "…"),))


def vocabulary_with(profile: str, added: Mapping[str, Mapping[str, Any]], language: str) -> Vocabulary:
    """The lists of a profile with the terms that a chronicle adds, by the keys of `TERMS`."""
    terms = [term for name, of in TERMS.items() for term in own_terms(of, added.get(name, {}), language)]
    return built_in(profile).with_terms(terms)
