"""Rules that need more than one record."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from site_builder.checking.findings import Finding, Rule, locate
from site_builder.checking.rules import RULES
from site_builder.checking.rules.claims import answers
from site_builder.checking.rules.duplicates import find_near, likely_score
from site_builder.checking.rules.ids import find_missing_pages, unknown_ids, unknown_parties
from site_builder.checking.rules.prose import references_in_prose
from site_builder.checking.rules.site_settings import find_differences
from site_builder.linking import Linked, link
from site_builder.problems import UNKNOWN_CLAIM, UNKNOWN_ID, UNKNOWN_PARTY, Problem
from site_builder.reading import Input, Records, read_some
from site_builder.records import Kind

_OF_REFERENCES = (unknown_ids, unknown_parties, references_in_prose, answers)
_MAYBE_FORMER = (UNKNOWN_ID.id, UNKNOWN_PARTY.id)


def check(linked: Linked) -> tuple[Problem, ...]:
    """What all rules find in the records, in order.

    Files whose records have errors of their own are checked for ids that name nothing.
    """
    return tuple(sorted(locate(_judged(linked, RULES), linked.files)))


def check_some(source: Input, wanted: Set[str]) -> tuple[Records, tuple[Problem, ...]]:
    """What is wrong with some files alone, and which of their references lead nowhere, in order; no others are read.

    All of it is also among what is found when everything is read. Raises OSError where the source cannot be read.
    """
    records, found = _check_references(read_some(source, wanted), wanted)
    unknown = [problem.message.values for problem in found if problem.code in _MAYBE_FORMER]
    if unknown:
        kinds = {Kind(values.get("kind", Kind.ACTOR)) for values in unknown}
        records, found = _check_references(read_some(source, wanted, kinds), wanted)
    return records, found


def _check_references(records: Records, wanted: Set[str]) -> tuple[Records, tuple[Problem, ...]]:
    linked = link(records)
    # Another event may have the claim that was meant.
    findings = (
        finding
        for finding in _judged(linked, _OF_REFERENCES)
        if finding.record.file in wanted and finding.code is not UNKNOWN_CLAIM
    )
    own = (problem for problem in records.problems if problem.file in wanted)
    return records, tuple(sorted((*own, *locate(findings, records.files))))


def _judged(linked: Linked, rules: Iterable[Rule]) -> Iterator[Finding]:
    """What rules find that the profile does not turn off, as severe as the profile has it."""
    for finding in (finding for rule in rules for finding in rule(linked)):
        severity = linked.profile.severity(finding.code.id, finding.severity or finding.code.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


__all__ = [
    "RULES",
    "Finding",
    "Rule",
    "check",
    "check_some",
    "find_differences",
    "find_missing_pages",
    "find_near",
    "likely_score",
]
