"""A claim in one line, as every page but its event's shows it: with a link to where it stands in full."""

import re
from dataclasses import dataclass

from babel.numbers import format_decimal

from site_builder.figures import Figure, split_parties
from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import DateView
from site_builder.pages.foreign import join
from site_builder.records import Claim, Kind
from site_builder.vocabulary import FigureCategory, Party

_THOUSANDS = re.compile("[0-9]{4,}")
_EVERYTHING = Party.of("all")


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a claim, and of what: `Grey Company killed`."""

    heading: str
    figure: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """Who said what and when, and how sure that is."""

    claim: Claim
    key: ClaimKey
    claimant: PageLink
    speaker: PageLink | None
    side: PageLink | None
    via: PageLink | None
    said: DateView | None
    counts: tuple[Count, ...]
    gives: str
    """The date or place that the claim gives, where that is its topic."""
    disputed: bool
    revised: bool
    """Whether the claimant later said otherwise or took it back."""
    in_full: PageLink
    """The claim on the page of its event, under the event's title."""


def view_claim_line(here: Here, key: ClaimKey) -> ClaimLine:
    claims = here.chronicle.claims
    claim = claims.all[key]
    return ClaimLine(
        claim,
        key,
        claimant=view_claimant(here, claim),
        speaker=here.record_link(Kind.ACTOR, claim.speaker) if claim.speaker else None,
        side=here.record_link(Kind.ACTOR, claim.side) if claim.side else None,
        via=here.record_link(Kind.ACTOR, claim.via, claim.date) if claim.via else None,
        said=here.date(claim.date),
        counts=_counts(here, claim),
        gives=_gives(here, claim),
        disputed=claims.disputed(key),
        revised=claims.has(key, RelationType.REVISED_BY),
        in_full=PageLink(here.name(Kind.EVENT, key.event), here.claim_href(key)),
    )


def view_claimant(here: Here, claim: Claim) -> PageLink:
    """Who says it: an actor under the name it bore then, or the words for a speaker that no source names."""
    if claim.by is not None:
        return here.record_link(Kind.ACTOR, claim.by, claim.date)
    return PageLink(here.text(claim.unnamed))


def party_name(here: Here, party: str) -> str:
    """Whose losses, in words: `Grey Company`, `Grey Company and Norland army`, `civilians`."""
    parties = here.chronicle.vocabulary.lists[Party]
    names = [
        here.gettext(parties[part].label) if part in parties else here.name(Kind.ACTOR, part)
        for part in split_parties(party)
    ]
    return join(here.say(" and "), names)


def matter_of(here: Here, party: str, category: FigureCategory, between: str) -> str:
    """Whose what is counted, in words: `Grey Company: killed`; `homes` alone where it is all of them."""
    label = here.gettext(category.label)
    if party == _EVERYTHING and not category.people:
        return label
    return join(between, (party_name(here, party), label))


def figure_words(here: Here, figure: Figure, category: FigureCategory) -> str:
    """A figure as pages print it, with its thousands apart and its unit: `~12,400 EUR`."""
    apart = _THOUSANDS.sub(lambda found: format_decimal(int(found[0]), locale=here.site.language), figure.text)
    return f"{apart} {category.unit}".rstrip()


def _counts(here: Here, claim: Claim) -> tuple[Count, ...]:
    return tuple(
        Count(matter_of(here, party, category, " "), figure_words(here, figure, category))
        for party, by_category in claim.figures.items()
        for category, figure in by_category.items()
    )


def _gives(here: Here, claim: Claim) -> str:
    if claim.happened is not None:
        return here.words(claim.happened)
    return here.name(Kind.PLACE, claim.place) if claim.place is not None else ""
