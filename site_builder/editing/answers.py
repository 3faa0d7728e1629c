"""What is asked of somebody who writes a record: derived from what its fields say, in the order of the schema."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, get_origin

from site_builder import edtf
from site_builder.languages import say
from site_builder.reading import Value
from site_builder.records import (
    MODELS,
    Claim,
    EventActor,
    EventPlace,
    FormerName,
    Kind,
    Link,
    Media,
    NamesParties,
    Position,
    Predecessor,
    QuoteVersion,
    RefersTo,
    Schema,
    SourceRef,
    annotation_at,
    fields,
    holds_words,
    key_of,
    marks_of,
    meaning_of,
    model_in,
)
from site_builder.vocabulary import ActorRole, EventKind, Term, Vocabulary


def usual_role(key: str, kind: object, vocabulary: Vocabulary, given: Collection[object] = ()) -> str:
    """The role that an actor or a place usually has in an event of a kind, after others that have those given."""
    kinds = vocabulary.terms(EventKind)
    known = next((term for term in kinds if term == kind), kinds[0])
    if key != "actors":
        return known.usual_place
    roles = vocabulary.lists[ActorRole]
    usual = roles.get(known.usual_actor)
    if isinstance(usual, ActorRole) and usual in given and usual.opposite in roles:
        return usual.opposite
    return known.usual_actor


class Form(Enum):
    """How an answer is typed."""

    TEXT = "TEXT"
    DATE = "DATE"
    CHOICE = "CHOICE"
    ID = "ID"
    ID_OR_NAME = "ID|NAME"
    ID_AND_ROLE = "ID[:ROLE[:STANDING]]"
    ID_AND_PINPOINT = "ID[:WHERE]"
    LINK = "TYPE:EVENT[:SOURCE:NOTE]"
    FIGURE = "PARTY.CATEGORY=COUNT"
    QUOTE = "LANGUAGE:SOURCE:WORDS"
    PREDECESSOR = "HOW:ID"
    POSITION = "ID:OFFICE"
    NAME_UNTIL = "NAME[:UNTIL]"
    MEDIUM = "ADDRESS WORDS"
    NAME_ELSEWHERE = "DATABASE=NAME"
    FLAG = "FLAG"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question."""

    key: str
    words: str
    """The question, short."""
    form: Form = Form.TEXT
    kind: Kind | None = None
    """Of the records that an id may name."""
    terms: type[Term] | None = None
    """The closed list of a choice, or of the roles of an id."""
    needed: bool = False
    many: bool = False
    flag_only: bool = False
    """Whether it is not asked, and only taken from the command line."""
    given: tuple[str, str | None] | None = None
    """Asked only where this key was answered (so); `("by", "")` where it was not answered."""
    inside: tuple[str, str] | None = None
    """The key, and the key in its mapping, where the answer does not stand in the record itself."""
    option: str = ""
    """The name of its option, where that is not the key."""
    means: str = ""
    """What the answer is, in a sentence, with an example."""

    @property
    def flag(self) -> str:
        """The option of the command line: `--named-because`, `--place` for places."""
        return "--" + (self.option or self.key.replace("_", "-"))


_FORMS: Mapping[Any, Form] = {
    EventPlace: Form.ID_AND_ROLE,
    EventActor: Form.ID_AND_ROLE,
    SourceRef: Form.ID_AND_PINPOINT,
    Link: Form.LINK,
    QuoteVersion: Form.QUOTE,
    Predecessor: Form.PREDECESSOR,
    Position: Form.POSITION,
    FormerName: Form.NAME_UNTIL,
    Media: Form.MEDIUM,
    edtf.Date: Form.DATE,
    bool: Form.FLAG,
}
"""By the type of a value, or of the items of a list."""


def _questions(model: type[Schema]) -> tuple[Ask, ...]:
    """The questions for a new record, or a new claim: as the schema has its keys, but for those that come after one."""
    asks, known = list(_asked(model)), fields(model)
    after = {ask.key: key_of(known[ask.key]).after if ask.key in known else "" for ask in asks}

    def following(key: str) -> Iterator[Ask]:
        for ask in asks:
            if after[ask.key] == key:
                yield ask
                yield from following(ask.key)

    return tuple(following(""))


def _asked(model: type[Schema]) -> Iterator[Ask]:
    for key in fields(model):
        info = fields(model)[key]
        inner = model_in(info.annotation)
        if key_of(info).ask or key_of(info).help:
            yield _question(model, key)
        elif inner is not None and annotation_at(model, (key,)) is inner:
            for ask in _questions(inner):
                given = ask.given and (f"{key}_{ask.given[0]}", ask.given[1])
                yield replace(ask, key=f"{key}_{ask.key}", needed=False, given=given, inside=(key, ask.key))


def _question(model: type[Schema], key: str) -> Ask:
    info = fields(model)[key]
    about, held = key_of(info), annotation_at(model, (key,))
    many = get_origin(held) in (tuple, dict)
    item = annotation_at(model, (key, 0)) if get_origin(held) is tuple else held
    inner = model_in(info.annotation)
    marks = [mark for one in (info, *(inner.model_fields.values() if inner else ())) for mark in marks_of(one)]
    refers_to = next((mark.kind for mark in marks if isinstance(mark, RefersTo)), None)
    terms = next((mark for mark in marks if isinstance(mark, type) and issubclass(mark, Term)), None)
    form = _FORMS.get(item, Form.TEXT)
    if get_origin(held) is dict:
        named = any(isinstance(mark, NamesParties) for mark in marks)
        form, refers_to, terms = (Form.FIGURE, Kind.ACTOR, None) if named else (Form.NAME_ELSEWHERE, None, None)
    elif item is terms:
        form = Form.CHOICE
    elif inner is None and refers_to is not None:
        form = Form.ID_OR_NAME if holds_words(model, (key,)) else Form.ID
    return Ask(
        key,
        about.ask or about.help,
        form,
        refers_to,
        terms,
        info.is_required() and not about.help,
        many,
        bool(about.help),
        about.given,
        option=about.option or (key.removesuffix("s") if many else ""),
        means=_meaning(model, key),
    )


def _meaning(model: type[Schema], key: str) -> str:
    """What a key says, and how a text or a number under it may look."""
    example = next((one for one in fields(model)[key].examples or [] if isinstance(one, str)), None)
    return " ".join([meaning_of(model, key), *([f"{say('For example:')} {example}"] if example else [])])


ASKED: Mapping[Kind, tuple[Ask, ...]] = {kind: _questions(model) for kind, model in MODELS.items()}
"""The questions for a new record of each kind."""

ASKED_OF_CLAIM = _questions(Claim)
"""The questions for a new claim."""


def nested(asks: Sequence[Ask], answers: Mapping[str, Value]) -> dict[str, Value]:
    """The answers as the values of a record: those that stand inside a mapping are put there."""
    insides = {ask.key: ask.inside for ask in asks if ask.inside is not None}
    values: dict[str, Value] = {}
    for key, answer in answers.items():
        outer, inner = insides.get(key, (key, ""))
        if inner:
            mapping = values.setdefault(outer, {})
            assert isinstance(mapping, dict)
            mapping[inner] = answer
        else:
            values[key] = answer
    return values


def is_asked(ask: Ask, answers: Mapping[str, object]) -> bool:
    """Whether a question is to be asked after these answers."""
    if ask.flag_only:
        return False
    if ask.given is None:
        return True
    key, value = ask.given
    answered = answers.get(key)
    if value is None:
        return answered is not None
    return answered is None if value == "" else answered == value
