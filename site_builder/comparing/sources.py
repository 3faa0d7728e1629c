"""Sources on which nothing rests any more, and new ones on which nothing rests yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.chronicle import Chronicle
from site_builder.comparing.renames import Renames
from site_builder.linking import find_references
from site_builder.records import FieldReference, FieldText, Kind, Record, walk


def compare_use(before: Chronicle, after: Chronicle, renames: Renames) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the sources that were used and are not now, and of those that were added and are not used."""
    sources = after.by_kind[Kind.SOURCE]
    if after.unread.keys() - before.unread.keys():
        # Nobody knows what a record rests on that cannot be read.
        return (), ()
    left = {renames.now(Kind.SOURCE, used) for used in _used(_only_in(before, after))} & sources.keys()
    left -= set(_used(_only_in(after, before)))
    came = sources.keys() - {renames.now(Kind.SOURCE, old) for old in before.by_kind[Kind.SOURCE]}
    if left or came:
        used = set(_used(after.all()))
        left, came = left - used, came - used
    return tuple(sorted(left)), tuple(sorted(came))


def _only_in(one: Chronicle, other: Chronicle) -> Iterator[Record]:
    for kind, of_kind in one.by_kind.items():
        for record_id, record in of_kind.items():
            if other.by_kind[kind].get(record_id) is not record:
                yield record


def _used(records: Iterable[Record]) -> Iterator[str]:
    """Every source that a record names in a field or cites or links in its prose."""
    for record in records:
        yield from (reference.id for reference in walk(record, FieldReference) if reference.kind is Kind.SOURCE)
        for found in walk(record, FieldText):
            yield from (reference.id for reference in find_references(found.text) if reference.kind is Kind.SOURCE)
