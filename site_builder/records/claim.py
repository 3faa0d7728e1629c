"""What one actor says about an event, attributed and dated."""

from typing import Annotated

from pydantic import AfterValidator, Field

from site_builder import figures
from site_builder.languages import say
from site_builder.records.base import (
    ActorId,
    Bounded,
    ClaimRef,
    Date,
    EventId,
    Flag,
    Id,
    Language,
    Line,
    LocalText,
    PlaceId,
    QuestionId,
    Ruled,
    Schema,
    SourceId,
    SourceRefs,
)
from site_builder.records.keys import A_DAY, Kind, NamesParties, RefersTo, as_written, key
from site_builder.records.rules import Broken, needs, rule
from site_builder.vocabulary import Assessment, Basis, FigureCategory, Topic

_OF_THE_PAGE = ("group-", "part-")
"""How the anchors begin that pages give to their own parts, among which a claim's id is one too."""


def _read_claim_id(value: str) -> str:
    if value.startswith(_OF_THE_PAGE):
        raise ValueError(say("ids that begin with part- or group- are reserved for parts of the page"))
    return value


MOST_FORMER_IDS = 20
"""Most ids that one claim had before: each is an anchor wherever the claim is shown."""
MOST_PARTIES = 20
"""Most parties of whose losses one claim gives figures."""

Parties = Annotated[Line, NamesParties()]
Figure = Annotated[figures.Figure, as_written(figures.validate, str)]


class QuoteVersion(Schema):
    """The words in one language, as one source gives them."""

    text: Line = key(examples=["The words as the source prints them"])
    """The words, as the source prints them."""
    lang: Language = key(examples=["en", "fr"])
    """The language of these words."""
    source: SourceId = key(examples=["harbour-news-2024-08-02-bridge"])
    """The source that gives them so."""


class Quote(Schema):
    """Words as spoken, with the translations that differ side by side."""

    original: Language | None = key(
        None,
        ask="The language in which they were said, as a code",
        given=("versions", None),
        after="versions",
        examples=["uk"],
    )
    """The language in which it was said."""
    versions: Annotated[tuple[QuoteVersion, ...], Bounded] = key(
        ask="The words themselves, as a source quotes them",
        option="quote",
        examples=[[{"text": "The words", "lang": "en", "source": "harbour-news-2024-07-29"}]],
    )
    """The words in each language and wording that was read."""


@rule(
    {
        "anyOf": [{"required": ["by"]}, {"required": ["unnamed"]}],
        "not": {"required": ["by", "unnamed"]},
        "dependencies": {"speaker": ["by"], "side": ["unnamed"]},
    }
)
def _names_one_claimant(claim: "Claim") -> Broken:
    if (claim.by is None) == (claim.unnamed is None):
        message = say("a claim needs exactly one of `by` (an actor) and `unnamed` (words)")
        yield "by" if claim.by else "unnamed", message
    elif claim.speaker is not None and claim.by is None:
        yield "speaker", say("`speaker` goes with `by`")
    elif claim.side is not None and claim.unnamed is None:
        yield "side", say("`side` goes with `unnamed`")


@needs("sources")
def _has_sources(_: "Claim") -> Broken:
    yield "sources", say("a claim needs at least one source")


@needs("because", where="assessment", having=lambda assessment: not assessment.usual)
def _gives_reasons(claim: "Claim") -> Broken:
    yield "assessment", say("the assessment {term} needs its reason under `because`", term=claim.assessment.value)


@rule({"dependencies": {"repeats": {"not": {"anyOf": [{"required": ["revises"]}, {"required": ["withdraws"]}]}}}})
def _says_the_same_or_otherwise(claim: "Claim") -> Broken:
    if claim.repeats is not None and (claim.revises is not None or claim.withdraws is not None):
        yield "repeats", say("a claim that `repeats` another cannot also revise or withdraw one")


class Claim(Ruled):
    """What somebody says, in our words, with who, when, on what basis, and what the editors make of it."""

    id: Annotated[Id, AfterValidator(_read_claim_id)] = key(examples=["front-count"])
    """Its name within the event; its permalink is the event's page with `#` and this."""
    by: ActorId | None = key(
        None, ask="Who says it (leave empty where the source does not name the speaker)", examples=["river-front"]
    )
    """Who says it: the id of an actor. Either this or `unnamed`."""
    speaker: ActorId | None = key(None, ask="The person who spoke for it", given=("by", None), examples=["mara-linde"])
    """The person through whom it is said: the id of an actor."""
    unnamed: LocalText | None = key(
        None, ask="What the source says of the speaker", given=("by", ""), examples=["a local politician"]
    )
    """What the source says of a speaker whom it does not name. Either this or `by`."""
    side: ActorId | None = key(None, ask="Whose side the speaker is on", given=("by", ""), examples=["river-front"])
    """Whose side an unnamed speaker is on: the id of an actor."""
    via: Annotated[Line, RefersTo(Kind.ACTOR)] | None = key(
        None, ask="Who relayed it: an actor, or a name", examples=["coast-agency", "Radio Harbour"]
    )
    """Who relayed it: an actor's id, or a name in words."""
    date: Date | None = key(None, ask="When it was said", examples=A_DAY)
    """When it was said; left out where that is not known."""
    said_in: EventId | None = key(None, help="The event in which it was said", examples=["2024-08-01-front-gives-toll"])
    """The event in which it was said, which shows it too."""
    topic: Topic = key(ask="What it is about")
    """What the claim is about."""
    about: LocalText | None = key(
        None, help="What it is about, where the topic alone does not say it", examples=["the ship at Low Bridge"]
    )
    """A short label of what it is about, where the topic alone does not say it: the heading above such claims."""
    says: LocalText = key(ask="What is said, in your own words", examples=["Nine of its own men died."])
    """What is claimed, in your own words."""
    quote: Quote | None = key(
        None, examples=[{"original": "uk", "versions": [{"text": "…", "lang": "en", "source": "harbour-news"}]}]
    )
    """The words themselves, with translations that differ side by side."""
    covers: Date | None = key(None, help="The period that was counted", examples=["2024-07-25/2024-07-27"])
    """The days that were counted."""
    figures: dict[Parties, dict[FigureCategory, Figure]] = key(
        {},
        max_length=MOST_PARTIES,
        ask="Figure (army.killed=84)",
        given=("topic", "toll"),
        examples=[{"grey-company": {"killed": "84"}, "grey-company+army": {"captured": "~7"}}],
    )
    """Figures by party (ids joined by `+`) and category."""
    happened: Date | None = key(None, ask="The date that it gives", given=("topic", "date"), examples=["2024-07-25"])
    """For the topic date: the date that the claim gives."""
    place: PlaceId | None = key(None, ask="The place that it gives", given=("topic", "place"), examples=["eastbridge"])
    """For the topic place: the place that the claim gives."""
    revises: ClaimRef | None = key(
        None,
        help="The claim that it revises: its id, or event-id#claim-id",
        examples=["front-first", "2024-07-25-eastbridge-battle#front-first"],
    )
    """A claim that this one replaces: an id here, or event-id#claim-id."""
    denies: ClaimRef | None = key(
        None,
        help="The claim that it denies: its id, or event-id#claim-id",
        examples=["brigade-ambush", "2024-07-29-spokesman-statement#rebels-informed"],
    )
    """A claim that this one says is not true."""
    confirms: ClaimRef | None = key(
        None, help="The claim that it confirms: its id, or event-id#claim-id", examples=["company-drones"]
    )
    """A claim that this one bears out."""
    withdraws: ClaimRef | None = key(
        None, help="The claim that it withdraws: its id, or event-id#claim-id", examples=["first-count"]
    )
    """A claim that this one takes back."""
    repeats: ClaimRef | None = key(
        None, help="The claim that the same claimant says again: its id, or event-id#claim-id", examples=["first-count"]
    )
    """A claim that the same claimant says again here, and nothing else: the two are one voice."""
    question: QuestionId | None = key(None, ask="The open question it bears on", examples=["westland-helped"])
    """The open question on which it bears."""
    basis: Basis = key(Basis.of("statement"), help="What it rests on")
    """What the claim rests on."""
    duress: Flag = key(False, help="Said under a captor's control")
    """Whether it was said under a captor's control."""
    assessment: Assessment = key(Assessment.of("unassessed"), help="What the editors make of it")
    """What the editors make of it."""
    because: LocalText | None = key(
        None,
        ask="Why, in a sentence",
        given=("assessment", None),
        examples=["Coast Agency reported that it could not confirm the figures."],
    )
    """The reason for the assessment; required by every assessment but unassessed."""
    sources: SourceRefs = key(ask="Source")
    """The sources that report the claim."""
    former_ids: Annotated[
        tuple[Annotated[Id, AfterValidator(_read_claim_id)], ...], Field(max_length=MOST_FORMER_IDS)
    ] = key((), examples=[["front-first-count"]])
    """Ids that the claim had before: links to them lead to it for ever."""

    rules = (_names_one_claimant, _has_sources, _gives_reasons, _says_the_same_or_otherwise)
