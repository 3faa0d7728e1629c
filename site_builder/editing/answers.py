"""What is asked of somebody who writes a record: one entry a key, in the order in which it is easiest to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from site_builder.reading.values import Value
from site_builder.records import Kind
from site_builder.vocabulary import (
    ActorRole,
    ActorType,
    Assessment,
    Basis,
    Consulted,
    EventKind,
    Importance,
    LinkType,
    NamedBecause,
    PlacePrecision,
    PlaceRole,
    QuestionState,
    SourceKind,
    Standing,
    Succession,
    Term,
    ThreadState,
    Topic,
)

_KEYS_OF_LISTS = ("places", "actors", "sources", "threads", "links", "figures", "positions")
_SINGULAR = {key: key[:-1] for key in _KEYS_OF_LISTS} | {
    "aliases": "alias",
    "quote_versions": "quote",
    "names": "former-name",
}


def usual_role(key: str, kind: object) -> str:
    """The role that an actor or a place usually has in an event of a kind."""
    known = next((term for term in EventKind.all() if term == kind), EventKind.of("battle"))
    return known.usual_actor if key == "actors" else known.usual_place


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

    @property
    def flag(self) -> str:
        """The option of the command line: `--named-because`, `--place` for places."""
        name = _SINGULAR.get(self.key, self.key) if self.many else self.key
        return "--" + name.replace("_", "-")


_SOURCES = Ask("sources", "Source", Form.ID_AND_PINPOINT, Kind.SOURCE, needed=True, many=True)
_OPTIONAL_SOURCES = Ask("sources", "Source", Form.ID_AND_PINPOINT, Kind.SOURCE, many=True)
_ALIASES = Ask("aliases", "Another name", many=True)
_THREADS = Ask("threads", "Thread", Form.ID, Kind.THREAD, many=True)
_ELSEWHERE = Ask(
    "ids", "Its name in another database, as wikidata=Q128007033", Form.NAME_ELSEWHERE, many=True, flag_only=True
)
_ADDED = Ask("added", "When the record is added (default: today)", Form.DATE, flag_only=True)


def _answer_to(key: str) -> Ask:
    return Ask(key, f"The claim that it {key}: its id, or event-id#claim-id", flag_only=True)


ASKED: Mapping[Kind, tuple[Ask, ...]] = {
    Kind.EVENT: (
        Ask("title", "What happened, as a headline without figures", needed=True),
        Ask("date", "When it happened", Form.DATE, needed=True),
        Ask("date_note", "Why this date, where sources differ", flag_only=True),
        Ask("kind", "What kind of event", Form.CHOICE, terms=EventKind, needed=True),
        Ask("standing", "How sure it is that it happened", Form.CHOICE, terms=Standing, flag_only=True),
        Ask("importance", "How prominently it is shown", Form.CHOICE, terms=Importance, flag_only=True),
        Ask("summary", "One or two neutral sentences, no figures", needed=True),
        Ask("places", "Place", Form.ID_AND_ROLE, Kind.PLACE, PlaceRole, many=True),
        Ask("actors", "Actor", Form.ID_AND_ROLE, Kind.ACTOR, ActorRole, many=True),
        _SOURCES,
        _THREADS,
        Ask("links", "Link to another event", Form.LINK, Kind.EVENT, LinkType, many=True),
        Ask("unknown", "What nobody has established", many=True),
        Ask(
            "media",
            "A picture or video: its address, and what is seen",
            Form.MEDIUM,
            many=True,
            flag_only=True,
        ),
        Ask("body", "The account, in CommonMark with [@source-id]", flag_only=True),
        _ELSEWHERE,
        _ADDED,
    ),
    Kind.ACTOR: (
        Ask("name", "Its name", needed=True),
        Ask("type", "What type of actor", Form.CHOICE, terms=ActorType, needed=True),
        Ask("named_because", "Why the person is named", Form.CHOICE, terms=NamedBecause, given=("type", "person")),
        _ALIASES,
        Ask("parent", "The actor that it is a part of", Form.ID, Kind.ACTOR),
        Ask("side", "The actor whose side it is on", Form.ID, Kind.ACTOR),
        Ask("active", "When it existed", Form.DATE, flag_only=True),
        Ask("names", "A name that it bore for a time", Form.NAME_UNTIL, many=True, flag_only=True),
        Ask(
            "succeeds",
            "The actor that it came out of, as renamed:csp-psd",
            Form.PREDECESSOR,
            Kind.ACTOR,
            Succession,
            many=True,
            flag_only=True,
        ),
        Ask(
            "positions",
            "An office that the person held, as csp-dpa:spokesman",
            Form.POSITION,
            Kind.ACTOR,
            many=True,
            flag_only=True,
        ),
        Ask("description", "Who it is, in a sentence"),
        _OPTIONAL_SOURCES,
        _ELSEWHERE,
        _ADDED,
    ),
    Kind.PLACE: (
        Ask("name", "Its name", needed=True),
        _ALIASES,
        Ask("country", "Country, as two capital letters (ML)", many=True),
        Ask("within", "The place that it lies in", Form.ID, Kind.PLACE),
        Ask("lat", "Degrees north (19.943)"),
        Ask("lon", "Degrees east (2.702)", given=("lat", None)),
        Ask("precision", "How closely it is known", Form.CHOICE, terms=PlacePrecision, given=("lat", None)),
        Ask("radius_km", "Radius in kilometres", flag_only=True),
        Ask("description", "What the place is", flag_only=True),
        _OPTIONAL_SOURCES,
        _ELSEWHERE,
        _ADDED,
    ),
    Kind.SOURCE: (
        Ask("publisher", "Who published it", needed=True),
        Ask("title", "Its title, as published"),
        Ask("author", "Its author"),
        Ask("date", "When it was published", Form.DATE),
        Ask("lang", "Its language, as a code (en, fr, uk)"),
        Ask("url", "Its address (https://…)"),
        Ask("archive", "The address of an archived copy"),
        Ask("kind", "What kind of source", Form.CHOICE, terms=SourceKind),
        Ask("origin", "The newsroom that first reported it, where that is another"),
        Ask("controlled_by", "The state or party that controls it", flag_only=True),
        Ask("consulted", "What you read of it", Form.CHOICE, terms=Consulted),
        Ask(
            "read_in_publisher",
            "Who published the copy that you read, if not the original",
            inside=("read_in", "publisher"),
        ),
        Ask("read_in_url", "The address of that copy", given=("read_in_publisher", None), inside=("read_in", "url")),
        Ask("note", "A note for readers", flag_only=True),
        _ELSEWHERE,
        _ADDED,
    ),
    Kind.THREAD: (
        Ask("title", "Its title", needed=True),
        Ask("summary", "What it is about"),
        Ask("start", "An event to start with", Form.ID, Kind.EVENT, many=True),
        Ask("state", "Whether it goes on", Form.CHOICE, terms=ThreadState, flag_only=True),
        _ELSEWHERE,
        _ADDED,
    ),
    Kind.QUESTION: (
        Ask("title", "The question", needed=True),
        Ask("summary", "What is disputed, and by whom"),
        _THREADS,
        Ask("state", "Whether it is settled", Form.CHOICE, terms=QuestionState, flag_only=True),
        Ask("note", "How it was settled", given=("state", "settled")),
        Ask("sources", "Source", Form.ID_AND_PINPOINT, Kind.SOURCE, many=True, given=("state", "settled")),
        _ELSEWHERE,
        _ADDED,
    ),
}
"""The questions for a new record of each kind."""

ASKED_OF_CLAIM: tuple[Ask, ...] = (
    Ask("by", "Who says it (leave empty where the source does not name the speaker)", Form.ID, Kind.ACTOR),
    Ask("speaker", "The person who spoke for it", Form.ID, Kind.ACTOR, given=("by", None)),
    Ask("unnamed", "What the source says of the speaker", given=("by", "")),
    Ask("side", "Whose side the speaker is on", Form.ID, Kind.ACTOR, given=("by", "")),
    Ask("via", "Who relayed it: an actor, or a name", Form.ID_OR_NAME, Kind.ACTOR),
    Ask("date", "When it was said", Form.DATE),
    Ask("said_in", "The event in which it was said", Form.ID, Kind.EVENT, flag_only=True),
    Ask("topic", "What it is about", Form.CHOICE, terms=Topic, needed=True),
    Ask("says", "What is said, in your own words", needed=True),
    Ask(
        "quote_versions",
        "The words themselves, as a source quotes them",
        Form.QUOTE,
        Kind.SOURCE,
        many=True,
        inside=("quote", "versions"),
    ),
    Ask(
        "quote_original",
        "The language in which they were said, as a code",
        given=("quote_versions", None),
        inside=("quote", "original"),
    ),
    Ask("covers", "The period that was counted", Form.DATE, flag_only=True),
    Ask("figures", "Figure (wagner.killed=84)", Form.FIGURE, Kind.ACTOR, many=True, given=("topic", "toll")),
    Ask("happened", "The date that it gives", Form.DATE, given=("topic", "date")),
    Ask("place", "The place that it gives", Form.ID, Kind.PLACE, given=("topic", "place")),
    *(_answer_to(key) for key in ("revises", "denies", "confirms", "withdraws")),
    Ask("question", "The open question it bears on", Form.ID, Kind.QUESTION),
    Ask("basis", "What it rests on", Form.CHOICE, terms=Basis, flag_only=True),
    Ask("duress", "Said under a captor's control", Form.FLAG, flag_only=True),
    Ask("assessment", "What the editors make of it", Form.CHOICE, terms=Assessment, flag_only=True),
    Ask("because", "Why, in a sentence", given=("assessment", None)),
    _SOURCES,
)
"""The questions for a new claim."""


def in_place(asks: Sequence[Ask], answers: Mapping[str, Value]) -> dict[str, Value]:
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
