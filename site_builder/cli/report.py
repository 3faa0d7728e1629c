"""Problems as `timeline check` prints them: for people, for GitHub, for programs."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from site_builder.cli.listing import Listing
from site_builder.comparing import Snapshot
from site_builder.fixing import Outcome
from site_builder.problems import CODES, Problem, Severity, as_annotation, as_data, excerpt, place, visible

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_VERSION = 1
"""Of the form of the JSON; another number where something that was there is gone or means something else."""


def wants_colour() -> bool:
    """Whether what is printed goes to a terminal that shows colours to somebody who wants them (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def in_text(listing: Listing, now: Snapshot, prefix: str, docs_url: str) -> Iterator[str]:
    """Each problem with the line it stands in, and then how many there are; with the codes of colours."""
    for file, problems in groupby(listing.listed, key=lambda problem: problem.file):
        lines = now.files[file].lines if file in now.files else []
        for problem in problems:
            line = lines[problem.line - 1] if problem.line <= len(lines) else ""
            yield from _explain(problem, line, prefix, docs_url)
    yield from summary(listing, now)


def in_annotations(listing: Listing, now: Snapshot, prefix: str, docs_url: str) -> Iterator[str]:
    """Each problem as an annotation, and then how many there are."""
    for problem in listing.listed:
        yield as_annotation(problem, prefix, docs_url)
    yield from summary(listing, now)


def in_json(listing: Listing, now: Snapshot, prefix: str, docs_url: str, outcome: Outcome) -> str:
    """Everything as JSON, by the schema in docs/problems/check.schema.json."""
    data = {
        "version": _VERSION,
        "events": len(now.events),
        "records": _records(now),
        "listed": _by_severity(listing.listed),
        "elsewhere": _by_severity(listing.elsewhere),
        "before": _by_severity(listing.before),
        "fixed": [one.as_data(prefix) for one in outcome.fixes],
        "ordered": [prefix + file for file in outcome.ordered],
        "problems": [as_data(problem, prefix, docs_url) for problem in listing.listed],
    }
    return json.dumps(data, ensure_ascii=True, indent=2)


def changes(outcome: Outcome, prefix: str) -> Iterator[str]:
    """What was mended, a line each."""
    for one in outcome.fixes:
        yield one.as_text(prefix)
    for file in outcome.ordered:
        yield f"{visible(prefix + file)}: keys put in the order of the schema"


def summary(listing: Listing, now: Snapshot) -> Iterator[str]:
    """How many records there are and how many problems, those included that are not listed."""
    counts = f"{_count(len(now.events), 'event')}, {_count(_records(now), 'record')}"
    yield f"{counts}: {_counts(listing.listed)}"
    if listing.elsewhere:
        yield f"not listed, in other records: {_counts(listing.elsewhere)}"
    if listing.before:
        yield f"not listed, in records that the change does not touch: {_counts(listing.before)}"


def _explain(problem: Problem, line: str, prefix: str, docs_url: str) -> Iterator[str]:
    colour = _COLOURS[problem.severity]
    severity = click.style(problem.severity.value, fg=colour, bold=True)
    where = click.style(place(problem, prefix), bold=True)
    yield f"{where}: {severity} {problem.code}: {visible(problem.message)}"
    number = str(problem.line)
    margin = " " * len(number)
    shown = excerpt(problem, line)
    if shown is not None:
        yield f"  {number} | {shown.source}"
        if shown.marks is not None:
            yield f"  {margin} | {click.style(shown.marks, fg=colour, bold=True)}"
        else:
            yield f"  {margin} | here: {shown.text}"
    if problem.suggestion is not None:
        yield f"  {margin} = did you mean `{click.style(visible(problem.suggestion), fg='green')}`?"
    yield f"  {margin} = see {CODES[problem.code].documentation(docs_url)}"


def _records(now: Snapshot) -> int:
    return sum(map(len, now.records.values()))


def _by_severity(problems: Iterable[Problem]) -> dict[str, int]:
    counts = Counter(problem.severity for problem in problems)
    return {f"{severity.value}s": counts[severity] for severity in Severity}


def _counts(problems: Iterable[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(_count(counts[severity], severity.value) for severity in Severity)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
