"""The claims of a page that count something: who they are, whom they speak for, which days they count, and what."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.figures import Figure, sort_parties, split_parties
from site_builder.linking import WHOLE_EVENT, ClaimKey, Period, RelationType, period_on_event, stated
from site_builder.pages.claim_lines import has_fighters, view_claimant
from site_builder.pages.contents import by_date_said
from site_builder.pages.context import Here, PageLink
from site_builder.pages.known import KnownClaim, knowledge
from site_builder.pages.sides import group_by_side
from site_builder.records import Claim, Event
from site_builder.vocabulary import FigureCategory


class Matter(NamedTuple):
    """Whose what is counted."""

    party: str
    category: FigureCategory

    @property
    def anchor(self) -> str:
        return f"group-{self.party.replace('+', '_')}-{self.category.value}"


@dataclass(frozen=True, slots=True)
class CountingClaim:
    """A claim that counts something, and what is to be known of it beside its figures."""

    claim: Claim
    claimant: PageLink
    """It leads to the claim."""
    said: str
    """When, in words; empty where it is not known."""
    days: str
    """`other` where it counts other days than most, `unknown` where it is not clear which; else empty."""
    revised: bool
    """Whether the claimant later said otherwise."""
    withdrawn: bool
    known: KnownClaim
    since: str | None
    """Since when it is known, where it stands on another page: on its own it says so itself."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What the claims of a page count, by the date said."""

    found: Mapping[Matter, Mapping[ClaimKey, Figure]]
    """By party and category, in the order of reading."""
    claims: Mapping[ClaimKey, CountingClaim]
    sides: tuple[tuple[str, frozenset[ClaimKey]], ...]
    """Who speaks for no side, then those who do; all together under no heading where there are no sides."""


def find_counts(
    here: Here, keys: Iterable[ClaimKey], href_of: Callable[[ClaimKey], str], event: Event | None
) -> Counting:
    """What some claims count, a repetition of the same once; `event` is the one whose page it is, if any."""
    claims, given = here.chronicle.claims, frozenset(keys)
    # What says the same again is the same voice, and repeats the same figures.
    repeated = {key for key in given if claims.originals[key] in given - {key}}
    counting = by_date_said(here.chronicle, (key for key in given - repeated if claims.all[key].figures))
    found: dict[Matter, dict[ClaimKey, Figure]] = {}
    for key in counting:
        for written, by_category in claims.all[key].figures.items():
            for category, figure in by_category.items():
                # Of two figures of one claim for the same the first stays.
                found.setdefault(Matter(sort_parties(written), category), {}).setdefault(key, figure)
    own = frozenset(part.actor for part in event.actors if part.actor) if event is not None else frozenset()
    ordered = sorted(found, key=lambda matter: _place(matter, len(found[matter]), own))
    return Counting(
        {matter: found[matter] for matter in ordered},
        _view_claims(here, counting, href_of, event),
        _sides(here, counting),
    )


def _place(matter: Matter, counts: int, own: frozenset[str]) -> tuple[bool, int, int, bool, str]:
    """The dead first; of a category what most claims count; of as many the event's own actors."""
    others = not own.issuperset(split_parties(matter.party))
    return not matter.category.dead, matter.category.order, -counts, others, matter.party


def _view_claims(
    here: Here, keys: Sequence[ClaimKey], href_of: Callable[[ClaimKey], str], event: Event | None
) -> dict[ClaimKey, CountingClaim]:
    claims = here.chronicle.claims
    periods = {key: _days_of(claims.all[key], here.chronicle.events[key.event]) for key in keys}
    usual = _usual_days(periods, event)
    return {
        key: CountingClaim(
            claims.all[key],
            PageLink(view_claimant(here, claims.all[key]).label, href_of(key)),
            said=here.words(claims.all[key].date),
            days="unknown" if period.days is None else "other" if period.days != usual else "",
            revised=claims.has_anywhere(key, RelationType.REVISED_BY),
            withdrawn=claims.has_anywhere(key, RelationType.WITHDRAWN_BY),
            known=knowledge(here).of(key),
            since=None if href_of(key).startswith("#") else knowledge(here).since(key),
        )
        for key, period in periods.items()
    }


def _days_of(claim: Claim, event: Event) -> Period:
    """The days that a claim counts; those of its event where it counts all of it."""
    period = period_on_event(claim, event.date)
    return stated(event.date) if period == WHOLE_EVENT else period


def _usual_days(periods: Mapping[ClaimKey, Period], event: Event | None) -> object:
    """The days against which others stand out: of the page's event where claims are on it, else of most claims."""
    if event is not None and any(key.event == event.id for key in periods):
        return stated(event.date).days
    known = Counter(period.days for period in periods.values() if period.days is not None)
    return known.most_common(1)[0][0] if known else None


def _sides(here: Here, keys: Sequence[ClaimKey]) -> tuple[tuple[str, frozenset[ClaimKey]], ...]:
    return group_by_side(here, keys) if has_fighters(here) else (("", frozenset(keys)),)
