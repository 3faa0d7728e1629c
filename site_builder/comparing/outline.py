"""What is told of a comparison and in which order, before it is set as text or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

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
from site_builder.comparing.word_changes import ELLIPSIS, Fate, find_word_changes
from site_builder.problems import Problem, Severity
from site_builder.records import Kind

_LONGEST = 2_000
"""Characters of one value that are shown."""
_LONGEST_RUNS = 6_000
"""Characters of a text's changes that are shown."""
_MOST_NAMED = 3
"""Events that are named of those whom another passed."""


class Style(Enum):
    """Whose words they are, and what became of them."""

    OURS = "ours"
    RECORD = "record"
    """Of a record: anything at all."""
    MESSAGE = "message"
    """Ours, with words of a record between backticks."""
    ID = "id"
    """An id, a key or a file's name."""
    WENT = "went"
    """Words of a record that went."""
    CAME = "came"
    """Words of a record that came."""


Span = tuple[Style, str]
Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect of something, before and now side by side; neither is empty."""

    key: str
    before: Line
    after: Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told, with what is told below it."""

    line: Line
    rows: tuple[Row, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things of a sort."""

    title: str
    entries: tuple[Entry, ...]


_IN_THE_HEAD = ("title", "name", "publisher")
"""Keys that need not be told of a new record, whose title says it."""
_URGENCY = {severity: number for number, severity in enumerate(Severity)}
_FATES = {Fate.STAYED: Style.RECORD, Fate.WENT: Style.WENT, Fate.CAME: Style.CAME}


def outline(comparison: Comparison, prefix: str = "") -> tuple[Section, ...]:
    """Everything that differs, what is most urgent first; without sections that have nothing.

    `prefix` is put before the path of a file.
    """
    moves = {move.event: move for move in comparison.moves}
    told = {change.id for change in comparison.records if change.kind is Kind.EVENT}
    sections = [
        Section("Warnings about the change itself", tuple(_notices(comparison, prefix))),
        Section(
            "Problems introduced",
            tuple(
                _problem(f"{prefix}{found.file}:{found.line}", found)
                for found in sorted(comparison.introduced, key=lambda found: _URGENCY[found.severity])
            ),
        ),
        *_of_records(comparison, Kind.EVENT, moves, prefix),
        Section(
            "Events that moved with others", tuple(_move(move) for move in comparison.moves if move.event not in told)
        ),
        Section("Links", tuple(_links(comparison))),
        Section("Claims in the light of others", tuple(_turns(comparison))),
        *(
            section
            for kind in Kind
            if kind is not Kind.EVENT
            for section in _of_records(comparison, kind, moves, prefix)
        ),
        Section("Profile of the chronicle changed", tuple(map(_field, comparison.profile))),
        Section("Sources on which nothing rests", tuple(_idle(comparison))),
        Section("Problems fixed", tuple(_problem(prefix + found.file, found) for found in comparison.fixed)),
    ]
    return tuple(section for section in sections if section.entries)


def _notices(comparison: Comparison, prefix: str) -> Iterator[Entry]:
    for notice in comparison.notices:
        yield Entry((_id(prefix + notice.file), _ours(": "), _message(notice.message)))


def _problem(place: str, problem: Problem) -> Entry:
    opening = f"{problem.severity.value} {problem.code}: "
    return Entry((_id(place), _ours(f": {opening}"), _message(problem.message)))


def _of_records(comparison: Comparison, kind: Kind, moves: Mapping[str, Move], prefix: str) -> Iterator[Section]:
    for how in How:
        changes = [change for change in comparison.records if change.kind is kind and change.how is how]
        title = f"{kind.plural.capitalize()} {how.words}"
        yield Section(title, tuple(_of_record(change, moves, prefix) for change in changes))


def _of_record(change: RecordChange, moves: Mapping[str, Move], prefix: str) -> Entry:
    move = moves.get(change.id) if change.kind is Kind.EVENT else None
    new = change.how in (How.ADDED, How.READABLE)
    fields = [field for field in change.fields if not (new and field.key in _IN_THE_HEAD)]
    below = [_field(field, new=new) for field in fields]
    if move is not None and change.how is not How.REMOVED:
        dates = [number for number, field in enumerate(fields) if field.key == "date"]
        below.insert(dates[0] + 1 if dates else 0, Entry(tuple(_whom(move))))
    below += map(_claim, change.claims)
    return Entry(tuple(_head(change, prefix)), entries=tuple(below))


def _head(change: RecordChange, prefix: str) -> Iterator[Span]:
    if change.how is How.RENAMED:
        yield from (_id(str(change.other)), _ours(" is now "))
    yield _id(change.id if change.how is not How.UNREADABLE else prefix + change.file)
    if change.title:
        yield from (_ours(" "), _record(change.title))
    if change.how is How.REMOVED and change.other is not None:
        yield from (_ours(", whose address leads to "), _id(change.other))


def _field(field: FieldChange, *, new: bool = False) -> Entry:
    key = (_id(field.key), _ours(": "))
    if field.before is not None and field.after is not None:
        if field.prose:
            return Entry((*key, *_words(field.before, field.after)))
        if field.before.split() == field.after.split():
            return Entry((_id(field.key), _ours(" changed")))
        return Entry((*key, _record(field.before), _ours(" → "), _record(field.after)))
    opening = "" if new else "added " if field.before is None else "removed "
    return Entry((*key, _ours(opening), _record(field.before or field.after or "")))


def _claim(claim: ClaimChange) -> Entry:
    opening: list[Span] = [_ours(f"claim {claim.how.words}: ")]
    if claim.was is not None:
        opening += (_id(claim.was), _ours(" is now "))
    line = (*opening, _id(claim.id), _ours(", "), _record(claim.claimant), _ours(": "), _record(claim.says))
    if claim.how in (How.CHANGED, How.RENAMED):
        return Entry(line, rows=tuple(map(_row, claim.fields)))
    return Entry(line, entries=(Entry(tuple(_facts(claim.fields))),) if claim.fields else ())


def _facts(fields: Iterable[FieldChange]) -> Iterator[Span]:
    for number, field in enumerate(fields):
        yield from (_ours("; " if number else ""), _id(field.key), _ours(" "), _record(field.after or ""))


def _row(field: FieldChange) -> Row:
    if field.before is not None and field.after is not None and field.prose:
        runs = find_word_changes(field.before, field.after)
        before, after = ([run for run in runs if run[0] is not fate] for fate in (Fate.CAME, Fate.WENT))
        return Row(field.key, _runs(before), _runs(after))
    return Row(field.key, _cell(field.before), _cell(field.after))


def _cell(value: str | None) -> Line:
    return (_ours("nothing") if value is None else _record(value),)


def _words(before: str, after: str) -> Line:
    return _runs(find_word_changes(before, after))


def _runs(runs: Iterable[tuple[Fate, str]]) -> Line:
    spans: list[Span] = []
    room = _LONGEST_RUNS
    for fate, words in runs:
        if room <= 0:
            spans.append(_ours(f" {ELLIPSIS}"))
            break
        shown = _clip(words)
        room -= len(shown)
        spans += (_ours(" "), (_FATES[fate], shown)) if spans else ((_FATES[fate], shown),)
    return tuple(spans) or (_ours("nothing"),)


def _move(move: Move) -> Entry:
    return Entry((_id(move.event), _ours(" "), *_whom(move)))


def _whom(move: Move) -> Iterator[Span]:
    """Whom an event precedes and follows now."""
    if move.now_before or move.now_after:
        told = [
            (events, verb) for events, verb in ((move.now_before, "precedes"), (move.now_after, "follows")) if events
        ]
        for number, (events, verb) in enumerate(told):
            yield _ours(f"{'; ' if number else ''}now {verb} ")
            yield from _named(events)
        return
    yield _ours("is now ")
    if move.previous is not None:
        yield from (_ours("after "), _id(move.previous))
    if move.next is not None:
        yield from (_ours(" and before " if move.previous is not None else "before "), _id(move.next))
    if move.previous is None and move.next is None:
        yield _ours("the only event")


def _named(events: tuple[str, ...]) -> Iterator[Span]:
    for number, event in enumerate(events[:_MOST_NAMED]):
        yield from (_ours(", " if number else ""), _id(event))
    if len(events) > _MOST_NAMED:
        yield _ours(f" and {len(events) - _MOST_NAMED:,} more")


def _links(comparison: Comparison) -> Iterator[Entry]:
    for link in comparison.links:
        yield _link(link)
    for clash in comparison.clashes:
        opening = _ours("now contradicting: " if clash.now else "no longer contradicting: ")
        yield Entry((opening, _record("; ".join(clash.links) or clash.sentence)))


def _link(link: LinkChange) -> Entry:
    line = (_ours(f"{link.turn.value}: "), _id(link.source), _ours(f" {link.type.value} "), _id(link.target))
    if link.turn is LinkTurn.MADE:
        return Entry(line, entries=(Entry(tuple(_facts(link.fields))),) if link.fields else ())
    return Entry(line, entries=tuple(map(_field, link.fields)))


def _turns(comparison: Comparison) -> Iterator[Entry]:
    for turn in comparison.turns:
        yield Entry((_id(turn.claim), _ours(", "), _record(turn.claimant), _ours(f": {turn.turn.value}")))


def _idle(comparison: Comparison) -> Iterator[Entry]:
    for source in comparison.unused_sources:
        yield Entry((_id(source), _ours(": no longer used")))
    for source in comparison.idle_sources:
        yield Entry((_id(source), _ours(": added, and not used")))


def _ours(text: str) -> Span:
    return (Style.OURS, text)


def _id(text: str) -> Span:
    return (Style.ID, clip(text, _LONGEST))


def _message(text: str) -> Span:
    return (Style.MESSAGE, _clip(text))


def _record(text: str) -> Span:
    return (Style.RECORD, _clip(text))


def _clip(text: str) -> str:
    """On one line, and no longer than is shown; what is far beyond that is not looked at."""
    return clip(" ".join(text[: 10 * _LONGEST].split()), _LONGEST)


def clip(text: str, longest: int) -> str:
    """A text, or its beginning and an ellipsis."""
    return text if len(text) <= longest else text[:longest].rstrip() + ELLIPSIS
