"""Rules that need more than one record."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import chain

from site_builder.checking.findings import FOR_EACH, Finding, Rule, locate
from site_builder.checking.rules import RULES
from site_builder.checking.rules.claims import answers
from site_builder.checking.rules.duplicates import find_near, likely_score
from site_builder.checking.rules.ids import find_missing_pages, unknown_ids, unknown_parties
from site_builder.checking.rules.prose import references_in_prose
from site_builder.checking.rules.site_settings import find_differences
from site_builder.linking import Linked, link
from site_builder.problems import MOST_OF_A_FILE, UNKNOWN_CLAIM, UNKNOWN_ID, UNKNOWN_PARTY, Problem
from site_builder.reading import Input, Records, read_some
from site_builder.records import Kind

OfEach = Mapping[str, tuple[Problem, ...]]
"""By file, what rules find that look at each record by itself."""
MOST_OF_EACH = 10
"""Most problems of a file that are worth keeping."""
_OF_REFERENCES = (unknown_ids, unknown_parties, references_in_prose, answers)
_MAYBE_FORMER = (UNKNOWN_ID.id, UNKNOWN_PARTY.id)


def check(linked: Linked) -> tuple[Problem, ...]:
    """What all rules find in the records, in order.

    Files whose records have errors of their own are checked for ids that name nothing.
    """
    return check_with(linked, {})[0]


def check_with(linked: Linked, known: OfEach) -> tuple[tuple[Problem, ...], OfEach]:
    """As `check`, where it is `known` of some files what rules that look at each record by itself find in them.

    What is found of others comes too: not of a file in which more is found than is worth keeping.
    """
    found = list(_judged(linked, [rule for rule in RULES if rule not in FOR_EACH]))
    count = Counter(finding.record.file for finding in found)
    known = {file: problems for file, problems in known.items() if count[file] + MOST_OF_EACH <= MOST_OF_A_FILE}
    by_itself = linked.apart(lambda record: record.file not in known)
    each = list(_judged(by_itself, FOR_EACH))
    count.update(finding.record.file for finding in each)
    # Of a crowd only the worst are listed, whichever rules found them.
    crowd = [finding for finding in (*found, *each) if count[finding.record.file] > MOST_OF_A_FILE]
    several = [finding for finding in found if count[finding.record.file] <= MOST_OF_A_FILE]
    single = [finding for finding in each if count[finding.record.file] <= MOST_OF_A_FILE]
    new: dict[str, tuple[Problem, ...]] = {record.file: () for record in by_itself.all()}
    for problem in locate(single, linked.files):
        new[problem.file] = (*new[problem.file], problem)
    located = [*locate(crowd, linked.files), *locate(several, linked.files)]
    problems = tuple(sorted((*located, *chain(*new.values(), *known.values()))))
    few = {file: one for file, one in new.items() if count[file] <= MOST_OF_A_FILE and len(one) <= MOST_OF_EACH}
    return problems, few


def check_some(source: Input, wanted: Set[str]) -> tuple[Records, tuple[Problem, ...]]:
    """What is wrong with some files alone, and which of their references lead nowhere, in order; no others are read.

    All of it is also among what is found when everything is read. Raises OSError where the source cannot be read.
    """
    records, found = _check_alone(read_some(source, wanted), wanted)
    unknown = [problem.message.values for problem in found if problem.code in _MAYBE_FORMER]
    if unknown:
        kinds = {Kind(values.get("kind", Kind.ACTOR)) for values in unknown}
        records, found = _check_alone(read_some(source, wanted, kinds), wanted)
    return records, found


def _check_alone(records: Records, wanted: Set[str]) -> tuple[Records, tuple[Problem, ...]]:
    linked = link(records)
    # Another event may have the claim that was meant.
    findings = (
        finding
        for finding in _judged(linked, (*_OF_REFERENCES, *FOR_EACH))
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
    "OfEach",
    "Rule",
    "check",
    "check_some",
    "check_with",
    "find_differences",
    "find_missing_pages",
    "find_near",
    "likely_score",
]
