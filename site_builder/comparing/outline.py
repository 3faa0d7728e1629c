"""What is reported of a comparison and in which order, before it is formatted as text or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.comparing.changes import (
    ClaimChange,
    Comparison,
    FieldChange,
    How,
    LinkChange,
    LinkTurn,
    Move,
    RecordChange,
)
from site_builder.comparing.spans import ELLIPSIS, Line, Piece, Style, an_id, clip_value, message, of_record, ours
from site_builder.comparing.word_changes import find_word_changes
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

    title: str
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
    sections: list[tuple[str, Iterable[ReportEntry]]] = [
        (
            "Warnings about the change itself",
            (ReportEntry((an_id(prefix + one.file), ours(": "), message(one.message))) for one in comparison.notices),
        ),
        ("Problems introduced", (_problem(f"{prefix}{found.file}:{found.line}", found) for found in urgent)),
        *_of_records(comparison, Kind.EVENT, moves, prefix),
        (
            "Events that moved with others",
            (ReportEntry((an_id(id), ours(" "), *_whom(move))) for id, move in moves.items() if id not in reported),
        ),
        ("Links", _links(comparison)),
        (
            "Claims in the light of others",
            (
                ReportEntry((an_id(one.claim), ours(", "), of_record(one.claimant), ours(f": {one.turn.value}")))
                for one in comparison.turns
            ),
        ),
        *(section for kind in others for section in _of_records(comparison, kind, moves, prefix)),
        ("Profile of the chronicle changed", map(_field, comparison.profile)),
        ("Sources on which nothing rests", _idle(comparison)),
        ("Problems fixed", (_problem(prefix + found.file, found) for found in comparison.fixed)),
    ]
    held = ((title, tuple(entries)) for title, entries in sections)
    return tuple(ReportSection(title, entries) for title, entries in held if entries)


def _problem(location: str, problem: Problem) -> ReportEntry:
    opening = f"{problem.severity.value} {problem.code}: "
    return ReportEntry((an_id(location), ours(f": {opening}"), message(problem.message)))


def _of_records(
    comparison: Comparison, kind: Kind, moves: Mapping[str, Move], prefix: str
) -> Iterator[tuple[str, Iterable[ReportEntry]]]:
    for how in How:
        changes = [change for change in comparison.records if change.kind is kind and change.how is how]
        yield f"{kind.plural.capitalize()} {how.words}", [_of_record(change, moves, prefix) for change in changes]


def _of_record(change: RecordChange, moves: Mapping[str, Move], prefix: str) -> ReportEntry:
    move = moves.get(change.id) if change.kind is Kind.EVENT else None
    new = change.how in (How.ADDED, How.READABLE)
    fields = [field for field in change.fields if not (new and field.key in _IN_THE_HEAD)]
    below = [_field(field, new=new) for field in fields]
    if move is not None and change.how is not How.REMOVED:
        dates = [number for number, field in enumerate(fields) if field.key == "date"]
        below.insert(dates[0] + 1 if dates else 0, ReportEntry(tuple(_whom(move))))
    below += map(_claim, change.claims)
    return ReportEntry(tuple(_head(change, prefix)), entries=tuple(below))


def _head(change: RecordChange, prefix: str) -> Iterator[Piece]:
    if change.how is How.RENAMED:
        yield from (an_id(str(change.other)), ours(" is now "))
    yield an_id(change.id if change.how is not How.UNREADABLE else prefix + change.file)
    if change.title:
        yield from (ours(" "), of_record(change.title))
    if change.how is How.REMOVED and change.other is not None:
        yield from (ours(", whose address leads to "), an_id(change.other))


def _field(field: FieldChange, *, new: bool = False) -> ReportEntry:
    key = (an_id(field.key), ours(": "))
    if field.before is not None and field.after is not None:
        if field.prose:
            return ReportEntry((*key, *_runs(find_word_changes(field.before, field.after))))
        if field.before.split() == field.after.split():
            return ReportEntry((an_id(field.key), ours(" changed")))
        return ReportEntry((*key, of_record(field.before), ours(" → "), of_record(field.after)))
    opening = "" if new else "added " if field.before is None else "removed "
    return ReportEntry((*key, ours(opening), of_record(field.before or field.after or "")))


def _claim(claim: ClaimChange) -> ReportEntry:
    opening: list[Piece] = [ours(f"claim {claim.how.words}: ")]
    if claim.was is not None:
        opening += (an_id(claim.was), ours(" is now "))
    line = (*opening, an_id(claim.id), ours(", "), of_record(claim.claimant), ours(": "), of_record(claim.says))
    if claim.how in (How.CHANGED, How.RENAMED):
        return ReportEntry(line, rows=tuple(map(_row, claim.fields)))
    return ReportEntry(line, entries=(ReportEntry(tuple(_facts(claim.fields))),) if claim.fields else ())


def _facts(fields: Iterable[FieldChange]) -> Iterator[Piece]:
    for number, field in enumerate(fields):
        yield from (ours("; " if number else ""), an_id(field.key), ours(" "), of_record(field.after or ""))


def _row(field: FieldChange) -> ReportRow:
    if field.before is not None and field.after is not None and field.prose:
        runs = find_word_changes(field.before, field.after)
        before, after = ([run for run in runs if run[0] is not style] for style in (Style.CAME, Style.WENT))
        return ReportRow(field.key, _runs(before), _runs(after))
    return ReportRow(field.key, _cell(field.before), _cell(field.after))


def _cell(value: str | None) -> Line:
    return (ours("nothing") if value is None else of_record(value),)


def _runs(runs: Iterable[Piece]) -> Line:
    spans: list[Piece] = []
    room = _LONGEST_RUNS
    for style, words in runs:
        if room <= 0:
            spans.append(ours(f" {ELLIPSIS}"))
            break
        shown = clip_value(words)
        room -= len(shown)
        spans += (ours(" "), (style, shown)) if spans else ((style, shown),)
    return tuple(spans) or (ours("nothing"),)


def _whom(move: Move) -> Iterator[Piece]:
    """Whom an event precedes and follows now."""
    passed = [(events, verb) for events, verb in ((move.now_before, "precedes"), (move.now_after, "follows")) if events]
    for number, (events, verb) in enumerate(passed):
        yield ours(f"{'; ' if number else ''}now {verb} ")
        yield from _named(events)
    if passed:
        return
    yield ours("is now ")
    if move.previous is not None:
        yield from (ours("after "), an_id(move.previous))
    if move.next is not None:
        yield from (ours(" and before " if move.previous is not None else "before "), an_id(move.next))
    if move.previous is None and move.next is None:
        yield ours("the only event")


def _named(events: tuple[str, ...]) -> Iterator[Piece]:
    for number, event in enumerate(events[:_MOST_NAMED]):
        yield from (ours(", " if number else ""), an_id(event))
    if len(events) > _MOST_NAMED:
        yield ours(f" and {len(events) - _MOST_NAMED:,} more")


def _links(comparison: Comparison) -> Iterator[ReportEntry]:
    for link in comparison.links:
        yield _link(link)
    for clash in comparison.clashes:
        opening = ours("now contradicting: " if clash.now else "no longer contradicting: ")
        yield ReportEntry((opening, of_record("; ".join(clash.links) or clash.sentence)))


def _link(link: LinkChange) -> ReportEntry:
    line = (ours(f"{link.turn.value}: "), an_id(link.source), ours(f" {link.type.value} "), an_id(link.target))
    if link.turn is LinkTurn.MADE:
        return ReportEntry(line, entries=(ReportEntry(tuple(_facts(link.fields))),) if link.fields else ())
    return ReportEntry(line, entries=tuple(map(_field, link.fields)))


def _idle(comparison: Comparison) -> Iterator[ReportEntry]:
    for source in comparison.unused_sources:
        yield ReportEntry((an_id(source), ours(": no longer used")))
    for source in comparison.idle_sources:
        yield ReportEntry((an_id(source), ours(": added, and not used")))
