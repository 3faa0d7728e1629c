"""Claims in full, as the pages of their events show them: the words, the grounds, and what speaks against them."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.languages import say
from site_builder.linking import ClaimKey, Relation, RelationType
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.claim_lines import ClaimLine, view_claim_line, view_claimant
from site_builder.pages.context import Here, PageLink
from site_builder.pages.foreign import join
from site_builder.pages.known import knowledge
from site_builder.records import Kind, QuoteVersion

_RELATIONS = {
    RelationType.DENIES: say("denies"),
    RelationType.DENIED_BY: say("denied by"),
    RelationType.REVISES: say("revises"),
    RelationType.REVISED_BY: say("revised by"),
    RelationType.CONFIRMS: say("confirms"),
    RelationType.CONFIRMED_BY: say("confirmed by"),
    RelationType.WITHDRAWS: say("withdraws"),
    RelationType.WITHDRAWN_BY: say("withdrawn by"),
    RelationType.REPEATS: say("repeats"),
    RelationType.REPEATED_BY: say("repeated by"),
}


@dataclass(frozen=True, slots=True)
class ClaimTie:
    """How a claim stands to another: the word, and the other claim."""

    type: RelationType
    word: str
    key: ClaimKey
    other: PageLink
    event: PageLink | None
    """The other claim's event, where it stands on another page."""
    since: str
    """The day from which the other claim is known; empty where it is not, or where that one stands on the page."""


MOST_APART = 10
"""Most claims that one is said not to be comparable with by name: a list with each claim grows with their square."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, whole."""

    line: ClaimLine
    anchor: str
    """Its id, where the page is its own event's; else empty."""
    former: tuple[ClaimKey, ...]
    """The keys that it had before, by former ids of its own or of its event."""
    quote: tuple[tuple[QuoteVersion, PageLink], ...]
    """The quoted words in each language, with the source that gives them."""
    apart: tuple[ClaimKey, ...]
    """The claims with which it is not comparable."""
    not_comparable: tuple[PageLink, ...]
    """The first of them, as many as are listed."""
    unlisted: int
    """How many more there are."""
    apart_since: str
    """The day from which all of them are known; may be empty."""
    ties: tuple[ClaimTie, ...]
    said_in: PageLink | None
    sources: tuple[SourceNote, ...]


def view_claim(here: Here, key: ClaimKey, on_event: str | None = None) -> ClaimView:
    """A claim in full; `on_event` is the event whose page it stands on, if any."""
    claims = here.chronicle.claims
    claim = claims.all[key]
    apart = claims.counts.not_comparable(key)
    versions = claim.quote.versions if claim.quote else ()
    said_in = claim.said_in if claim.said_in not in (None, on_event) else None
    return ClaimView(
        view_claim_line(here, key),
        anchor=key.claim if key.event == on_event else "",
        former=former_keys(here, key),
        quote=tuple((version, here.record_link(Kind.SOURCE, version.source)) for version in versions),
        apart=apart,
        not_comparable=tuple(_other(here, other) for other in apart[:MOST_APART]),
        unlisted=len(apart[MOST_APART:]),
        apart_since=knowledge(here).since_all(apart),
        ties=view_ties(here, key),
        said_in=here.record_link(Kind.EVENT, said_in) if said_in else None,
        sources=view_refs(here, claim.sources),
    )


def former_keys(here: Here, key: ClaimKey) -> tuple[ClaimKey, ...]:
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


def _other(here: Here, key: ClaimKey) -> PageLink:
    claim = here.chronicle.claims.all[key]
    said = here.words(claim.date)
    label = view_claimant(here, claim).label
    return PageLink(join(", ", (label, said)) if said else label, here.claim_href(key))


def view_ties(here: Here, key: ClaimKey) -> tuple[ClaimTie, ...]:
    return tuple(_tie(here, key, relation) for relation in here.chronicle.claims.relations[key])


def _tie(here: Here, key: ClaimKey, relation: Relation) -> ClaimTie:
    other = _other(here, relation.other)
    return ClaimTie(
        relation.type,
        here.translate(_RELATIONS[relation.type]),
        relation.other,
        other,
        here.record_link(Kind.EVENT, relation.other.event) if relation.other.event != key.event else None,
        "" if (other.href or "").startswith("#") else knowledge(here).since(relation.other),
    )
