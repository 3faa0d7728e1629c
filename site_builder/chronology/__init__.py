"""Orders events under uncertain dates, narrows their dates by their links, and finds contradictions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.chronology.contradictions import Contradiction, search
from site_builder.chronology.graphs import find_circles
from site_builder.chronology.narrowing import Extent, find_ties_within_a_day, narrow
from site_builder.chronology.network import Dated, Tie, build, days, graph, keep_those_of_days
from site_builder.chronology.order import order

__all__ = ["MAX_CONTRADICTIONS", "Chronology", "Contradiction", "Dated", "Extent", "Tie", "find_circles", "solve"]

MAX_CONTRADICTIONS = 100
"""How many contradictions are listed. Who has more fixes these first."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """Events in order, what is implied about their dates, and what cannot be right.

    It is the same for every order in which events and ties are given.
    """

    order: tuple[str, ...]
    """The ids of all events. No event stands before one that it certainly does not precede: by its dates, or by its
    links, but for links that are set aside since they contradict others."""
    extents: Mapping[str, Extent]
    """For each event when it can have started and ended. As written where the date is marked `~` or `?`, and where
    the event is in a contradiction that is certain."""
    contradictions: tuple[Contradiction, ...]
    """Every link that contradicts dates or other links, once each with a proof: first the circles of links, then
    the links that contradict dates, then times of day, then dates marked `~` or `?`."""
    unlisted: int
    """How many more links contradict others: beyond the first hundred, or in circles so many and so entangled
    that looking for each would take too long. 0 for all but hopeless chronicles."""


def solve(events: Iterable[Dated], ties: Iterable[Tie]) -> Chronology:
    """Order events by what is known. Time in proportion to events and ties, but for sorting.

    Ids are different. Ties to an event itself or to unknown events are ignored.
    """
    network = build(events, ties)
    certain = days(network)
    found = search(network, certain, MAX_CONTRADICTIONS)
    of_days = keep_those_of_days(network, found.kept)
    within_a_day = find_ties_within_a_day(network, of_days, found.components, certain)
    extents = narrow(network, of_days, found.components, certain, found.contested, within_a_day)
    ordered = order(network, found.kept, graph(network, of_days, within_a_day), found.components, certain)
    return Chronology(tuple(ordered), extents, found.contradictions, found.unlisted)
