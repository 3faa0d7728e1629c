"""What a question's page has above its ledger: which claims stand there, and about how much room they take."""

from collections.abc import Iterator, Sequence

from site_builder.linking import ClaimKey, Claims

MOST_STANDS = 30
"""Most claimants of whom it is said where they stand now."""
MOST_FIGURES = 40
"""Most figures in its charts."""
_STAND, _FIGURE, _CELL = 620, 1_150, 30
"""Bytes of HTML of where a claimant stands, of a figure in a chart and in a table, and of an empty cell of that."""


def latest_counts(claims: Claims, ordered: Sequence[ClaimKey]) -> list[ClaimKey]:
    """The claims of a question that its charts show: all that count, or the latest of them, in the order given."""
    taken = frozenset(_with_room(claims, ordered))
    return [key for key in ordered if key in taken]


def _with_room(claims: Claims, ordered: Sequence[ClaimKey]) -> Iterator[ClaimKey]:
    left = MOST_FIGURES
    undated_first = sorted(ordered, key=lambda key: claims.all[key].date is not None)
    for key in reversed(undated_first):
        figures = _figures(claims, key)
        left -= figures
        if left < 0:
            return
        if figures:
            yield key


def _figures(claims: Claims, key: ClaimKey) -> int:
    return sum(map(len, claims.all[key].figures.values()))


def weigh_top(claims: Claims, ordered: Sequence[ClaimKey]) -> int:
    """About how many bytes of HTML stand above the ledger of some claims."""
    claimants = {claims.all[key].by for key in ordered}
    charted = latest_counts(claims, ordered)
    parties = {party for key in charted for party in claims.all[key].figures}
    return (
        _STAND * min(len(claimants), MOST_STANDS)
        + _FIGURE * sum(_figures(claims, key) for key in charted)
        + _CELL * len(parties) * len(charted)
    )
