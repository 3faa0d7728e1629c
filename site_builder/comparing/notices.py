"""Warnings about a change itself: an address that is lost, a claim that changes without a word to the public."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from site_builder.comparing.changes import ClaimChange, How, Notice, NoticeSort, RecordChange
from site_builder.comparing.renames import Renames, find_reused
from site_builder.comparing.snapshots import Snapshot
from site_builder.records import Event, Kind


def find_notices(
    before: Snapshot, after: Snapshot, renames: Renames, changes: Iterable[RecordChange]
) -> tuple[Notice, ...]:
    """Every warning, in the order of files."""
    lost, silent = _lost_addresses(after, renames), _silent_changes(before, after, changes)
    return tuple(sorted([*lost, *silent, *_reused_ids(before, after, renames)]))


def _lost_addresses(after: Snapshot, renames: Renames) -> Iterator[Notice]:
    """A record that is renamed says its former id, which then leads to it for ever."""
    for kind, of_kind in renames.found.items():
        for old, new in of_kind.items():
            record = after.records[kind][new]
            message = (
                f"the {kind.value} `{old}` is now `{new}`, it seems, and links to `{old}` break: "
                f"add `former_ids: [{', '.join((*record.former_ids, old))}]`, so that they lead here"
            )
            yield Notice(record.file, NoticeSort.RENAMED, message)


def _reused_ids(before: Snapshot, after: Snapshot, renames: Renames) -> Iterator[Notice]:
    """An id stands for one thing for ever: links to it would say something else of a sudden."""
    for kind, old, new in find_reused(before, after, renames):
        message = (
            f"the {kind.value} `{new}` says now what `{old}` said, and every link to `{new}` leads to something else: "
            "give each its own id back, and a new id to what is new"
        )
        yield Notice(after.records[kind][new].file, NoticeSort.REUSED, message)


def _silent_changes(before: Snapshot, after: Snapshot, changes: Iterable[RecordChange]) -> Iterator[Notice]:
    """An event whose claims are other than they were says so in its corrections."""
    for change in changes:
        if change.kind is not Kind.EVENT or change.how not in (How.CHANGED, How.RENAMED):
            continue
        told = [
            _what_became(change.claims, hows, fate)
            for hows, fate in (((How.CHANGED, How.RENAMED), "changed"), ((How.REMOVED,), "been taken out"))
        ]
        old = before.events[change.other or change.id]
        if any(told) and not _corrects(old, after.events[change.id]):
            what = " and ".join(filter(None, told))
            message = f"{what}, and `corrections` does not say so: add an entry with date, kind and note"
            yield Notice(change.file, NoticeSort.CORRECTED, message)


def _what_became(claims: Iterable[ClaimChange], hows: Collection[How], fate: str) -> str:
    """`the claims a and b have changed`; nothing where no claim did."""
    names = [f"`{claim.was or claim.id}`" for claim in claims if claim.how in hows]
    if len(names) < 2:
        return f"the claim {names[0]} has {fate}" if names else ""
    return f"the claims {', '.join(names[:-1])} and {names[-1]} have {fate}"


def _corrects(old: Event, new: Event) -> bool:
    return any(correction not in old.corrections for correction in new.corrections)
