"""A question's ledger: who said what on it, in the order given, with strands that join denials to what they deny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.claim_lines import ClaimLine, has_fighters, view_claim_line
from site_builder.pages.claims import ClaimTie, former_keys, free_anchors, view_ties
from site_builder.pages.context import Here
from site_builder.pages.known import knowledge
from site_builder.pages.sides import part_of, side_of
from site_builder.pages.statements import SAME_STATEMENT, gather_statements, words_of_repeats
from site_builder.pages.strands import Strand, lay_strands

_DENIALS = (RelationType.DENIES, RelationType.DENIED_BY)


@dataclass(frozen=True, slots=True)
class LedgerTie:
    """How an entry stands to another claim, and the strand that joins the two."""

    tie: ClaimTie
    """It leads to the other's entry where that stands in this ledger, else to its event's page."""
    where: str = ""
    """`above` or `below` in this ledger; empty where it is not in it."""
    lane: int = 0
    """The lane of the strand that begins, ends or branches here, from 1; 0 where none does."""
    up: bool = False
    """Whether the strand goes on to entries above."""
    down: bool = False
    """Whether it goes on to entries below."""
    up_since: str = ""
    """The day from which it does; may be empty."""
    down_since: str = ""


@dataclass(frozen=True, slots=True)
class Passing:
    """A strand that passes by."""

    lane: int
    since: str
    """The day from which claims above and below are known that it joins; may be empty."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A claim in a ledger, and those that say the same again."""

    claim: ClaimLine
    anchor: str
    former: tuple[str, ...]
    """The anchors that it had before."""
    side: str
    """Whose side the claimant is on, or its part in the event; empty where there is nothing more to say of it."""
    ties: tuple[LedgerTie, ...]
    """Its own, then denials that tie the claims under it."""
    passing: tuple[Passing, ...] = ()
    """The strands that pass by."""
    again: tuple[LedgerEntry, ...] = ()
    """The claims under it, which say the same again or confirm it."""
    again_words: str = ""
    """How often it was said again and who confirmed it."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Claims on a question, in order."""

    entries: tuple[LedgerEntry, ...]
    lanes: int
    """How many strands run side by side."""
    undated: int
    """How many claims, at the end or under an earlier one, carry no date."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the claims of a ledger stand in it."""

    rows: tuple[tuple[ClaimKey, ...], ...]
    """A row a statement: its first claim, and those that say it again."""
    row_of: Mapping[ClaimKey, int]
    former: Mapping[ClaimKey, tuple[str, ...]]
    strands: tuple[Strand, ...]

    def joined_since(self, here: Here, strand: Strand, *parts: range) -> str:
        """The day from which a strand's denied claim is known, and in each part of the ledger one that it joins."""
        known = knowledge(here)
        found = [[self.rows[at][0] for at in strand.members if at in part] for part in parts]
        return known.since_one_of_each([[self.rows[strand.denied][0]], *found])


def view_ledger(here: Here, ordered: Sequence[ClaimKey]) -> Ledger:
    """Claims in the order given; those that stand on another page are not joined to these."""
    rows = gather_statements(here, ordered)
    row_of = {key: at for at, row in enumerate(rows) for key in row}
    former = free_anchors((_anchors_before(here, key) for key in ordered), map(anchor_of, ordered))
    strands = lay_strands(_denials(here, row_of))
    places = _Places(rows, row_of, dict(zip(ordered, former, strict=True)), strands)
    entries = tuple(_row(here, at, places) for at in range(len(rows)))
    return Ledger(
        entries,
        lanes=max((tie.lane for entry in entries for tie in entry.ties), default=0),
        undated=sum(here.chronicle.claims.all[key].date is None for key in ordered),
    )


def anchor_of(key: ClaimKey) -> str:
    """The id of a claim's entry in the ledger of its question."""
    return f"{key.event}-{key.claim}"


def _denials(here: Here, row_of: Mapping[ClaimKey, int]) -> Mapping[int, list[int]]:
    """By the row of what is denied the rows of its denials."""
    denials: dict[int, dict[int, None]] = {}
    for key, row in row_of.items():
        for relation in here.chronicle.claims.relations[key]:
            denial = row_of.get(relation.other, row)
            if relation.type is RelationType.DENIED_BY and denial != row:
                denials.setdefault(row, {})[denial] = None
    return {row: list(found) for row, found in denials.items()}


def _row(here: Here, at: int, places: _Places) -> LedgerEntry:
    """A row: its first claim, which bears the strands of all its claims, and the others under it."""
    statement = places.rows[at]
    under = tuple(_entry(here, key, places, _ties_under(here, key, places)) for key in statement[1:])
    return replace(
        _entry(here, statement[0], places, _ties_of_row(here, at, places)),
        passing=tuple(
            Passing(strand.lane, places.joined_since(here, strand, range(at), range(at + 1, len(places.rows))))
            for strand in places.strands
            if strand.top < at < strand.bottom and at not in strand.members
        ),
        again=under,
        again_words=words_of_repeats(here, statement) if under else "",
    )


def _entry(here: Here, key: ClaimKey, places: _Places, ties: Iterable[LedgerTie]) -> LedgerEntry:
    line, claim = view_claim_line(here, key), here.chronicle.claims.all[key]
    side = side_of(here, claim) if has_fighters(here) else part_of(here, key, claim)
    named = [link.label for link in (line.claimant, line.side) if link is not None]
    return LedgerEntry(
        claim=line,
        anchor=anchor_of(key),
        former=places.former[key],
        side="" if side in named else side,
        ties=tuple(ties),
    )


def _ties_of_row(here: Here, at: int, places: _Places) -> Iterator[LedgerTie]:
    """The ties of a row's first claim and the denials that tie the others, each with the strand that it begins."""
    ties = list(_ties_of(here, places.rows[at], places))
    drawn: dict[int, tuple[Strand, ClaimTie]] = {}
    # Several denials share one strand: it begins at the one that was made first.
    for tie in sorted(ties, key=lambda tie: knowledge(here).day(tie.key)):
        if (strand := _strand_of(tie, at, places)) is not None:
            drawn.setdefault(strand.denied, (strand, tie))
    begun = {id(tie): strand for strand, tie in drawn.values()}
    for tie in ties:
        placed = _place(tie, at, places)
        yield _with_strand(here, placed, at, places, begun[id(tie)]) if id(tie) in begun else placed


def _with_strand(here: Here, tie: LedgerTie, at: int, places: _Places, strand: Strand) -> LedgerTie:
    above, below = range(at), range(at + 1, len(places.rows))
    return replace(
        tie,
        lane=strand.lane,
        up=strand.top < at,
        down=at < strand.bottom,
        up_since=places.joined_since(here, strand, above),
        down_since=places.joined_since(here, strand, below),
    )


def _ties_of(here: Here, statement: Sequence[ClaimKey], places: _Places) -> Iterator[ClaimTie]:
    """What a statement's first claim has to do with others, and the denials of any: each other statement once."""
    named: set[object] = set()
    for key in statement:
        for tie in view_ties(here, key):
            denial = tie.type in _DENIALS
            other = (tie.type, places.row_of.get(tie.key, tie.key) if denial else tie.key)
            if tie.key not in statement and other not in named and (denial or key == statement[0]):
                named.add(other)
                yield tie


def _ties_under(here: Here, key: ClaimKey, places: _Places) -> Iterator[LedgerTie]:
    """The ties of a claim that stands under another: that it says the same is said above it already."""
    at = places.row_of[key]
    for tie in view_ties(here, key):
        if tie.type not in SAME_STATEMENT or places.row_of.get(tie.key) != at:
            yield _place(tie, at, places)


def _place(tie: ClaimTie, at: int, places: _Places) -> LedgerTie:
    """A tie as it leads to the other claim's entry, where that stands in this ledger."""
    other = places.row_of.get(tie.key)
    if other is None:
        return LedgerTie(tie)
    here = replace(tie, other=replace(tie.other, href=f"#{anchor_of(tie.key)}"), event=None, since="")
    return LedgerTie(here, "above" if other <= at else "below")


def _strand_of(tie: ClaimTie, at: int, places: _Places) -> Strand | None:
    denied = {RelationType.DENIES: places.row_of.get(tie.key), RelationType.DENIED_BY: at}.get(tie.type)
    joined = places.row_of.get(tie.key) is not None
    return next((strand for strand in places.strands if joined and strand.denied == denied), None)


def _anchors_before(here: Here, key: ClaimKey) -> list[str]:
    return [anchor_of(former) for former in former_keys(here, key)]
