"""A comparison in one sentence."""

from collections import Counter
from collections.abc import Iterator

from site_builder.comparing.changes import Comparison, How, LinkTurn, Scope
from site_builder.comparing.wording import count
from site_builder.problems import Severity
from site_builder.records import Kind

NOTHING = "No change in meaning"


def summarise(comparison: Comparison) -> str:
    """How many of what: `1 event changed, 1 claim changed, 1 figure changed, 1 warning`."""
    return ", ".join(_counts(comparison)) or NOTHING


def say_silent(scope: Scope) -> str:
    """What is to be said of files that differ and say the same."""
    number = len(scope.silent)
    return f"{count(number, 'other file')} changed and {'says' if number == 1 else 'say'} the same as before."


def _counts(comparison: Comparison) -> Iterator[str]:
    """What is most urgent first."""
    new = Counter(problem.severity for problem in comparison.introduced)
    urgent = [
        *((new[severity], severity.value, "introduced") for severity in Severity),
        (len([clash for clash in comparison.clashes if clash.now]), "contradiction", "introduced"),
        (len(comparison.notices), "warning", "about the change itself"),
    ]
    yield from (f"{count(number, noun)} {fate}" for number, noun, fate in urgent if number)
    records = Counter((change.kind, change.how) for change in comparison.records)
    yield from (
        f"{count(records[kind, how], kind.value)} {how.words}" for kind in Kind for how in How if records[kind, how]
    )
    if comparison.profile:
        yield "profile changed"
    claims = Counter(claim.how for change in comparison.records for claim in change.claims)
    yield from (f"{count(claims[how], 'claim')} {how.value}" for how in How if claims[how])
    figures = sum(
        field.key.startswith("figures ")
        for change in comparison.records
        for claim in change.claims
        if claim.how is How.CHANGED
        for field in claim.fields
    )
    links = Counter(link.turn for link in comparison.links)
    counts = [
        (figures, "figure", "changed"),
        *((links[turn], "link", turn.value) for turn in LinkTurn),
        (len(comparison.turns), "claim", "seen otherwise by others"),
        (len(comparison.unused_sources), "source", "no longer used"),
        (len(comparison.fixed), "problem", "fixed"),
    ]
    yield from (f"{count(number, noun)} {fate}" for number, noun, fate in counts if number)
