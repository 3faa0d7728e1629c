"""`timeline check`: what is wrong with the records, listed for people, for GitHub or for programs."""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import click

from site_builder.checking import check_some, find_differences, find_missing_pages
from site_builder.chronicle import Checked, Chronicle, check_folder
from site_builder.cli.folders import Chosen, choose, site_of, written_pages
from site_builder.cli.terminal import waiting, wants_colour
from site_builder.keeping import cache_folder
from site_builder.languages import say, say_n
from site_builder.problems import (
    CODES,
    Problem,
    Severity,
    as_annotation,
    as_data,
    excerpt,
    identity,
    place,
    visible,
    without,
)
from site_builder.reading import Records
from site_builder.revisions import merge_base, touched_files

if TYPE_CHECKING:
    from site_builder.fixing import Outcome

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_VERSION = 1
"""The version of the JSON; changes when a key is removed or means something else."""
_EPILOG = """\b
Examples:
  timeline check                                all records in events/
  timeline check events/2024                    those in one folder
  timeline check --fix                          fix what is safe to fix, list the rest
  timeline check --since origin/main            only what a branch changes
  timeline check --format json | jq .problems   for programs

Exit code 0: no errors are listed, with --strict no warnings either; 1: some are; 2: the check could not run."""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--since", metavar="REF", help="List only problems that the change since REF touches or causes.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="For people, for GitHub (notes on a pull request), or for programs.",
)
@click.option("--fix", "fixing", is_flag=True, help="Fix what has only one answer; list the rest.")
@click.option(
    "--docs-url",
    metavar="URL",
    envvar="TIMELINE_DOCS_URL",
    default="",
    help="Address of the pages on problems, to link to (also the variable TIMELINE_DOCS_URL).",
)
@click.option("--strict", is_flag=True, help="Warnings fail the check too.")
def check(paths: Sequence[str], since: str | None, form: str, fixing: bool, docs_url: str, strict: bool) -> None:
    """List every problem of the records in each PATH, a folder or a record (default: events).

    Each begins with file:line:column and whether it is an error, a warning or a hint. Then come the line with the
    text underlined, what was probably meant, and where the code is explained.

    Of records what is wrong with each alone comes first, and references that lead nowhere: at once, however many
    records there are. What only the other records show follows.
    """
    chosen = choose(paths)
    in_form = {"text": in_text, "github": in_annotations}.get(form)
    first: tuple[Problem, ...] = ()
    if in_form is not None and since is None and not fixing and chosen.are_records:
        records, first = check_some(chosen.folder, frozenset(chosen.parts))
        _print(in_form(first, records, chosen.prefix, docs_url), form)
    with waiting(say("checking the records")):
        # Loaded only now: nobody waits for it who wants to know about one record.
        from site_builder.fixing import Outcome, fix

        change = None if since is None else _Change.since(since, chosen.folder)

        def may_change(file: str) -> bool:
            return chosen.includes(file) and (change is None or file in change.touched)

        today = datetime.date.today().isoformat()
        outcome = fix(chosen.folder, may_change, today) if fixing else Outcome((), ())
        now = check_folder_of_site(chosen.folder, cache_folder(chosen.folder))
        listing = sort_out(now, chosen, change)
    if in_form is None:
        click.echo(in_json(listing, now, chosen.prefix, docs_url, outcome))
    else:
        # A file's name could begin another workflow command.
        changes = (line if form == "text" else f"- {line}" for line in _changes(outcome, chosen.prefix))
        others = without(listing.listed, first, lambda problem: problem)
        _print((*changes, *in_form(others, now.records, chosen.prefix, docs_url), *summary(listing, now)), form)
    sys.exit(1 if listing.fails(strict) else 0)


def _print(lines: Iterable[str], form: str) -> None:
    for line in lines:
        click.echo(line, color=form == "text" and wants_colour())
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Listing:
    """A chronicle's problems in three groups."""

    listed: tuple[Problem, ...]
    """In the order of file and line."""
    elsewhere: tuple[Problem, ...] = ()
    """In records that were not named."""
    before: tuple[Problem, ...] = ()
    """In records that the change does not touch, where they were before it."""

    def fails(self, strict: bool) -> bool:
        """Whether something is listed that keeps a change from being accepted: an error, when strict a warning."""
        failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return any(problem.severity in failing for problem in self.listed)


class _Change(NamedTuple):
    """What was done to a chronicle's folder since a commit."""

    commit: str
    touched: frozenset[str]
    """Files that differ, by their paths relative to the folder."""

    @classmethod
    def since(cls, ref: str, folder: Path) -> Self:
        """The change since the commit at which what is checked out parted from `ref`. Raises RevisionError."""
        commit = merge_base(folder, ref)
        return cls(commit, touched_files(folder, commit))


def sort_out(now: Checked, chosen: Chosen, change: _Change | None) -> Listing:
    """The problems of the records that were named, without those that a change neither touches nor causes.

    A problem in a record that the change does not touch is caused by it where the record did not have the same
    problem (code, message and severity, which the profile may change) before. Raises RevisionError.
    """
    named = tuple(problem for problem in now.problems if chosen.includes(problem.file))
    elsewhere = tuple(problem for problem in now.problems if not chosen.includes(problem.file))
    if change is None or all(problem.file in change.touched for problem in named):
        return Listing(named, elsewhere)
    untouched = (problem for problem in named if problem.file not in change.touched)
    from site_builder.comparing import take_at

    chronicle = now.records
    if not isinstance(chronicle, Chronicle):
        chronicle = Chronicle.open(chosen.folder, cache=cache_folder(chosen.folder))
    before = take_at(change.commit, chronicle)[0].problems
    caused = {*without(untouched, before, lambda found: (identity(found), found.severity))}
    listed = tuple(problem for problem in named if problem.file in change.touched or problem in caused)
    return Listing(listed, elsewhere, tuple(problem for problem in named if problem not in listed))


def check_folder_of_site(folder: Path, cache: Path | None = None) -> Checked:
    """What is wrong with a folder, and with what its profile says of the site that it belongs to."""
    now = check_folder(folder, cache)
    pages = written_pages(folder)
    missing = () if pages is None else find_missing_pages(now.records, pages)
    differing = find_differences(now.records, *site_of(folder))
    return replace(now, problems=tuple(sorted((*now.problems, *missing, *differing))))


def in_text(problems: Iterable[Problem], now: Records, prefix: str, docs_url: str) -> Iterator[str]:
    """Each problem with the line it stands in; with the codes of colours."""
    for file, in_file in groupby(problems, key=lambda problem: problem.file):
        lines = now.files[file].lines if file in now.files else []
        for problem in in_file:
            line = lines[problem.line - 1] if problem.line <= len(lines) else ""
            yield from _explain(problem, line, prefix, docs_url)


def in_annotations(problems: Iterable[Problem], now: Records, prefix: str, docs_url: str) -> Iterator[str]:
    """Each problem as an annotation."""
    return (as_annotation(problem, prefix, docs_url) for problem in problems)


def in_json(listing: Listing, now: Checked, prefix: str, docs_url: str, outcome: Outcome) -> str:
    """Everything as JSON, by the schema in docs/problems/check.schema.json."""
    data = {
        "version": _VERSION,
        "events": now.events,
        "records": now.count,
        "listed": _by_severity(listing.listed),
        "elsewhere": _by_severity(listing.elsewhere),
        "before": _by_severity(listing.before),
        "fixed": [one.as_data(prefix) for one in outcome.fixes],
        "ordered": [prefix + file for file in outcome.ordered],
        "problems": [as_data(problem, prefix, docs_url) for problem in listing.listed],
    }
    return json.dumps(data, ensure_ascii=True, indent=2)


def _changes(outcome: Outcome, prefix: str) -> Iterator[str]:
    """What was fixed, one line each."""
    for one in outcome.fixes:
        yield one.as_text(prefix)
    for file in outcome.ordered:
        yield visible(say("{file}: keys sorted as in the schema", file=prefix + file))


def summary(listing: Listing, now: Checked) -> Iterator[str]:
    """How many records there are and how many problems, those included that are not listed."""
    events = say_n("{n:,} event", "{n:,} events", now.events)
    records = say_n("{n:,} record", "{n:,} records", now.count)
    yield f"{events}, {records}: {_counts(listing.listed)}"
    if listing.elsewhere:
        yield say("not listed, in other records: {counts}", counts=_counts(listing.elsewhere))
    if listing.before:
        counts = _counts(listing.before)
        yield say("not listed, in records that the change does not touch: {counts}", counts=counts)


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
            yield f"  {margin} | {say('here: {text}', text=shown.text)}"
    if problem.suggestion is not None:
        meant = click.style(visible(problem.suggestion), fg="green")
        yield f"  {margin} = {say('did you mean `{text}`?', text=meant)}"
    yield f"  {margin} = {say('see {page}', page=CODES[problem.code].documentation(docs_url))}"


def _by_severity(problems: Iterable[Problem]) -> dict[str, int]:
    counts = Counter(problem.severity for problem in problems)
    return {f"{severity.value}s": counts[severity] for severity in Severity}


def _counts(problems: Iterable[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    errors = say_n("{n:,} error", "{n:,} errors", counts[Severity.ERROR])
    warnings = say_n("{n:,} warning", "{n:,} warnings", counts[Severity.WARNING])
    hints = say_n("{n:,} hint", "{n:,} hints", counts[Severity.HINT])
    return f"{errors}, {warnings}, {hints}"
