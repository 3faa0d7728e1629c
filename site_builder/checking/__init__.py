"""Rules that need more than one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from site_builder.checking.accused import accused_unheard
from site_builder.checking.addresses import doubtful_addresses, one_address_twice, private_addresses
from site_builder.checking.archives import archives_that_are_none
from site_builder.checking.captives import captive_speakers, captives_named, captives_shown, singled_out
from site_builder.checking.channels import belligerents_channels, state_outlets, undeclared_compilations
from site_builder.checking.circles import circles, circles_of_claims
from site_builder.checking.claims import answers, claim_ids, former_claim_ids, support, unread_sources
from site_builder.checking.coordinates import coordinates_of_nothing, swapped_coordinates
from site_builder.checking.duplicates import near_duplicates
from site_builder.checking.findings import Finding, place
from site_builder.checking.ids import former_ids, unknown_ids, unknown_parties
from site_builder.checking.links import contradictions, links_to_themselves, links_written_twice
from site_builder.checking.listed_twice import listed_twice
from site_builder.checking.loaded_words import loaded_words
from site_builder.checking.lookalike_names import lookalike_names
from site_builder.checking.losses import counts_in_summaries, counts_without_citation
from site_builder.checking.members import questions_without_claims, short_threads
from site_builder.checking.names import shared_aliases
from site_builder.checking.precision import false_precision
from site_builder.checking.prose import long_prose, long_titles, references_in_prose
from site_builder.checking.recency import recent_places
from site_builder.checking.standing import standings
from site_builder.checking.sums import impossible_figures
from site_builder.checking.timing import before_their_time, later_than_sources, later_than_their_record
from site_builder.checking.world import World, today_anywhere
from site_builder.checking.written_pages import find_missing_pages
from site_builder.chronology import Chronology
from site_builder.linking import Claims
from site_builder.problems import Problem
from site_builder.reading import FileReading
from site_builder.records import Kind, Record

Rule = Callable[[World], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    unknown_ids,
    unknown_parties,
    former_ids,
    references_in_prose,
    claim_ids,
    former_claim_ids,
    answers,
    unread_sources,
    support,
    standings,
    links_to_themselves,
    links_written_twice,
    listed_twice,
    circles,
    circles_of_claims,
    contradictions,
    near_duplicates,
    false_precision,
    impossible_figures,
    swapped_coordinates,
    coordinates_of_nothing,
    later_than_sources,
    one_address_twice,
    private_addresses,
    doubtful_addresses,
    archives_that_are_none,
    before_their_time,
    later_than_their_record,
    short_threads,
    questions_without_claims,
    shared_aliases,
    lookalike_names,
    long_prose,
    long_titles,
    counts_in_summaries,
    counts_without_citation,
    loaded_words,
    belligerents_channels,
    state_outlets,
    undeclared_compilations,
    recent_places,
    accused_unheard,
    singled_out,
    captive_speakers,
    captives_shown,
    captives_named,
)
"""Every rule; each says in its docstring what holds, and finds where it does not."""


def check(
    records: Mapping[Kind, Mapping[str, Record]],
    files: Mapping[str, FileReading],
    chronology: Chronology,
    claims: Claims,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """What all rules find in the records that were read from files, in order.

    Of files whose records have errors of their own it is told which ids in them name nothing. `today` is the real day
    where it is not given; on it depends only what is said to lie ahead of it.
    """
    world = World(records, files, chronology, claims, today or today_anywhere())
    return tuple(sorted(place((finding for rule in RULES for finding in rule(world)), files)))


__all__ = ["RULES", "Finding", "Rule", "World", "check", "find_missing_pages"]
