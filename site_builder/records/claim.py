"""What one actor says about an event, attributed and dated."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, PlainSerializer, PlainValidator, model_validator

from site_builder import figures
from site_builder.records.base import (
    ActorId,
    Bounded,
    Date,
    EventId,
    Flag,
    Id,
    Language,
    Line,
    LocalText,
    PlaceId,
    QuestionId,
    Schema,
    SourceId,
    SourceRefs,
)
from site_builder.records.keys import Kind, NamesParties, RefersTo
from site_builder.vocabulary import Assessment, Basis, FigureCategory, Topic

_OF_THE_PAGE = ("group-", "part-")
"""How the anchors begin that pages give to their own parts, among which a claim's id is one too."""


def _read_claim_id(value: str) -> str:
    if value.startswith(_OF_THE_PAGE):
        raise ValueError("pages keep anchors that begin with part- and group- for their own parts")
    return value


MOST_FORMER_IDS = 20
"""Most ids that one claim had before: each is an anchor wherever the claim is shown."""
MOST_PARTIES = 20
"""Most parties of whose losses one claim gives figures."""

Parties = Annotated[Line, NamesParties()]
Figure = Annotated[figures.Figure, PlainValidator(figures.validate), PlainSerializer(str)]


class QuoteVersion(Schema):
    """The words in one language, as one source gives them."""

    text: Line
    """The words, as the source prints them."""
    lang: Language
    """The language of these words."""
    source: SourceId
    """The source that gives them so."""


class Quote(Schema):
    """Words as spoken, with the translations that differ side by side."""

    original: Language | None = None
    """The language in which it was said."""
    versions: Annotated[tuple[QuoteVersion, ...], Bounded]
    """The words in each language and wording that was read."""


class Claim(Schema):
    """What somebody says, in our words, with who, when, on what basis, and what the editors make of it."""

    id: Annotated[Id, AfterValidator(_read_claim_id)]
    """Its name within the event; its permalink is the event's page with `#` and this."""
    by: ActorId | None = None
    """Who says it: the id of an actor. Either this or `unnamed`."""
    speaker: ActorId | None = None
    """The person through whom it is said: the id of an actor."""
    unnamed: LocalText | None = None
    """What the source says of a speaker whom it does not name. Either this or `by`."""
    side: ActorId | None = None
    """Whose side an unnamed speaker is on: the id of an actor."""
    via: Annotated[Line, RefersTo(Kind.ACTOR)] | None = None
    """Who relayed it: an actor's id, or a name in words."""
    date: Date | None = None
    """When it was said; left out where that is not known."""
    said_in: EventId | None = None
    """The event in which it was said, which shows it too."""
    topic: Topic
    """What the claim is about."""
    says: LocalText
    """What is claimed, in your own words."""
    quote: Quote | None = None
    """The words themselves, with translations that differ side by side."""
    covers: Date | None = None
    """The days that were counted."""
    figures: dict[Parties, dict[FigureCategory, Figure]] = Field(default_factory=dict, max_length=MOST_PARTIES)
    """Figures by party (ids joined by `+`) and category."""
    happened: Date | None = None
    """For the topic date: the date that the claim gives."""
    place: PlaceId | None = None
    """For the topic place: the place that the claim gives."""
    revises: Line | None = None
    """A claim that this one replaces: an id here, or event-id#claim-id."""
    denies: Line | None = None
    """A claim that this one says is not true."""
    confirms: Line | None = None
    """A claim that this one bears out."""
    withdraws: Line | None = None
    """A claim that this one takes back."""
    question: QuestionId | None = None
    """The open question on which it bears."""
    basis: Basis = Basis.of("statement")
    """What the claim rests on."""
    duress: Flag = False
    """Whether it was said under a captor's control."""
    assessment: Assessment = Assessment.of("unassessed")
    """What the editors make of it."""
    because: LocalText | None = None
    """The reason for the assessment; required by every assessment but unassessed."""
    sources: SourceRefs
    """The sources that report the claim."""
    former_ids: Annotated[
        tuple[Annotated[Id, AfterValidator(_read_claim_id)], ...], Field(max_length=MOST_FORMER_IDS)
    ] = ()
    """Ids that the claim had before: links to them lead to it for ever."""

    @model_validator(mode="after")
    def _names_one_claimant(self) -> Self:
        if (self.by is None) == (self.unnamed is None):
            raise ValueError("a claim needs exactly one of `by` (an actor) and `unnamed` (words)")
        if self.speaker is not None and self.by is None:
            raise ValueError("`speaker` goes with `by`")
        if self.side is not None and self.unnamed is None:
            raise ValueError("`side` goes with `unnamed`")
        return self

    @model_validator(mode="after")
    def _gives_reasons(self) -> Self:
        if not self.sources:
            raise ValueError("a claim needs at least one source")
        if not self.assessment.usual and self.because is None:
            raise ValueError(f"the assessment {self.assessment.value} needs its reason under `because`")
        return self
