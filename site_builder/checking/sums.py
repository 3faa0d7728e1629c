"""Figures of one claim that cannot hold beside one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.figures import Figure
from site_builder.vocabulary import FigureCategory

_Category = FigureCategory
_Counted = Mapping[FigureCategory, Figure]

_WITHIN: tuple[tuple[tuple[FigureCategory, ...], FigureCategory], ...] = (
    ((_Category.KILLED, _Category.WOUNDED), _Category.PRESENT),
    ((_Category.CAPTURED,), _Category.PRESENT),
    ((_Category.MISSING,), _Category.PRESENT),
    ((_Category.KILLED_OR_CAPTURED,), _Category.PRESENT),
    ((_Category.KILLED_OR_WOUNDED,), _Category.PRESENT),
    ((_Category.MISSING_OR_CAPTURED,), _Category.PRESENT),
    ((_Category.KILLED, _Category.WOUNDED), _Category.KILLED_OR_WOUNDED),
    ((_Category.KILLED,), _Category.KILLED_OR_CAPTURED),
    ((_Category.CAPTURED,), _Category.KILLED_OR_CAPTURED),
    ((_Category.MISSING,), _Category.MISSING_OR_CAPTURED),
    ((_Category.CAPTURED,), _Category.MISSING_OR_CAPTURED),
)
"""What is counted within what: together no more people than the latter, of one party and in one claim."""


def impossible_figures(world: World) -> Iterator[Finding]:
    """The figures of one claim hold beside one another: no more were killed than there were, nor than in all."""
    for event in world.events.values():
        for index, claim in enumerate(event.claims):
            for party, written, message in _impossible(claim.figures):
                yield Finding(
                    problems.IMPOSSIBLE_FIGURES, event, ("claims", index, "figures", party, written.value), message
                )


def _impossible(figures: Mapping[str, _Counted]) -> Iterator[tuple[str, FigureCategory, str]]:
    """Party and category of each figure that is too small, and why."""
    for party, counted in figures.items():
        for parts, whole in _WITHIN:
            given = [part for part in parts if part in counted]
            if given and whole in counted and _exceed([counted[part] for part in given], counted[whole]):
                listed = " and ".join(f"{counted[part]} {part.label}" for part in given)
                yield party, whole, f"`{party}`: {listed} cannot be among {counted[whole]} {whole.label}"
        yield from _more_than_together(party, counted, figures)


def _more_than_together(
    joined: str, together: _Counted, figures: Mapping[str, _Counted]
) -> Iterator[tuple[str, FigureCategory, str]]:
    """Where parties that are counted one by one have more than they have together."""
    parties = [party.strip() for party in joined.split("+")]
    apart = [party for party in parties if party in figures]
    for category, whole in together.items() if len(parties) > 1 else ():
        given = [party for party in apart if category in figures[party]]
        if given and _exceed([figures[party][category] for party in given], whole):
            listed = " and ".join(f"{figures[party][category]} of `{party}`" for party in given)
            yield joined, category, f"{category.label}: {listed} cannot be among {whole} of `{joined}`"


def _exceed(parts: list[Figure], whole: Figure) -> bool:
    return whole.most is not None and sum(part.least for part in parts) > whole.most
