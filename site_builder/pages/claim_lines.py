"""A claim in one line, as every page but its event's shows it: with a link to where it stands in full."""

import re
from dataclasses import dataclass, replace

from babel.numbers import format_decimal

from site_builder.figures import Figure, sort_parties, split_parties
from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here, PageLink, made_once
from site_builder.pages.dates import DateView
from site_builder.pages.foreign import join
from site_builder.pages.known import KnownClaim, Spell, knowledge
from site_builder.records import Claim, Kind
from site_builder.vocabulary import ActorRole, FigureCategory, Party

_THOUSANDS = re.compile("[0-9]{4,}")
_EVERYTHING = Party.of("all")


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a claim, and of what: `Grey Company killed`."""

    heading: str
    figure: str
    disputed: bool
    """Whether another claim's figure for the same excludes it, or the whole claim is denied."""
    disputed_when: tuple[Spell, ...]


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
    """Whether the claimant later said otherwise."""
    withdrawn: bool
    """Whether the claimant took it back."""
    in_full: PageLink
    """The claim on the page of its event, under the event's title."""
    known: KnownClaim
    """Since when, and when what could be said of it."""
    own: bool = False
    """Whether it stands on the page of its claimant, which needs no name there."""
    spoken_for: bool = False
    """Whether it stands on the page of the person who said it for the claimant."""


def view_claim_line(here: Here, key: ClaimKey) -> ClaimLine:
    """A claim in one line; on pages other than its event's it is the same."""
    is_here = here.address == record_address(Kind.EVENT, key.event)
    return _make_line(here, key) if is_here else _line_elsewhere(here, key)


def _make_line(here: Here, key: ClaimKey) -> ClaimLine:
    claims = here.chronicle.claims
    claim = claims.all[key]
    return ClaimLine(
        claim,
        key,
        claimant=view_claimant(here, claim),
        speaker=here.record_link(Kind.ACTOR, claim.speaker) if claim.speaker else None,
        side=here.record_link(Kind.ACTOR, claim.side) if claim.side else None,
        via=here.record_link(Kind.ACTOR, claim.via, claim.date) if claim.via and claim.via != claim.by else None,
        said=here.date(claim.date),
        counts=_counts(here, key),
        gives=_gives(here, claim),
        disputed=claims.disputed(key),
        revised=claims.has_anywhere(key, RelationType.REVISED_BY),
        withdrawn=claims.has_anywhere(key, RelationType.WITHDRAWN_BY),
        in_full=PageLink(here.name(Kind.EVENT, key.event), here.claim_href(key)),
        known=knowledge(here).of(key),
    )


_line_elsewhere = made_once(_make_line)


def as_its_voice_shows_it(line: ClaimLine, actor_id: str) -> ClaimLine:
    """The line on the page of an actor whose words it is: without what that page says of itself."""
    claim = line.claim
    return replace(
        line,
        own=claim.by == actor_id,
        spoken_for=claim.speaker == actor_id and claim.by != actor_id,
        speaker=line.speaker if claim.speaker != actor_id else None,
        side=line.side if claim.side != actor_id else None,
        via=line.via if claim.via != actor_id else None,
    )


def view_claimant(here: Here, claim: Claim) -> PageLink:
    """Who says it: an actor under the name it bore then, or the words for a speaker that no source names."""
    if claim.by is not None:
        return here.record_link(Kind.ACTOR, claim.by, claim.date)
    return PageLink(here.text(claim.unnamed))


@made_once
def has_fighters(here: Here) -> bool:
    """Whether the chronicle has sides: roles in which somebody fights, and among its actors one that could."""
    roles = here.chronicle.vocabulary.terms(ActorRole)
    return any(role.fights for role in roles) and any(actor.type.armed for actor in here.chronicle.actors.values())


def party_name(here: Here, party: str) -> str:
    """Whose losses, in words: `Grey Company`, `Grey Company and Norland army`, `civilians`."""
    return join(here.say(" and "), [_part_name(here, part) for part in split_parties(party)])


def _part_name(here: Here, part: str) -> str:
    known = here.chronicle.vocabulary.lists[Party].get(part)
    if not isinstance(known, Party):
        return here.name(Kind.ACTOR, part)
    if known.unstated and not has_fighters(here):
        return here.say("not said whose")
    return here.gettext(known.label)


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


def _counts(here: Here, key: ClaimKey) -> tuple[Count, ...]:
    claims = here.chronicle.claims
    disputed = claims.disputed_figures(key)
    return tuple(
        Count(
            matter_of(here, party, category, " "),
            figure_words(here, figure, category),
            disputed=(party, category) in disputed,
            disputed_when=knowledge(here).disputed(key, sort_parties(party), category),
        )
        for party, by_category in claims.all[key].figures.items()
        for category, figure in by_category.items()
    )


def _gives(here: Here, claim: Claim) -> str:
    if claim.happened is not None:
        return here.words(claim.happened)
    return here.name(Kind.PLACE, claim.place) if claim.place is not None else ""
