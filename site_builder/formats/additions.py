"""What was added and corrected, by day, so that scripts can say what is new since a day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_builder import edtf
from site_builder.pages import AS_OF_KINDS, Here, added_records, record_address, words_of_as_of
from site_builder.records import Record

MOST = 1_000
"""Changes that are named; of earlier ones only the number is said."""


class _Change(NamedTuple):
    day: str
    address: str
    title: str
    words: str


def view_words_as_of(here: Here) -> Mapping[str, object]:
    """`as-of.json`: what pages say where a reader picks a day, and where such pages are."""
    return {"words": words_of_as_of(here), "folders": [record_address(kind, "") for kind in AS_OF_KINDS]}


def view_additions(here: Here) -> Mapping[str, object]:
    corrected, added = [*_corrected(here)], [*_added(here)]
    changes = sorted((one for one in (*corrected, *added) if one.day), key=lambda change: change.day, reverse=True)
    numbers = Counter(one.day for one in added), Counter(one.day for one in corrected)
    days = dict.fromkeys(change.day for change in changes)
    return {
        "days": [[day, *(number[day] for number in numbers)] for day in days],
        "changes": [list(change) for change in changes[:MOST]],
    }


def _corrected(here: Here) -> Iterator[_Change]:
    for one in here.chronicle.corrected:
        yield _change(here, one.date, one.record, here.gettext(one.correction.kind.label))


def _added(here: Here) -> Iterator[_Change]:
    for one in added_records(here):
        yield _change(here, one.date, one.record, one.words)


def _change(here: Here, date: edtf.Date, record: Record, words: str) -> _Change:
    address = here.site.addresses.url(record_address(record.record_kind, record.id))
    return _Change(date.earliest.iso, address, here.name(record.record_kind, record.id), words)
