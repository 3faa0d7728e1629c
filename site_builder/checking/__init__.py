"""Rules that need more than one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from site_builder.checking.circles import circles
from site_builder.checking.claims import answers, claim_ids, support, unread_sources
from site_builder.checking.duplicates import near_duplicates
from site_builder.checking.findings import Finding, place
from site_builder.checking.ids import former_ids, unknown_ids, unknown_parties
from site_builder.checking.links import contradictions, links_to_themselves, links_written_twice
from site_builder.checking.prose import references_in_prose
from site_builder.checking.standing import standings
from site_builder.checking.world import World
from site_builder.chronology import Chronology
from site_builder.linking import Claims
from site_builder.problems import Problem
from site_builder.records import Kind, Record

Rule = Callable[[World], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    unknown_ids,
    unknown_parties,
    former_ids,
    references_in_prose,
    claim_ids,
    answers,
    unread_sources,
    support,
    standings,
    links_to_themselves,
    links_written_twice,
    circles,
    contradictions,
    near_duplicates,
)
"""Every rule; each says in its docstring what holds, and finds where it does not."""


def check(
    folder: Path,
    records: Mapping[Kind, Mapping[str, Record]],
    chronology: Chronology,
    claims: Claims,
) -> tuple[Problem, ...]:
    """What all rules find in the records read from a folder, in order; the files are read again for the places."""
    world = World(folder, records, chronology, claims)
    return tuple(sorted(place((finding for rule in RULES for finding in rule(world)), folder)))


__all__ = ["RULES", "Finding", "Rule", "World", "check"]
