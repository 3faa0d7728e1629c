"""A question's ledger: who said what on it, in the order given, with strands that join denials to what they deny."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.linking import ClaimKey, RelationType, belongs_to
from site_builder.pages.claim_lines import ClaimLine, has_fighters, view_claim_line
from site_builder.pages.claims import ClaimTie, former_keys, free_anchors, view_ties
from site_builder.pages.context import Here
from site_builder.pages.foreign import join
from site_builder.records import Claim, Kind
from site_builder.vocabulary import ActorRole, ActorType

_SAY_LITTLE = (ActorRole.of("speaker"), ActorRole.of("participant"))
"""Roles that whoever makes a claim has anyhow."""
LANES = 4
"""How many strands can run beside one entry; where more would, the words alone join the claims."""


@dataclass(frozen=True, slots=True)
class LedgerTie:
    """How an entry stands to another claim, and the strand that joins the two."""

    tie: ClaimTie
    """It leads to the other's entry where that stands in this ledger, else to its event's page."""
    where: str
    """`above` or `below` in this ledger; empty where it is not in it."""
    lane: int
    """The lane of the strand that begins, ends or branches here, from 1; 0 where none does."""
    up: bool
    """Whether the strand goes on to entries above."""
    down: bool
    """Whether it goes on to entries below."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A claim in a ledger."""

    claim: ClaimLine
    anchor: str
    former: tuple[str, ...]
    """The anchors that it had before."""
    side: str
    """Whose side the claimant is on, or its part in the event; empty where there is nothing more to say of it."""
    ties: tuple[LedgerTie, ...]
    passing: tuple[int, ...]
    """Lanes of the strands that pass by."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A denied claim and its denials as positions in a ledger, and the lane in which they are joined."""

    denied: int
    members: frozenset[int]
    lane: int

    @property
    def top(self) -> int:
        return min(self.members)

    @property
    def bottom(self) -> int:
        return max(self.members)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Claims on a question, in order."""

    entries: tuple[LedgerEntry, ...]
    lanes: int
    """How many strands run side by side."""
    undated: int
    """How many entries, at the end, carry no date."""


def view_ledger(here: Here, ordered: Sequence[ClaimKey]) -> Ledger:
    """Claims in the order given; those that stand on another page are not joined to these."""
    position = {key: index for index, key in enumerate(ordered)}
    strands = lay_strands(_denials(here, ordered, position))
    former = free_anchors((map(_anchor, former_keys(here, key)) for key in ordered), map(_anchor, ordered))
    entries = tuple(_entry(here, key, anchors, position, strands) for key, anchors in zip(ordered, former, strict=True))
    return Ledger(
        entries,
        lanes=max((tie.lane for entry in entries for tie in entry.ties), default=0),
        undated=sum(entry.claim.said is None for entry in entries),
    )


def lay_strands(denials: Mapping[int, Sequence[int]], lanes: int = LANES) -> tuple[Strand, ...]:
    """Strands by the position of the denied claim, each in the first lane that is free along all of it."""
    strands: list[Strand] = []
    last_used: dict[int, int] = {}
    found = [(min(denied, *deniers), denied, frozenset((denied, *deniers))) for denied, deniers in denials.items()]
    for top, denied, members in sorted(found, key=lambda strand: strand[:2]):
        lane = next((lane for lane in range(1, lanes + 1) if last_used.get(lane, -1) < top), 0)
        if lane:
            last_used[lane] = max(members)
            strands.append(Strand(denied, members, lane))
    return tuple(strands)


def side_of(here: Here, claim: Claim) -> str:
    """The party that a claimant speaks for, in words: `Norland`, `third party`, `side not stated`."""
    speaker = claim.by or claim.side
    if speaker is None:
        return here.say("side not stated")
    party, kind = _party_of(here, speaker)
    if kind is not None and kind.third_party:
        return here.say("third party")
    return here.name(Kind.ACTOR, party, claim.date)


def part_of(here: Here, key: ClaimKey, claim: Claim) -> str:
    """What a claimant is to the event, and another for whom it speaks, in words: `defendant, Mill Company`.

    It stands for the side where nobody can fight: there the accused is no third party.
    """
    speaker = claim.by or claim.side
    if speaker is None:
        return ""
    parts = here.chronicle.events[key.event].actors
    own = dict.fromkeys(part.role for part in parts if part.actor is not None and part.actor == claim.by)
    roles = [here.gettext(role.label) for role in own if role not in _SAY_LITTLE]
    party, _ = _party_of(here, speaker)
    others = [here.name(Kind.ACTOR, party, claim.date)] if party not in (claim.by, claim.side) else []
    return join(", ", [*roles, *others])


def _party_of(here: Here, speaker: str) -> tuple[str, ActorType | None]:
    """The first party among all that a speaker belongs to, else the last of them; and its type."""
    actors = here.chronicle.actors
    kin = belongs_to(actors, speaker)
    types = {actor_id: actors[actor_id].type for actor_id in kin if actor_id in actors}
    party = next((actor_id for actor_id, its in types.items() if its.party), kin[-1])
    return party, types.get(party)


def _denials(here: Here, ordered: Sequence[ClaimKey], position: Mapping[ClaimKey, int]) -> Mapping[int, list[int]]:
    denials: dict[int, list[int]] = {}
    for key in ordered:
        for relation in here.chronicle.claims.relations[key]:
            if relation.type is RelationType.DENIED_BY and relation.other in position:
                denials.setdefault(position[key], []).append(position[relation.other])
    return denials


def _entry(
    here: Here,
    key: ClaimKey,
    former: tuple[str, ...],
    position: Mapping[ClaimKey, int],
    strands: Sequence[Strand],
) -> LedgerEntry:
    at = position[key]
    drawn: set[int] = set()
    line, claim = view_claim_line(here, key), here.chronicle.claims.all[key]
    side = side_of(here, claim) if has_fighters(here) else part_of(here, key, claim)
    named = [link.label for link in (line.claimant, line.side) if link is not None]
    return LedgerEntry(
        claim=line,
        anchor=_anchor(key),
        former=former,
        side="" if side in named else side,
        ties=tuple(_tie(tie, at, position, strands, drawn) for tie in view_ties(here, key)),
        passing=tuple(
            strand.lane for strand in strands if strand.top < at < strand.bottom and at not in strand.members
        ),
    )


def _tie(
    tie: ClaimTie, at: int, position: Mapping[ClaimKey, int], strands: Sequence[Strand], drawn: set[int]
) -> LedgerTie:
    """`drawn` are the strands that an earlier tie of the entry holds already: several denials share one."""
    other = position.get(tie.key)
    strand = None if other is None else _strand_of(tie.type, at, other, strands)
    if strand is not None and strand.denied in drawn:
        strand = None
    if strand is not None:
        drawn.add(strand.denied)
    return LedgerTie(
        tie if other is None else replace(tie, other=replace(tie.other, href=f"#{_anchor(tie.key)}"), event=None),
        where="" if other is None else "above" if other < at else "below",
        lane=strand.lane if strand is not None else 0,
        up=strand is not None and strand.top < at,
        down=strand is not None and at < strand.bottom,
    )


def _strand_of(relation: RelationType, at: int, other: int, strands: Sequence[Strand]) -> Strand | None:
    denied = {RelationType.DENIES: other, RelationType.DENIED_BY: at}.get(relation)
    return next((strand for strand in strands if strand.denied == denied), None)


def _anchor(key: ClaimKey) -> str:
    return f"{key.event}-{key.claim}"
