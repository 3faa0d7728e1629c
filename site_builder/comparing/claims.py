"""The claims of an event before and now, and what others make of claims that stayed."""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from site_builder.chronicle import Chronicle
from site_builder.comparing.changes import ClaimChange, ClaimTurn, FieldChange, How, Turn
from site_builder.comparing.fields import added_fields, compare_fields
from site_builder.comparing.renames import Renames, pair_up
from site_builder.comparing.wording import claimant
from site_builder.linking import ClaimKey, Claims, RelationType
from site_builder.records import Claim, Record

_LEAST_ALIKE = 70
"""How much of the words of two claims is the same, in percent, where the one is the other under another id."""
_WORDS_COMPARED = 1_000
"""Characters of them that are looked at."""
_MOST_CANDIDATES = 20
"""Claims of one claimant on one topic that are looked at."""
Key = tuple[str, int]
"""A claim's id and, as two may have one by mistake, which of them it is."""
_WHO_AND_WHAT = ("id", "by", "speaker", "unnamed", "side", "says")


def compare_claims(
    before: tuple[Claim, ...], after: tuple[Claim, ...], names: Mapping[str, Record]
) -> Iterator[ClaimChange]:
    """Claims in the order of now, then those that were taken out; `names` are the actors."""
    old, new = _keyed(before), _keyed(after)
    gone = {key: claim for key, claim in old.items() if key not in new}
    come = {key: claim for key, claim in new.items() if key not in old}
    declared = _declared(gone, come)
    followed = {id(claim) for claim in declared.values()}
    found = _renamed(
        {key: claim for key, claim in gone.items() if id(claim) not in followed},
        {key: claim for key, claim in come.items() if key not in declared},
    )
    renamed = {**declared, **found}
    for key, claim in new.items():
        was = renamed.get(key)
        if was is not None:
            listed = set(claim.former_ids) == {*was.former_ids, was.id}
            skip = ("id", "former_ids") if listed else ("id",)
            yield _change(How.RENAMED, claim, names, tuple(compare_fields(was, claim, skip)), was=was.id)
        elif key not in old:
            yield _change(How.ADDED, claim, names, tuple(added_fields(claim, _WHO_AND_WHAT)))
        elif fields := tuple(compare_fields(old[key], claim)):
            yield _change(How.CHANGED, claim, names, fields)
    kept = {id(claim) for claim in renamed.values()}
    for key, claim in old.items():
        if key not in new and id(claim) not in kept:
            yield _change(How.REMOVED, claim, names)


def same_order(before: tuple[Claim, ...], after: tuple[Claim, ...]) -> bool:
    """Whether the claims that are in both stand in the same order, which is that of the page."""
    old, new = [claim.id for claim in before], [claim.id for claim in after]
    return [name for name in old if name in set(new)] == [name for name in new if name in set(old)]


def _change(
    how: How, claim: Claim, names: Mapping[str, Record], fields: tuple[FieldChange, ...] = (), was: str | None = None
) -> ClaimChange:
    return ClaimChange(how, claim.id, was, claimant(claim, names), str(claim.says), fields)


def _keyed(claims: tuple[Claim, ...]) -> dict[Key, Claim]:
    """Claims by their keys."""
    keyed: dict[Key, Claim] = {}
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.id] = counts.get(claim.id, 0) + 1
        keyed[claim.id, counts[claim.id]] = claim
    return keyed


def _declared(gone: Mapping[Key, Claim], come: Mapping[Key, Claim]) -> dict[Key, Claim]:
    """New keys with the claims that they say to have been, whatever these say; the first where there are several."""
    left = {claim.id: claim for claim in gone.values()}
    found = {}
    for key, claim in come.items():
        was = next((former for former in claim.former_ids if former in left), None)
        if was is not None:
            found[key] = left.pop(was)
    return found


def _renamed(gone: Mapping[Key, Claim], come: Mapping[Key, Claim]) -> Mapping[Key, Claim]:
    """New keys with the claims that say the same under another id: all the same, or else nearly so."""
    waiting: dict[str, list[Key]] = {}
    for key, claim in gone.items():
        waiting.setdefault(_subject(claim), []).append(key)
    likenesses = {
        (key, other): _likeness(claim, gone[other])
        for key, claim in come.items()
        for other in waiting.get(_subject(claim), ())[:_MOST_CANDIDATES]
    }
    return {key: gone[other] for key, other in pair_up(likenesses, _LEAST_ALIKE).items()}


def _subject(claim: Claim) -> str:
    """Who says it, and on what."""
    return repr((claim.by, claim.unnamed, claim.topic))


def _likeness(one: Claim, other: Claim) -> float:
    """How much of their words is the same, in percent; more where all else is too."""
    words, others = str(one.says)[:_WORDS_COMPARED], str(other.says)[:_WORDS_COMPARED]
    same = one.model_copy(update={"id": ""}) == other.model_copy(update={"id": ""})
    return fuzz.ratio(words, others) + same


def find_turns(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[ClaimTurn]:
    """Claims that others dispute, revise or withdraw now, or no longer, in the order of their keys.

    Where a record cannot be read any more, nobody knows what it no longer disputes.
    """
    hidden = bool(after.unread.keys() - before.unread.keys())
    was = {renames.claim_now(key): _standing(before.claims, key) for key in before.claims.all}
    for key, claim in after.claims.all.items():
        if key in was:
            now = _standing(after.claims, key)
            past = () if hidden else (_OPPOSITES[turn] for turn in was[key] - now)
            for turn in sorted((*(now - was[key]), *past), key=list(Turn).index):
                yield ClaimTurn(turn, str(key), claimant(claim, after.actors))


def _standing(claims: Claims, key: ClaimKey) -> frozenset[Turn]:
    holds = {
        Turn.DISPUTED: claims.disputed(key),
        Turn.REVISED: claims.has_anywhere(key, RelationType.REVISED_BY),
        Turn.WITHDRAWN: claims.has_anywhere(key, RelationType.WITHDRAWN_BY),
    }
    return frozenset(turn for turn, it_does in holds.items() if it_does)


_OPPOSITES = {
    Turn.DISPUTED: Turn.NOT_DISPUTED,
    Turn.REVISED: Turn.NOT_REVISED,
    Turn.WITHDRAWN: Turn.NOT_WITHDRAWN,
}
