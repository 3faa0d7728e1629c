"""Claims as readers see them: who said it, when, through whom, on what basis, and what speaks against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder import edtf
from site_builder.figures import split_parties
from site_builder.languages import say
from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import DateView
from site_builder.records import Claim, Kind, QuoteVersion
from site_builder.vocabulary import Party

_PARTIES: Mapping[str, str] = {
    party.value: say("side not stated") if party.unstated else party.label for party in Party.all()
}
"""Whose losses they are, where that is not an actor with a record."""


_RELATIONS = {
    RelationType.DENIES: say("denies"),
    RelationType.DENIED_BY: say("denied by"),
    RelationType.REVISES: say("revises"),
    RelationType.REVISED_BY: say("revised by"),
    RelationType.CONFIRMS: say("confirms"),
    RelationType.CONFIRMED_BY: say("confirmed by"),
    RelationType.WITHDRAWS: say("withdraws"),
    RelationType.WITHDRAWN_BY: say("withdrawn by"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a claim, and of what: `Grey Company killed`."""

    heading: str
    figure: str


@dataclass(frozen=True, slots=True)
class ClaimTie:
    """How a claim stands to another: the word, and the other claim."""

    type: RelationType
    word: str
    key: ClaimKey
    other: PageLink
    event: PageLink | None
    """The other claim's event, where it stands on another page."""


MOST_APART = 10
"""Most claims that one is said not to be comparable with by name: a list with each claim grows with their square."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, whole."""

    claim: Claim
    key: ClaimKey
    anchor: str
    """Its id, where the page is its own event's; else empty."""
    former: tuple[ClaimKey, ...]
    """The keys that it had before, by former ids of its own or of its event."""
    permalink: str
    claimant: PageLink
    speaker: PageLink | None
    side: PageLink | None
    via: PageLink | None
    said: DateView | None
    quote: tuple[tuple[QuoteVersion, PageLink], ...]
    """The quoted words in each language, with the source that gives them."""
    counts: tuple[Count, ...]
    gives: str
    """The date or place that the claim gives, where that is its topic."""
    disputed: bool
    revised: bool
    """Whether the claimant later said otherwise or took it back."""
    apart: tuple[ClaimKey, ...]
    """The claims with which it is not comparable."""
    not_comparable: tuple[PageLink, ...]
    """The first of them, as many as are listed."""
    unlisted: int
    """How many more there are."""
    ties: tuple[ClaimTie, ...]
    event: PageLink
    said_in: PageLink | None
    sources: tuple[SourceNote, ...]


def view_claim(here: Here, key: ClaimKey, on_event: str | None = None) -> ClaimView:
    """A claim as it stands on a page; `on_event` is the event whose page it is, if any."""
    claims = here.chronicle.claims
    claim = claims.all[key]
    apart = claims.counts.not_comparable(key)
    versions = claim.quote.versions if claim.quote else ()
    said_in = claim.said_in if claim.said_in not in (None, on_event) else None
    return ClaimView(
        claim,
        key,
        anchor=key.claim if key.event == on_event else "",
        former=_former_keys(here, key),
        permalink=here.claim_href(key),
        claimant=claimant(here, claim),
        speaker=here.record_link(Kind.ACTOR, claim.speaker) if claim.speaker else None,
        side=here.record_link(Kind.ACTOR, claim.side) if claim.side else None,
        via=here.record_link(Kind.ACTOR, claim.via, claim.date) if claim.via else None,
        said=here.date(claim.date),
        quote=tuple((version, here.record_link(Kind.SOURCE, version.source)) for version in versions),
        counts=counts(here, claim),
        gives=_gives(here, claim),
        disputed=claims.disputed(key),
        revised=claims.has(key, RelationType.REVISED_BY),
        apart=apart,
        not_comparable=tuple(_other(here, other) for other in apart[:MOST_APART]),
        unlisted=len(apart[MOST_APART:]),
        ties=_ties(here, key),
        event=here.record_link(Kind.EVENT, key.event),
        said_in=here.record_link(Kind.EVENT, said_in) if said_in else None,
        sources=view_refs(here, claim.sources),
    )


def _former_keys(here: Here, key: ClaimKey) -> tuple[ClaimKey, ...]:
    events = (key.event, *here.chronicle.events[key.event].former_ids)
    ids = (key.claim, *here.chronicle.claims.all[key].former_ids)
    return tuple(former for event in events for claim in ids if (former := ClaimKey(event, claim)) != key)


def free_anchors(wanted: Iterable[Iterable[str]], taken: Iterable[str]) -> list[tuple[str, ...]]:
    """The anchors wanted in several places of a page without those that are taken: each leads to the first place."""
    used, free = set(taken), []
    for anchors in wanted:
        free.append(tuple(dict.fromkeys(anchor for anchor in anchors if anchor not in used)))
        used.update(free[-1])
    return free


def claimant(here: Here, claim: Claim) -> PageLink:
    """Who says it: an actor under the name it bore then, or the words for a speaker that no source names."""
    if claim.by is not None:
        return here.record_link(Kind.ACTOR, claim.by, claim.date)
    return PageLink(here.text(claim.unnamed))


def party_name(here: Here, party: str) -> str:
    """Whose losses, in words: `Grey Company`, `Grey Company and Norland army`, `civilians`."""
    parts = split_parties(party)
    names = [here.gettext(_PARTIES[part]) if part in _PARTIES else here.name(Kind.ACTOR, part) for part in parts]
    return here.say(" and ").join(names)


def counts(here: Here, claim: Claim) -> tuple[Count, ...]:
    return tuple(
        Count(f"{party_name(here, party)} {here.gettext(category.label)}", str(figure))
        for party, by_category in claim.figures.items()
        for category, figure in by_category.items()
    )


def _gives(here: Here, claim: Claim) -> str:
    if claim.happened is not None:
        return here.words(claim.happened)
    return here.name(Kind.PLACE, claim.place) if claim.place is not None else ""


def _other(here: Here, key: ClaimKey) -> PageLink:
    claim = here.chronicle.claims.all[key]
    said = here.words(claim.date)
    label = claimant(here, claim).label
    return PageLink(f"{label}, {said}" if said else label, here.claim_href(key))


def _ties(here: Here, key: ClaimKey) -> tuple[ClaimTie, ...]:
    return tuple(
        ClaimTie(
            relation.type,
            here.translate(_RELATIONS[relation.type]),
            relation.other,
            _other(here, relation.other),
            here.record_link(Kind.EVENT, relation.other.event) if relation.other.event != key.event else None,
        )
        for relation in here.chronicle.claims.relations[key]
    )


def by_date_said(here: Here, keys: Iterable[ClaimKey]) -> list[ClaimKey]:
    """Claims by the date on which they were said; the undated last, in the order of their events."""
    claims, position = here.chronicle.claims.all, here.chronicle.positions

    def place(key: ClaimKey) -> tuple[bool, edtf.Date, int, str]:
        said = claims[key].date
        event = here.chronicle.events[key.event]
        return said is None, said if said is not None else event.date, position[key.event], key.claim

    return sorted(keys, key=place)
