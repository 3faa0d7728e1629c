"""The closed lists: every value a record may choose from, each with the sentence that defines it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A value of a closed list: the text as written in YAML, and its definition."""

    definition: str
    """One sentence that says what the value means; schema, docs and tooltips are made from it."""

    def __new__(cls, value: str, definition: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.definition = definition
        return term

    @property
    def label(self) -> str:
        """The value in words, as pages print it."""
        return str(self.value).replace("-", " ")


class EventKind(Term):
    """What sort of thing happened."""

    BATTLE = "battle", "Fighting between armed sides, each of which could and did fight back."
    AMBUSH = "ambush", "A surprise attack on a force that was moving or resting."
    ATTACK = "attack", "An armed attack on a place, a force or people that is neither an ambush nor a battle."
    AIR_STRIKE = "air-strike", "An attack from the air, by aircraft, helicopter or drone."
    KILLING_OF_CIVILIANS = "killing-of-civilians", "The killing of people who took no part in fighting."
    CAPTURE_OF_PLACE = "capture-of-place", "A force taking control of a place."
    DEPLOYMENT = "deployment", "Forces or personnel sent to a place or country."
    WITHDRAWAL = "withdrawal", "Forces or personnel leaving a place or country."
    COUP = "coup", "An attempt, successful or not, to take power by force or threat."
    ORGANISATION = "organisation", "An organisation founded, renamed, merged, split or dissolved."
    AGREEMENT = "agreement", "An agreement made, changed or ended between parties."
    DECISION = "decision", "A formal decision by an authority."
    MEETING = "meeting", "A meeting between named parties."
    STATEMENT = "statement", "Words that somebody is on record for and that others answered."
    PUBLICATION = "publication", "A report, article, video or picture made public, that others answered."
    DETENTION = "detention", "Somebody arrested, captured or held."
    ACCIDENT = "accident", "A crash or other event that nobody is established to have intended."
    DEATH = "death", "The death of a person in public life that is not part of another event."


class Standing(Term):
    """How sure it is that an event happened, that somebody took part, or that a place is meant."""

    ESTABLISHED = "established", "No party on record contests it, and its sources state it."
    CLAIMED = "claimed", "Somebody says so, and nobody independent has established it."
    DISPUTED = "disputed", "Somebody says so, and somebody else denies it."
    WITHDRAWN = "withdrawn", "Whoever said so has taken it back, or the editors no longer rely on it."


class Importance(Term):
    """How prominently an event is shown."""

    MAJOR = "major", "An event that a short account of the chronicle would name."
    NORMAL = "normal", "An event of the chronicle."
    MINOR = "minor", "An event of detail, shown with less weight."


class ActorRole(Term):
    """What an actor did in an event."""

    ATTACKER = "attacker", "Attacked."
    ATTACKED = "attacked", "Was attacked."
    SUPPORTER = "supporter", "Helped one side without attacking itself."
    COMMANDER = "commander", "Commanded forces that took part."
    AFFECTED = "affected", "Was hit by what happened without taking part in it."
    SPEAKER = "speaker", "Made the statement or publication."
    ADDRESSEE = "addressee", "Was the one to whom it was said or addressed."
    SUBJECT = "subject", "Was the one whom the event is about."
    DECIDER = "decider", "Took the decision."
    MEDIATOR = "mediator", "Stood between parties to bring them to agree."
    PARTICIPANT = "participant", "Took part in a way that no other role names."


class PlaceRole(Term):
    """What a place is to an event."""

    SITE = "site", "Where it happened."
    ORIGIN = "origin", "Where the movement began."
    DESTINATION = "destination", "Where the movement was going or ended."
    MENTIONED = "mentioned", "Named in the event without being where it happened."


class LinkType(Term):
    """How one event is tied to another."""

    CONSEQUENCE_OF = "consequence-of", "A source says that the other event caused or enabled this one."
    RESPONDS_TO = "responds-to", "This event is somebody's answer to the other."
    ABOUT = "about", "This event is a statement or report on the other."
    PART_OF = "part-of", "This event lies within the other."
    AFTER = "after", "This event starts after the other ends."
    BEFORE = "before", "This event ends before the other starts."
    LED_TO = (
        "led-to",
        "The inverse of consequence-of: a source says that this event caused or enabled the other.",
    )
    ANSWERED_BY = "answered-by", "The inverse of responds-to: the other event is an answer to this one."
    SUBJECT_OF = "subject-of", "The inverse of about: the other event is a statement or report on this one."
    INCLUDES = "includes", "The inverse of part-of: the other event lies within this one."

    @property
    def inverse(self) -> LinkType:
        """The type of the same link seen from the other event."""
        return _INVERSES[self]


_INVERSE_PAIRS = (
    (LinkType.CONSEQUENCE_OF, LinkType.LED_TO),
    (LinkType.RESPONDS_TO, LinkType.ANSWERED_BY),
    (LinkType.ABOUT, LinkType.SUBJECT_OF),
    (LinkType.PART_OF, LinkType.INCLUDES),
    (LinkType.AFTER, LinkType.BEFORE),
)
_INVERSES = dict(_INVERSE_PAIRS) | {right: left for left, right in _INVERSE_PAIRS}


class Topic(Term):
    """What a claim is about."""

    OCCURRENCE = "occurrence", "Whether and how the event happened."
    DATE = "date", "When it happened."
    PLACE = "place", "Where it happened."
    PARTICIPATION = "participation", "Who took part."
    RESPONSIBILITY = "responsibility", "Who is answerable for it."
    TOLL = "toll", "How many were killed, wounded, captured or otherwise affected."
    CONDUCT = "conduct", "How those who took part behaved."
    SUPPORT = "support", "Who helped whom, and with what."
    AUTHENTICITY = "authenticity", "Whether a picture, video, document or quotation is what it is said to be."
    OTHER = "other", "Anything else that has to be attributed."


class Basis(Term):
    """What a claim rests on."""

    STATEMENT = "statement", "The claimant says so and gives nothing else."
    WITNESS = "witness", "The claimant relies on people who say that they were there."
    IMAGERY = (
        "imagery",
        "The claimant relies on pictures, video or satellite imagery that others can examine.",
    )
    DOCUMENTS = "documents", "The claimant relies on documents that others can examine."
    COMPILED = "compiled", "Put together from what others published, as an encyclopedia or a list is."


class Assessment(Term):
    """What the editors make of a claim."""

    UNASSESSED = "unassessed", "The editors have not judged it."
    UNVERIFIED = "unverified", "Somebody tried to confirm it and could not, or it cannot be checked."
    SUPPORTED = "supported", "Two independent origins, imagery or documents bear it out."
    CONTRADICTED = "contradicted", "Better evidence speaks against it."


class FigureCategory(Term):
    """What a figure counts."""

    KILLED = "killed", "People killed."
    WOUNDED = "wounded", "People wounded."
    CAPTURED = "captured", "People taken prisoner."
    MISSING = "missing", "People not accounted for."
    DISPLACED = "displaced", "People who had to leave where they lived."
    PRESENT = "present", "People who were there."
    RELEASED = "released", "People let go from captivity."
    KILLED_OR_CAPTURED = "killed-or-captured", "People killed or captured, counted together by the claimant."
    KILLED_OR_WOUNDED = "killed-or-wounded", "People killed or wounded, counted together by the claimant."
    MISSING_OR_CAPTURED = (
        "missing-or-captured",
        "People missing or captured, counted together by the claimant.",
    )
    SEXUAL_VIOLENCE = "sexual-violence", "People subjected to sexual violence."


class Party(Term):
    """Whose losses a figure counts, where that is not an actor with a record."""

    CIVILIANS = "civilians", "People who took no part in fighting."
    CHILDREN = "children", "People under eighteen."
    WOMEN = "women", "Women, counted as such by the claimant."
    ATTACKERS = "attackers", "Those who attacked, where the claimant does not say who they were."
    UNSTATED = "unstated", "The claimant does not say whose losses they were."


class ActorType(Term):
    """What sort of actor it is."""

    STATE = "state", "A state and its authorities as a whole."
    GOVERNMENT_BODY = "government-body", "A ministry, court, council or other organ of a state."
    ARMED_FORCES = "armed-forces", "The regular forces of a state."
    ARMED_GROUP = "armed-group", "An organised armed group that is not a state's."
    COALITION = "coalition", "An alliance of groups or states."
    PRIVATE_MILITARY = "private-military", "A company or network that fights or guards for pay."
    INTELLIGENCE_SERVICE = "intelligence-service", "A state's intelligence or security service."
    UNIT = "unit", "A part of a force, group or service."
    INTERNATIONAL_BODY = "international-body", "An organisation of states, or one of its organs or missions."
    COMPANY = "company", "A company that is neither media nor military."
    MEDIA = "media", "A newsroom, agency or other publisher of news."
    NGO = "ngo", "A non-governmental organisation, institute or research group."
    PERSON = "person", "One person, named for a reason the record gives."
    UNIDENTIFIED = "unidentified", "Somebody described by sources who has not been identified."


class NamedBecause(Term):
    """Why a person is named at all."""

    PUBLIC_OFFICE = "public-office", "The person holds or held public office or high command."
    PUBLIC_STATEMENT = "public-statement", "The person spoke in public under their own name."
    NAMED_BY_OWN_SIDE = "named-by-own-side", "The person's own side named them in public."
    CONVICTED = "convicted", "A court convicted the person of what the record is about."


class Succession(Term):
    """How one actor came out of another."""

    RENAMED = "renamed", "The same organisation under a new name."
    MERGED = "merged", "The other became part of this one."
    SPLIT = "split", "This one broke away from the other."
    REPLACED = "replaced", "This one took the other's place."


class PlacePrecision(Term):
    """How closely a place's coordinates are known."""

    EXACT = "exact", "The coordinates are those of the spot itself."
    SETTLEMENT = "settlement", "Somewhere in the settlement that the coordinates mark."
    NEAR = "near", "Somewhere within a radius of the coordinates."
    DISTRICT = "district", "Somewhere in a district around the coordinates."
    REGION = "region", "Somewhere in a region around the coordinates."
    COUNTRY = "country", "Somewhere in a country."
    UNLOCATED = "unlocated", "Not located."


class SourceKind(Term):
    """What sort of publication a source is."""

    AGENCY = "agency", "A news agency."
    OUTLET = "outlet", "A newspaper, broadcaster or news site."
    OFFICIAL = "official", "A state, an international body or one of its organs, on its own account."
    PARTY = "party", "A party to the events, or a medium that speaks for one."
    NGO = "ngo", "A non-governmental organisation."
    RESEARCH = "research", "A research institute or scholar."
    COURT = "court", "A court."
    SOCIAL = "social", "A post on a social network."
    COMPILATION = "compilation", "An encyclopedia, list or other work put together from publications."


class Consulted(Term):
    """What the editors read of a source."""

    FULL = "full", "The editors read all of it."
    EXCERPT = "excerpt", "The editors read part of it."
    NO = "no", "The editors have not read it; it is listed because others cite it."


class State(Term):
    """Whether a thread or question is still being added to."""

    OPEN = "open", "It is still being followed, or nobody has settled it."
    CLOSED = "closed", "The thread has ended."
    SETTLED = "settled", "The question has an answer that nobody on record contests."


class CorrectionKind(Term):
    """Why a record was changed in meaning."""

    ERROR = "error", "What stood there was wrong."
    UPDATE = "update", "Something new became known."
    CLARIFICATION = "clarification", "What stood there could be misread."
    PRIVACY = "privacy", "Something was removed to protect somebody."


CLOSED_LISTS: dict[str, type[Term]] = {
    "Kinds of event": EventKind,
    "Standing": Standing,
    "Importance": Importance,
    "Roles of actors": ActorRole,
    "Roles of places": PlaceRole,
    "Links between events": LinkType,
    "Topics of claims": Topic,
    "Basis of a claim": Basis,
    "Assessment of a claim": Assessment,
    "What a figure counts": FigureCategory,
    "Whose losses, besides actors": Party,
    "Types of actor": ActorType,
    "Why a person is named": NamedBecause,
    "How an actor came out of another": Succession,
    "How closely a place is known": PlacePrecision,
    "Kinds of source": SourceKind,
    "What was read of a source": Consulted,
    "State of a thread or question": State,
    "Kinds of correction": CorrectionKind,
}
"""Every closed list under its heading, in the order in which the method page prints them."""
