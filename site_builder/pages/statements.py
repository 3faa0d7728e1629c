"""Claims that make one statement: the first of them, and those that say it again or confirm it."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.languages import say_n
from site_builder.linking import ClaimKey, RelationType
from site_builder.pages.claim_lines import view_claimant
from site_builder.pages.context import Here
from site_builder.pages.foreign import join
from site_builder.records import Claim

SAME_STATEMENT = frozenset(
    {RelationType.REPEATS, RelationType.REPEATED_BY, RelationType.CONFIRMS, RelationType.CONFIRMED_BY}
)
"""Ties between claims that make one statement."""
_NAMED = 3
"""Most claimants who are named where several confirm a statement."""


def gather_statements(here: Here, ordered: Sequence[ClaimKey]) -> tuple[tuple[ClaimKey, ...], ...]:
    """Claims by the statement that they make, each statement where its first claim stands in the order given."""
    position = {key: at for at, key in enumerate(ordered)}
    gathered: set[ClaimKey] = set()
    statements = []
    for key in ordered:
        if key not in gathered:
            statement = sorted(_tied(here, key, position), key=position.__getitem__)
            gathered.update(statement)
            statements.append(tuple(statement))
    return tuple(statements)


def _tied(here: Here, first: ClaimKey, among: Mapping[ClaimKey, int]) -> set[ClaimKey]:
    """A claim, and all that are tied to it by one tie or several."""
    found, left = {first}, [first]
    while left:
        for relation in here.chronicle.claims.relations[left.pop()]:
            other = relation.other
            if relation.type in SAME_STATEMENT and other in among and other not in found:
                found.add(other)
                left.append(other)
    return found


def words_of_repeats(here: Here, statement: Sequence[ClaimKey]) -> str:
    """How often a statement was made again, by whom, and in how many languages it is quoted."""
    claims = [here.chronicle.claims.all[key] for key in statement]
    first, later = claims[0], claims[1:]
    others = [claim for claim in later if _who(claim) != _who(first)]
    return join(
        " · ", [*_said_again(here, len(later) - len(others)), *_confirmed(here, others), *_quoted(here, claims)]
    )


def _said_again(here: Here, times: int) -> Iterator[str]:
    if times:
        yield here.translate(say_n("said again once", "said again {n} times", times))


def _confirmed(here: Here, others: Sequence[Claim]) -> Iterator[str]:
    if others:
        names = list({_who(claim): view_claimant(here, claim).label for claim in others}.values())
        more = len(names) - _NAMED
        if more > 0:
            names[_NAMED:] = [here.translate(say_n("{n} other", "{n} others", more))]
        yield here.say("confirmed by {names}", names=join(", ", names))


def _quoted(here: Here, claims: Sequence[Claim]) -> Iterator[str]:
    languages = {version.lang for claim in claims if claim.quote for version in claim.quote.versions}
    if len(languages) > 1:
        yield here.translate(say_n("quoted in {n} language", "quoted in {n} languages", len(languages)))


def _who(claim: Claim) -> object:
    """Whether two claims have one claimant: speakers without a name are the same where they are called the same."""
    return claim.by or (claim.unnamed, claim.side)
