"""Claims as a table: one row for each figure of a claim, and one for a claim without figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.figures import Figure
from site_builder.formats.table import Cell, Column, Table, as_date, ids_of, joined
from site_builder.languages import say
from site_builder.linking import ANSWERS, ClaimKey
from site_builder.pages import Here
from site_builder.records import Claim


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim, with one of its figures where it has some."""

    key: ClaimKey
    claim: Claim
    disputed: bool
    """Of a claim with figures whether this one is."""
    party: str = ""
    """Whose losses are counted: ids in their order, joined by `+`."""
    category: str = ""
    figure: Figure | None = None


def _rows(here: Here) -> Iterator[Counted]:
    claims = here.chronicle.claims
    for event in here.chronicle.events.values():
        for claim in event.claims:
            key = ClaimKey(event.id, claim.id)
            disputed = claims.disputed_figures(key)
            found = [
                Counted(key, claim, (party, category) in disputed, party, category.value, figure)
                for party, figures in claim.figures.items()
                for category, figure in figures.items()
            ]
            yield from found or (Counted(key, claim, claims.disputed(key)),)


def _origins(here: Here, row: Counted) -> str:
    """Who reported first what the claim rests on: independence is counted by them."""
    sources = here.chronicle.sources
    found = (sources[ref.source].first_reporter for ref in row.claim.sources if ref.source in sources)
    return joined(dict.fromkeys(found))


def _best(row: Counted) -> int | None:
    """The number that is written; None of a range, and of one that is open."""
    digits = row.figure.text.removeprefix("~") if row.figure is not None else ""
    return int(digits) if digits.isdigit() else None


def _answer(relation: str) -> Callable[[Here, Counted], Cell]:
    def cell(_: Here, row: Counted) -> Cell:
        written = getattr(row.claim, relation)
        return "" if written is None else str(ClaimKey.read(written, row.key.event))

    return cell


_ANSWERED = {
    "revises": say("The claim that it replaces."),
    "denies": say("The claim that it says is not true."),
    "confirms": say("The claim that it bears out."),
    "withdraws": say("The claim that it takes back."),
    "repeats": say("The claim of the same claimant that it says again."),
}

CLAIMS: Table[Counted] = Table(
    "claims",
    say("Claims"),
    say("Every claim: who said what, when, on what basis, and what the editors make of it."),
    say("one figure of a claim, for one party and one category; or a claim without figures"),
    (
        Column("permalink", say("The claim: the id of its event and its own."), lambda _, row: str(row.key)),
        Column("event", say("The event that it is about."), lambda _, row: row.key.event),
        Column(
            "claimant", say("Who says it: an actor's id; empty of an unnamed one."), lambda _, row: row.claim.by or ""
        ),
        Column(
            "unnamed",
            say("What the source says of a claimant that it does not name."),
            lambda here, row: here.plain(row.claim.unnamed),
            is_free=True,
        ),
        Column("side", say("Whose side an unnamed claimant is on."), lambda _, row: row.claim.side or ""),
        Column("speaker", say("The person through whom it is said."), lambda _, row: row.claim.speaker or ""),
        Column(
            "relay", say("Who relayed it: an actor's id, or a name."), lambda _, row: row.claim.via or "", is_free=True
        ),
        Column(
            "said",
            say("When it was said, in EDTF; empty where that is not known."),
            lambda _, row: as_date(row.claim.date),
        ),
        Column("topic", say("What the claim is about."), lambda _, row: row.claim.topic.value),
        Column(
            "about",
            say("What it is about, where the topic alone does not say it."),
            lambda here, row: here.plain(row.claim.about),
            is_free=True,
        ),
        Column(
            "says",
            say("What is claimed, in the editors' words."),
            lambda here, row: here.plain(row.claim.says),
            is_free=True,
        ),
        Column("covers", say("The period that was counted, in EDTF."), lambda _, row: as_date(row.claim.covers)),
        Column(
            "covers_earliest",
            say("The first day of that period."),
            lambda _, row: row.claim.covers.earliest.iso if row.claim.covers else "",
        ),
        Column(
            "covers_latest",
            say("The last day of that period."),
            lambda _, row: row.claim.covers.latest.iso if row.claim.covers else "",
        ),
        Column(
            "party",
            say("Whose losses the figure counts; several joined by + are counted together."),
            lambda _, row: row.party,
        ),
        Column("category", say("What the figure counts."), lambda _, row: row.category),
        Column(
            "figure",
            say("The figure as it was given: 84, ~50, 20-80, 46+, up to 10, dozens."),
            lambda _, row: str(row.figure or ""),
            is_free=True,
        ),
        Column(
            "low",
            say("The least that the figure can mean."),
            lambda _, row: row.figure.least if row.figure else None,
            int,
        ),
        Column(
            "best",
            say("The one number that was given; empty where it is a range or open."),
            lambda _, row: _best(row),
            int,
        ),
        Column(
            "high",
            say("The most that the figure can mean; empty where it is open."),
            lambda _, row: row.figure.most if row.figure else None,
            int,
        ),
        Column(
            "happened",
            say("The date that the claim gives for the event, in EDTF."),
            lambda _, row: as_date(row.claim.happened),
        ),
        Column("place", say("The place that the claim gives for the event."), lambda _, row: row.claim.place or ""),
        Column("basis", say("What the claim rests on."), lambda _, row: row.claim.basis.value),
        Column("duress", say("Whether it was said under a captor's control."), lambda _, row: row.claim.duress, bool),
        Column("assessment", say("What the editors make of it."), lambda _, row: row.claim.assessment.value),
        Column("because", say("Their reason."), lambda here, row: here.plain(row.claim.because), is_free=True),
        Column(
            "disputed",
            say("Whether the claim is denied, or another figure cannot be true beside that of this row."),
            lambda _, row: row.disputed,
            bool,
        ),
        *(Column(relation.value, _ANSWERED[relation.value], _answer(relation.value)) for relation in ANSWERS),
        Column("question", say("The open question on which it bears."), lambda _, row: row.claim.question or ""),
        Column("said_in", say("The event in which it was said."), lambda _, row: row.claim.said_in or ""),
        Column(
            "origins", say("Who reported it first: claims of one origin are not independent."), _origins, is_free=True
        ),
        Column("sources", say("The sources that report it."), lambda _, row: ids_of(row.claim.sources)),
    ),
    _rows,
)
