"""What was added and corrected, by day, so that scripts can say what is new since a day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_builder import edtf
from site_builder.pages import Here, words_of_as_of
from site_builder.records import Kind

MOST = 1_000
"""Changes that are named; of earlier ones only the number is said."""
_VERSION = 1


class _Change(NamedTuple):
    day: str
    event: str
    title: str
    kind: str


def view_words_as_of(here: Here) -> Mapping[str, object]:
    """`as-of.json`: what pages say where a reader picks a day."""
    return {"words": words_of_as_of(here)}


def view_additions(here: Here) -> Mapping[str, object]:
    changes = sorted((one for one in _changes(here) if one.day), key=lambda change: change.day, reverse=True)
    added = Counter(change.day for change in changes if not change.kind)
    corrected = Counter(change.day for change in changes if change.kind)
    days = dict.fromkeys(change.day for change in changes)
    return {
        "version": _VERSION,
        "days": [[day, added[day], corrected[day]] for day in days],
        "changes": [list(change) for change in changes[:MOST]],
    }


def _changes(here: Here) -> Iterator[_Change]:
    events = here.chronicle.events
    for one in here.chronicle.corrected:
        if one.record.record_kind is Kind.EVENT:
            yield _change(here, one.date, one.record.id, here.gettext(one.correction.kind.label))
    for event in reversed([*events.values()]):
        yield _change(here, event.added, event.id, "")


def _change(here: Here, date: edtf.Date, event: str, kind: str) -> _Change:
    return _Change(date.earliest.iso, event, here.name(Kind.EVENT, event), kind)
