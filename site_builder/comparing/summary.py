"""A comparison in one sentence."""

from collections import Counter
from collections.abc import Iterator

from site_builder.comparing.changes import Comparison, How, LinkTurn, Scope
from site_builder.comparing.wording import count
from site_builder.languages import Message, say, say_n
from site_builder.problems import Severity
from site_builder.records import Kind


def summarise(comparison: Comparison) -> str:
    """How many of what: `1 event changed, 1 claim changed, 1 figure changed, 1 warning`."""
    counts = (*_urgent(comparison), *_records(comparison), *_others(comparison))
    return ", ".join(found for found in counts if found.values["n"]) or say("No change in meaning")


def say_silent(scope: Scope) -> Message:
    """What is to be said of files that differ and say the same."""
    return say_n(
        "{n:,} other file changed and says the same as before.",
        "{n:,} other files changed and say the same as before.",
        len(scope.silent),
    )


def _urgent(comparison: Comparison) -> Iterator[Message]:
    new = Counter(problem.severity for problem in comparison.introduced)
    clashes = sum(clash.now for clash in comparison.clashes)
    notices = len(comparison.notices)
    yield say_n("{n:,} error introduced", "{n:,} errors introduced", new[Severity.ERROR])
    yield say_n("{n:,} warning introduced", "{n:,} warnings introduced", new[Severity.WARNING])
    yield say_n("{n:,} hint introduced", "{n:,} hints introduced", new[Severity.HINT])
    yield say_n("{n:,} contradiction introduced", "{n:,} contradictions introduced", clashes)
    yield say_n("{n:,} warning about the change itself", "{n:,} warnings about the change itself", notices)


def _records(comparison: Comparison) -> Iterator[Message]:
    records = Counter((change.kind, change.how) for change in comparison.records)
    claims = [claim for change in comparison.records for claim in change.claims]
    fields = [field for claim in claims if claim.how is How.CHANGED for field in claim.fields]
    figures = sum(field.key.startswith("figures ") for field in fields)
    yield from (count(kind, how, records[kind, how]) for kind in Kind for how in How)
    yield say("profile changed", n=len(comparison.profile))
    yield from (count("claim", how, sum(claim.how is how for claim in claims)) for how in How)
    yield say_n("{n:,} figure changed", "{n:,} figures changed", figures)


def _others(comparison: Comparison) -> Iterator[Message]:
    links = Counter(link.turn for link in comparison.links)
    turns, unused, fixed = map(len, (comparison.turns, comparison.unused_sources, comparison.fixed))
    yield say_n("{n:,} link made", "{n:,} links made", links[LinkTurn.MADE])
    yield say_n("{n:,} link broken", "{n:,} links broken", links[LinkTurn.BROKEN])
    yield say_n("{n:,} link reworded", "{n:,} links reworded", links[LinkTurn.REWORDED])
    yield say_n("{n:,} claim answered otherwise by others", "{n:,} claims answered otherwise by others", turns)
    yield say_n("{n:,} source no longer used", "{n:,} sources no longer used", unused)
    yield say_n("{n:,} problem fixed", "{n:,} problems fixed", fixed)
