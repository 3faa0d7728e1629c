"""Where each claimant on a question stands now: its latest statement that it has not taken back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.claim_lines import ClaimLine, has_fighters, view_claim_line
from site_builder.pages.context import Here, PageLink
from site_builder.pages.question_top import MOST_STANDS
from site_builder.pages.sides import group_by_side, is_third_party, side_of
from site_builder.records import Claim, Text

_LONGEST = 240
"""Most characters of a statement's words beside its claimant."""
_CHANGES = (RelationType.REVISES, RelationType.WITHDRAWS)


@dataclass(frozen=True, slots=True)
class Stand:
    """A claimant's latest statement on a question."""

    line: ClaimLine
    """Who said it and when, and how sure that is."""
    side: str
    """Whose side it is on, where its name and the heading do not say so."""
    words: str
    """What it said, shortened where it is long."""
    href: str
    """The statement in the ledger."""
    claims: int
    """How many claims on the question it made."""
    changes: int
    """How many of them revise or withdraw another of them."""


@dataclass(frozen=True, slots=True)
class StandGroup:
    """Claimants of one sort, such as third parties."""

    heading: str
    """Empty where the chronicle has no sides."""
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """Where each claimant on a question stands now."""

    groups: tuple[StandGroup, ...]
    unlisted: int
    """How many more claimants there are."""
    unnamed: int
    """How many claims are of speakers whom no source names."""


def view_stands(here: Here, ordered: Sequence[ClaimKey], href: Callable[[ClaimKey], str]) -> Stands:
    """From the claims on a question, in the order in which they were said; `href` leads to one in the ledger."""
    claims = here.chronicle.claims.all
    by_claimant: dict[str, list[ClaimKey]] = {}
    for key in ordered:
        if (claimant := claims[key].by) is not None:
            by_claimant.setdefault(claimant, []).append(key)
    latest = {claimant: _latest(here, keys) for claimant, keys in by_claimant.items()}
    shown = _last_to_speak(latest, ordered)
    stands = {latest[who]: _stand(here, by_claimant[who], latest[who], href) for who in by_claimant if who in shown}
    return Stands(
        tuple(_groups(here, stands)),
        unlisted=len(by_claimant) - len(stands),
        unnamed=sum(claims[key].by is None for key in ordered),
    )


def _last_to_speak(latest: Mapping[str, ClaimKey], ordered: Sequence[ClaimKey]) -> frozenset[str]:
    position = {key: at for at, key in enumerate(ordered)}
    return frozenset(sorted(latest, key=lambda who: -position[latest[who]])[:MOST_STANDS])


def _latest(here: Here, keys: Sequence[ClaimKey]) -> ClaimKey:
    """The latest of a claimant's statements that it maintains; of several of one day the first in its record."""
    claims = here.chronicle.claims

    def weight(key: ClaimKey) -> tuple[bool, bool, bool, object, int]:
        said = claims.all[key].date
        return (
            not claims.all[key].duress,
            _maintained(here, key),
            said is not None,
            said.sort_key if said is not None else (),
            -_place_in_record(here, key),
        )

    return max(keys, key=weight)


def _maintained(here: Here, key: ClaimKey) -> bool:
    return not here.chronicle.claims.has_anywhere(key, RelationType.REVISED_BY, RelationType.WITHDRAWN_BY)


def _place_in_record(here: Here, key: ClaimKey) -> int:
    return [claim.id for claim in here.chronicle.events[key.event].claims].index(key.claim)


def _stand(here: Here, keys: Sequence[ClaimKey], latest: ClaimKey, href: Callable[[ClaimKey], str]) -> Stand:
    claims = here.chronicle.claims
    claim, own = claims.all[latest], frozenset(keys)
    line = view_claim_line(here, latest)
    return Stand(
        line,
        side=_side(here, claim, line.claimant),
        words=_shortened(here, claim.says),
        href=href(latest),
        claims=len(keys),
        changes=sum(
            any(relation.type in _CHANGES and relation.other in own for relation in claims.relations[key])
            for key in keys
        ),
    )


def _side(here: Here, claim: Claim, claimant: PageLink) -> str:
    if not has_fighters(here) or (claim.by is not None and is_third_party(here, claim.by)):
        return ""
    side = side_of(here, claim)
    return "" if side == claimant.label else side


def _shortened(here: Here, text: Text) -> str:
    """Words up to the last one for which there is room, and a sign where some are left out."""
    written, lang = here.site.choose(text)
    words = here.site.prose.plain(written)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(None, 1)[0].rstrip(",;:") + "\N{NO-BREAK SPACE}…"
    return here.marked(words, lang)


def _groups(here: Here, stands: Mapping[ClaimKey, Stand]) -> Iterator[StandGroup]:
    if not has_fighters(here):
        yield StandGroup("", tuple(stands.values()))
        return
    for heading, keys in reversed(group_by_side(here, stands)):
        if found := tuple(stand for key, stand in stands.items() if key in keys):
            yield StandGroup(heading, found)
