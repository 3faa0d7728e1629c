"""Sources on which nothing rests any more, and new ones on which nothing rests yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.comparing.renames import Renames
from site_builder.comparing.snapshots import Snapshot
from site_builder.linking import find_references
from site_builder.records import FieldReference, FieldText, Kind, Record, walk


def compare_use(before: Snapshot, after: Snapshot, renames: Renames) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the sources that were used and are not now, and of those that were added and are not used."""
    sources = after.records[Kind.SOURCE]
    if after.unread.keys() - before.unread.keys():
        # Nobody knows what a record rests on that cannot be read.
        return (), ()
    left = {renames.now(Kind.SOURCE, used) for used in _used(_only_in(before, after))} & sources.keys()
    left -= set(_used(_only_in(after, before)))
    came = sources.keys() - {renames.now(Kind.SOURCE, old) for old in before.records[Kind.SOURCE]}
    if left or came:
        used = set(_used(record for of_kind in after.records.values() for record in of_kind.values()))
        left, came = left - used, came - used
    return tuple(sorted(left)), tuple(sorted(came))


def _only_in(one: Snapshot, other: Snapshot) -> Iterator[Record]:
    for kind, of_kind in one.records.items():
        for record_id, record in of_kind.items():
            if other.records[kind].get(record_id) is not record:
                yield record


def _used(records: Iterable[Record]) -> Iterator[str]:
    """Every source that a record names in a field or cites or links in its prose."""
    for record in records:
        yield from (reference.id for reference in walk(record, FieldReference) if reference.kind is Kind.SOURCE)
        for found in walk(record, FieldText):
            yield from (reference.id for reference in find_references(found.text) if reference.kind is Kind.SOURCE)
