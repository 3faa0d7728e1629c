"""Rules that need more than one record."""

from collections.abc import Iterator
from dataclasses import replace

from site_builder.checking.findings import Finding, Rule, locate
from site_builder.checking.rules import RULES
from site_builder.checking.rules.duplicates import find_near, likely_score
from site_builder.checking.rules.ids import find_missing_pages
from site_builder.checking.rules.site_settings import find_differences
from site_builder.linking import Linked
from site_builder.problems import Problem


def check(linked: Linked) -> tuple[Problem, ...]:
    """What all rules find in the records, in order.

    Files whose records have errors of their own are checked for ids that name nothing.
    """
    return tuple(sorted(locate(_judged(linked), linked.files)))


def _judged(linked: Linked) -> Iterator[Finding]:
    """What rules find that the profile does not turn off, as severe as the profile has it."""
    for finding in (finding for rule in RULES for finding in rule(linked)):
        severity = linked.profile.severity(finding.code.id, finding.severity or finding.code.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


__all__ = ["RULES", "Finding", "Rule", "check", "find_differences", "find_missing_pages", "find_near", "likely_score"]
