"""What differs between two states of a chronicle, as data: printed as text, Markdown or JSON."""

from dataclasses import dataclass
from enum import StrEnum

from site_builder.languages import Message, say
from site_builder.problems import Problem
from site_builder.records import Kind
from site_builder.vocabulary import LinkType


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared with what."""

    base: str
    """The branch, tag or commit that was asked for."""
    commit: str
    """The id, in full, of the commit at which the work left that."""
    prefix: str
    """What to put before the path of a record so that it can be opened: `events/`."""
    silent: tuple[str, ...] = ()
    """Files that differ and say the same, without the prefix."""

    @property
    def short(self) -> str:
        """The beginning of the commit's id, as people write it."""
        return self.commit[:10]


class How(StrEnum):
    """What became of a record or a claim."""

    ADDED = say("added")
    CHANGED = say("changed")
    RENAMED = say("renamed")
    """It has another id, and perhaps other content too."""
    REMOVED = say("removed")
    ERASED = say("removed for privacy")
    """Nothing of what it said is told."""
    UNREADABLE = "unreadable"
    """Its file is there, but its record cannot be read any more."""
    READABLE = "readable"
    """Its file was there, but its record could not be read before."""

    @property
    def words(self) -> Message:
        """What is said of a record: `1 event added`."""
        spoken = {How.UNREADABLE: say("that cannot be read"), How.READABLE: say("that can be read again")}
        return spoken.get(self, say(self.value))


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value, or an item of a list, that was put in, taken out, or replaced."""

    key: str
    """As written in YAML; those of nested keys are joined: `figures army killed`."""
    before: str | None
    """In words; None where there was nothing."""
    after: str | None
    """In words; None where there is nothing now."""
    prose: bool = False
    """Whether it is text, of which some words may have stayed."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim of an event that was put in, changed, renamed or taken out."""

    how: How
    id: str
    was: str | None
    """The id before, of a renamed one."""
    claimant: str
    """In words."""
    says: str
    """As it says now, or said last."""
    fields: tuple[FieldChange, ...]
    """Of one that was added: what it holds besides `says` and its claimant."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that was put in, changed, renamed or taken out."""

    how: How
    kind: Kind
    id: str
    title: str
    """Its title, name, or publisher; empty of one that was removed for privacy."""
    file: str
    """Where it stands, or stood, below the folder of the records; of such a one the list that says so."""
    other: str | None = None
    """Of a renamed record the id before; of a removed one the id of the record that its address leads to now."""
    fields: tuple[FieldChange, ...] = ()
    """Of one that was added, or could not be read: all that it holds, but links and claims."""
    claims: tuple[ClaimChange, ...] = ()
    """Of an event; of one that was added, removed or could not be read, all."""


@dataclass(frozen=True, slots=True)
class Move:
    """An event whose place among the other events is new."""

    event: str
    previous: str | None
    """The event that it comes after now; None where it is the first."""
    next: str | None
    """The event that it comes before now; None where it is the last."""
    now_before: tuple[str, ...] = ()
    """Events that it followed and now precedes, in order."""
    now_after: tuple[str, ...] = ()
    """Events that it preceded and now follows, in order."""


class LinkTurn(StrEnum):
    """What became of a link."""

    MADE = say("made")
    BROKEN = say("broken")
    REWORDED = say("reworded")
    """Its note or its sources are others."""


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link between two events, whichever of them wrote it."""

    turn: LinkTurn
    source: str
    type: LinkType
    target: str
    fields: tuple[FieldChange, ...] = ()
    """Its note and sources, where there are any or they are others."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Links and dates that cannot all be right, now or no longer."""

    now: bool
    links: tuple[str, ...]
    """`b after a`; where there are many, the first."""
    sentence: str


class Turn(StrEnum):
    """What became of a claim by what others say."""

    DISPUTED = say("now disputed")
    NOT_DISPUTED = say("no longer disputed")
    REVISED = say("now revised by another claim")
    NOT_REVISED = say("no longer revised by another claim")
    WITHDRAWN = say("now withdrawn by another claim")
    NOT_WITHDRAWN = say("no longer withdrawn by another claim")


@dataclass(frozen=True, slots=True)
class ClaimTurn:
    """A claim that stands otherwise to other claims than before."""

    turn: Turn
    claim: str
    """`event#claim`."""
    claimant: str


class NoticeSort(StrEnum):
    """What a warning is about."""

    RENAMED = "renamed-without-former-id"
    CORRECTED = "changed-without-correction"
    REUSED = "id-of-another"
    UNLISTED = "removal-not-listed"


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """A warning about the change itself, which neither state alone shows."""

    file: str
    sort: NoticeSort
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that a change means. Without a difference everything is empty."""

    records: tuple[RecordChange, ...] = ()
    """By kind as the kinds are listed, then by how, then by id."""
    profile: tuple[FieldChange, ...] = ()
    """What the chronicle says of itself otherwise; empty where that cannot be read before or now."""
    moves: tuple[Move, ...] = ()
    """Of events that are in both states and of those that were added, in the order of now."""
    links: tuple[LinkChange, ...] = ()
    clashes: tuple[Clash, ...] = ()
    turns: tuple[ClaimTurn, ...] = ()
    """Of claims that are in both states."""
    unused_sources: tuple[str, ...] = ()
    """Sources that something rested on or cited, and that nothing does now."""
    idle_sources: tuple[str, ...] = ()
    """Sources that were added and that nothing rests on or cites."""
    notices: tuple[Notice, ...] = ()
    introduced: tuple[Problem, ...] = ()
    fixed: tuple[Problem, ...] = ()
    """The line of one that stood in a file that did not change is not known, and 1."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs in meaning."""
        return self == Comparison()
