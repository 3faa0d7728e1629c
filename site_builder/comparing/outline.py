"""What is reported of a comparison and in which order, before it is formatted as text or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.comparing.changes import (
    ClaimChange,
    Comparison,
    FieldChange,
    How,
    LinkTurn,
    Move,
    RecordChange,
)
from site_builder.comparing.spans import (
    ELLIPSIS,
    Line,
    Piece,
    Style,
    an_id,
    clip_value,
    joined,
    message,
    of_record,
    ours,
)
from site_builder.comparing.word_changes import find_word_changes
from site_builder.comparing.wording import count
from site_builder.languages import Message, say
from site_builder.problems import Problem, Severity
from site_builder.records import Kind

_LONGEST_RUNS = 6_000
"""Characters of a text's changes that are shown."""
_MOST_NAMED = 3
"""Events that are named of those whom another passed."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One aspect of something, before and now side by side; neither is empty."""

    key: str
    before: Line
    after: Line


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One thing that is reported, with what stands below it."""

    line: Line
    rows: tuple[ReportRow, ...] = ()
    entries: tuple[ReportEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Things of a sort."""

    title: Message
    entries: tuple[ReportEntry, ...]


_IN_THE_HEAD = ("title", "name", "publisher")
"""Keys that are not reported of a new record, whose title says it."""


def outline(comparison: Comparison, prefix: str = "") -> tuple[ReportSection, ...]:
    """Everything that differs, what is most urgent first; without sections that have nothing.

    `prefix` is put before the path of a file.
    """
    moves = {move.event: move for move in comparison.moves}
    reported = {change.id for change in comparison.records if change.kind is Kind.EVENT}
    urgent = sorted(comparison.introduced, key=lambda found: list(Severity).index(found.severity))
    others = [kind for kind in Kind if kind is not Kind.EVENT]
    sections: list[tuple[Message, Iterable[ReportEntry]]] = [
        (
            say("Warnings about the change itself"),
            (ReportEntry((an_id(prefix + one.file), ours(": "), message(one.message))) for one in comparison.notices),
        ),
        (say("Problems introduced"), (_problem(f"{prefix}{found.file}:{found.line}", found) for found in urgent)),
        *_of_records(comparison, Kind.EVENT, moves, prefix),
        (
            say("Events that moved with others"),
            (ReportEntry((an_id(id), ours(" "), _whom(move))) for id, move in moves.items() if id not in reported),
        ),
        (say("Links"), _links(comparison)),
        (
            say("Claims that others answer otherwise"),
            (
                ReportEntry((an_id(one.claim), ours(", "), of_record(one.claimant), ours(": "), say(one.turn.value)))
                for one in comparison.turns
            ),
        ),
        *(section for kind in others for section in _of_records(comparison, kind, moves, prefix)),
        (say("Profile of the chronicle changed"), map(_field, comparison.profile)),
        (say("Sources that nothing uses"), _idle(comparison)),
        (say("Problems fixed"), (_problem(prefix + found.file, found) for found in comparison.fixed)),
    ]
    held = ((title, tuple(entries)) for title, entries in sections)
    return tuple(ReportSection(title, entries) for title, entries in held if entries)


def _problem(location: str, problem: Problem) -> ReportEntry:
    opening = f"{problem.severity.value} {problem.code}: "
    return ReportEntry((an_id(location), ours(f": {opening}"), message(problem.message)))


def _of_records(
    comparison: Comparison, kind: Kind, moves: Mapping[str, Move], prefix: str
) -> Iterator[tuple[Message, Iterable[ReportEntry]]]:
    for how in How:
        changes = [change for change in comparison.records if change.kind is kind and change.how is how]
        yield count(kind, how, len(changes)), [_of_record(change, moves, prefix) for change in changes]


def _of_record(change: RecordChange, moves: Mapping[str, Move], prefix: str) -> ReportEntry:
    move = moves.get(change.id) if change.kind is Kind.EVENT else None
    new = change.how in (How.ADDED, How.READABLE, How.ERASED)
    fields = [field for field in change.fields if not (new and field.key in _IN_THE_HEAD)]
    below = [_field(field, new=new) for field in fields]
    if move is not None and change.how is not How.REMOVED:
        dates = [number for number, field in enumerate(fields) if field.key == "date"]
        below.insert(dates[0] + 1 if dates else 0, ReportEntry(_whom(move)))
    below += map(_claim, change.claims)
    return ReportEntry(_head(change, prefix), entries=tuple(below))


def _head(change: RecordChange, prefix: str) -> Line:
    name: Line = an_id(change.id if change.how is not How.UNREADABLE else prefix + change.file)
    other = an_id(str(change.other))
    if change.how is How.RENAMED:
        name = say("{was} is now {now}", was=other, now=name)
    head: Line = (name, ours(" "), of_record(change.title)) if change.title else name
    if change.how is How.REMOVED and change.other is not None:
        return say("{record}, whose address leads to {other}", record=head, other=other)
    return head


def _field(field: FieldChange, *, new: bool = False) -> ReportEntry:
    key = (an_id(field.key), ours(": "))
    if field.before is not None and field.after is not None:
        if field.prose:
            return ReportEntry((key, _runs(find_word_changes(field.before, field.after))))
        if field.before.split() == field.after.split():
            return ReportEntry(say("{key} changed", key=key[0]))
        return ReportEntry((key, of_record(field.before), ours(" → "), of_record(field.after)))
    value = of_record(field.before or field.after or "")
    if new:
        return ReportEntry((key, value))
    became = say("added {value}", value=value) if field.before is None else say("removed {value}", value=value)
    return ReportEntry((key, became))


def _claim(claim: ClaimChange) -> ReportEntry:
    name: Line = an_id(claim.id)
    if claim.was is not None:
        name = say("{was} is now {now}", was=an_id(claim.was), now=name)
    line = say(
        "claim {how}: {claim}, {claimant}: {says}",
        how=claim.how.words,
        claim=name,
        claimant=of_record(claim.claimant),
        says=of_record(claim.says),
    )
    if claim.how in (How.CHANGED, How.RENAMED):
        return ReportEntry(line, rows=tuple(map(_row, claim.fields)))
    return ReportEntry(line, entries=_facts(claim.fields))


def _facts(fields: Iterable[FieldChange]) -> tuple[ReportEntry, ...]:
    """All in one entry; none where there are no fields."""
    facts = [(an_id(field.key), ours(" "), of_record(field.after or "")) for field in fields]
    return (ReportEntry(joined("; ", facts)),) if facts else ()


def _row(field: FieldChange) -> ReportRow:
    if field.before is not None and field.after is not None and field.prose:
        runs = find_word_changes(field.before, field.after)
        before, after = ([run for run in runs if run.style is not style] for style in (Style.CAME, Style.WENT))
        return ReportRow(field.key, _runs(before), _runs(after))
    return ReportRow(field.key, _cell(field.before), _cell(field.after))


def _cell(value: str | None) -> Line:
    return say("nothing") if value is None else of_record(value)


def _runs(runs: Iterable[Piece]) -> Line:
    shown: list[Piece] = []
    room = _LONGEST_RUNS
    for style, words in runs:
        if room <= 0:
            shown.append(ours(ELLIPSIS))
            break
        shown.append(Piece(style, clip_value(words)))
        room -= len(shown[-1].text)
    return joined(" ", shown) if shown else say("nothing")


def _whom(move: Move) -> Line:
    """Whom an event precedes and follows now."""
    passed: list[Line] = []
    if move.now_before:
        passed.append(say("now precedes {events}", events=_named(move.now_before)))
    if move.now_after:
        passed.append(say("now follows {events}", events=_named(move.now_after)))
    previous, next_one = an_id(move.previous or ""), an_id(move.next or "")
    if passed:
        return joined("; ", passed)
    if move.previous is not None and move.next is not None:
        return say("is now after {previous} and before {next}", previous=previous, next=next_one)
    if move.previous is not None:
        return say("is now after {previous}", previous=previous)
    return say("is now before {next}", next=next_one) if move.next is not None else say("is now the only event")


def _named(events: tuple[str, ...]) -> Line:
    named = joined(", ", map(an_id, events[:_MOST_NAMED]))
    more = len(events) - _MOST_NAMED
    return say("{list} and {n:,} more", list=named, n=more) if more > 0 else named


def _links(comparison: Comparison) -> Iterator[ReportEntry]:
    for link in comparison.links:
        line = (an_id(link.source), ours(f" {link.type.value} "), an_id(link.target))
        made = link.turn is LinkTurn.MADE
        below = _facts(link.fields) if made else tuple(map(_field, link.fields))
        yield ReportEntry((say(link.turn.value), ours(": "), line), entries=below)
    for clash in comparison.clashes:
        links = of_record("; ".join(clash.links) or clash.sentence)
        yield ReportEntry(
            say("now contradicting: {links}", links=links)
            if clash.now
            else say("no longer contradicting: {links}", links=links)
        )


def _idle(comparison: Comparison) -> Iterator[ReportEntry]:
    for source in comparison.unused_sources:
        yield ReportEntry(say("{source}: no longer used", source=an_id(source)))
    for source in comparison.idle_sources:
        yield ReportEntry(say("{source}: added and not used", source=an_id(source)))
