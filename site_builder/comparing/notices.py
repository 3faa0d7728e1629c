"""Warnings about a change itself: an address that is lost, a claim that changes without a word to the public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.comparing.changes import How, Notice, NoticeSort, RecordChange
from site_builder.comparing.renames import Renames
from site_builder.comparing.snapshots import Snapshot
from site_builder.records import Event, Kind


def find_notices(
    before: Snapshot, after: Snapshot, renames: Renames, changes: Iterable[RecordChange]
) -> tuple[Notice, ...]:
    """Every warning, in the order of files."""
    return tuple(sorted([*_lost_addresses(after, renames), *_silent_changes(before, after, changes)]))


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


def _silent_changes(before: Snapshot, after: Snapshot, changes: Iterable[RecordChange]) -> Iterator[Notice]:
    """An event whose claims are other than they were says so in its corrections."""
    for change in changes:
        if change.kind is not Kind.EVENT or change.how not in (How.CHANGED, How.RENAMED):
            continue
        touched = [claim.was or claim.id for claim in change.claims if claim.how is not How.ADDED]
        old = before.events[change.other or change.id]
        if touched and not _corrects(old, after.events[change.id]):
            claims = ", ".join(f"`{name}`" for name in touched)
            what = f"the claim {claims} has" if len(touched) == 1 else f"the claims {claims} have"
            message = f"{what} changed, and `corrections` does not say so: add an entry with date, kind and note"
            yield Notice(change.file, NoticeSort.CORRECTED, message)


def _corrects(old: Event, new: Event) -> bool:
    return any(correction not in old.corrections for correction in new.corrections)
