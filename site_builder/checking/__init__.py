"""Rules that need more than one record."""

from site_builder.checking.findings import Finding, Rule, locate
from site_builder.checking.rules import RULES
from site_builder.checking.rules.duplicates import find_near
from site_builder.checking.rules.ids import find_missing_pages
from site_builder.linking import Linked
from site_builder.problems import Problem


def check(linked: Linked) -> tuple[Problem, ...]:
    """What all rules find in the records, in order.

    Files whose records have errors of their own are checked for ids that name nothing.
    """
    return tuple(sorted(locate((finding for rule in RULES for finding in rule(linked)), linked.files)))


__all__ = ["RULES", "Finding", "Rule", "check", "find_missing_pages", "find_near"]
