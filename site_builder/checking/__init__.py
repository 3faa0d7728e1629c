"""Rules that need more than one record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from site_builder.checking.findings import Finding, Rule, place
from site_builder.checking.rules import RULES
from site_builder.checking.rules.duplicates import find_near
from site_builder.checking.rules.ids import find_missing_pages
from site_builder.checking.world import World, today_anywhere
from site_builder.chronology import Chronology
from site_builder.linking import Claims
from site_builder.problems import Problem
from site_builder.reading import FileReading
from site_builder.records import Kind, Record


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


__all__ = ["RULES", "Finding", "Rule", "World", "check", "find_missing_pages", "find_near"]
